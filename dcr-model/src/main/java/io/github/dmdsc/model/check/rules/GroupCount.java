package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** DCR_N_GRP equals the number of [GRP] sections. */
final class GroupCount implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0101").manual(Findings.DCR).causedBy("INI-0106");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        DmdcrCfg dcr = cluster.dcr().value();
        int has = dcr.groups().size();
        if (dcr.groupCount().isPresent() && dcr.groupCount().get() != has) {
            report.accept(KIND.at(dcr.origin().at(DmdcrCfg.GROUP_COUNT))
                    .with("says", dcr.groupCount().get())
                    .with("has", has)
                    .build());
        }
    }
}
