package io.github.dmdsc.model.check;

import java.util.List;
import java.util.Objects;

/**
 * A value that was read, and the findings of reading it. If a finding is an error, the value is incomplete: it holds
 * only what could be read, and nothing in it is guessed. Check the findings before you use the value.
 *
 * @param value the value; incomplete, or empty if it is an {@code Optional}, if a finding is an error
 * @param findings the problems of reading, in the order that the reading method states
 * @param <T> the type of the value
 */
public record Read<T>(T value, List<Finding> findings) {
    public Read {
        Objects.requireNonNull(value, "value");
        findings = List.copyOf(findings);
    }
}
