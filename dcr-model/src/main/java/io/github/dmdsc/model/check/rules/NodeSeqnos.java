package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Seqno;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Each node has a number of its own, and the DCR has an endpoint for it. */
public final class NodeSeqnos implements Rule {
    @Override
    public String id() {
        return "DSC-0206";
    }

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Diagnostic> report) {
        Map<Integer, ClusterNode> seen = new HashMap<>();
        int size = cluster.dcr()
                .value()
                .group(GroupType.CSS)
                .map(group -> group.endpoints().size())
                .orElse(0);
        for (ClusterNode node : cluster.nodes()) {
            Dmdcr dmdcr = node.dmdcr().value();
            int seqno = dmdcr.seqno().map(Seqno::number).orElse(-1);
            ClusterNode first = seen.putIfAbsent(seqno, node);
            if (seqno < 0 || seqno >= size || first != null) {
                Finding finding = Findings.error(id())
                        .at(dmdcr.origin().at("DMDCR_SEQNO"))
                        .with("seqno", seqno < 0 ? "-" : Integer.toString(seqno))
                        .with("last", size - 1)
                        .manual("DM8 DMDSC, dmdcr.ini");
                if (first != null) {
                    finding.against(first.dmdcr().value().origin().at("DMDCR_SEQNO"));
                }
                report.accept(finding.build());
            }
        }
    }
}
