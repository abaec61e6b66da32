package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The seqno: the number of a node, 0 to N-1 in a cluster of N nodes (DM8 DMDSC manual, "dmdcr_cfg.ini").
 *
 * @param number 0 to 15, because the largest cluster of any edition of the manual has 16 nodes
 */
public record Seqno(@JsonValue int number) implements WholeNumber, Comparable<Seqno> {
    /** The least value. */
    public static final int MIN = 0;

    /** The greatest value. */
    public static final int MAX = 15;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the value is not within {@link #MIN} to {@link #MAX}
     */
    public Seqno {
        IntRange.require("Seqno", number, MIN, MAX);
    }

    /**
     * Returns the value with this number.
     *
     * @throws IllegalArgumentException if the number is not within {@link #MIN} to {@link #MAX}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Seqno of(int number) {
        return new Seqno(number);
    }

    @Override
    public long toLong() {
        return number;
    }

    @Override
    public int compareTo(Seqno other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
