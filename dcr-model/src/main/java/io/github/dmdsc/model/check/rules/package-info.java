/**
 * The rules of DMDSC, one class each; {@code docs/rules} has a page for each. {@link
 * io.github.dmdsc.model.check.rules.StandardRules} is the only public type.
 */
@NullMarked
package io.github.dmdsc.model.check.rules;

import org.jspecify.annotations.NullMarked;
