/**
 * Plans the extension of a DMDSC cluster by one node. The input is the files of a cluster of N nodes and a request for
 * one new node. The result is the files of the cluster of N + 1 nodes and the ordered steps that lead there.
 *
 * <p>{@link io.github.dmdsc.extend.ClusterCheck#of(java.nio.file.Path)} reads a directory or an archive. Everything
 * else here is a pure function of its arguments: it does not read or write files, and it does not depend on the clock,
 * on random numbers or on the default locale.
 *
 * <p>Every public type except a builder is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend;

import org.jspecify.annotations.NullMarked;
