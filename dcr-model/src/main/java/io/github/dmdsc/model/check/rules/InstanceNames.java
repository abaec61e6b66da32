package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** DCR_EP_NAME of a node's DB endpoint equals INSTANCE_NAME. */
final class InstanceNames implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0201")
            .manual(Findings.DCR)
            .causedBy(Findings.ENDPOINTS)
            .causedBy("DSC-0206", "DSC-0228");

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
            boolean untold =
                    endpoint.get().name().isEmpty() || dmIni.instanceName().isEmpty();
            if (!untold && !Names.same(endpoint.get().name(), dmIni.instanceName())) {
                report.accept(KIND.at(dmIni.origin().at(DmIni.INSTANCE_NAME))
                        .against(endpoint.get().origin().at(DcrEndpoint.NAME))
                        .with("instance", dmIni.instanceName())
                        .with("endpoint", endpoint.get().name())
                        .build());
            }
        }
    }
}
