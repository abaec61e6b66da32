package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A TCP port, or 0 for none (DM8 DMDSC manual, "dmmal.ini").
 *
 * @param number 0, or 1024 to 65534
 */
public record PortOrNone(@JsonValue int number) implements WholeNumber, Comparable<PortOrNone> {
    /** The least value. */
    public static final int MIN = 0;

    /** The greatest value. */
    public static final int MAX = Port.MAX;

    /** No port. */
    public static final PortOrNone NONE = new PortOrNone(0);

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the value is neither 0 nor within {@link Port#MIN} to {@link Port#MAX}
     */
    public PortOrNone {
        if (number != 0) {
            IntRange.require("PortOrNone", number, Port.MIN, Port.MAX);
        }
    }

    /**
     * Returns the value with this number.
     *
     * @throws IllegalArgumentException if the number is neither 0 nor within {@link Port#MIN} to {@link Port#MAX}
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PortOrNone of(int number) {
        return new PortOrNone(number);
    }

    /** Returns the value of a port. */
    public static PortOrNone of(Port port) {
        return new PortOrNone(port.number());
    }

    /** The port; empty for 0. */
    public Optional<Port> port() {
        return number == 0 ? Optional.empty() : Optional.of(Port.of(number));
    }

    @Override
    public long toLong() {
        return number;
    }

    @Override
    public int compareTo(PortOrNone other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
