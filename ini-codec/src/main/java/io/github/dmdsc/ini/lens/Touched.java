package io.github.dmdsc.ini.lens;

import io.github.dmdsc.model.FileId;
import java.util.Objects;
import java.util.Optional;

/**
 * A line that stands in another way after an edit: a parameter, the header of a section, or a comment or blank line that
 * came or went with one of these. It has the section and the key of what follows it, or else of what stands before it; so
 * has a last line that got its line end because something came behind it.
 *
 * @param file the file
 * @param section the name of its section as the file writes it, after the edit where it is there then; empty for the
 *     parameters before the first section
 * @param key the key in upper case; empty for the header of the section
 * @param before the line before the edit; empty for a line that is new
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
     * @param number from 1
     * @param value the value of the parameter, or the name of the section, as the file writes it; of any other line its
     *     text
     */
    public record Line(int number, String value) {
        public Line {
            Objects.requireNonNull(value, "value");
        }
    }
}
