package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** The DCR configuration is an export, not the file from which the cluster was built. */
final class BuildFiles implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0116").manual("DM8 DMDSC, chapter 14").waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        boolean hasGroups = !cluster.dcr().value().groups().isEmpty();
        if (hasGroups && !cluster.dcr().value().isExport()) {
            report.accept(KIND.at(cluster.dcr().value().origin().self())
                    .with("file", cluster.dcr().file())
                    .build());
        }
    }
}
