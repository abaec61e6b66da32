package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A virtual address belongs to one endpoint, and to no machine. */
final class VirtualAddresses implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0304").manual(Findings.DCR);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        List<DcrEndpoint> endpoints = cluster.dcr().value().groups().stream()
                .flatMap(group -> group.endpoints().stream())
                .toList();
        if (endpoints.stream().noneMatch(endpoint -> endpoint.vip().isPresent())) {
            return;
        }
        Map<HostAddress, Location> taken = new HashMap<>();
        for (DcrEndpoint endpoint : endpoints) {
            endpoint.host()
                    .ifPresent(host -> taken.putIfAbsent(
                            host.withoutZone(), endpoint.origin().at(DcrEndpoint.HOST)));
        }
        for (ClusterNode node : cluster.nodes()) {
            node.dbMal().map(ConfigFile::value).stream()
                    .flatMap(mal -> mal.instances().stream())
                    .forEach(instance -> take(instance, taken));
        }
        for (DcrEndpoint endpoint : endpoints) {
            if (endpoint.vip().isPresent()) {
                Location at = endpoint.origin().at(DcrEndpoint.VIP);
                Location first = taken.putIfAbsent(endpoint.vip().get().withoutZone(), at);
                if (first != null) {
                    report.accept(KIND.at(at)
                            .against(first)
                            .with("vip", endpoint.vip().get())
                            .with("endpoint", endpoint.name())
                            .build());
                }
            }
        }
    }

    private static void take(MalInstance instance, Map<HostAddress, Location> taken) {
        instance.host()
                .ifPresent(host ->
                        taken.putIfAbsent(host.withoutZone(), instance.origin().at(MalInstance.HOST)));
        instance.serviceHost()
                .ifPresent(host ->
                        taken.putIfAbsent(host.withoutZone(), instance.origin().at(MalInstance.SERVICE_HOST)));
    }
}
