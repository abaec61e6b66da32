package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** CONFIG_PATH is local and each node of a machine has its own. */
public final class ConfigPaths implements Rule {
    @Override
    public String id() {
        return "DSC-0211";
    }

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Diagnostic> report) {
        Map<FileId, DmIni> seen = new HashMap<>();
        for (ClusterNode node : cluster.nodes()) {
            if (node.dmIni().isEmpty()) {
                continue;
            }
            DmIni dmIni = node.dmIni().get().value();
            String path = dmIni.configPath().map(StoragePath::text).orElse("");
            DmIni first = path.isEmpty() ? null : seen.putIfAbsent(new FileId(node.host(), path), dmIni);
            if (path.isEmpty() || path.startsWith("+") || first != null) {
                Finding finding = Findings.error(id())
                        .at(dmIni.origin().at("CONFIG_PATH"))
                        .with("path", path.isEmpty() ? "-" : path)
                        .manual("DM8 DMDSC, dm.ini");
                if (first != null) {
                    finding.against(first.origin().at("CONFIG_PATH"));
                }
                report.accept(finding.build());
            }
        }
    }
}
