package io.github.dmdsc.model.check;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.dmdsc.model.Location;
import java.util.Objects;

/**
 * Something that the caller gives, as a finding names it: an attribute of a request or an argument of a reader. A front
 * end shows it as its user gives it, for example as an option of a command line.
 *
 * @param name its name in the API, for example {@code request.cssPort}
 * @param value what to give, or its form; empty where the message says that
 */
public record Input(String name, String value) {
    public Input {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** The place of a finding about it. */
    public Location place() {
        return Location.outside(toString());
    }

    /** Its name, and behind a blank what to give. */
    @Override
    @JsonValue
    public String toString() {
        return value.isEmpty() ? name : name + " " + value;
    }
}
