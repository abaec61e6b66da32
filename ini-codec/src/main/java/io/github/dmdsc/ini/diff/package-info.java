/**
 * Differences: of two states of a cluster by meaning ({@link io.github.dmdsc.ini.diff.ClusterDiff}), between the nodes of
 * one cluster ({@link io.github.dmdsc.ini.diff.Drift}), and of two texts or trees of files by lines ({@link
 * io.github.dmdsc.ini.diff.Patch} and unified diffs as {@code patch -p1} and {@code git apply} take them).
 * java-diff-utils must be on the path of whoever uses this package.
 *
 * <p>What may enter: pure functions of bytes and of {@link io.github.dmdsc.ini.files.ClusterFiles}. What may not: file
 * access, what a plan is, and judging whether a difference is good; the rules do that.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.ini.diff;

import org.jspecify.annotations.NullMarked;
