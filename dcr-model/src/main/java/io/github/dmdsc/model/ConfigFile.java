package io.github.dmdsc.model;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A file of a cluster together with its content.
 *
 * @param file the file
 * @param value the content as a model
 * @param <T> the model of this kind of file
 */
public record ConfigFile<T>(FileId file, T value) {
    public ConfigFile {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(value, "value");
    }

    /** Returns a copy with a changed value. */
    public ConfigFile<T> map(UnaryOperator<T> edit) {
        return new ConfigFile<>(file, edit.apply(value));
    }
}
