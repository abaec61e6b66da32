/**
 * The state of a plan while it is carried out: the steps that are done, the steps that are left, the ways on and back,
 * and the next move. Everything here is a pure function of a plan and of observations. It does not change the plan,
 * touch files or read a clock; only {@link io.github.dmdsc.extend.run.Run#drive} calls a transport and a journal, which
 * you implement.
 *
 * <p>Every public type except a builder is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend.run;

import org.jspecify.annotations.NullMarked;
