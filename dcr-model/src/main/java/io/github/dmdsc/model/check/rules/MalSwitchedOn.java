package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** No instance has its MAL system switched off. */
public final class MalSwitchedOn implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0216").manual(Findings.DM_INI);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Finding> report) {
        for (ClusterNode node : cluster.nodes()) {
            node.dmIni()
                    .map(ConfigFile::value)
                    .filter(dmIni -> dmIni.malIni().filter(on -> on == 0).isPresent())
                    .ifPresent(dmIni -> report.accept(KIND.at(dmIni.origin().at(DmIni.MAL_INI))
                            .with("host", node.host())
                            .build()));
        }
    }
}
