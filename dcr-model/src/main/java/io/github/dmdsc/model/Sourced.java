package io.github.dmdsc.model;

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
}
