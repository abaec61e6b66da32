package io.github.dmdsc.extend.steps;

import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.values.NewNode;
import io.github.dmdsc.extend.values.OwnDirectories;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the task of the person who prepares the new host before the first step that changes anything. */
final class NewHost {
    /** The conditions that hold on a host that already runs a node of the cluster. */
    private static final Set<Task.HostItem> PROVEN_BY_A_NODE = EnumSet.of(
            Task.HostItem.SAME_SYSTEM,
            Task.HostItem.SAME_TIME,
            Task.HostItem.SHARED_DISKS,
            Task.HostItem.DISKS_AT_BOOT,
            Task.HostItem.USER_AND_GROUP);

    private final Cluster cluster;
    private final NewNode node;
    private final List<String> logs;

    /**
     * Takes the new node.
     *
     * @param logs the directories in which the instance logs SQL statements
     */
    NewHost(Cluster cluster, NewNode node, List<String> logs) {
        this.cluster = cluster;
        this.node = node;
        this.logs = logs;
    }

    Task.PrepareHost prepare(List<Integer> ports, String binDirectory) {
        Set<Task.HostItem> items = EnumSet.allOf(Task.HostItem.class);
        if (!checksLinks()) {
            items.remove(Task.HostItem.CAPABILITIES);
        }
        if (runsNode()) {
            items.removeAll(PROVEN_BY_A_NODE);
        }
        return new Task.PrepareHost(List.copyOf(items), addresses(), ports, binDirectory, directories());
    }

    private boolean runsNode() {
        return cluster.nodes().stream().anyMatch(each -> each.host().equalsIgnoreCase(node.host()));
    }

    /**
     * Whether a program of the cluster checks the network link. It needs a capability to send the packets (DM8 DMDSC
     * manual, 9.2 and 9.4.1).
     */
    private boolean checksLinks() {
        return cluster.nodes().stream()
                        .anyMatch(each -> each.dmdcr().value().linkCheckIp().isPresent())
                || cluster.nodes().stream()
                        .flatMap(each -> Stream.of(each.asmMal(), each.dbMal()))
                        .flatMap(Optional::stream)
                        .map(file -> file.value())
                        .anyMatch(mal -> mal.checkIp().isPresent());
    }

    private List<String> addresses() {
        return Stream.of(
                        node.css().host(),
                        node.asm().host(),
                        node.asmMal().host(),
                        node.dbMal().host(),
                        node.dbMal().serviceHost())
                .flatMap(Optional::stream)
                .map(HostAddress::text)
                .distinct()
                .toList();
    }

    /**
     * Returns the local directories of the new node's configuration, and those in which its processes write. Paths on
     * ASM are left out. Directories below CONFIG_PATH are included, because the copy of CONFIG_PATH leaves them out.
     */
    private List<String> directories() {
        Stream<String> files = Stream.of(node.dmdcrFile(), node.asmMalFile()).map(FileId::directory);
        int slash = node.configPath().lastIndexOf('/');
        Stream<String> config = Stream.of(slash > 0 ? node.configPath().substring(0, slash) : node.configPath());
        Stream<String> written = OwnDirectories.of(node, cluster.nodes().get(0));
        return Stream.of(files, config, written, logs.stream())
                .flatMap(paths -> paths)
                .distinct()
                .sorted()
                .toList();
    }
}
