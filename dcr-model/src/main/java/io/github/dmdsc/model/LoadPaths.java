package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where disks are looked for: one directory, or several with commas between them. How many there may be is a rule's
 * affair.
 *
 * @param text as the file writes it; not empty, without control characters
 */
public record LoadPaths(@JsonValue String text) {
    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is empty or holds a control character
     */
    public LoadPaths {
        PathText.require(text);
    }

    /** The paths of that text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LoadPaths of(String text) {
        return new LoadPaths(text);
    }

    /** The paths one by one, without the blanks around them; an empty text where nothing stands between two commas. */
    public List<String> paths() {
        return Stream.of(text.split(",", -1)).map(String::strip).toList();
    }

    /** The paths one by one, each in the {@linkplain HostPaths#normal normal form}: without a slash at its end. */
    public List<String> directories() {
        return paths().stream().map(HostPaths::normal).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
