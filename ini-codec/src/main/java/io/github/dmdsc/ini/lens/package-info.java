/**
 * A lens reads an {@link io.github.dmdsc.ini.IniDocument} into a model and writes a changed model back with the
 * smallest edit. There is one lens for each kind of file ({@link io.github.dmdsc.ini.lens.Lenses}), and {@link
 * io.github.dmdsc.ini.lens.ClusterLens} for all files of a cluster. {@link io.github.dmdsc.ini.lens.Lenses#kind}
 * recognises the kind of a file.
 *
 * <p>Everything here is a pure function of documents and values; no files are read or written. A lens reports only
 * values and lines that it cannot read. The rules in {@code io.github.dmdsc.model.check} check whether a cluster is
 * correct.
 *
 * <p>Every public type except a builder is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.ini.lens;

import org.jspecify.annotations.NullMarked;
