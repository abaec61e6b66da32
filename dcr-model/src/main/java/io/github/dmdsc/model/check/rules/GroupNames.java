package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Group names are unique in the file. */
final class GroupNames implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0103").manual(Findings.DCR);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        Map<String, DcrGroup> seen = new HashMap<>();
        for (DcrGroup group : cluster.dcr().value().groups()) {
            if (group.name().isEmpty()) {
                continue;
            }
            DcrGroup first = seen.putIfAbsent(Names.folded(group.name().get()), group);
            if (first != null) {
                report.accept(KIND.at(group.origin().at(DcrGroup.NAME))
                        .against(first.origin().at(DcrGroup.NAME))
                        .with("name", group.name().get())
                        .build());
            }
        }
    }
}
