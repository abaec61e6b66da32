package io.github.dmdsc.ini.lens;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.MalConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The role of a file in a cluster: the part of the cluster that has it, and the lens that reads it. Files of two roles
 * may be of one {@link io.github.dmdsc.model.FileKind}.
 *
 * @param <T> the model
 */
final class FileRole<T> {
    /** The DCR configuration and its copies. */
    static final FileRole<DmdcrCfg> DCR = new FileRole<>(
            Lenses.DMDCR_CFG,
            cluster -> Stream.concat(Stream.of(cluster.dcr().file()), cluster.dcrCopies().stream())
                    .map(file -> new ConfigFile<>(file, cluster.dcr().value())));

    static final FileRole<Dmdcr> DMDCR = ofNode(Lenses.DMDCR, node -> Optional.of(node.dmdcr()));
    static final FileRole<MalConfig> ASM_MAL = ofNode(Lenses.MAL, ClusterNode::asmMal);
    static final FileRole<DmIni> DM_INI = ofNode(Lenses.DM_INI, ClusterNode::dmIni);
    static final FileRole<MalConfig> DB_MAL = ofNode(Lenses.MAL, ClusterNode::dbMal);
    static final FileRole<DmArch> DMARCH = ofNode(Lenses.DMARCH, ClusterNode::dmArch);
    static final FileRole<Dmcssm> MONITOR = new FileRole<>(Lenses.DMCSSM, cluster -> cluster.monitors().stream());

    /** Every role. */
    static final List<FileRole<?>> ALL = List.of(DCR, DMDCR, ASM_MAL, DM_INI, DB_MAL, DMARCH, MONITOR);

    private final Lens<T> lens;
    private final Function<Cluster, Stream<ConfigFile<T>>> files;

    private FileRole(Lens<T> lens, Function<Cluster, Stream<ConfigFile<T>>> files) {
        this.lens = lens;
        this.files = files;
    }

    private static <T> FileRole<T> ofNode(Lens<T> lens, Function<ClusterNode, Optional<ConfigFile<T>>> file) {
        return new FileRole<>(lens, cluster -> cluster.nodes().stream().flatMap(node -> file.apply(node).stream()));
    }

    Lens<T> lens() {
        return lens;
    }

    /**
     * Returns the files of this role, those of nodes in the order of the nodes. A file that two nodes share occurs
     * twice.
     */
    List<ConfigFile<T>> in(Cluster cluster) {
        return files.apply(cluster).toList();
    }
}
