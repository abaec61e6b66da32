package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.PortOrNone;
import io.github.dmdsc.model.check.EditionLimits;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** Ports of watchers are given only where the cluster has a standby. */
final class WatcherPorts implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0233").manual(Findings.WATCH).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, EditionLimits limits, Consumer<Finding> report) {
        if (!cluster.standbySigns().isEmpty()) {
            return;
        }
        FirstDatabase.nodes(cluster).stream()
                .flatMap(node -> node.dbMal().stream())
                .map(ConfigFile::value)
                .findFirst()
                .ifPresent(mal -> mal.instances().stream()
                        .filter(instance -> !cluster.isPartner(instance))
                        .forEach(instance -> check(instance, report)));
    }

    private static void check(MalInstance instance, Consumer<Finding> report) {
        check(instance, instance.watcherPort(), MalInstance.WATCHER_PORT, report);
        check(instance, instance.instanceWatcherPort(), MalInstance.INSTANCE_WATCHER_PORT, report);
    }

    private static void check(MalInstance in, Optional<PortOrNone> port, String key, Consumer<Finding> report) {
        port.flatMap(PortOrNone::port)
                .ifPresent(number -> report.accept(KIND.at(in.origin().at(key))
                        .with("key", key)
                        .with("port", number)
                        .build()));
    }
}
