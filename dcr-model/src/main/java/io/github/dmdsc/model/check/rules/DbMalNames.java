package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/**
 * Every DB endpoint has an instance in dmmal.ini. The file may also have instances outside the cluster: DBLink partners
 * (DMDSC, 17.7) and a standby (Data Watch, 7.5.6).
 */
final class DbMalNames implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0202")
            .manual(Findings.MAL)
            .causedBy(Findings.ENDPOINTS)
            .causedBy("DSC-0201", "DSC-0208", "DSC-0303");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        MalNames.endpoints(
                KIND,
                cluster.dcr(),
                cluster.dcr().value().group(GroupType.DB).stream().toList(),
                FirstDatabase.nodes(cluster).stream()
                        .flatMap(node -> node.dbMal().stream())
                        .findFirst(),
                report);
    }
}
