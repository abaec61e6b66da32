/**
 * An Apache Commons Configuration interface to {@link io.github.dmdsc.ini.IniDocument}. The document does the parsing
 * and the writing. This package needs commons-configuration2 on the class path, which is an optional dependency of
 * dmdsc.
 *
 * <p>A configuration can be changed and saved. It is safe to share between threads only if you set a synchronizer, as
 * for every configuration of Commons Configuration.
 */
@NullMarked
package io.github.dmdsc.ini.commons;

import org.jspecify.annotations.NullMarked;
