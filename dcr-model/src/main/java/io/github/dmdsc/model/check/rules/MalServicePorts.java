package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.PortOrNone;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** MAL_INST_PORT equals PORT_NUM of the instance. */
final class MalServicePorts implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0204").manual(Findings.MAL).causedBy("DSC-0201", "DSC-0206", "DSC-0208");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        List<ClusterNode> nodes = FirstDatabase.nodes(cluster);
        Optional<ConfigFile<MalConfig>> mal =
                nodes.stream().flatMap(node -> node.dbMal().stream()).findFirst();
        for (ClusterNode node : nodes) {
            if (mal.isEmpty() || node.dmIni().isEmpty()) {
                continue;
            }
            DmIni dmIni = node.dmIni().get().value();
            mal.get().value().instances().stream()
                    .filter(instance -> Names.same(instance.name(), dmIni.instanceName()))
                    .filter(instance -> !dmIni.origin().unreadable(DmIni.PORT)
                            && instance.servicePort()
                                    .flatMap(PortOrNone::port)
                                    .filter(port -> !port.equals(dmIni.portInForce()))
                                    .isPresent())
                    .forEach(instance -> report.accept(KIND.at(instance.origin().at(MalInstance.SERVICE_PORT))
                            .against(dmIni.origin().at(DmIni.PORT))
                            .with("mal", instance.servicePort())
                            .with("port", dmIni.portInForce())
                            .build()));
        }
    }
}
