package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** If archiving is on, dmarch.ini has a local archive with a directory. */
final class LocalArchives implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0218").manual(Findings.ARCHIVES).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (ClusterNode node : cluster.nodes()) {
            if (node.dmIni().isEmpty() || node.dmArch().isEmpty()) {
                continue;
            }
            DmIni dmIni = node.dmIni().get().value();
            DmArch dmArch = node.dmArch().get().value();
            boolean local = dmArch.archives().stream()
                    .anyMatch(archive -> archive.isOfType(ArchiveType.LOCAL)
                            && archive.destination().isPresent());
            boolean unread = Unread.any(dmArch.archives(), DmArchive.TYPE)
                    || Unread.any(dmArch.archives(), DmArchive.DESTINATION);
            if (dmIni.archIni().filter(on -> on == 1).isPresent() && !local && !unread) {
                report.accept(KIND.at(dmArch.origin().self())
                        .against(dmIni.origin().at(DmIni.ARCH_INI))
                        .with("file", node.dmArch().get().file())
                        .build());
            }
        }
    }
}
