package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.function.Consumer;

/** There is only one DB group. Rules about instances check only the first one, see {@link FirstDatabase}. */
final class SeveralDatabases implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0225").manual(Findings.DCR).causedBy("DSC-0102", "DSC-0103");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        List<DcrGroup> groups = cluster.dcr().value().groups().stream()
                .filter(group -> group.isOfType(GroupType.DB))
                .toList();
        if (groups.size() > 1) {
            FindingBuilder finding = KIND.at(groups.get(1).origin().self())
                    .with("has", groups.size())
                    .with("first", groups.get(0).name());
            finding.against(groups.get(0).origin().self());
            groups.stream()
                    .skip(2)
                    .forEach(group -> finding.against(group.origin().self()));
            report.accept(finding.build());
        }
    }
}
