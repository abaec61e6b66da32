/**
 * The lenses between an {@link io.github.dmdsc.ini.IniDocument} and the models: one per kind of file, and
 * {@link io.github.dmdsc.ini.lens.ClusterLens} over a whole set of files. {@link io.github.dmdsc.ini.lens.FileKinds} is the
 * registry of the kinds.
 *
 * <p>What may enter: pure functions of documents and values. What may not: file access, and judgement of a cluster
 * (that is what the rules are for); a lens reports only what keeps it from reading a value.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.ini.lens;

import org.jspecify.annotations.NullMarked;
