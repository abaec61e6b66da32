package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.lens.Lenses;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.StorageEdition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The extended cluster of a plan: the names and ports of its nodes, and the disks from the planned DCR configuration.
 *
 * @param nodes the nodes by seqno, the new one last
 * @param disks the disks that all nodes share
 */
record Topology(List<Node> nodes, List<Disk> disks) {
    /**
     * A node.
     *
     * @param seqno the seqno
     * @param host the host
     * @param endpoints the CSS, ASM and DB endpoint, in this order
     * @param fresh whether the plan adds the node
     */
    record Node(int seqno, String host, List<Endpoint> endpoints, boolean fresh) {}

    /**
     * An endpoint.
     *
     * @param type the type of its group
     * @param name the name
     * @param port the port; empty if the configuration has none
     */
    record Endpoint(GroupType type, String name, Optional<Port> port) {}

    /**
     * A disk, or a directory of disks.
     *
     * @param kind the use of the disk: {@code dcr}, {@code dcrv} or {@code vote}
     * @param path the path of the disk on each node
     */
    record Disk(String kind, String path) {}

    static Topology of(ExtendPlan plan) {
        Optional<DmdcrCfg> dcr = configuration(plan);
        List<Node> nodes = new ArrayList<>();
        plan.nodes().forEach(node -> nodes.add(node(node, false)));
        nodes.add(node(plan.newNode(), true));
        List<Disk> disks = new ArrayList<>();
        String kind = plan.edition() == StorageEdition.MIRROR ? "dcrv" : "dcr";
        disks.add(new Disk(kind, plan.identity().dcrPath()));
        dcr.flatMap(DmdcrCfg::voteDiskPath).ifPresent(path -> disks.add(new Disk("vote", path.toString())));
        return new Topology(nodes, disks);
    }

    /** Returns the nodes that the cluster has before the extension. */
    List<Node> before() {
        return nodes.stream().filter(node -> !node.fresh()).toList();
    }

    private static Node node(ExtendPlan.NodeSummary node, boolean fresh) {
        List<Endpoint> endpoints = List.of(
                endpoint(GroupType.CSS, node.css(), node),
                endpoint(GroupType.ASM, node.asm(), node),
                endpoint(GroupType.DB, node.db(), node));
        return new Node(node.seqno(), node.host(), endpoints, fresh);
    }

    private static Endpoint endpoint(GroupType type, String name, ExtendPlan.NodeSummary node) {
        return new Endpoint(type, name, Optional.ofNullable(node.ports().get(type)));
    }

    private static Optional<DmdcrCfg> configuration(ExtendPlan plan) {
        return plan.written(Phase.EDIT_DCR_CONFIG)
                .flatMap(file -> read(plan, file).stream())
                .findFirst();
    }

    private static Optional<DmdcrCfg> read(ExtendPlan plan, FileId file) {
        return plan.files().stream()
                .filter(change -> change.file().equals(file))
                .map(change -> Lenses.DMDCR_CFG
                        .get(IniDocument.parse(change.content().bytes()), file)
                        .value())
                .findFirst();
    }
}
