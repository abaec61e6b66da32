/**
 * A plan under way: what is done, what is left, which ways lead on or back, and the next move. Pure functions of a plan
 * and of what was observed.
 *
 * <p>What may enter: what judges a plan against observations, and what carries its judgement to the rehearsal, which
 * proves it. Nothing here makes a plan, touches a file or reads a clock.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend.run;

import org.jspecify.annotations.NullMarked;
