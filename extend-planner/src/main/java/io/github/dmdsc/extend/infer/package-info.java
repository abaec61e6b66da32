/**
 * How values of a new node follow from those of the nodes that are there, and what is asked where they do not.
 *
 * <p>What may enter: pure functions of samples. Nothing here knows files or steps.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
@DmdscStyle
package io.github.dmdsc.extend.infer;

import io.github.dmdsc.model.DmdscStyle;
import org.jspecify.annotations.NullMarked;
