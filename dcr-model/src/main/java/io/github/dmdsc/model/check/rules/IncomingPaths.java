package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * ARCH_INCOMING_PATH of a remote archive is the path of a local archive of the instance that it names, with
 * ARCH_LOCAL_SHARE set to 1. That instance has a remote archive in the other direction.
 */
final class IncomingPaths implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0236").manual("DM8 DMDSC, 16.2").waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        List<ClusterNode> nodes = FirstDatabase.nodes(cluster);
        Map<String, DmArch> instances = new HashMap<>();
        for (ClusterNode node : nodes) {
            instance(node)
                    .ifPresent(
                            name -> node.dmArch().ifPresent(file -> instances.put(Names.folded(name), file.value())));
        }
        boolean unread = nodes.stream().anyMatch(IncomingPaths::isUnread);
        for (ClusterNode node : nodes) {
            node.dmArch().ifPresent(file -> check(node, file.value(), instances, unread, report));
        }
    }

    /** Returns whether a node has no dmarch.ini, or whether its archives or its instance name cannot be read. */
    private static boolean isUnread(ClusterNode node) {
        return node.dmArch()
                .map(ConfigFile::value)
                .map(arch -> arch.origin().unreadable(DmArch.LOCAL_SHARE)
                        || Stream.of(DmArchive.TYPE, DmArchive.DESTINATION, DmArchive.INCOMING_PATH)
                                .anyMatch(key -> Unread.any(arch.archives(), key))
                        || instance(node).isEmpty())
                .orElse(true);
    }

    private static void check(
            ClusterNode node, DmArch arch, Map<String, DmArch> instances, boolean unread, Consumer<Finding> report) {
        List<Doubt> doubts = new ArrayList<>();
        for (DmArchive archive : remotes(arch)) {
            Optional<DmArch> other =
                    archive.destination().map(Names::folded).flatMap(name -> Optional.ofNullable(instances.get(name)));
            other.filter(any -> !unread)
                    .flatMap(found -> doubt(arch, archive, found))
                    .ifPresent(doubts::add);
            other.filter(found -> !hasRemoteFor(found, instance(node)))
                    .ifPresent(found -> report.accept(KIND.variant("oneway")
                            .at(archive.origin().at(DmArchive.DESTINATION))
                            .against(found.origin().self())
                            .with("instance", instance(node))
                            .with("name", archive.destination())
                            .build()));
        }
        // One finding for each file is enough: its sections are usually wrong in the same way. The server may not start
        // with a path that is elsewhere, so such a path is reported first.
        doubts.stream()
                .min(Comparator.comparing(Doubt::isShared))
                .map(Doubt::finding)
                .ifPresent(report);
    }

    /**
     * A path that may be wrong.
     *
     * @param isShared whether it is the local archive of the other instance
     */
    private record Doubt(boolean isShared, Finding finding) {}

    private static Optional<Doubt> doubt(DmArch arch, DmArchive archive, DmArch other) {
        List<DmArchive> locals = other.archives().stream()
                .filter(each ->
                        each.isOfType(ArchiveType.LOCAL) && each.destination().isPresent())
                .toList();
        Optional<String> path = archive.incomingPath().map(StoragePath::text).map(HostPaths::normal);
        if (locals.isEmpty() || path.isEmpty()) {
            return Optional.empty();
        }
        boolean same = locals.stream()
                .anyMatch(each ->
                        HostPaths.normal(each.destination().orElseThrow()).equals(path.get()));
        if (same && isShared(arch)) {
            return Optional.empty();
        }
        Finding finding = KIND.variant(same ? "unshared" : "elsewhere")
                .at(archive.origin().at(DmArchive.INCOMING_PATH))
                .against(locals.get(0).origin().at(DmArchive.DESTINATION))
                .with("section", archive.section())
                .with("path", archive.incomingPath())
                .with("name", archive.destination())
                .with("expected", locals.get(0).destination())
                .build();
        return Optional.of(new Doubt(same, finding));
    }

    private static boolean isShared(DmArch arch) {
        return arch.localShare().filter(share -> share == 1).isPresent();
    }

    private static boolean hasRemoteFor(DmArch arch, Optional<String> instance) {
        return Unread.any(arch.archives(), DmArchive.DESTINATION)
                || Unread.any(arch.archives(), DmArchive.TYPE)
                || instance.isEmpty()
                || remotes(arch).stream().anyMatch(each -> Names.same(each.destination(), instance));
    }

    private static List<DmArchive> remotes(DmArch arch) {
        return arch.archives().stream()
                .filter(archive -> archive.isOfType(ArchiveType.REMOTE))
                .toList();
    }

    private static Optional<String> instance(ClusterNode node) {
        return node.dmIni().map(ConfigFile::value).flatMap(DmIni::instanceName);
    }
}
