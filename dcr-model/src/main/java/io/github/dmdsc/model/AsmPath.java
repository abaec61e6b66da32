package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * A path on the DMASM file system, for example {@code +DMDATA/data/dsc/dm.ctl} (DM8 DMDSC manual, "DMASM").
 *
 * @param text {@code +}, the name of a disk group, and the path in this group; without control characters
 */
public record AsmPath(String text) implements StoragePath {
    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the text does not begin with {@code +} and the name of a disk group, or holds
     *     a control character
     */
    public AsmPath {
        PathText.require(text);
        if (!text.startsWith("+") || text.length() == 1 || text.charAt(1) == '/') {
            throw new IllegalArgumentException("'" + text + "' is not +<disk group>/…");
        }
    }

    /**
     * Returns the path with this text.
     *
     * @throws IllegalArgumentException if the text does not begin with {@code +} and the name of a disk group, or holds
     *     a control character
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AsmPath of(String text) {
        return new AsmPath(text);
    }

    /** The disk group: {@code DMDATA} for {@code +DMDATA/data}. */
    public String diskGroup() {
        int slash = text.indexOf('/');
        return text.substring(1, slash == -1 ? text.length() : slash);
    }

    @Override
    public String toString() {
        return text;
    }
}
