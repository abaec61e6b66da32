package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A duration in whole seconds.
 *
 * @param count 0 or more
 */
public record Seconds(@JsonValue int count) implements WholeNumber, Comparable<Seconds> {
    /** The least value. */
    public static final int MIN = 0;

    /** The greatest value. */
    public static final int MAX = Integer.MAX_VALUE;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the value is not within {@link #MIN} to {@link #MAX}
     */
    public Seconds {
        IntRange.require("Seconds", count, MIN, MAX);
    }

    /**
     * Returns the value with this number.
     *
     * @throws IllegalArgumentException if the number is not within {@link #MIN} to {@link #MAX}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Seconds of(int count) {
        return new Seconds(count);
    }

    @Override
    public long toLong() {
        return count;
    }

    @Override
    public int compareTo(Seconds other) {
        return Integer.compare(count, other.count);
    }

    @Override
    public String toString() {
        return Integer.toString(count);
    }
}
