package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A path as the files write it: on the DMASM file system ({@link AsmPath}) or of the operating system
 * ({@link LocalPath}). Two paths are equal if their texts are; nothing is resolved.
 */
public sealed interface StoragePath permits AsmPath, LocalPath {
    /** The path, as the file writes it. */
    @JsonValue
    String text();

    /**
     * Reads a path: one on ASM if it begins with {@code +}, else a local one.
     *
     * @throws IllegalArgumentException if the text is no path of either kind
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StoragePath parse(String text) {
        return text.startsWith("+") ? new AsmPath(text) : new LocalPath(text);
    }
}
