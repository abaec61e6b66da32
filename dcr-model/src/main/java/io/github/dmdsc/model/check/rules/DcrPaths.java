package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.function.Consumer;

/** Every node names the same DCR disk. */
public final class DcrPaths implements Rule {
    @Override
    public String id() {
        return "DSC-0207";
    }

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Diagnostic> report) {
        List<Dmdcr> all = cluster.nodes().stream()
                .map(node -> node.dmdcr().value())
                .filter(dmdcr -> dmdcr.dcrPath().isPresent())
                .toList();
        for (Dmdcr dmdcr : all) {
            Dmdcr first = all.get(0);
            if (!dmdcr.dcrPath().equals(first.dcrPath())) {
                report.accept(Findings.error(id())
                        .at(dmdcr.origin().at("DMDCR_PATH"))
                        .against(first.origin().at("DMDCR_PATH"))
                        .with("path", dmdcr.dcrPath().map(LocalPath::text).orElse("-"))
                        .with("expected", first.dcrPath().map(LocalPath::text).orElse("-"))
                        .manual(Findings.DMDCR)
                        .build());
            }
        }
    }
}
