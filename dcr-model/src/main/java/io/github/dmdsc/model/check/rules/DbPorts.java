package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** DCR_EP_PORT of a DB endpoint equals PORT_NUM of its instance. */
final class DbPorts implements Rule {
    private static final FindingKind KIND = Findings.warning("DSC-0205")
            .manual(Findings.DCR)
            .waivable()
            .causedBy(Findings.ENDPOINTS)
            .causedBy("DSC-0201", "DSC-0206");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (ClusterNode node : FirstDatabase.nodes(cluster)) {
            Optional<DcrEndpoint> endpoint =
                    node.seqno().flatMap(seqno -> cluster.endpoint(GroupType.DB, seqno.number()));
            if (endpoint.isEmpty() || node.dmIni().isEmpty()) {
                continue;
            }
            DmIni dmIni = node.dmIni().get().value();
            boolean differ = !dmIni.origin().unreadable(DmIni.PORT)
                    && endpoint.get().port().isPresent()
                    && !endpoint.get().port().get().equals(dmIni.portInForce());
            if (differ) {
                report.accept(KIND.at(dmIni.origin().at(DmIni.PORT))
                        .against(endpoint.get().origin().at(DcrEndpoint.PORT))
                        .with("port", dmIni.portInForce())
                        .with("dcr", endpoint.get().port())
                        .build());
            }
        }
    }
}
