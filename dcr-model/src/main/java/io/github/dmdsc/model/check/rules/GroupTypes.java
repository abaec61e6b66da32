package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.function.Consumer;

/** There is exactly one CSS group, at most one ASM group, and at least one DB group. */
final class GroupTypes implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0102").manual(Findings.DCR).causedBy("INI-0106");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (GroupType type : GroupType.values()) {
            List<DcrGroup> groups = cluster.dcr().value().groups().stream()
                    .filter(group -> group.isOfType(type))
                    .toList();
            boolean tooFew = groups.isEmpty()
                    && type != GroupType.ASM
                    && !Unread.types(cluster.dcr().value());
            boolean tooMany = groups.size() > 1 && type != GroupType.DB;
            if (tooFew || tooMany) {
                FindingBuilder finding = KIND.at(
                                groups.isEmpty()
                                        ? Location.of(cluster.dcr().file())
                                        : groups.get(0).origin().at(DcrGroup.TYPE))
                        .with("type", type)
                        .with("has", groups.size());
                groups.stream()
                        .skip(1)
                        .forEach(group -> finding.against(group.origin().at(DcrGroup.TYPE)));
                report.accept(finding.build());
            }
        }
    }
}
