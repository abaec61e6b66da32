package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Section names are unique in a dmarch.ini. */
final class ArchiveSectionsUnique implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0305").manual(Findings.ARCHIVES).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (ClusterNode node : cluster.nodes()) {
            node.dmArch().ifPresent(file -> check(file, report));
        }
    }

    private void check(ConfigFile<DmArch> file, Consumer<Finding> report) {
        Map<String, DmArchive> seen = new HashMap<>();
        for (DmArchive archive : file.value().archives()) {
            DmArchive first = seen.putIfAbsent(Names.folded(archive.section()), archive);
            if (first != null) {
                report.accept(KIND.at(archive.origin().self())
                        .against(first.origin().self())
                        .with("name", archive.section())
                        .with("file", file.file())
                        .build());
            }
        }
    }
}
