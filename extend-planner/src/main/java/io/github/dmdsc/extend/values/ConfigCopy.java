package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.Lenses;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.base.HostPaths;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decides which files of the first node's configuration directory are copied to the new host. */
public final class ConfigCopy {
    /**
     * Files that are never copied: backups of files and of dm.ctl, logs, traces, temporary files, and the file from
     * which the cluster was made.
     */
    private static final List<String> NEVER =
            List.of("*bak*", "*.ini.*", "*.log", "*.trc", "*.DBF", "dminit.ini", "log", "trace");

    private ConfigCopy() {}

    /**
     * Returns the copy, without the files that belong to the first node only. A dmarch.ini is left out if archiving is
     * off, because it would take effect when archiving is switched on. DCR exports and monitors' files are left out,
     * because only those that the plan writes list the new node. Other files of a known kind are old copies, which
     * would be wrong on the new host. Archives, backups, logs and traces below the directory belong to the first node.
     */
    public static Change.CopyDirectory of(Cluster cluster, NewNode node, ClusterFiles base) {
        ClusterNode first = cluster.nodes().get(0);
        FileId from = first.dbMal().orElseThrow().file();
        String below = from.directory() + "/";
        Stream<FileId> files = Stream.concat(
                base.ids().stream()
                        .filter(file ->
                                file.host().equals(from.host()) && file.path().startsWith(below))
                        .filter(file -> isForeign(file, first, base) || isRenamed(file, first, node.dmIniFile())),
                node.newMonitor().stream().filter(file -> file.host().equals(from.host())));
        Stream<String> paths =
                Stream.concat(files.map(FileId::path), OwnDirectories.of(first).map(HostPaths::normal));
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

    /** Whether a file is of a known kind, but not one that the node's instance reads. */
    private static boolean isForeign(FileId file, ClusterNode node, ClusterFiles base) {
        boolean read = Stream.of(node.dmIni(), node.dbMal(), node.dmArch())
                .flatMap(Optional::stream)
                .anyMatch(each -> each.file().equals(file));
        return !read && Lenses.kind(file, base.document(file)).isPresent();
    }

    /** Whether a file is the node's dm.ini, and the new node's has another name. The plan writes that one. */
    private static boolean isRenamed(FileId file, ClusterNode node, FileId dmIni) {
        return !file.name().equals(dmIni.name())
                && node.dmIni().filter(own -> own.file().equals(file)).isPresent();
    }
}
