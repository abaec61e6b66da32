package io.github.dmdsc.model;

import java.util.Objects;

/**
 * The place that a value was read from, for the places of findings. It is ignored by equality and is not written to
 * JSON.
 */
public interface Origin {
    /** The place of the whole value: the header of its section, or the file. */
    Location self();

    /** Returns the place of the parameter {@code key}, or {@link #self()} if it is absent. */
    Location at(String key);

    /**
     * Returns the place of one value of a parameter that repeats, or {@link #at(String)} if the places of the values are
     * unknown. A value that was added in Java has the place {@link #self()}.
     *
     * @param key the key of the parameter
     * @param number the position among its values, from 0; empty values do not count
     */
    default Location at(String key, int number) {
        return at(key);
    }

    /**
     * Returns whether the file has the parameter with a value that cannot be read, so that this value lacks it. The
     * reader has reported that already. Do not report the parameter as missing.
     */
    default boolean unreadable(String key) {
        return false;
    }

    /** Returns whether the place is known; {@code false} for {@link #none}. */
    default boolean known() {
        return true;
    }

    /**
     * Returns the origin of a value that was built in Java and not read from a file.
     *
     * @param name the name of the value in findings
     */
    static Origin none(String name) {
        return new NoOrigin(Objects.requireNonNull(name, "name"));
    }
}
