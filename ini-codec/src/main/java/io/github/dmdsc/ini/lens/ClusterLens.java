package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;

/**
 * The lens of a whole cluster. It reads the files of all hosts into one {@link Cluster}, and writes a changed cluster
 * into the files with the smallest edit:
 *
 * <pre>{@code
 * Cluster cluster = ClusterLens.get(files).cluster().orElseThrow();
 * ClusterEdit edit = ClusterLens.put(cluster.withMember(1, member -> member.withCssPort(17000)), files);
 * }</pre>
 *
 * <p>For files {@code f} that hold one cluster, and clusters {@code c}, {@code c2} that files can express:
 *
 * <ul>
 *   <li>GetPut: {@code put(get(f), f)} is {@code f}, byte for byte, and touches nothing.
 *   <li>PutGet: {@code get(put(c, f))} is {@code c}.
 *   <li>PutPut: {@code get(put(c2, put(c, f)))} is {@code c2}. It is {@code put(c2, f)} byte for byte under the
 *       conditions that {@link Lens} states.
 *   <li>Locality: only lines whose values differ change. Each of them is reported as {@linkplain Touched touched}, and
 *       so are the comments and blank lines that are added or removed with it.
 * </ul>
 *
 * <p>A new file is based on an existing file of the same role: for a file of a node, on that of the node with the
 * lowest seqno. A file that the cluster no longer has is removed. Files that belong to no cluster stay. {@link
 * Cluster#dcrvDisks()} is in no file: it is not written, and it is empty when the cluster is read back.
 */
public final class ClusterLens {
    private ClusterLens() {}

    /** Reads the cluster as {@link ClusterReader#read(ClusterFiles)} does. */
    public static ClusterReading get(ClusterFiles files) {
        return ClusterReader.read(files);
    }

    /**
     * Writes a cluster into files. Never throws. If the files cannot express the cluster, there is a finding: INI-0112
     * to INI-0116 if a text cannot be written (the file does not change); CLU-0120 if two parts of the cluster give one
     * file different values (the first one is written); CLU-0121 if a written file reads back differently.
     *
     * @param cluster the cluster to write
     * @param files the files to change
     * @return the changed files
     */
    public static ClusterEdit put(Cluster cluster, ClusterFiles files) {
        return new ClusterPut(cluster, files).edit();
    }
}
