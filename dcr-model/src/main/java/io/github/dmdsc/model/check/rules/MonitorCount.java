package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** At most ten monitors run at once. */
final class MonitorCount implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0223").manual(Findings.MONITOR).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    private static final int MAX = 10;

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        int has = cluster.monitors().size();
        if (has > MAX) {
            report.accept(KIND.at(Location.of(cluster.monitors().get(MAX).file()))
                    .with("has", has)
                    .with("max", MAX)
                    .build());
        }
    }
}
