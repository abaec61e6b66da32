package io.github.dmdsc.ini;

import java.util.Optional;
import java.util.Set;

/**
 * A comment: a whole line, or the rest of a line after an entry or a header.
 *
 * @param mark {@code #}, {@code ;} or {@code //}; after an entry, {@code ;} does not begin a comment, see {@link
 *     IniDialect}
 * @param text the text after the mark, usually with a space in front
 */
public record IniComment(String mark, String text) {
    private static final Set<String> MARKS = Set.of("#", ";", "//");

    /** @throws IllegalArgumentException if the mark is not {@code #}, {@code ;} or {@code //} */
    public IniComment {
        if (!MARKS.contains(mark)) {
            throw new IllegalArgumentException("a comment begins with #, ; or //");
        }
    }

    /** Returns a comment that begins with {@code #} and a space. */
    public static IniComment of(String text) {
        return new IniComment("#", text.isEmpty() ? "" : " " + text);
    }

    /** Reads a comment from a text that begins with a mark. */
    static IniComment read(String text) {
        String mark = text.startsWith("//") ? "//" : text.substring(0, 1);
        return new IniComment(mark, text.substring(mark.length()));
    }

    static Optional<IniComment> trailing(Line line) {
        int from = line.commentStart();
        return from < line.contentEnd() ? Optional.of(read(line.text(from, line.textEnd()))) : Optional.empty();
    }

    /** Returns the comment in a comment line. */
    static IniComment of(Line line) {
        return read(line.text(line.token(), line.textEnd()));
    }

    /** The comment as the file writes it. */
    @Override
    public String toString() {
        return mark + text;
    }
}
