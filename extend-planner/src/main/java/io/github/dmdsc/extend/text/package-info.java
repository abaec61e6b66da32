/**
 * Two exact text forms that the planner and the renderers share: unified diffs and canonical JSON.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend.text;

import org.jspecify.annotations.NullMarked;
