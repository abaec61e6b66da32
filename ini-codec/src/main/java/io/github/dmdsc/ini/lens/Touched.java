package io.github.dmdsc.ini.lens;

import io.github.dmdsc.model.FileId;
import java.util.Objects;
import java.util.Optional;

/**
 * A line that an edit adds, removes or changes: a parameter, the header of a section, or a comment or blank line that
 * was added or removed with one of these. A comment or blank line has the section and the key of the parameter or
 * header that follows it; if none follows, of the one before it. The same holds for a last line that gets a line end
 * because a line is added after it.
 *
 * @param file the file
 * @param section the name of the section, as the file writes it after the edit, or before it if the section is removed;
 *     empty for the parameters before the first section
 * @param key the key in upper case; empty for the header of a section
 * @param before the line before the edit; empty for a line that is added
 * @param after the line after the edit; empty for a line that is removed
 */
public record Touched(FileId file, String section, String key, Optional<Line> before, Optional<Line> after) {
    public Touched {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /**
     * A line of a file.
     *
     * @param number the number of the line, from 1
     * @param value the value of the parameter or the name of the section, as the file writes it; for any other line,
     *     its text
     */
    public record Line(int number, String value) {
        public Line {
            Objects.requireNonNull(value, "value");
        }
    }
}
