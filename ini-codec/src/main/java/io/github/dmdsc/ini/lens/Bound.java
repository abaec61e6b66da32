package io.github.dmdsc.ini.lens;

import io.github.dmdsc.model.check.Finding;
import java.util.Comparator;
import java.util.List;

/**
 * What a document says, and what of it could not be read.
 *
 * @param value the model, without the values that could not be read
 * @param findings one per value or line that could not be read, in the order of the file
 * @param <T> the model
 */
public record Bound<T>(T value, List<Finding> findings) {
    private static final Comparator<Finding> IN_FILE = Comparator.<Finding>comparingInt(
                    finding -> finding.primary().line())
            .thenComparingInt(finding -> finding.primary().column());

    public Bound {
        findings = findings.stream().sorted(IN_FILE).toList();
    }
}
