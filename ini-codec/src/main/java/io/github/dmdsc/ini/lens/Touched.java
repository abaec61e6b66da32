package io.github.dmdsc.ini.lens;

import io.github.dmdsc.model.FileId;
import java.util.Objects;
import java.util.Optional;

/**
 * A parameter, or the header of a section, that stands in another way after an edit.
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
     * @param value the value of the parameter, or the name of the section, as the file writes it
     */
    public record Line(int number, String value) {
        public Line {
            Objects.requireNonNull(value, "value");
        }
    }
}
