/**
 * Reads and writes the files of a cluster. {@link io.github.dmdsc.ini.files.ClusterFiles} holds the files of all hosts
 * as one value. {@link io.github.dmdsc.ini.files.ClusterDirectory} reads directories and archives, and writes a new
 * directory completely or not at all. {@link io.github.dmdsc.ini.files.IniFile} edits one file in place.
 *
 * <p>Bad input of {@link io.github.dmdsc.ini.files.ClusterDirectory} is a finding ({@code FIL-01xx}), not an exception.
 * The same input gives the same files, and the same findings in the same order. {@link
 * io.github.dmdsc.ini.files.IniFile} throws {@link java.io.IOException}.
 *
 * <p>The severity of a finding:
 *
 * <ul>
 *   <li>ERROR: something that was given could not be read, or nothing was written.
 *   <li>WARNING: something was left out or left behind. It does not change the result, but a person should look at it.
 *   <li>INFO: something was left out by rule.
 * </ul>
 *
 * <p>Every public type except a builder is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.ini.files;

import org.jspecify.annotations.NullMarked;
