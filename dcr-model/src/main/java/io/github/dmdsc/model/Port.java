package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A TCP port that a process of the cluster listens on (DM8 DMDSC manual, "dmdcr_cfg.ini").
 *
 * @param number 1024 to 65534
 */
public record Port(@JsonValue int number) implements WholeNumber, Comparable<Port> {
    /** The least value. */
    public static final int MIN = 1024;

    /** The greatest value. */
    public static final int MAX = 65534;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the value is not within {@link #MIN} to {@link #MAX}
     */
    public Port {
        IntRange.require("Port", number, MIN, MAX);
    }

    /**
     * Returns the value with this number.
     *
     * @throws IllegalArgumentException if the number is not within {@link #MIN} to {@link #MAX}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Port of(int number) {
        return new Port(number);
    }

    @Override
    public long toLong() {
        return number;
    }

    @Override
    public int compareTo(Port other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
