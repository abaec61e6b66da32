package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.function.Consumer;

/** The cluster has the files of every node in the DCR. */
final class MissingNodes implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0224")
            .manual(Findings.DMDCR)
            .waivable()
            .causedBy(Findings.GROUPS)
            .causedBy("DSC-0108", "DSC-0206");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        List<DcrEndpoint> css = cluster.dcr()
                .value()
                .group(GroupType.CSS)
                .map(DcrGroup::endpoints)
                .orElse(List.of());
        boolean unread = Unread.any(css, DcrEndpoint.SEQNO)
                || cluster.nodes().stream()
                        .anyMatch(node -> node.dmdcr().value().origin().unreadable(Dmdcr.SEQNO));
        if (cluster.nodes().size() >= css.size() || unread) {
            // There are enough nodes. If a seqno is missing, another node has a wrong one, and DSC-0206 reports that.
            return;
        }
        for (Member member : cluster.members()) {
            if (member.files().isEmpty()) {
                member.css()
                        .ifPresent(endpoint ->
                                report.accept(KIND.at(endpoint.origin().self())
                                        .with("seqno", member.number())
                                        .with("endpoint", endpoint.name())
                                        .build()));
            }
        }
    }
}
