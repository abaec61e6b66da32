/**
 * A lossless INI document: it reads any bytes, prints the same bytes, and changes only the lines it is asked to change.
 *
 * <p>{@link io.github.dmdsc.ini.IniDocument} is the way in; {@link io.github.dmdsc.ini.IniDialect} says how a line is
 * read. What is in here knows lines, sections, keys, values, comments and character sets, and nothing of what a key
 * means: a class that knows a key by name, a file by its role or a product by its conventions belongs elsewhere. The
 * package depends on the JDK and JSpecify only.
 *
 * <p>Every public type but builders is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.ini;

import org.jspecify.annotations.NullMarked;
