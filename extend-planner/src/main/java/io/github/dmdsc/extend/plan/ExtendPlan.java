package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.StorageEdition;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * The plan of the extension of one cluster by one node: the changes of the files, and the steps with their hosts and
 * their order. The runbook, the page and every other output are made from it. If an output and the plan differ, the
 * plan holds.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableExtendPlan.class)
@JsonDeserialize(builder = ExtendPlan.Builder.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
@JsonPropertyOrder({
    "formatVersion",
    "planId",
    "identity",
    "edition",
    "request",
    "nodes",
    "newNode",
    "decisions",
    "base",
    "files",
    "steps",
    "reinitialise"
})
public interface ExtendPlan extends WithExtendPlan {
    /** The version of the plan format that this version of dmdsc writes. */
    String FORMAT_VERSION = "3.0";

    /** The version of the plan format; the default is {@link #FORMAT_VERSION}. */
    @Value.Default
    default String formatVersion() {
        return FORMAT_VERSION;
    }

    /** SHA-256 over the canonical JSON (RFC 8785) of this plan without this attribute. */
    String planId();

    /** The identity of the cluster. */
    Identity identity();

    /** The storage edition that the plan assumes. */
    StorageEdition edition();

    /** The request that the plan was made from. */
    ExtendRequest request();

    /** The nodes before the extension, ordered by seqno. */
    List<NodeSummary> nodes();

    /** The new node. */
    NodeSummary newNode();

    /** Every value of the new node, with its rule and its evidence. */
    List<Decision> decisions();

    /** The files that the plan was made from, each with its hash. */
    List<FileHash> base();

    /** The files that the extension creates or changes, sorted by host and path. */
    List<FileChange> files();

    /** The steps, in the order in which they are carried out. */
    List<Step> steps();

    /**
     * The steps of the re-initialisation: stop the cluster, put the files back, initialise the DCR disks again with the
     * old configuration, and start the old nodes. You need them only if the extension fails after the point of no
     * return.
     */
    List<Step> reinitialise();

    /** The change of a file; empty if the plan does not change the file. */
    default Optional<FileChange> change(FileId file) {
        return files().stream().filter(each -> each.file().equals(file)).findFirst();
    }

    /**
     * The SHA-256 that a file had when the plan was made; empty if the file was not among the files that the plan was
     * made from.
     */
    default Optional<String> base(FileId file) {
        return base().stream()
                .filter(each -> each.file().equals(file))
                .map(FileHash::sha256)
                .findFirst();
    }

    /** The actions of one kind in {@link #steps()}, in the order of the steps. */
    default <A extends Action> Stream<A> actions(Class<A> kind) {
        return steps().stream().map(Step::action).filter(kind::isInstance).map(kind::cast);
    }

    /** The files that the steps of one phase write, in the order of the steps. */
    default Stream<FileId> written(Phase phase) {
        return steps().stream()
                .filter(step -> step.phase() == phase)
                .map(Step::action)
                .filter(Change.WriteFile.class::isInstance)
                .map(action -> ((Change.WriteFile) action).file());
    }

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /**
     * The values that identify a cluster.
     *
     * @param oguid the value of {@code DCR_OGUID}
     * @param dcrPath the value of {@code DMDCR_PATH} on the first node
     */
    record Identity(int oguid, String dcrPath) {}

    /**
     * A short description of a node. A name or a host that the files do not give is {@code ?}.
     *
     * @param seqno the seqno of the node
     * @param host the host on which the files of the node lie
     * @param css the name of the CSS endpoint
     * @param asm the name of the ASM endpoint
     * @param db the name of the DB endpoint
     * @param ports the port of each process, if the files give it; if several parameters give a port, the one that
     *     takes effect
     */
    record NodeSummary(int seqno, String host, String css, String asm, String db, Map<GroupType, Port> ports) {
        public NodeSummary {
            // Sorted by group type, so that the same plan always gives the same JSON.
            ports = Collections.unmodifiableMap(new TreeMap<>(ports));
        }
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableExtendPlan.Builder {}
}
