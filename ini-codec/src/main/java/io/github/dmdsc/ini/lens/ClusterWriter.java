package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.FileId;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Writes the files of a cluster that was designed in Java: what {@link ClusterReader} reads back as the same cluster. */
public final class ClusterWriter {
    private ClusterWriter() {}

    /**
     * Every file of a cluster, each as its lens creates it. Files that several nodes share are written once.
     *
     * @throws IllegalArgumentException if a text in the cluster cannot be written to an INI file, or two nodes give one
     *     file different contents
     */
    public static ClusterFiles create(Cluster cluster) {
        Map<FileId, byte[]> files = new TreeMap<>();
        write(files, Lenses.DMDCR_CFG, cluster.dcr());
        cluster.dcrCopies()
                .forEach(copy -> write(
                        files,
                        Lenses.DMDCR_CFG,
                        new ConfigFile<>(copy, cluster.dcr().value())));
        for (ClusterNode node : cluster.nodes()) {
            write(files, Lenses.DMDCR, node.dmdcr());
            node.asmMal().ifPresent(file -> write(files, Lenses.MAL, file));
            node.dmIni().ifPresent(file -> write(files, Lenses.DM_INI, file));
            node.dbMal().ifPresent(file -> write(files, Lenses.MAL, file));
            node.dmArch().ifPresent(file -> write(files, Lenses.DMARCH, file));
        }
        cluster.monitors().forEach(monitor -> write(files, Lenses.DMCSSM, monitor));
        return ClusterFiles.of(files);
    }

    private static <T> void write(Map<FileId, byte[]> files, Lens<T> lens, ConfigFile<T> file) {
        byte[] bytes = lens.create(file.value()).toBytes();
        byte[] before = files.put(file.file(), bytes);
        if (before != null && !Arrays.equals(before, bytes)) {
            throw new IllegalArgumentException("two parts of the cluster say different things in " + file.file());
        }
    }
}
