package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;

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

    /**
     * Reads the cluster that files hold. Never throws for bad files. The files must hold one DCR configuration, or
     * several copies that differ only in line ends and comments; otherwise there is a finding and no cluster. The
     * cluster is found as follows:
     *
     * <ul>
     *   <li>Each dmdcr.ini is a node. It names the dmasvrmal.ini and the dm.ini of the node. {@code CONFIG_PATH} in
     *       dm.ini names the directory of dmmal.ini and dmarch.ini.
     *   <li>Each dmcssm.ini is a monitor.
     *   <li>The DCR configuration is the file that has groups. If there are exports of the DCR disk, they are used, and
     *       dmdcr_cfg.ini files from which a cluster is built are ignored.
     * </ul>
     *
     * <p>Other files are ignored. Nodes, monitors and the DCR configuration are searched in files named {@code *.ini},
     * except {@code *_example.ini}. A file that a parameter or the caller names may have any name. If several files of
     * a host have the same {@code DMDCR_SEQNO}, a file counts as a backup if no startup command names it, if it is not
     * named dmdcr.ini, or if the name of its directory shows that it is a backup. If no startup command names the
     * dm.ini of a node, copies of it are recognised in the same way.
     *
     * <p>A file of more than 20,000 lines is reported and not read. At most 200 findings are reported for one file.
     */
    public static ClusterReading get(ClusterFiles files) {
        return ClusterReader.read(files);
    }

    /**
     * Reads the cluster with the DCR configuration of a given file. If the file does not exist or holds none, there is
     * a finding and no cluster.
     */
    public static ClusterReading get(ClusterFiles files, FileId dcr) {
        return ClusterReader.read(files, dcr);
    }

    /**
     * Creates the files of a cluster that was built in Java. {@link #get(ClusterFiles)} reads them back as the same
     * cluster. A file that several nodes share is created once. Nothing is written to the disk.
     *
     * @throws IllegalArgumentException if a text of the cluster cannot be written to an INI file, or if two nodes give
     *     one file different contents
     */
    public static ClusterFiles create(Cluster cluster) {
        return ClusterWriter.create(cluster);
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
