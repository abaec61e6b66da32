package io.github.dmdsc.model;

import java.util.Objects;

/**
 * Where a value was read from, so that a finding about it can cite the line. It takes no part in equality and is not
 * written to JSON.
 */
public interface Origin {
    /** Where the value as a whole begins: a section header, or the file. */
    Location self();

    /** Where the parameter {@code key} of this value stands, or {@link #self()} if it is absent. */
    Location at(String key);

    /**
     * Where one of the values of a parameter that repeats stands, or {@link #at(String)} if nobody knows.
     *
     * @param number which of its values, from 0, those that are empty not counted
     */
    default Location at(String key, int number) {
        return at(key);
    }

    /**
     * Whether the parameter stands there with a value that cannot be read, so that this value lacks it. Whoever read it
     * has reported that; nobody may conclude that the parameter is missing.
     */
    default boolean unreadable(String key) {
        return false;
    }

    /** Whether somebody said where this value comes from; false for {@link #none}. */
    default boolean known() {
        return true;
    }

    /** The origin of a value that was made in Java and read from nowhere; {@code name} stands for it in findings. */
    static Origin none(String name) {
        return new NoOrigin(Objects.requireNonNull(name, "name"));
    }
}
