package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A path of the operating system: a file, a directory or a device, on Linux or on Windows.
 *
 * @param text not empty, not beginning with {@code +}, without control characters
 */
public record LocalPath(String text) implements StoragePath {
    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text is empty, is a path on ASM, or holds a control character
     */
    public LocalPath {
        PathText.require(text);
        if (text.startsWith("+")) {
            throw new IllegalArgumentException("'" + text + "' is a path on ASM, not a local one");
        }
    }

    /**
     * Returns the path with this text.
     *
     * @throws IllegalArgumentException if the text is empty, is a path on ASM, or holds a control character
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LocalPath of(String text) {
        return new LocalPath(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
