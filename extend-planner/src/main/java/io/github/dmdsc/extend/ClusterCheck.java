package io.github.dmdsc.extend;

import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterReader;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.EditionLimits;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.RootCauses;
import io.github.dmdsc.model.check.Waiver;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A cluster that was read and judged by the standard rules: what {@code dmdsc check} does, in one call.
 *
 * @param files the files
 * @param cluster the cluster; empty where the files make none
 * @param findings everything that was found, one mistake once, in the order of {@link Finding#ORDER}
 */
public record ClusterCheck(ClusterFiles files, Optional<Cluster> cluster, List<Finding> findings) {
    public ClusterCheck {
        findings = List.copyOf(findings);
    }

    /**
     * Reads and checks a directory or an archive of the files, {@code <host>/<absolute path on that host>}. Where it
     * cannot be read as a whole, nothing is judged: the findings say why.
     */
    public static ClusterCheck of(Path source) {
        return of(ClusterDirectory.read(source), Optional.empty(), EditionLimits.CURRENT, List.of());
    }

    /** Checks files with the current limits and without waivers. */
    public static ClusterCheck of(ClusterFiles files) {
        return of(new Read<>(files, List.of()), Optional.empty(), EditionLimits.CURRENT, List.of());
    }

    /**
     * Checks files.
     *
     * @param read the files, and what was found in reading them
     * @param dcrConfig the DCR export that counts, where there are several
     * @param limits the limits of the edition
     * @param waivers findings that somebody answers for
     */
    public static ClusterCheck of(
            Read<ClusterFiles> read, Optional<FileId> dcrConfig, EditionLimits limits, List<Waiver> waivers) {
        ClusterFiles files = read.value();
        if (read.findings().stream().anyMatch(Finding::isBlocking)) {
            return new ClusterCheck(files, Optional.empty(), RootCauses.of(read.findings()));
        }
        ClusterReading reading =
                dcrConfig.map(file -> ClusterReader.read(files, file)).orElseGet(() -> ClusterReader.read(files));
        List<Finding> findings = new ArrayList<>(read.findings());
        findings.addAll(reading.findings());
        reading.cluster()
                .ifPresent(cluster -> findings.addAll(StandardRules.book().check(cluster, limits, waivers)));
        return new ClusterCheck(files, reading.cluster(), RootCauses.of(findings));
    }

    /** Whether something stands in the way: an error that nobody answers for. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isBlocking);
    }
}
