package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.Oguid;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** CSSM_OGUID of every monitor equals DCR_OGUID. */
final class MonitorOguid implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0209").manual(Findings.MONITOR).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        Optional<Oguid> oguid = cluster.dcr().value().oguid();
        for (ConfigFile<Dmcssm> monitor : cluster.monitors()) {
            if (oguid.isPresent()
                    && !monitor.value().origin().unreadable(Dmcssm.OGUID)
                    && !monitor.value().oguid().equals(oguid)) {
                report.accept(KIND.at(monitor.value().origin().at(Dmcssm.OGUID))
                        .against(cluster.dcr().value().origin().at(DmdcrCfg.OGUID))
                        .with("monitor", monitor.value().oguid())
                        .with("dcr", oguid.get())
                        .build());
            }
        }
    }
}
