/**
 * The state of a running cluster as the tools print it: dmcssm, DIsql, dmasmcmd, dmctlcvt, dmasmtool. Reads texts into
 * values, and judges by them whether a condition of the extension is proven, refuted, or neither.
 *
 * <p>What may enter: pure functions of texts. What may not: running a tool, the clock, deciding what to do next.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
@DmdscStyle
package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.DmdscStyle;
import org.jspecify.annotations.NullMarked;
