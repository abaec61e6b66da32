package io.github.dmdsc.model;

import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * A value that is made of the parameters of a file or a section, and that knows where it was read from. Its type has a
 * constant with the key of each parameter, above the accessor of the parameter.
 *
 * @param <T> the type of the value
 */
public interface ParameterSet<T> {
    /** The place that this value was read from; ignored by equality. */
    Origin origin();

    /** Every parameter without an accessor in the type, by upper-case key, each with all its values. */
    Map<String, List<String>> other();

    /** Returns a copy with another origin. */
    T withOrigin(Origin origin);

    /**
     * Checks the value when it is built.
     *
     * @throws IllegalArgumentException if a value is out of its range, or longer than its parameter allows; or if a
     *     parameter in {@link #other()} has no value, has a key with lower-case letters, or has an accessor of its own
     */
    @Value.Check
    default void checkRanges() {
        Ranges.check(this);
    }
}
