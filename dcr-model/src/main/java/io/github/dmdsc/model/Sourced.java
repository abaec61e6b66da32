package io.github.dmdsc.model;

import org.immutables.value.Value;

/**
 * A value that knows where it was read from.
 *
 * @param <T> the value's own type
 */
public interface Sourced<T> {
    /** Where this was read from; takes no part in equality. */
    Origin origin();

    /** The same value with another origin. */
    T withOrigin(Origin origin);

    /**
     * Called whenever a value is built: no single value is out of its range.
     *
     * @throws IllegalArgumentException if one is out of its range, or longer than its parameter takes
     */
    @Value.Check
    default void checkRanges() {
        Ranges.check(this);
    }
}
