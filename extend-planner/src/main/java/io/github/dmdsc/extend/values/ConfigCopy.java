package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.base.HostPaths;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the first node's configuration directory is copied to the new host. */
public final class ConfigCopy {
    /** Backups of files and of dm.ctl, logs, traces, temporary files, and the file that the cluster was made from. */
    private static final List<String> NEVER =
            List.of("*bak*", "*.ini.*", "*.log", "*.trc", "*.DBF", "dminit.ini", "log", "trace");

    private ConfigCopy() {}

    /**
     * The copy, without what is the first node's own: a dmarch.ini where archiving is off would wait to be switched on;
     * DCR exports and monitors' files know the new node only where the plan writes them; archives, backups, logs and
     * traces below the directory are those of that node.
     */
    public static Change.CopyDirectory of(Cluster cluster, NewNode node) {
        ClusterNode first = cluster.nodes().get(0);
        FileId from = first.dbMal().orElseThrow().file();
        Stream<FileId> files = Stream.of(
                        Stream.of(cluster.dcr().file()),
                        cluster.dcrCopies().stream(),
                        cluster.monitors().stream().map(ConfigFile::file),
                        node.newMonitor().stream())
                .flatMap(each -> each);
        Stream<String> paths = Stream.concat(
                files.filter(file -> file.host().equals(from.host())).map(FileId::path), directories(first));
        String below = from.directory() + "/";
        List<String> except = Stream.of(
                        NEVER.stream(),
                        node.dmArch().isEmpty() ? Stream.of("dmarch.ini") : Stream.<String>empty(),
                        paths.filter(path -> path.startsWith(below)).map(path -> path.substring(below.length())))
                .flatMap(each -> each)
                .distinct()
                .sorted()
                .toList();
        return new Change.CopyDirectory(
                from.sibling(from.directory()), new FileId(node.host(), node.configPath()), except);
    }

    /** Where a node keeps what it writes while it runs. */
    private static Stream<String> directories(ClusterNode node) {
        DmIni dmIni = node.dmIni().orElseThrow().value();
        Stream<Optional<StoragePath>> paths =
                Stream.of(dmIni.backupPath(), dmIni.tracePath(), dmIni.tempPath(), dmIni.ctlBackupPath());
        Stream<String> archives = node.dmArch().map(ConfigFile::value).map(DmArch::archives).stream()
                .flatMap(List::stream)
                .flatMap(DmArchive::paths);
        return Stream.concat(paths.flatMap(Optional::stream).map(StoragePath::text), archives)
                .map(HostPaths::normal);
    }
}
