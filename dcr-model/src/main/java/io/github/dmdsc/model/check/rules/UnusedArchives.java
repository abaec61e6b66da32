package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** A node with archives in dmarch.ini has archiving on. Otherwise, the instance does not read the file. */
final class UnusedArchives implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0220").manual(Findings.ARCHIVES).waivable();

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
            if (dmIni.archIni().filter(on -> on == 1).isEmpty()
                    && !dmIni.origin().unreadable(DmIni.ARCH_INI)
                    && !node.dmArch().get().value().archives().isEmpty()) {
                report.accept(KIND.at(dmIni.origin().at(DmIni.ARCH_INI))
                        .against(node.dmArch().get().value().origin().self())
                        .with("file", node.dmArch().get().file())
                        .build());
            }
        }
    }
}
