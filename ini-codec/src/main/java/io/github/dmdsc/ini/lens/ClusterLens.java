package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;

/**
 * The lens of a whole cluster: between the files of all hosts and one {@link Cluster}. Any change of a cluster becomes the
 * least edit of the files that state it:
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
 *   <li>PutPut: {@code get(put(c2, put(c, f)))} is {@code c2}; byte for byte {@code put(c2, f)} under the conditions that
 *       {@link Lens} states.
 *   <li>Locality: only lines whose values differ change, and each of them is reported as {@linkplain Touched touched}, with the
 *       comments and blank lines that came or went with it.
 * </ul>
 *
 * <p>A file that is new starts from the text of the first file of its role: of a node's file that of the node with the
 * lowest number. A file that the cluster has no longer is removed; files that belong to no cluster stay. {@link
 * Cluster#dcrvDisks()} stands in no file: it is not written, and comes back empty.
 */
public final class ClusterLens {
    private ClusterLens() {}

    /** Reads the cluster as {@link ClusterReader#read(ClusterFiles)} does. */
    public static ClusterReading get(ClusterFiles files) {
        return ClusterReader.read(files);
    }

    /**
     * Writes a cluster into files. Never fails: where files cannot express the cluster, a finding says so. INI-0112 to
     * INI-0116: a text cannot be written, and its file stays as it is. CLU-0120: two parts of the cluster say different
     * things in one file, and the first one is written. CLU-0121: the file that was written reads back as something else.
     */
    public static ClusterEdit put(Cluster cluster, ClusterFiles files) {
        return new ClusterPut(cluster, files).edit();
    }
}
