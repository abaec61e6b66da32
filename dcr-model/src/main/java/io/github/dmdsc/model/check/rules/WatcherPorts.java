package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.PortOrNone;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Ports of watchers are set only if the cluster has a standby. */
final class WatcherPorts implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0233").manual(Findings.WATCH).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        if (!cluster.standbySigns().isEmpty()) {
            return;
        }
        FirstDatabase.nodes(cluster).stream()
                .flatMap(node -> node.dbMal().stream())
                .findFirst()
                .ifPresent(mal -> check(cluster, mal.value(), report));
    }

    private static void check(Cluster cluster, MalConfig mal, Consumer<Finding> report) {
        Set<String> keys = new LinkedHashSet<>();
        List<Location> places = new ArrayList<>();
        for (MalInstance instance : mal.instances()) {
            if (!cluster.isPartner(instance)) {
                note(instance, instance.watcherPort(), MalInstance.WATCHER_PORT, keys, places);
                note(instance, instance.instanceWatcherPort(), MalInstance.INSTANCE_WATCHER_PORT, keys, places);
            }
        }
        if (!places.isEmpty()) {
            FindingBuilder finding = KIND.at(places.get(0)).with("keys", keys);
            places.stream().skip(1).forEach(finding::against);
            report.accept(finding.build());
        }
    }

    private static void note(
            MalInstance in, Optional<PortOrNone> port, String key, Set<String> keys, List<Location> places) {
        if (port.flatMap(PortOrNone::port).isPresent()) {
            keys.add(key);
            places.add(in.origin().at(key));
        }
    }
}
