package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The shared memory key of an ASM server. It is unique on a machine (DM8 DMDSC manual, "dmdcr_cfg.ini").
 *
 * @param number 1 to 2147483647
 */
public record ShmKey(@JsonValue int number) implements WholeNumber, Comparable<ShmKey> {
    /** The least value. */
    public static final int MIN = 1;

    /** The greatest value. */
    public static final int MAX = Integer.MAX_VALUE;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the value is not within {@link #MIN} to {@link #MAX}
     */
    public ShmKey {
        IntRange.require("ShmKey", number, MIN, MAX);
    }

    /**
     * Returns the value with this number.
     *
     * @throws IllegalArgumentException if the number is not within {@link #MIN} to {@link #MAX}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ShmKey of(int number) {
        return new ShmKey(number);
    }

    @Override
    public long toLong() {
        return number;
    }

    @Override
    public int compareTo(ShmKey other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
