package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.Location;

/**
 * Something that a tool printed, and where. The place takes no part in equality.
 *
 * @param value what was printed
 * @param at the name of the output, and the line in it, from 1
 * @param <T> the value's own type
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
