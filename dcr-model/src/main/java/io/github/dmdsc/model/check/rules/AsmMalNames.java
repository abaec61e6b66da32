package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The ASM endpoints and the instances in dmasvrmal.ini have the same names. */
final class AsmMalNames implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0203")
            .manual(Findings.MAL)
            .causedBy(Findings.ENDPOINTS)
            .causedBy("DSC-0208", "DSC-0303");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        List<DcrGroup> groups = cluster.dcr().value().groups().stream()
                .filter(group -> group.isOfType(GroupType.ASM))
                .toList();
        Optional<ConfigFile<MalConfig>> mal =
                cluster.nodes().stream().flatMap(node -> node.asmMal().stream()).findFirst();
        MalNames.endpoints(KIND, cluster.dcr(), groups, mal, report);
        MalNames.instances(KIND, cluster.dcr(), groups, mal, report);
    }
}
