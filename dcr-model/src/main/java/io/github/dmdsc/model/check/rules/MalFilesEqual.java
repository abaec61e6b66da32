package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** dmmal.ini and dmasvrmal.ini have the same content on every node. IPv6 zones are ignored. */
final class MalFilesEqual implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0208").manual(Findings.MAL).causedBy("INI-0112", "DSC-0213", "DSC-0234", "DSC-0303");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        MalEquality.check(KIND, FirstDatabase.nodes(cluster), ClusterNode::dbMal, report);
        MalEquality.check(KIND, cluster.nodes(), ClusterNode::asmMal, report);
    }
}
