package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.AsmPath;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** CONFIG_PATH is a local directory, and each node of a host has its own. */
final class ConfigPaths implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0211").manual(Findings.DM_INI);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        Map<FileId, DmIni> seen = new HashMap<>();
        for (ClusterNode node : cluster.nodes()) {
            if (node.dmIni().isEmpty() || node.dmIni().get().value().origin().unreadable(DmIni.CONFIG_PATH)) {
                continue;
            }
            DmIni dmIni = node.dmIni().get().value();
            Optional<StoragePath> path = dmIni.configPath();
            if (path.isEmpty()) {
                report.accept(finding(dmIni, "missing").build());
            } else if (path.get() instanceof AsmPath) {
                report.accept(finding(dmIni, "asm").build());
            } else {
                FileId directory =
                        new FileId(node.host(), HostPaths.normal(path.get().text()));
                DmIni first = seen.putIfAbsent(directory, dmIni);
                if (first != null) {
                    report.accept(finding(dmIni, "twice")
                            .against(first.origin().at(DmIni.CONFIG_PATH))
                            .build());
                }
            }
        }
    }

    private FindingBuilder finding(DmIni dmIni, String which) {
        return KIND.variant(which).at(dmIni.origin().at(DmIni.CONFIG_PATH)).with("path", dmIni.configPath());
    }
}
