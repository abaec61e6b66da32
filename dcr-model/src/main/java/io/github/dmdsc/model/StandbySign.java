package io.github.dmdsc.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sign that a cluster has a standby (DM8 Data Watch manual, "dmarch.ini", "dmwatcher.ini").
 *
 * @param kind the kind of sign
 * @param host the host of the node
 * @param place the place of the sign
 * @param value the type of the archive, the path of dmwatcher.ini, or the startup command
 */
public record StandbySign(Kind kind, String host, Location place, String value) {
    /** The kinds of sign. */
    public enum Kind {
        /** An archive of type REALTIME, TIMELY, ASYNC or SYNC: its destination is the standby. */
        ARCHIVE,
        /** A dmwatcher.ini in CONFIG_PATH. */
        WATCHER,
        /** {@code mount} in {@code DMDCR_DB_STARTUP_CMD}. The instance is then opened by the watcher. */
        MOUNT
    }

    private static final Set<ArchiveType> TO_STANDBY =
            Set.of(ArchiveType.REALTIME, ArchiveType.TIMELY, ArchiveType.ASYNC, ArchiveType.SYNC);

    static List<StandbySign> of(Cluster cluster) {
        List<StandbySign> signs = new ArrayList<>();
        for (ClusterNode node : cluster.nodes()) {
            node.dmArch()
                    .map(file -> file.value().archives())
                    .orElse(List.of())
                    .forEach(archive -> archive.type()
                            .filter(TO_STANDBY::contains)
                            .ifPresent(type -> signs.add(new StandbySign(
                                    Kind.ARCHIVE, node.host(), archive.origin().at(DmArchive.TYPE), type.name()))));
            node.watcher()
                    .ifPresent(file ->
                            signs.add(new StandbySign(Kind.WATCHER, node.host(), Location.of(file), file.path())));
            Dmdcr dmdcr = node.dmdcr().value();
            dmdcr.dbStartupCommand()
                    .filter(command ->
                            StartupCommand.parse(command).arguments().stream().anyMatch("mount"::equalsIgnoreCase))
                    .ifPresent(command -> signs.add(new StandbySign(
                            Kind.MOUNT, node.host(), dmdcr.origin().at(Dmdcr.DB_STARTUP_COMMAND), command)));
        }
        return List.copyOf(signs);
    }
}
