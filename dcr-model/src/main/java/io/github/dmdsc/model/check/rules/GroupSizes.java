package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** CSS and ASM groups have the same size, and no DB group is larger. */
final class GroupSizes implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0108").manual(Findings.DCR).causedBy(Findings.GROUPS);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        Optional<DcrGroup> css = cluster.dcr().value().group(GroupType.CSS);
        if (css.isEmpty() || Unread.endpoints(css.get())) {
            return;
        }
        int nodes = css.get().endpoints().size();
        for (DcrGroup group : cluster.dcr().value().groups()) {
            int has = group.endpoints().size();
            boolean asm = group.isOfType(GroupType.ASM);
            if (((asm && has != nodes) || has > nodes) && !Unread.endpoints(group)) {
                report.accept(KIND.at(group.origin().self())
                        .against(css.get().origin().self())
                        .with("group", group.name())
                        .with("has", has)
                        .with("css", nodes)
                        .build());
            }
        }
    }
}
