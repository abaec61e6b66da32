package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.dmdsc.model.base.HostPaths;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directories in which disks are searched: one, or several separated by commas (DM8 DMDSC manual, "dmdcr_cfg.ini").
 * The number of directories is not checked here; a rule checks it (DSC-0112).
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

    /**
     * Returns the paths in this text.
     *
     * @throws IllegalArgumentException if the text is empty or holds a control character
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static LoadPaths of(String text) {
        return new LoadPaths(text);
    }

    /** The paths without the blanks around them. Two commas without a path between them give an empty text. */
    public List<String> paths() {
        return Stream.of(text.split(",", -1)).map(String::strip).toList();
    }

    /** The paths, each in the {@linkplain HostPaths#normal normal form}: without a slash at its end. */
    public List<String> directories() {
        return paths().stream().map(HostPaths::normal).toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
