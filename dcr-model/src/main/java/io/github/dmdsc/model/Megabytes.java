package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A size in megabytes.
 *
 * @param count 0 to 4294967294
 */
public record Megabytes(@JsonValue long count) implements WholeNumber, Comparable<Megabytes> {
    /** The least value. */
    public static final int MIN = 0;

    /** The greatest value. */
    public static final long MAX = 4294967294L;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the value is not within {@link #MIN} to {@link #MAX}
     */
    public Megabytes {
        IntRange.require("Megabytes", count, MIN, MAX);
    }

    /**
     * Returns the value with this number.
     *
     * @throws IllegalArgumentException if the number is not within {@link #MIN} to {@link #MAX}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Megabytes of(long count) {
        return new Megabytes(count);
    }

    @Override
    public long toLong() {
        return count;
    }

    @Override
    public int compareTo(Megabytes other) {
        return Long.compare(count, other.count);
    }

    @Override
    public String toString() {
        return Long.toString(count);
    }
}
