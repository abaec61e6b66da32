/**
 * Findings, and the rules that make them: one class, one test and one page of documentation per rule.
 *
 * <p>What may enter: pure functions of a {@link io.github.dmdsc.model.Cluster}. A rule never throws for a bad cluster;
 * it reports.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
@DmdscStyle
package io.github.dmdsc.model.check;

import io.github.dmdsc.model.DmdscStyle;
import org.jspecify.annotations.NullMarked;
