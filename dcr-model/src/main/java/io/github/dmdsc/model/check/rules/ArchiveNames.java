package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** No archive has the name STANDBY_ARCHIVE. */
final class ArchiveNames implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0239").manual(Findings.WATCH).waivable();

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
                    .filter(archive -> archive.section().equalsIgnoreCase("STANDBY_ARCHIVE"))
                    .forEach(archive -> report.accept(KIND.at(archive.origin().self())
                            .with("section", archive.section())
                            .build()));
        }
    }
}
