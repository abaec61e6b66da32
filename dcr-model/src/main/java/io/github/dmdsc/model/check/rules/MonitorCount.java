package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** At most ten monitors run at once. */
public final class MonitorCount implements Rule {
    @Override
    public String id() {
        return "DSC-0223";
    }

    private static final int MAX = 10;

    @Override
    public boolean waivable() {
        return true;
    }

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Diagnostic> report) {
        int has = cluster.monitors().size();
        if (has > MAX) {
            report.accept(Findings.warning(id())
                    .at(Location.of(cluster.monitors().get(MAX).file()))
                    .with("has", has)
                    .with("max", MAX)
                    .manual(Findings.MONITOR)
                    .build());
        }
    }
}
