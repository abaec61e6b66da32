package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import io.github.dmdsc.model.facts.Machines;
import java.util.function.Consumer;

/** A monitor does not run on a machine of the cluster. */
final class MonitorHosts implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0405").manual(Findings.MONITOR).waivable().causedBy("DSC-0235");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        Machines machines = Machines.of(cluster);
        for (ConfigFile<Dmcssm> monitor : cluster.monitors()) {
            String machine = machines.machine(monitor.file().host());
            cluster.nodes().stream()
                    .filter(node -> machines.machine(node.host()).equals(machine))
                    .findFirst()
                    .ifPresent(node -> report.accept(KIND.at(Location.of(monitor.file()))
                            .against(Location.of(node.dmdcr().file()))
                            .with("host", monitor.file().host())
                            .build()));
        }
    }
}
