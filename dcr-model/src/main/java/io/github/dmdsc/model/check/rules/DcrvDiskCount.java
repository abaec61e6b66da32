package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** There are at most five DCRV disks. */
final class DcrvDiskCount implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0401").manual(Findings.MIRROR);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    private static final int MAX = 5;

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        // A disk that is listed twice counts once. DSC-0115 reports it.
        int has = (int) cluster.dcrvDisks().stream()
                .map(disk -> HostPaths.normal(disk.text()))
                .distinct()
                .count();
        if (has > MAX) {
            report.accept(KIND.at(cluster.dcr().value().origin().at(DmdcrCfg.DISK_LOAD_PATH))
                    .with("has", has)
                    .with("max", MAX)
                    .build());
        }
    }
}
