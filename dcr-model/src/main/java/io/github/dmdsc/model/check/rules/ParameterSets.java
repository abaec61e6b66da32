package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.ParameterSet;
import java.util.ArrayList;
import java.util.List;

/** Lists all files and sections of a cluster as values with parameters. */
final class ParameterSets {
    private ParameterSets() {}

    /** Returns the values file by file. The value of a file comes before the values of its sections. */
    static List<ParameterSet<?>> of(Cluster cluster) {
        List<ParameterSet<?>> all = new ArrayList<>();
        all.add(cluster.dcr().value());
        for (DcrGroup group : cluster.dcr().value().groups()) {
            all.add(group);
            all.addAll(group.endpoints());
        }
        for (ClusterNode node : cluster.nodes()) {
            all.add(node.dmdcr().value());
            node.asmMal().ifPresent(file -> mal(file.value(), all));
            node.dmIni().ifPresent(file -> all.add(file.value()));
            node.dbMal().ifPresent(file -> mal(file.value(), all));
            node.dmArch().ifPresent(file -> arch(file.value(), all));
        }
        cluster.monitors().stream().map(ConfigFile::value).forEach(all::add);
        return all;
    }

    private static void mal(MalConfig mal, List<ParameterSet<?>> all) {
        all.add(mal);
        all.addAll(mal.instances());
    }

    private static void arch(DmArch arch, List<ParameterSet<?>> all) {
        all.add(arch);
        all.addAll(arch.archives());
    }
}
