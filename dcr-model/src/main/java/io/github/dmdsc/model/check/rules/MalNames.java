package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares the names in a MAL file with those in the DCR. One copy is enough, because {@link MalFilesEqual} compares
 * the copies.
 */
final class MalNames {
    private MalNames() {}

    /** Reports each endpoint of the groups that has no instance in the MAL file. */
    static void endpoints(
            FindingKind kind,
            ConfigFile<DmdcrCfg> dcr,
            List<DcrGroup> groups,
            Optional<ConfigFile<MalConfig>> mal,
            Consumer<Finding> report) {
        if (mal.isEmpty()) {
            return;
        }
        List<MalInstance> instances = mal.get().value().instances();
        boolean instancesRead =
                instances.stream().allMatch(instance -> instance.name().isPresent());
        for (DcrEndpoint endpoint : of(groups)) {
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
    }

    /** Reports each instance in the MAL file that has no endpoint in the groups. */
    static void instances(
            FindingKind kind,
            ConfigFile<DmdcrCfg> dcr,
            List<DcrGroup> groups,
            Optional<ConfigFile<MalConfig>> mal,
            Consumer<Finding> report) {
        if (mal.isEmpty() || groups.isEmpty()) {
            return;
        }
        List<DcrEndpoint> endpoints = of(groups);
        boolean endpointsRead = !Unread.endpointNames(dcr.value(), groups);
        for (MalInstance instance : mal.get().value().instances()) {
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

    private static List<DcrEndpoint> of(List<DcrGroup> groups) {
        return groups.stream().flatMap(group -> group.endpoints().stream()).toList();
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
