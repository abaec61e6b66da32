/**
 * Findings, rules, and the set of rules ({@link io.github.dmdsc.model.check.RuleBook}) that checks a cluster. {@code
 * docs/rules} has a page for each rule.
 *
 * <p>A rule is a pure function of a {@link io.github.dmdsc.model.Cluster}. It never throws for a bad cluster; it
 * reports findings.
 *
 * <p>Every public type except a builder is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
@DmdscStyle
package io.github.dmdsc.model.check;

import io.github.dmdsc.model.base.DmdscStyle;
import org.jspecify.annotations.NullMarked;
