package io.github.dmdsc.extend;

import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.RuleBook;
import io.github.dmdsc.model.check.Waiver;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A cluster that was read and checked against the standard rules, as {@code dmdsc check} does it.
 *
 * @param files the files that were checked
 * @param cluster the cluster that the files describe; empty if they describe none
 * @param findings the findings, each mistake once, in the order of {@link Finding#ORDER}
 */
public record ClusterCheck(ClusterFiles files, Optional<Cluster> cluster, List<Finding> findings) {
    public ClusterCheck {
        findings = List.copyOf(findings);
    }

    /**
     * Reads and checks the files of a directory or an archive with the current limits and without waivers. The layout
     * is {@code <host>/<absolute path on that host>}, see {@link ClusterDirectory}. If the source cannot be read
     * completely, no rule is applied: {@code cluster} is empty, and the findings give the reason.
     */
    public static ClusterCheck of(Path source) {
        return of(ClusterDirectory.read(source), ManualLimits.CURRENT, List.of());
    }

    /** Checks files with the current limits and without waivers. */
    public static ClusterCheck of(ClusterFiles files) {
        return of(new Read<>(files, List.of()), ManualLimits.CURRENT, List.of());
    }

    /**
     * Checks files. If reading them gave an error, no rule is applied: {@code cluster} is empty. If the files hold several
     * DCR configurations that differ, there is no cluster either.
     *
     * @param read the files, and the findings of reading them
     * @param limits the limits of the manual's edition
     * @param waivers the findings that are accepted, with the reasons
     */
    public static ClusterCheck of(Read<ClusterFiles> read, ManualLimits limits, List<Waiver> waivers) {
        return of(read, limits, waivers, ClusterLens::get);
    }

    /**
     * Checks files that hold several DCR configurations. If reading them gave an error, no rule is applied: {@code
     * cluster} is empty.
     *
     * @param read the files, and the findings of reading them
     * @param dcrConfig the file with the DCR configuration to use
     * @param limits the limits of the manual's edition
     * @param waivers the findings that are accepted, with the reasons
     */
    public static ClusterCheck of(
            Read<ClusterFiles> read, FileId dcrConfig, ManualLimits limits, List<Waiver> waivers) {
        return of(read, limits, waivers, files -> ClusterLens.get(files, dcrConfig));
    }

    private static ClusterCheck of(
            Read<ClusterFiles> read,
            ManualLimits limits,
            List<Waiver> waivers,
            Function<ClusterFiles, ClusterReading> reader) {
        ClusterFiles files = read.value();
        if (read.findings().stream().anyMatch(Finding::isBlocking)) {
            return new ClusterCheck(files, Optional.empty(), RuleBook.rootCauses(read.findings()));
        }
        ClusterReading reading = reader.apply(files);
        List<Finding> findings = new ArrayList<>(read.findings());
        findings.addAll(reading.findings());
        reading.cluster()
                .ifPresent(cluster -> findings.addAll(StandardRules.book().check(cluster, limits, waivers)));
        return new ClusterCheck(files, reading.cluster(), RuleBook.rootCauses(findings));
    }

    /** Whether there is an error that is not waived. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isBlocking);
    }
}
