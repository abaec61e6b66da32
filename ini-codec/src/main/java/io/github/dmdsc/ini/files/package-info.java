/**
 * The files of a cluster as one value, {@link io.github.dmdsc.ini.files.ClusterFiles}, and the only place of this
 * library that reads and writes them: directories, archives, and new directories that appear whole or not at all.
 *
 * <p>What may enter: bytes, where they lie, and how they are read as text. What may not: what the text means, or what should
 * become of it. Bad
 * input is a finding ({@code FIL-01xx}), never an exception; the same input gives the same files and findings in the
 * same order, whatever the order of the file system and the locale.
 *
 * <p>How bad a finding is: an ERROR where something that was given could not be read, or nothing was written; a WARNING
 * where something was left out, or left behind, that cannot matter to the result but that somebody should look at; an
 * INFO where leaving it out is the rule.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.ini.files;

import org.jspecify.annotations.NullMarked;
