/**
 * A plan that was begun: whether it still fits the files, which of its steps remain, and the way on or back from a step
 * that failed. Pure functions of a plan and of what was observed.
 *
 * <p>What may enter: what judges a plan against observations. Nothing here makes a plan.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend.resume;

import org.jspecify.annotations.NullMarked;
