package io.github.dmdsc.extend.target;

import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.extend.values.Zones;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Builds the extended cluster as a value, so that the rules can check it before a file is written. */
public final class ExtendedCluster {
    private ExtendedCluster() {}

    public static Cluster of(Cluster cluster, NewNode node) {
        List<ClusterNode> nodes = new ArrayList<>();
        for (ClusterNode each : cluster.nodes()) {
            Optional<DmArchive> gained =
                    Optional.ofNullable(node.remoteArchives().get(nodes.size()));
            nodes.add(each.withDmArch(each.dmArch()
                            .map(file -> file.map(arch -> arch.withArchives(with(arch.archives(), gained)))))
                    .withAsmMal(each.asmMal().map(file -> file.map(mal -> with(mal, node.asmMal()))))
                    .withDbMal(each.dbMal().map(file -> file.map(mal -> with(mal, node.dbMal())))));
        }
        nodes.add(newNode(cluster.nodes().get(0), nodes, node));
        Cluster joined = cluster.withDcr(cluster.dcr().map(dcr -> dcr(dcr, node)))
                .withNodes(nodes)
                .withDcrvDisks(node.dcrvDisks().stream().map(LocalPath::of).toList());
        Optional<CssAddress> added = joined.member(node.seqno()).cssAddress();
        List<ConfigFile<Dmcssm>> monitors = new ArrayList<>();
        for (ConfigFile<Dmcssm> file : cluster.monitors()) {
            Optional<CssAddress> seen = added.map(address ->
                    new CssAddress(node.monitorHosts().getOrDefault(file.file(), address.host()), address.port()));
            monitors.add(file.map(monitor -> watching(monitor, seen)));
        }
        node.newMonitor().ifPresent(file -> monitors.add(new ConfigFile<>(file, monitor(joined))));
        return joined.withMonitors(monitors);
    }

    private static <T> List<T> with(List<T> all, Optional<T> more) {
        return Stream.concat(all.stream(), more.stream()).toList();
    }

    /** Returns the configuration of a monitor that watches every node of a cluster. */
    static Dmcssm monitor(Cluster cluster) {
        return Dmcssm.builder()
                .oguid(cluster.dcr().value().oguid())
                .cssAddresses(cluster.members().stream()
                        .flatMap(member -> member.cssAddress().stream())
                        .toList())
                .build();
    }

    private static Dmcssm watching(Dmcssm monitor, Optional<CssAddress> added) {
        List<CssAddress> addresses = monitor.cssAddresses();
        return monitor.withCssAddresses(with(addresses, added.map(address -> Zones.among(addresses, address))));
    }

    private static DmdcrCfg dcr(DmdcrCfg dcr, NewNode node) {
        List<DcrGroup> groups = new ArrayList<>();
        Set<GroupType> extended = EnumSet.noneOf(GroupType.class);
        for (DcrGroup group : dcr.groups()) {
            GroupType type = group.type().orElseThrow();
            if (!extended.add(type)) {
                // The planner refuses a second group of a type. The new endpoint belongs to the first one.
                groups.add(group);
                continue;
            }
            DcrEndpoint endpoint = switch (type) {
                case CSS -> node.css();
                case ASM -> node.asm();
                case DB -> node.db();
            };
            int count = group.endpoints().size() + 1;
            groups.add(group.withEndpointCount(count)
                    .withEndpointNumbers(group.endpointNumbers().map(old -> EndpointArray.upTo(count)))
                    .withEndpoints(with(group.endpoints(), Optional.of(endpoint))));
        }
        return dcr.withGroups(groups);
    }

    private static MalConfig with(MalConfig mal, MalInstance instance) {
        return mal.withInstances(with(mal.instances(), Optional.of(Zones.in(Zones.of(mal), instance))));
    }

    /**
     * Returns the new node's MAL file: the first node's file with the new instance, and with the IPv6 zone of the new
     * host.
     */
    private static Optional<ConfigFile<MalConfig>> own(
            Optional<ConfigFile<MalConfig>> source, FileId file, MalInstance instance) {
        Optional<String> zone = instance.host().flatMap(Zones::of);
        return source.map(mal -> new ConfigFile<>(file, Zones.in(zone, with(mal.value(), instance))));
    }

    /** Returns the new node. If it shares a machine with another node, the two may share one dmasvrmal.ini. */
    private static ClusterNode newNode(ClusterNode source, List<ClusterNode> others, NewNode node) {
        Optional<ConfigFile<MalConfig>> shared = others.stream()
                .flatMap(other -> other.asmMal().stream())
                .filter(mal -> mal.file().equals(node.asmMalFile()))
                .findFirst();
        return ClusterNode.builder()
                .dmdcr(new ConfigFile<>(node.dmdcrFile(), node.dmdcr()))
                .dmIni(new ConfigFile<>(node.dmIniFile(), node.dmIni()))
                .asmMal(shared.or(() -> own(source.asmMal(), node.asmMalFile(), node.asmMal())))
                .dbMal(own(source.dbMal(), node.dbMalFile(), node.dbMal()))
                .dmArch(node.dmArch().map(arch -> new ConfigFile<>(node.archFile(), arch)))
                .build();
    }
}
