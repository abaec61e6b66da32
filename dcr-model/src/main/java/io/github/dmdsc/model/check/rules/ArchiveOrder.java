package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.function.Consumer;

/** ARCH_TYPE comes before ARCH_DEST and ARCH_INCOMING_PATH in the section of an archive. */
final class ArchiveOrder implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0238").manual(Findings.WATCH).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (ClusterNode node : cluster.nodes()) {
            node.dmArch().stream()
                    .map(ConfigFile::value)
                    .flatMap(arch -> arch.archives().stream())
                    .filter(archive -> archive.type().isPresent())
                    .forEach(archive -> check(archive, report));
        }
    }

    private static void check(DmArchive archive, Consumer<Finding> report) {
        Location type = archive.origin().at(DmArchive.TYPE);
        for (String key : List.of(DmArchive.DESTINATION, DmArchive.INCOMING_PATH)) {
            boolean there = key.equals(DmArchive.DESTINATION)
                    ? archive.destination().isPresent()
                    : archive.incomingPath().isPresent();
            Location at = archive.origin().at(key);
            // A value that was not read from a file has no line.
            if (there && at.line() > 0 && at.line() < type.line()) {
                report.accept(KIND.at(at)
                        .against(type)
                        .with("section", archive.section())
                        .with("key", key)
                        .build());
            }
        }
    }
}
