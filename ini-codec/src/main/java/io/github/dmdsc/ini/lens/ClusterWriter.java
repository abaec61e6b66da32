package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.FileId;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Creates the files of a cluster, see {@link ClusterLens#create}. */
final class ClusterWriter {
    private ClusterWriter() {}

    static ClusterFiles create(Cluster cluster) {
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
