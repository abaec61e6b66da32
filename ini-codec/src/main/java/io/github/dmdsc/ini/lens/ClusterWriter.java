package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.FileId;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Writes the files of a cluster that was built in Java. {@link ClusterReader} reads them back as the same cluster. */
public final class ClusterWriter {
    private ClusterWriter() {}

    /**
     * Creates every file of a cluster with {@link Lens#create}. A file that several nodes share is created once.
     * Nothing is written to the disk.
     *
     * @param cluster the cluster
     * @return the files
     * @throws IllegalArgumentException if a text of the cluster cannot be written to an INI file, or if two nodes give
     *     one file different contents
     */
    public static ClusterFiles create(Cluster cluster) {
        Map<FileId, byte[]> files = new TreeMap<>();
        FileRole.ALL.forEach(role -> write(files, role, cluster));
        return ClusterFiles.of(files);
    }

    private static <T> void write(Map<FileId, byte[]> files, FileRole<T> role, Cluster cluster) {
        role.in(cluster).forEach(file -> write(files, role.lens(), file));
    }

    private static <T> void write(Map<FileId, byte[]> files, Lens<T> lens, ConfigFile<T> file) {
        byte[] bytes = lens.create(file.value()).toBytes();
        byte[] before = files.put(file.file(), bytes);
        if (before != null && !Arrays.equals(before, bytes)) {
            throw new IllegalArgumentException("two parts of the cluster say different things in " + file.file());
        }
    }
}
