package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** A node on which archiving is on has a dmarch.ini. */
final class ArchiveFiles implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0212").manual(Findings.DM_INI).causedBy("CLU-0105", "DSC-0211");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (ClusterNode node : cluster.nodes()) {
            boolean on = node.dmIni()
                    .flatMap(file -> file.value().archIni())
                    .filter(Integer.valueOf(1)::equals)
                    .isPresent();
            boolean placed = node.dmIni()
                    .filter(file -> file.value().origin().unreadable(DmIni.CONFIG_PATH))
                    .isEmpty();
            if (on && placed && node.dmArch().isEmpty()) {
                report.accept(KIND.at(node.dmIni()
                                .map(file -> file.value().origin().at(DmIni.ARCH_INI))
                                .orElse(Location.of(node.dmdcr().file())))
                        .with("host", node.host())
                        .build());
            }
        }
    }
}
