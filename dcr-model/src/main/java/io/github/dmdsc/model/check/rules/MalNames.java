package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Names;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The comparison that the two rules on names in MAL files share. Copies are compared by another rule. */
final class MalNames {
    private MalNames() {}

    static void check(
            FindingKind kind,
            ConfigFile<DmdcrCfg> dcr,
            List<DcrGroup> groups,
            Optional<ConfigFile<MalConfig>> mal,
            Consumer<Finding> report) {
        if (mal.isEmpty() || groups.isEmpty()) {
            return;
        }
        List<DcrEndpoint> endpoints =
                groups.stream().flatMap(group -> group.endpoints().stream()).toList();
        List<MalInstance> instances = mal.get().value().instances();
        boolean instancesRead = !Unread.any(instances, MalInstance.NAME);
        for (DcrEndpoint endpoint : endpoints) {
            if (endpoint.name().isPresent()
                    && instancesRead
                    && instances.stream().noneMatch(instance -> Names.same(instance.name(), endpoint.name()))) {
                report.accept(finding(
                        kind,
                        endpoint.origin().at(DcrEndpoint.NAME),
                        Location.of(mal.get().file()),
                        endpoint.name().get(),
                        dcr.file(),
                        mal.get().file()));
            }
        }
        boolean endpointsRead = !Unread.endpointNames(dcr.value(), groups);
        for (MalInstance instance : instances) {
            if (instance.name().isPresent()
                    && endpointsRead
                    && endpoints.stream().noneMatch(endpoint -> Names.same(endpoint.name(), instance.name()))) {
                report.accept(finding(
                        kind,
                        instance.origin().at(MalInstance.NAME),
                        groups.get(0).origin().self(),
                        instance.name().get(),
                        mal.get().file(),
                        dcr.file()));
            }
        }
    }

    private static Finding finding(
            FindingKind kind, Location at, Location against, String name, FileId has, FileId lacks) {
        return kind.at(at)
                .against(against)
                .with("name", name)
                .with("has", has)
                .with("lacks", lacks)
                .build();
    }
}
