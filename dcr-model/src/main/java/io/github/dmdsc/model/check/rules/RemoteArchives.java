package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * A remote archive names another instance of the cluster, and a directory for the archives that this instance sends.
 */
final class RemoteArchives implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0219")
            .manual(Findings.ARCHIVES)
            .waivable()
            .causedBy(Findings.ENDPOINTS)
            .causedBy("DSC-0201", "DSC-0206");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        Optional<DcrGroup> db = cluster.dcr().value().group(GroupType.DB);
        Location said = db.map(group -> group.origin().self())
                .orElse(Location.of(cluster.dcr().file()));
        boolean unread = Unread.endpointNames(cluster.dcr().value(), db.stream().toList());
        for (ClusterNode node : FirstDatabase.nodes(cluster)) {
            Set<String> others = new TreeSet<>();
            db.map(DcrGroup::endpoints).orElse(List.of()).stream()
                    .map(DcrEndpoint::name)
                    .flatMap(Optional::stream)
                    .forEach(name -> others.add(Names.folded(name)));
            node.dmIni()
                    .flatMap(file -> file.value().instanceName())
                    .ifPresent(own -> others.remove(Names.folded(own)));
            node.dmArch().map(ConfigFile::value).stream()
                    .flatMap(arch -> arch.archives().stream())
                    .filter(archive -> archive.isOfType(ArchiveType.REMOTE))
                    .forEach(archive -> check(archive, others, unread, said, report));
        }
    }

    private void check(DmArchive archive, Set<String> others, boolean unread, Location said, Consumer<Finding> report) {
        Optional<String> destination = archive.destination();
        if (destination.map(Names::folded).filter(others::contains).isEmpty() && !unread) {
            report(archive, DmArchive.DESTINATION, destination, others, said, report);
        }
        if (archive.incomingPath().isEmpty()) {
            report(archive, DmArchive.INCOMING_PATH, Optional.empty(), "/…", said, report);
        }
    }

    private void report(
            DmArchive archive,
            String key,
            Optional<String> value,
            Object expected,
            Location said,
            Consumer<Finding> report) {
        if (archive.origin().unreadable(key)) {
            return;
        }
        report.accept(KIND.at(archive.origin().at(key))
                .against(said)
                .with("section", archive.section())
                .with("key", key)
                .with("value", value)
                .with("expected", expected)
                .build());
    }
}
