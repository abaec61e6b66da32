package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.check.Finding;
import java.util.List;

/**
 * What was recognised in a text, and what was not.
 *
 * @param value what was recognised; nothing in it is guessed
 * @param findings what looked like output of the tool and could not be read, in {@link Finding#ORDER}
 * @param <T> the value's own type
 */
public record Reading<T>(T value, List<Finding> findings) {
    public Reading {
        findings = findings.stream().sorted(Finding.ORDER).toList();
    }
}
