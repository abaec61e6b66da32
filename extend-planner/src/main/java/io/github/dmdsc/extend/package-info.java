/**
 * The planner: the files of a cluster of N nodes and one new node in, the files of N+1 nodes and the ordered steps out.
 *
 * <p>What may enter: pure functions of values. What may not: file access, the clock, randomness, the default locale,
 * output.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend;

import org.jspecify.annotations.NullMarked;
