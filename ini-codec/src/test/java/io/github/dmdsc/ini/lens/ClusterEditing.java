package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.Seconds;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.FileStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * The files of a cluster in a style in which people write them, and two edited clusters.
 *
 * @param files the files
 * @param cluster the cluster of the files
 * @param first the cluster after some edits
 * @param second the cluster after some others
 */
record ClusterEditing(ClusterFiles files, Cluster cluster, Cluster first, Cluster second) {
    private static final List<BiFunction<Member, Integer, Member>> PORTS = List.of(
            Member::withCssPort,
            Member::withAsmPort,
            Member::withDbPort,
            Member::withMalPort,
            Member::withAsmMalPort,
            Member::withCheckPort);

    /** Returns clusters with edits of every kind, including an added member. */
    static Arbitrary<ClusterEditing> any() {
        return of((random, layout) -> edited(random, grown(random, layout), ClusterEditing::anything));
    }

    /** Returns clusters in which only ports have other numbers. Every parameter keeps its place. */
    static Arbitrary<ClusterEditing> ofValues() {
        return of((random, layout) -> edited(random, layout.cluster(), ClusterEditing::port));
    }

    private static Arbitrary<ClusterEditing> of(BiFunction<Random, ClusterLayout, Cluster> edit) {
        return Combinators.combine(
                        ClusterArbitraries.layouts(1, 4), ClusterArbitraries.fileStyles(), Arbitraries.randoms())
                .as((any, style, random) -> {
                    ClusterLayout layout =
                            any.withMonitors(Math.min(any.monitors(), 2)).withCheckPorts(true);
                    Cluster cluster = layout.cluster();
                    return new ClusterEditing(
                            written(cluster, style), cluster, edit.apply(random, layout), edit.apply(random, layout));
                });
    }

    /** Returns the files of a cluster in a style. */
    static ClusterFiles written(Cluster cluster, FileStyle style) {
        ClusterFiles created = ClusterLens.create(cluster);
        Map<FileId, byte[]> files = new TreeMap<>();
        created.ids().forEach(id -> files.put(id, style.apply(created.bytes(id))));
        return ClusterFiles.of(files);
    }

    private static Cluster grown(Random random, ClusterLayout layout) {
        return random.nextBoolean() ? layout.withNodes(layout.nodes() + 1).cluster() : layout.cluster();
    }

    private static Cluster edited(Random random, Cluster cluster, BiFunction<Random, Cluster, Cluster> edit) {
        Cluster edited = cluster;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            edited = edit.apply(random, edited);
        }
        return edited;
    }

    private static Cluster anything(Random random, Cluster cluster) {
        return switch (random.nextInt(7)) {
            case 0, 1 -> port(random, cluster);
            case 2 ->
                ofMember(
                        random,
                        cluster,
                        member -> member.withName(
                                List.of(GroupType.values()).get(random.nextInt(3)), "NAME_" + random.nextInt(1000)));
            case 3 -> ofMember(random, cluster, member -> member.withHost("10.77.0." + random.nextInt(200)));
            case 4 -> monitorAdded(cluster);
            case 5 -> cluster.withMonitors(cluster.monitors().stream().skip(1).toList());
            default -> parameter(random, cluster);
        };
    }

    private static Cluster port(Random random, Cluster cluster) {
        int number = 20_000 + random.nextInt(10_000);
        return ofMember(
                random,
                cluster,
                member -> PORTS.get(random.nextInt(PORTS.size())).apply(member, number));
    }

    private static Cluster ofMember(Random random, Cluster cluster, UnaryOperator<Member> edit) {
        return cluster.withMember(random.nextInt(cluster.nodes().size()), edit);
    }

    private static Cluster monitorAdded(Cluster cluster) {
        List<CssAddress> addresses = cluster.members().stream()
                .flatMap(member -> member.cssAddress().stream())
                .toList();
        List<ConfigFile<Dmcssm>> monitors = new ArrayList<>(cluster.monitors());
        FileId file = new FileId("monitor" + (5 + monitors.size()), "/home/dm/dmcssm.ini");
        monitors.removeIf(each -> each.file().equals(file));
        monitors.add(new ConfigFile<>(
                file,
                Dmcssm.builder()
                        .oguid(cluster.dcr().value().oguid())
                        .cssAddresses(addresses)
                        .build()));
        monitors.sort(Comparator.comparing(ConfigFile::file));
        return cluster.withMonitors(monitors);
    }

    /** Sets or removes a parameter. */
    private static Cluster parameter(Random random, Cluster cluster) {
        int node = random.nextInt(cluster.nodes().size());
        Optional<Seconds> interval = random.nextBoolean() ? Optional.empty() : Optional.of(Seconds.of(45));
        return switch (random.nextInt(4)) {
            case 0 -> ClusterEdits.dmdcr(cluster, node, dmdcr -> dmdcr.withAsmRestartInterval(interval));
            case 1 -> ClusterEdits.dmIni(cluster, node, dmIni -> dmIni.withTracePath(Optional.empty()));
            case 2 -> ClusterEdits.dbMal(cluster, node, mal -> mal.withCheckInterval(interval));
            default -> ClusterEdits.group(cluster, GroupType.DB, group -> group.withDiskCheckTolerance(interval));
        };
    }
}
