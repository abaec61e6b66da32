package io.github.dmdsc.model;

import java.util.Objects;

/**
 * A file of a cluster together with what it says.
 *
 * @param file which file
 * @param value its model
 * @param <T> the model of that kind of file
 */
public record Located<T>(FileId file, T value) {
    public Located {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(value, "value");
    }
}
