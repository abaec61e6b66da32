/**
 * What differs between two states of a cluster's files, and between the nodes of one: by meaning, and as text.
 *
 * <p>What may enter: pure functions of {@link io.github.dmdsc.ini.files.ClusterFiles}. What may not: file access, and
 * judging whether a difference is good; the rules do that.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend.diff;

import org.jspecify.annotations.NullMarked;
