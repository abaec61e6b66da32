package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** Paths have ASCII characters only. */
final class PathCharacters implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0111").manual(Findings.DCR);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        DmdcrCfg dcr = cluster.dcr().value();
        check(dcr.voteDiskPath(), dcr, DmdcrCfg.VOTE_DISK_PATH, report);
        check(dcr.diskLoadPath(), dcr, DmdcrCfg.DISK_LOAD_PATH, report);
        dcr.groups().stream()
                .flatMap(group -> group.endpoints().stream())
                .forEach(endpoint -> check(endpoint.asmLoadPath(), endpoint, DcrEndpoint.ASM_LOAD_PATH, report));
        for (ClusterNode node : cluster.nodes()) {
            Dmdcr dmdcr = node.dmdcr().value();
            check(dmdcr.dcrPath(), dmdcr, Dmdcr.DCR_PATH, report);
            check(dmdcr.malPath(), dmdcr, Dmdcr.MAL_PATH, report);
            node.dmIni().ifPresent(file -> check(file.value().configPath(), file.value(), DmIni.CONFIG_PATH, report));
        }
    }

    private void check(Optional<?> path, ParameterSet<?> in, String key, Consumer<Finding> report) {
        if (path.isPresent() && path.get().toString().chars().anyMatch(c -> c > 126)) {
            report.accept(KIND.at(in.origin().at(key))
                    .with("key", key)
                    .with("path", path.get())
                    .build());
        }
    }
}
