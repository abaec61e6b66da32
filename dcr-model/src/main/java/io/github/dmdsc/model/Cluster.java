package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.immutables.value.Value;

/** A whole cluster: its DCR configuration, its nodes with their files, and its monitors. */
@Value.Immutable
@JsonSerialize(as = ImmutableCluster.class)
@JsonDeserialize(builder = Cluster.Builder.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Cluster {
    /** The exported DCR configuration. */
    ConfigFile<DmdcrCfg> dcr();

    /** Further files that say the same as {@link #dcr()}; ends of lines and comments may differ. */
    List<FileId> dcrCopies();

    /** The nodes, by seqno; those without a valid one last, by host. */
    List<ClusterNode> nodes();

    /** The monitors, by host. */
    List<ConfigFile<Dmcssm>> monitors();

    /** The DCRV disks of the mirror edition, where they are known: no file lists them. */
    List<LocalPath> dcrvDisks();

    /**
     * The edition: mirror where {@code DCR_DISK_LOAD_PATH} is set, or stands there unreadable and no
     * {@code DCR_VTD_PATH} does; else DMASM.
     */
    @Value.Derived
    @JsonIgnore
    default StorageEdition edition() {
        DmdcrCfg dcr = dcr().value();
        boolean unread = dcr.origin().unreadable(DmdcrCfg.DISK_LOAD_PATH)
                && dcr.voteDiskPath().isEmpty();
        return dcr.diskLoadPath().isPresent() || unread ? StorageEdition.MIRROR : StorageEdition.DMASM;
    }

    /** As {@link DmdcrCfg#endpoint}. */
    default Optional<DcrEndpoint> endpoint(GroupType type, int seqno) {
        return dcr().value().endpoint(type, seqno);
    }

    /** The nodes, each with everything that bears its number, by number. */
    default List<Member> members() {
        return Member.of(this);
    }

    /**
     * The member with a number; of several that have it the first.
     *
     * @throws NoSuchElementException if no member has it
     */
    default Member member(int number) {
        return members().stream()
                .filter(member -> member.number() == number)
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("the cluster has no node " + number));
    }

    /**
     * The cluster with one member changed: {@code cluster.withMember(3, member -> member.withCssPort(17000))} changes the
     * port in every file that states it.
     *
     * @throws NoSuchElementException if no member has the number
     */
    default Cluster withMember(int number, UnaryOperator<Member> edit) {
        return edit.apply(member(number)).cluster();
    }

    /**
     * Whether an instance of a dmmal.ini is none of this cluster: a DBLink partner or a standby, whose section stands in
     * every node's dmmal.ini beside those of the DB endpoints. An instance without a name is none, nor is any where the
     * names of the DB endpoints cannot all be read: nobody knows.
     */
    default boolean isPartner(MalInstance instance) {
        DmdcrCfg dcr = dcr().value();
        boolean unread = dcr.groups().stream().anyMatch(Cluster::lacksNames);
        return instance.name().isPresent()
                && !unread
                && dcr.groups().stream()
                        .filter(group -> group.isOfType(GroupType.DB))
                        .flatMap(group -> group.endpoints().stream())
                        .noneMatch(endpoint -> Names.same(endpoint.name(), instance.name()));
    }

    private static boolean lacksNames(DcrGroup group) {
        boolean ofDatabase = group.isOfType(GroupType.DB);
        return group.type().isEmpty()
                || (ofDatabase
                        && (group.name().isEmpty()
                                || group.endpoints().stream()
                                        .anyMatch(endpoint -> endpoint.name().isEmpty())));
    }

    /**
     * What shows that the cluster has a standby (Data Watch), node by node. Each sign is enough; an instance in dmmal.ini
     * that is no endpoint, or a watcher's port, is none.
     */
    default List<StandbySign> standbySigns() {
        return StandbySign.of(this);
    }

    // Declared by hand: a generated interface has generic arrays too, which the compiler warns of.

    /** The same cluster with another DCR configuration. */
    Cluster withDcr(ConfigFile<DmdcrCfg> dcr);

    /** The same cluster with other copies of the DCR configuration. */
    Cluster withDcrCopies(Iterable<? extends FileId> copies);

    /** The same cluster with other nodes. */
    Cluster withNodes(Iterable<? extends ClusterNode> nodes);

    /** The same cluster with other monitors. */
    Cluster withMonitors(Iterable<? extends ConfigFile<Dmcssm>> monitors);

    /** The same cluster with other DCRV disks. */
    Cluster withDcrvDisks(Iterable<? extends LocalPath> disks);

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableCluster.Builder {}
}
