package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** Every node names the same DCR disk. */
public final class DcrPaths implements Rule {
    @Override
    public String id() {
        return "DSC-0207";
    }

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Diagnostic> report) {
        Optional<Dmdcr> first =
                cluster.nodes().stream().map(node -> node.dmdcr().value()).findFirst();
        for (ClusterNode node : cluster.nodes()) {
            Dmdcr dmdcr = node.dmdcr().value();
            Optional<LocalPath> expected = first.flatMap(Dmdcr::dcrPath);
            if (dmdcr.dcrPath().isEmpty() || !dmdcr.dcrPath().equals(expected)) {
                report.accept(Findings.error(id())
                        .at(dmdcr.origin().at("DMDCR_PATH"))
                        .against(first.map(Dmdcr::origin).orElse(dmdcr.origin()).at("DMDCR_PATH"))
                        .with("path", dmdcr.dcrPath().map(LocalPath::text).orElse("-"))
                        .with("expected", expected.map(LocalPath::text).orElse("-"))
                        .manual("DM8 DMDSC, dmdcr.ini")
                        .build());
            }
        }
    }
}
