package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** Exactly one of DCR_VTD_PATH (DMASM edition) and DCR_DISK_LOAD_PATH (mirror edition) is set. */
final class StorageDisks implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0114").manual(Findings.DCR);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        DmdcrCfg dcr = cluster.dcr().value();
        boolean unreadable =
                dcr.origin().unreadable(DmdcrCfg.VOTE_DISK_PATH) || dcr.origin().unreadable(DmdcrCfg.DISK_LOAD_PATH);
        if (dcr.voteDiskPath().isEmpty() && dcr.diskLoadPath().isEmpty() && !unreadable) {
            report.accept(KIND.variant("neither")
                    .at(dcr.origin().at(DmdcrCfg.VOTE_DISK_PATH))
                    .build());
        } else if (dcr.voteDiskPath().isPresent() && dcr.diskLoadPath().isPresent()) {
            report.accept(KIND.variant("both")
                    .at(dcr.origin().at(DmdcrCfg.VOTE_DISK_PATH))
                    .against(dcr.origin().at(DmdcrCfg.DISK_LOAD_PATH))
                    .build());
        }
    }
}
