/**
 * Differences between texts and between trees of files: typed hunks, and unified diffs as {@code patch -p1} and
 * {@code git apply} take them. java-diff-utils must be on the path of whoever uses this package.
 *
 * <p>What may enter: what compares bytes or files. Nothing here knows what a plan is.
 *
 * <p>Every public type is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.ini.diff;

import org.jspecify.annotations.NullMarked;
