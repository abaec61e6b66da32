/**
 * What people and machines read: runbook, page, shell script, diffs, JSON. Pure functions of a plan and its files.
 *
 * <p>What may enter: form. What may not: decisions.
 */
@NullMarked
package io.github.dmdsc.extend.render;

import org.jspecify.annotations.NullMarked;
