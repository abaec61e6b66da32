/**
 * A lossless INI document. It reads any bytes and writes the same bytes; an edit changes only the lines that it
 * concerns.
 *
 * <p>Begin with {@link io.github.dmdsc.ini.IniDocument}. {@link io.github.dmdsc.ini.IniDialect} describes how a line is
 * read. This package knows lines, sections, keys, values, comments and character sets. It does not know the meaning of
 * a key or the role of a file. It depends on the JDK and JSpecify only.
 *
 * <p>Every public type except {@link io.github.dmdsc.ini.IniEditor}, {@link io.github.dmdsc.ini.EditableSection} and
 * {@link io.github.dmdsc.ini.EditableEntry} is immutable, or has no state, and is safe to share between threads.
 */
@NullMarked
package io.github.dmdsc.ini;

import org.jspecify.annotations.NullMarked;
