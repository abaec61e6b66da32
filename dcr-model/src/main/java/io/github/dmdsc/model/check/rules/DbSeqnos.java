package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The seqnos of the DB endpoints are exactly 0 to N-1. An endpoint without DCR_EP_SEQNO has its position in the group
 * as its seqno.
 */
final class DbSeqnos implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0106").manual(Findings.DCR).causedBy(Findings.GROUPS);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (DcrGroup group : cluster.dcr().value().groups()) {
            if (!group.isOfType(GroupType.DB)) {
                continue;
            }
            Map<Integer, DcrEndpoint> seen = new HashMap<>();
            int position = 0;
            for (DcrEndpoint endpoint : group.endpoints()) {
                int seqno = group.number(position++);
                if (endpoint.origin().unreadable(DcrEndpoint.SEQNO)) {
                    continue;
                }
                DcrEndpoint first = seen.putIfAbsent(seqno, endpoint);
                if (first != null || seqno >= group.endpoints().size()) {
                    FindingBuilder finding = KIND.at(endpoint.origin().at(DcrEndpoint.SEQNO))
                            .variant(first == null ? "outside" : "twice")
                            .with("seqno", seqno)
                            .with("last", group.endpoints().size() - 1);
                    if (first != null) {
                        finding.against(first.origin().at(DcrEndpoint.SEQNO));
                    }
                    report.accept(finding.build());
                }
            }
        }
    }
}
