package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.function.Consumer;

/** Every node names the same DCR disk. */
final class DcrPaths implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0207").manual(Findings.DMDCR);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        List<Dmdcr> all = cluster.nodes().stream()
                .map(node -> node.dmdcr().value())
                .filter(dmdcr -> dmdcr.dcrPath().isPresent())
                .toList();
        for (Dmdcr dmdcr : all) {
            Dmdcr first = all.get(0);
            if (!dmdcr.dcrDirectories().equals(first.dcrDirectories())) {
                report.accept(KIND.at(dmdcr.origin().at(Dmdcr.DCR_PATH))
                        .against(first.origin().at(Dmdcr.DCR_PATH))
                        .with("path", dmdcr.dcrPath())
                        .with("expected", first.dcrPath())
                        .build());
            }
        }
    }
}
