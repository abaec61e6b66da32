package io.github.dmdsc.model.check;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.dmdsc.model.Location;
import java.util.Objects;

/**
 * A value that the caller gives, for the messages of findings: an attribute of a request or an argument of a reader.
 * The command line, for example, shows it as an option.
 *
 * @param name its name in the API, for example {@code request.cssPort}
 * @param value the value to give, or its form; empty if the message has it
 */
public record Input(String name, String value) {
    public Input {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    /** The place for a finding about this input. */
    public Location place() {
        return Location.outside(toString());
    }

    /** The name; if there is a value, a blank and the value. */
    @Override
    @JsonValue
    public String toString() {
        return value.isEmpty() ? name : name + " " + value;
    }
}
