/**
 * The standard rules of DMDSC. {@link io.github.dmdsc.model.check.rules.StandardRules} is the only public type. {@code
 * docs/rules} has a page for each rule.
 */
@NullMarked
package io.github.dmdsc.model.check.rules;

import org.jspecify.annotations.NullMarked;
