/**
 * What people and machines read: runbook, page, shell script, diffs, JSON. Pure functions of a plan and its files.
 *
 * <p>What may enter: form. What may not: decisions.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend.render;

import org.jspecify.annotations.NullMarked;
