/**
 * An independent, executable model of a DMDSC cluster, on which a plan is carried out and judged before anybody runs
 * it. It reads the lines of files as documents do, judges for itself what they say, and reads the commands by their
 * words, with a grammar of its own, so that a mistake of the planner is not repeated here.
 *
 * <p>What may enter: what the manual says a cluster does. Nothing here may use the planner, the lenses or the rule book;
 * of this library only the plan as data, files as bytes, the lines of documents, the form of paths, and texts.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend.rehearse;

import org.jspecify.annotations.NullMarked;
