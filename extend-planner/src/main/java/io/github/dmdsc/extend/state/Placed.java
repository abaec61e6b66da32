package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.Location;

/**
 * A value that a tool printed, with its place. Equality ignores the place.
 *
 * @param value the value
 * @param at the name of the output and the line in it, from 1
 * @param <T> the type of the value
 */
record Placed<T>(T value, Location at) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Placed<?> that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
