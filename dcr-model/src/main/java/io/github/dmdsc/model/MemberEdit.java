package io.github.dmdsc.model;

import io.github.dmdsc.model.base.Names;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes one fact about a member in each place of a cluster that states it. Not thread-safe. */
final class MemberEdit {
    private final Member member;
    private Cluster cluster;

    MemberEdit(Member member) {
        this.member = member;
        this.cluster = member.cluster();
    }

    /** Returns the member of the changed cluster. */
    Member done() {
        return cluster.member(member.number());
    }

    MemberEdit endpoint(GroupType type, UnaryOperator<DcrEndpoint> edit) {
        Optional<DcrEndpoint> own = cluster.endpoint(type, member.number());
        cluster = cluster.withDcr(cluster.dcr()
                .map(dcr -> dcr.withGroups(each(
                        dcr.groups(),
                        group -> group.isOfType(type)
                                ? group.withEndpoints(each(
                                        group.endpoints(),
                                        found -> Optional.of(found).equals(own) ? edit.apply(found) : found))
                                : group))));
        return this;
    }

    MemberEdit dmdcr(UnaryOperator<Dmdcr> edit) {
        return node(node -> node.withDmdcr(node.dmdcr().map(edit)));
    }

    MemberEdit dmIni(UnaryOperator<DmIni> edit) {
        return node(node -> node.withDmIni(node.dmIni().map(file -> file.map(edit))));
    }

    private MemberEdit node(UnaryOperator<ClusterNode> edit) {
        Optional<FileId> own = member.files().map(node -> node.dmdcr().file());
        return nodes(node -> own.equals(Optional.of(node.dmdcr().file())) ? edit.apply(node) : node);
    }

    private MemberEdit nodes(UnaryOperator<ClusterNode> edit) {
        cluster = cluster.withNodes(each(cluster.nodes(), edit));
        return this;
    }

    /**
     * Changes the member's instance in every node's copy of dmmal.ini (DB) or dmasvrmal.ini (ASM). The instance is
     * found by the name that its endpoint had before the edit.
     */
    MemberEdit instances(GroupType type, UnaryOperator<MalInstance> edit) {
        Optional<String> name = member.endpoint(type).flatMap(DcrEndpoint::name);
        UnaryOperator<ConfigFile<MalConfig>> inFile = file -> file.map(mal -> mal.withInstances(each(
                mal.instances(), instance -> Names.same(instance.name(), name) ? edit.apply(instance) : instance)));
        return switch (type) {
            case CSS -> this;
            case ASM -> nodes(node -> node.withAsmMal(node.asmMal().map(inFile)));
            case DB -> nodes(node -> node.withDbMal(node.dbMal().map(inFile)));
        };
    }

    /** Changes every archive of every node. */
    void archives(UnaryOperator<DmArchive> edit) {
        nodes(node -> node.withDmArch(node.dmArch()
                .map(file -> file.map(arch -> arch.withArchives(each(arch.archives(), edit))))));
    }

    /** Changes a CSS address in the files of all monitors. IPv6 zones are ignored when it is searched. */
    void cssAddresses(CssAddress old, UnaryOperator<CssAddress> edit) {
        cluster = cluster.withMonitors(each(
                cluster.monitors(),
                file -> file.map(monitor -> monitor.withCssAddresses(each(
                        monitor.cssAddresses(),
                        at -> at.withoutZone().equals(old.withoutZone()) ? edit.apply(at) : at)))));
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> edit) {
        return all.stream().map(edit).toList();
    }
}
