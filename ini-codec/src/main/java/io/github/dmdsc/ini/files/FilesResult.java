package io.github.dmdsc.ini.files;

import io.github.dmdsc.model.check.Finding;
import java.util.List;

/**
 * What reading gave. Where a finding is an error, {@code files} holds what could be read nevertheless.
 *
 * @param files what was read
 * @param findings everything that was refused or skipped, in {@link Finding#ORDER}
 */
public record FilesResult(ClusterFiles files, List<Finding> findings) {
    public FilesResult {
        findings = List.copyOf(findings);
    }
}
