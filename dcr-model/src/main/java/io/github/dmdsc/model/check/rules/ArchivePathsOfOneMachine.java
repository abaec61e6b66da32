package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import io.github.dmdsc.model.facts.Machines;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The instances of one machine have different directories for their local archives. */
final class ArchivePathsOfOneMachine implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0237").manual(Findings.ARCHIVES).waivable().causedBy("DSC-0235");

    private static final Pattern ABSOLUTE = Pattern.compile("(?:/|\\+|[A-Za-z]:/).*");

    private record Directory(String machine, String path) {}

    private record Owner(ClusterNode node, Optional<String> name, DmArchive archive) {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        Machines machines = Machines.of(cluster);
        Map<Directory, Owner> seen = new HashMap<>();
        for (ClusterNode node : cluster.nodes()) {
            Optional<String> name = node.dmIni().map(ConfigFile::value).flatMap(DmIni::instanceName);
            String machine = machines.machine(node.host());
            node.dmArch().stream()
                    .flatMap(file -> file.value().archives().stream())
                    .filter(archive -> archive.isOfType(ArchiveType.LOCAL))
                    .forEach(archive -> archive.destination()
                            .map(HostPaths::normal)
                            .filter(path -> ABSOLUTE.matcher(path).matches())
                            .ifPresent(path -> {
                                Owner own = new Owner(node, name, archive);
                                Owner first = seen.putIfAbsent(new Directory(machine, path), own);
                                if (first != null && !first.node().equals(node)) {
                                    report(own, first, machine, report);
                                }
                            }));
        }
    }

    private static void report(Owner own, Owner first, String machine, Consumer<Finding> report) {
        report.accept(KIND.at(own.archive().origin().at(DmArchive.DESTINATION))
                .against(first.archive().origin().at(DmArchive.DESTINATION))
                .with("path", own.archive().destination())
                .with("name", own.name())
                .with("other", first.name())
                .with("machine", machine)
                .build());
    }
}
