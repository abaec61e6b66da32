/**
 * The state of a running cluster, read from the output of dmcssm, DIsql, dmasmcmd, dmctlcvt and dmasmtool. From the
 * output the package judges whether a condition of the extension is proven, refuted, or neither. It works on texts that
 * you give it: it does not run a tool, and it does not decide what to do next.
 *
 * <p>Every public type except a builder is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
@DmdscStyle
package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.base.DmdscStyle;
import org.jspecify.annotations.NullMarked;
