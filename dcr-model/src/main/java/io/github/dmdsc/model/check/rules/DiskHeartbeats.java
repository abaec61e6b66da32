package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** The disk heartbeat tolerance is 60 s or more. */
final class DiskHeartbeats implements Rule {
    private static final FindingKind KIND = Findings.advice("DSC-0119").manual("DM8 DMDSC, 17.3");

    private static final int LEAST = 60;

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (DcrGroup group : cluster.dcr().value().groups()) {
            group.diskCheckTolerance()
                    .filter(tolerance -> tolerance.toLong() < LEAST)
                    .ifPresent(tolerance -> report.accept(KIND.at(group.origin().at(DcrGroup.DISK_CHECK_TOLERANCE))
                            .with("group", group.name())
                            .with("seconds", tolerance)
                            .with("least", LEAST)
                            .build()));
        }
    }
}
