package io.github.dmdsc.model;

import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A value that knows where it was read from. Its type declares the key of each parameter as a constant above the
 * accessor, and the rest of the library names the constant.
 *
 * @param <T> the value's own type
 */
public interface ParameterSet<T> {
    /** Where this was read from; takes no part in equality. */
    Origin origin();

    /** Parameters that the type does not name, by upper-case key, each with every value that it has. */
    Map<String, List<String>> other();

    /** The same value with another origin. */
    T withOrigin(Origin origin);

    /**
     * Called whenever a value is built: no single value is out of its range, and {@link #other()} holds what it says.
     *
     * @throws IllegalArgumentException if one is out of its range, or longer than its parameter takes; or if another
     *     parameter has no value, has a lower-case key, or has a name of its own in the type
     */
    @Value.Check
    default void checkRanges() {
        Ranges.check(this);
    }
}
