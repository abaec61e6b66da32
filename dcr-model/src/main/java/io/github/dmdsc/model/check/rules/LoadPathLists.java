package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A list of disk scan paths has at most eight paths, and none of them is empty. The paths of an ASM endpoint are
 * absolute.
 */
final class LoadPathLists implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0112").manual(Findings.DCR);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    private static final int MAX = 8;

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        DmdcrCfg dcr = cluster.dcr().value();
        check(dcr.diskLoadPath(), dcr, DmdcrCfg.DISK_LOAD_PATH, report);
        dcr.groups().stream().flatMap(group -> group.endpoints().stream()).forEach(endpoint -> {
            check(endpoint.asmLoadPath(), endpoint, DcrEndpoint.ASM_LOAD_PATH, report);
            absolute(endpoint, report);
        });
        if (cluster.edition() == StorageEdition.MIRROR) {
            cluster.nodes().stream()
                    .map(node -> node.dmdcr().value())
                    .forEach(dmdcr -> check(
                            dmdcr.dcrPath().map(path -> LoadPaths.of(path.text())), dmdcr, Dmdcr.DCR_PATH, report));
        }
    }

    private static void absolute(DcrEndpoint endpoint, Consumer<Finding> report) {
        endpoint.asmLoadPath().stream()
                .flatMap(list -> list.directories().stream())
                .filter(path -> !path.isEmpty() && !HostPaths.isAbsolute(path))
                .findFirst()
                .ifPresent(path -> report.accept(KIND.variant("relative")
                        .at(endpoint.origin().at(DcrEndpoint.ASM_LOAD_PATH))
                        .with("key", DcrEndpoint.ASM_LOAD_PATH)
                        .with("path", path)
                        .build()));
    }

    private void check(Optional<LoadPaths> paths, ParameterSet<?> in, String key, Consumer<Finding> report) {
        paths.filter(list -> list.paths().size() > MAX || list.paths().contains(""))
                .ifPresent(list -> report.accept(KIND.at(in.origin().at(key))
                        .with("key", key)
                        .with("paths", list)
                        .with("max", MAX)
                        .build()));
    }
}
