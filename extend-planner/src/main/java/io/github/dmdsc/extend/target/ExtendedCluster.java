package io.github.dmdsc.extend.target;

import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.extend.values.Zones;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cluster as it will be, as a value: for the rules to judge before anything is written. */
public final class ExtendedCluster {
    private ExtendedCluster() {}

    public static Cluster of(Cluster cluster, NewNode node) {
        List<ClusterNode> nodes = new ArrayList<>();
        for (int seqno = 0; seqno < cluster.nodes().size(); seqno++) {
            ClusterNode each = cluster.nodes().get(seqno);
            Optional<DmArchive> gained =
                    Optional.ofNullable(node.remoteArchives().get(seqno));
            nodes.add(ClusterNode.builder()
                    .from(each)
                    .dmArch(each.dmArch()
                            .map(arch -> new ConfigFile<>(
                                    arch.file(),
                                    DmArch.builder()
                                            .from(arch.value())
                                            .addAllArchives(gained.stream().toList())
                                            .build())))
                    .asmMal(with(each.asmMal(), node.asmMal()))
                    .dbMal(with(each.dbMal(), node.dbMal()))
                    .build());
        }
        nodes.add(newNode(cluster.nodes().get(0), nodes, node));
        Cluster joined = cluster.withDcr(cluster.dcr().map(dcr -> dcr(dcr, node)))
                .withNodes(nodes)
                .withDcrvDisks(node.dcrvDisks().stream().map(LocalPath::of).toList());
        List<ConfigFile<Dmcssm>> monitors = new ArrayList<>();
        Optional<CssAddress> added = joined.member(node.seqno()).cssAddress();
        cluster.monitors()
                .forEach(file -> monitors.add(file.map(monitor -> added.map(address -> new CssAddress(
                                node.monitorHosts().getOrDefault(file.file(), address.host()), address.port()))
                        .map(address -> watching(monitor, address))
                        .orElse(monitor))));
        node.newMonitor().ifPresent(file -> monitors.add(new ConfigFile<>(file, monitor(joined))));
        return joined.withMonitors(monitors);
    }

    /** A monitor of every node of a cluster. */
    static Dmcssm monitor(Cluster cluster) {
        return Dmcssm.builder()
                .oguid(cluster.dcr().value().oguid())
                .cssAddresses(cluster.members().stream()
                        .flatMap(member -> member.cssAddress().stream())
                        .toList())
                .build();
    }

    private static Dmcssm watching(Dmcssm monitor, CssAddress address) {
        return Dmcssm.builder()
                .from(monitor)
                .addCssAddresses(Zones.among(monitor.cssAddresses(), address))
                .build();
    }

    private static DmdcrCfg dcr(DmdcrCfg dcr, NewNode node) {
        List<DcrGroup> groups = new ArrayList<>();
        for (DcrGroup group : dcr.groups()) {
            GroupType type = group.type().orElseThrow();
            DcrEndpoint endpoint = switch (type) {
                case CSS -> node.css();
                case ASM -> node.asm();
                case DB -> node.db();
            };
            int count = group.endpoints().size() + 1;
            groups.add(DcrGroup.builder()
                    .from(group)
                    .endpointCount(count)
                    .endpointNumbers(group.endpointNumbers().map(old -> EndpointArray.upTo(count)))
                    .addEndpoints(endpoint)
                    .build());
        }
        return DmdcrCfg.builder().from(dcr).groups(groups).build();
    }

    private static MalConfig own(MalConfig mal, MalInstance instance) {
        return Zones.in(instance.host().flatMap(Zones::of), mal);
    }

    private static Optional<ConfigFile<MalConfig>> with(Optional<ConfigFile<MalConfig>> mal, MalInstance instance) {
        return mal.map(found -> new ConfigFile<>(
                found.file(),
                MalConfig.builder()
                        .from(found.value())
                        .addInstances(Zones.in(Zones.of(found.value()), instance))
                        .build()));
    }

    /** On a machine that has a node already, the two may share a dmasvrmal.ini. */
    private static ClusterNode newNode(ClusterNode source, List<ClusterNode> others, NewNode node) {
        ClusterNode.Builder built = ClusterNode.builder()
                .dmdcr(new ConfigFile<>(node.dmdcrFile(), node.dmdcr()))
                .dmIni(new ConfigFile<>(node.dmIniFile(), node.dmIni()));
        others.stream()
                .flatMap(other -> other.asmMal().stream())
                .filter(mal -> mal.file().equals(node.asmMalFile()))
                .findFirst()
                .or(() -> with(source.asmMal(), node.asmMal())
                        .map(mal -> new ConfigFile<>(node.asmMalFile(), own(mal.value(), node.asmMal()))))
                .ifPresent(built::asmMal);
        with(source.dbMal(), node.dbMal())
                .ifPresent(mal -> built.dbMal(new ConfigFile<>(node.dbMalFile(), own(mal.value(), node.dbMal()))));
        node.dmArch().ifPresent(arch -> built.dmArch(new ConfigFile<>(node.archFile(), arch)));
        return built.build();
    }
}
