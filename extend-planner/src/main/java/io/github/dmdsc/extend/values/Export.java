package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.tools.ToolProfile;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.StorageEdition;
import java.util.List;
import java.util.Optional;

/** The command that exports the DCR configuration of a cluster (DM8 DMDSC manual, chapter 14, step 1). */
final class Export {
    private static final String NAME = "dmdcr_cfg_bak";

    private final ToolProfile tools;
    private final String disk;
    private final FileId to;

    /**
     * @param files the existing files, which the export must not overwrite
     * @param dcrvDisks the DCRV disks that the request gives; empty in the DMASM edition, or if it gives none
     */
    Export(Cluster cluster, ClusterFiles files, List<String> dcrvDisks) {
        this.tools = ToolProfile.of(cluster.edition());
        this.disk = disk(cluster, dcrvDisks);
        this.to = free(cluster.dcr().file(), files);
    }

    /** Returns the name of the tool that exports. */
    String program() {
        return tools.command().program();
    }

    /** Returns the command to type in the tool. */
    String command() {
        return tools.export(disk, to.path());
    }

    /** Returns the file that the export creates. */
    FileId to() {
        return to;
    }

    /**
     * Returns the disk to export from, which may be any DCRV disk. No file names the DCRV disks; if the request does
     * not name them either, the result is their directory with a placeholder.
     */
    private static String disk(Cluster cluster, List<String> dcrvDisks) {
        if (cluster.edition() == StorageEdition.MIRROR) {
            Optional<String> directory = cluster.dcr()
                    .value()
                    .diskLoadPath()
                    .map(LoadPaths::paths)
                    .flatMap(paths -> paths.stream().findFirst())
                    .map(path -> path.endsWith("/") ? path : path + "/");
            return dcrvDisks.stream().findFirst().orElseGet(() -> directory.orElse("") + "<DCRV disk>");
        }
        return cluster.nodes().stream()
                .flatMap(node -> node.dmdcr().value().dcrPath().stream())
                .map(path -> path.text())
                .findFirst()
                .orElse("<DCR disk>");
    }

    /** Returns a new file name in the directory of the existing DCR configuration. */
    private static FileId free(FileId beside, ClusterFiles files) {
        FileId file = beside.sibling(beside.directory() + "/" + NAME + ".ini");
        for (int number = 2; files.ids().contains(file); number++) {
            file = beside.sibling(beside.directory() + "/" + NAME + number + ".ini");
        }
        return file;
    }
}
