/**
 * An independent, executable model of a DMDSC cluster, on which a plan is carried out and judged before anybody runs
 * it. It reads the files by their bytes and the commands by their words, with a reader and a grammar of its own, so
 * that a mistake of the planner is not repeated here.
 *
 * <p>What may enter: what the manual says a cluster does. Nothing here may use the planner, the lenses, the documents
 * or the rule book; of this library only the plan as data, files as bytes, and texts.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend.rehearse;

import org.jspecify.annotations.NullMarked;
