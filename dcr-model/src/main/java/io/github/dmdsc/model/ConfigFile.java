package io.github.dmdsc.model;

import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A file of a cluster together with what it says.
 *
 * @param file which file
 * @param value its model
 * @param <T> the model of that kind of file
 */
public record ConfigFile<T>(FileId file, T value) {
    public ConfigFile {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(value, "value");
    }

    /** The same file with a changed value. */
    public ConfigFile<T> map(UnaryOperator<T> edit) {
        return new ConfigFile<>(file, edit.apply(value));
    }
}
