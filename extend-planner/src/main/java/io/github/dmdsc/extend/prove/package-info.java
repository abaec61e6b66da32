/**
 * Brings together what must not know each other: the rehearsal, which judges, and the ways out of a failed step, which
 * are judged.
 *
 * <p>What may enter: the translation between the two. Nothing here judges or plans.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.extend.prove;

import org.jspecify.annotations.NullMarked;
