package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.tools.ToolProfile;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.StorageEdition;
import java.util.List;
import java.util.Optional;

/** How the DCR configuration of a cluster is exported (DM8 DMDSC manual, chapter 14, step 1). */
final class Export {
    private static final String NAME = "dmdcr_cfg_bak";

    private final ToolProfile tools;
    private final String disk;
    private final FileId to;

    /**
     * @param files the files that are there: an export goes over none of them
     * @param dcrvDisks the DCRV disks of a mirror cluster, where the request names them
     */
    Export(Cluster cluster, ClusterFiles files, List<String> dcrvDisks) {
        this.tools = ToolProfile.of(cluster.edition());
        this.disk = disk(cluster, dcrvDisks);
        this.to = free(cluster.dcr().file(), files);
    }

    /** The tool that exports. */
    String program() {
        return tools.command().program();
    }

    /** What is typed there. */
    String command() {
        return tools.export(disk, to.path());
    }

    /** The file that the export makes. */
    FileId to() {
        return to;
    }

    /** Any one DCRV disk will do; no file names them, but the directory in which they are. */
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

    /** A name beside the file that is kept, which no file has. */
    private static FileId free(FileId beside, ClusterFiles files) {
        FileId file = beside.sibling(beside.directory() + "/" + NAME + ".ini");
        for (int number = 2; files.ids().contains(file); number++) {
            file = beside.sibling(beside.directory() + "/" + NAME + number + ".ini");
        }
        return file;
    }
}
