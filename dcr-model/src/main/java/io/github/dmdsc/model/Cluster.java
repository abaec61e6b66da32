package io.github.dmdsc.model;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A whole cluster: its DCR configuration, its nodes with their files, and its monitors. */
@Value.Immutable
public interface Cluster {
    /** The exported DCR configuration. */
    Located<DmdcrCfg> dcr();

    /** Further files with the very same bytes as {@link #dcr()}. */
    List<FileId> dcrCopies();

    /** The nodes, by seqno; those without a valid one last, by host. */
    List<ClusterNode> nodes();

    /** The monitors, by host. */
    List<Located<Dmcssm>> monitors();

    /** The edition: mirror where {@code DCR_DISK_LOAD_PATH} is set, else DMASM. */
    @Value.Derived
    default StorageEdition edition() {
        return dcr().value().diskLoadPath().isPresent() ? StorageEdition.MIRROR : StorageEdition.DMASM;
    }

    /** The endpoint of a type with a number: by {@code DCR_EP_SEQNO} where it is given, else by position. */
    default Optional<DcrEndpoint> endpoint(GroupType type, int seqno) {
        List<DcrEndpoint> endpoints =
                dcr().value().group(type).map(DcrGroup::endpoints).orElse(List.of());
        for (int i = 0; i < endpoints.size(); i++) {
            DcrEndpoint endpoint = endpoints.get(i);
            if (endpoint.seqno().map(Seqno::number).orElse(i) == seqno) {
                return Optional.of(endpoint);
            }
        }
        return Optional.empty();
    }

    /** A builder of this value. */
    static ImmutableCluster.Builder builder() {
        return ImmutableCluster.builder();
    }
}
