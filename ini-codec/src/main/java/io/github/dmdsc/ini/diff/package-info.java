/**
 * Differences between files:
 *
 * <ul>
 *   <li>{@link io.github.dmdsc.ini.diff.ClusterDiff}: between two states of a cluster, by meaning and as text; also
 *       between a DCR configuration and an export of a DCR disk.
 *   <li>{@link io.github.dmdsc.ini.diff.Drift}: between the nodes of one cluster.
 *   <li>{@link io.github.dmdsc.ini.diff.Patch}: between two texts, by lines.
 *   <li>{@link io.github.dmdsc.ini.diff.UnifiedDiff}: between two trees of files, by lines, in the form that {@code
 *       patch -p1} and {@code git apply} accept.
 * </ul>
 *
 * <p>This package needs java-diff-utils on the class path or module path. Everything is a pure function of bytes and of
 * {@link io.github.dmdsc.ini.files.ClusterFiles}. This package only reports differences; it does not decide whether a
 * difference is a problem.
 *
 * <p>Every public type except a builder is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.ini.diff;

import org.jspecify.annotations.NullMarked;
