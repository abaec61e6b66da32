package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** The internal address and the service address of an instance differ. */
final class SharedNetwork implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0402").manual(Findings.MAL).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        cluster.nodes().stream()
                .flatMap(node -> node.dbMal().stream())
                .map(ConfigFile::value)
                .findFirst()
                .ifPresent(mal -> mal.instances().stream()
                        .filter(instance -> !cluster.isPartner(instance))
                        .forEach(instance -> check(instance, report)));
    }

    private void check(MalInstance instance, Consumer<Finding> report) {
        Optional<HostAddress> internal = instance.host().map(HostAddress::withoutZone);
        if (internal.isPresent() && internal.equals(instance.serviceHost().map(HostAddress::withoutZone))) {
            report.accept(KIND.at(instance.origin().at(MalInstance.SERVICE_HOST))
                    .against(instance.origin().at(MalInstance.HOST))
                    .with("instance", instance.name())
                    .with("host", internal.get())
                    .build());
        }
    }
}
