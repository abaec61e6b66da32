package io.github.dmdsc.model.check;

import java.util.List;
import java.util.Objects;

/**
 * A value that was read, and the findings of reading it. Where a finding is an error, the value holds what could be read
 * nevertheless; nothing in it is guessed.
 *
 * @param value what was read
 * @param findings what was refused or left out, in the order that the reader states
 * @param <T> the value's own type
 */
public record Read<T>(T value, List<Finding> findings) {
    public Read {
        Objects.requireNonNull(value, "value");
        findings = List.copyOf(findings);
    }
}
