package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** Exactly one of DCR_VTD_PATH (DMASM) and DCR_DISK_LOAD_PATH (mirror) is there. */
public final class StorageDisks implements Rule {
    @Override
    public String id() {
        return "DSC-0114";
    }

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Diagnostic> report) {
        DmdcrCfg dcr = cluster.dcr().value();
        if (dcr.voteDiskPath().isEmpty() && dcr.diskLoadPath().isEmpty()) {
            report.accept(Findings.error(id())
                    .saying("neither")
                    .at(dcr.origin().at("DCR_VTD_PATH"))
                    .manual(Findings.DCR)
                    .build());
        } else if (dcr.voteDiskPath().isPresent() && dcr.diskLoadPath().isPresent()) {
            report.accept(Findings.error(id())
                    .saying("both")
                    .at(dcr.origin().at("DCR_VTD_PATH"))
                    .against(dcr.origin().at("DCR_DISK_LOAD_PATH"))
                    .manual(Findings.DCR)
                    .build());
        }
    }
}
