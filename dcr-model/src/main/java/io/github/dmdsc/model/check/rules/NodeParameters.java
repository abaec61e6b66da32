package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** The files of a node have the parameters that its processes need to find each other. */
final class NodeParameters implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0213").manual(Findings.NODE);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        boolean asm = cluster.dcr().value().group(GroupType.ASM).isPresent();
        for (ClusterNode node : cluster.nodes()) {
            Dmdcr dmdcr = node.dmdcr().value();
            require(dmdcr.dcrPath(), dmdcr, Dmdcr.DCR_PATH, report);
            if (asm) {
                require(dmdcr.malPath(), dmdcr, Dmdcr.MAL_PATH, report);
            }
            node.dmIni().map(ConfigFile::value).ifPresent(dmIni -> dmIni(dmIni, report));
            node.asmMal().map(ConfigFile::value).ifPresent(mal -> mal(mal, report));
            node.dbMal().map(ConfigFile::value).ifPresent(mal -> mal(mal, report));
        }
    }

    private void dmIni(DmIni dmIni, Consumer<Finding> report) {
        require(dmIni.instanceName(), dmIni, DmIni.INSTANCE_NAME, report);
        require(dmIni.ctlPath(), dmIni, DmIni.CTL_PATH, report);
    }

    private void mal(MalConfig mal, Consumer<Finding> report) {
        for (MalInstance instance : mal.instances()) {
            require(instance.name(), instance, MalInstance.NAME, report);
            require(instance.host(), instance, MalInstance.HOST, report);
            require(instance.port(), instance, MalInstance.PORT, report);
        }
    }

    private void require(Optional<?> value, ParameterSet<?> in, String key, Consumer<Finding> report) {
        if (value.isEmpty() && !in.origin().unreadable(key)) {
            report.accept(KIND.at(in.origin().at(key)).with("key", key).build());
        }
    }
}
