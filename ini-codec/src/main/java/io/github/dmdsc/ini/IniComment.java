package io.github.dmdsc.ini;

import java.util.Optional;
import java.util.Set;

/**
 * A comment: a line of its own, or the rest of a line behind an entry or a header.
 *
 * @param mark {@code #}, {@code ;} or {@code //}. Behind an entry {@code ;} begins no comment, see {@link IniDialect}
 * @param text everything behind the mark, mostly with a space in front
 */
public record IniComment(String mark, String text) {
    private static final Set<String> MARKS = Set.of("#", ";", "//");

    /** @throws IllegalArgumentException if the mark is another one */
    public IniComment {
        if (!MARKS.contains(mark)) {
            throw new IllegalArgumentException("a comment begins with #, ; or //");
        }
    }

    /** A comment that begins with {@code #} and a space. */
    public static IniComment of(String text) {
        return new IniComment("#", text.isEmpty() ? "" : " " + text);
    }

    /** The comment that a text is, which begins with a mark. */
    static IniComment read(String text) {
        String mark = text.startsWith("//") ? "//" : text.substring(0, 1);
        return new IniComment(mark, text.substring(mark.length()));
    }

    static Optional<IniComment> behind(Line line) {
        int from = line.commentStart();
        return from < line.contentEnd() ? Optional.of(read(line.text(from, line.textEnd()))) : Optional.empty();
    }

    /** The comment that a line of its own is. */
    static IniComment of(Line line) {
        return read(line.text(line.token(), line.textEnd()));
    }

    /** The comment as it stands in the file. */
    @Override
    public String toString() {
        return mark + text;
    }
}
