package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Each node has a seqno of its own, and the DCR has a CSS endpoint for it. */
final class NodeSeqnos implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0206")
            .manual(Findings.DMDCR)
            .causedBy(Findings.GROUPS)
            .causedBy("DSC-0108");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        Map<Integer, ClusterNode> seen = new HashMap<>();
        Optional<DcrGroup> css = cluster.dcr().value().group(GroupType.CSS);
        int size = css.map(group -> group.endpoints().size()).orElse(0);
        if (size == 0) {
            return;
        }
        for (ClusterNode node : cluster.nodes()) {
            Dmdcr dmdcr = node.dmdcr().value();
            if (dmdcr.origin().unreadable(Dmdcr.SEQNO)) {
                continue;
            }
            if (dmdcr.seqno().isEmpty()) {
                report.accept(finding(dmdcr, "missing", size).build());
                continue;
            }
            int seqno = dmdcr.seqno().get().number();
            ClusterNode first = seen.putIfAbsent(seqno, node);
            if (first != null) {
                report.accept(finding(dmdcr, "twice", size)
                        .against(first.dmdcr().value().origin().at(Dmdcr.SEQNO))
                        .build());
            } else if (seqno >= size) {
                css.ifPresent(group -> report.accept(finding(dmdcr, "outside", size)
                        .against(group.origin().self())
                        .build()));
            }
        }
    }

    private FindingBuilder finding(Dmdcr dmdcr, String which, int size) {
        return KIND.variant(which)
                .at(dmdcr.origin().at(Dmdcr.SEQNO))
                .with("seqno", dmdcr.seqno())
                .with("last", size - 1);
    }
}
