package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Located;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.check.Diagnostic;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The comparison that the two rules on names in MAL files share. Copies are compared by another rule. */
final class MalNames {
    private MalNames() {}

    static void check(
            String id,
            GroupType type,
            Cluster cluster,
            Function<ClusterNode, Optional<Located<MalConfig>>> file,
            Consumer<Diagnostic> report) {
        Optional<Located<MalConfig>> mal = cluster.nodes().stream()
                .flatMap(node -> file.apply(node).stream())
                .findFirst();
        List<DcrGroup> groups = cluster.dcr().value().groups().stream()
                .filter(group -> group.type().filter(type::equals).isPresent())
                .toList();
        if (mal.isEmpty() || groups.isEmpty()) {
            return;
        }
        List<DcrEndpoint> endpoints =
                groups.stream().flatMap(group -> group.endpoints().stream()).toList();
        List<MalInstance> instances = mal.get().value().instances();
        for (DcrEndpoint endpoint : endpoints) {
            if (endpoint.name().isPresent()
                    && instances.stream().noneMatch(instance -> instance.name().equals(endpoint.name()))) {
                report.accept(finding(
                        id,
                        endpoint.origin().at("DCR_EP_NAME"),
                        Location.of(mal.get().file()),
                        endpoint.name().get(),
                        cluster.dcr().file(),
                        mal.get().file()));
            }
        }
        for (MalInstance instance : instances) {
            if (instance.name().isPresent()
                    && endpoints.stream().noneMatch(endpoint -> endpoint.name().equals(instance.name()))) {
                report.accept(finding(
                        id,
                        instance.origin().at("MAL_INST_NAME"),
                        groups.get(0).origin().self(),
                        instance.name().get(),
                        mal.get().file(),
                        cluster.dcr().file()));
            }
        }
    }

    private static Diagnostic finding(String id, Location at, Location against, String name, FileId has, FileId lacks) {
        return Findings.error(id)
                .at(at)
                .against(against)
                .with("name", name)
                .with("has", has)
                .with("lacks", lacks)
                .manual(Findings.MAL)
                .build();
    }
}
