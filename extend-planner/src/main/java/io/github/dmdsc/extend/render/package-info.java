/**
 * Renders plans and results: the runbook, the HTML page, shell commands, diffs, JSON, SARIF and text for a terminal.
 * Every method is a pure function of its arguments. No method here changes a plan or its findings.
 *
 * <p>Every public type except a builder is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend.render;

import org.jspecify.annotations.NullMarked;
