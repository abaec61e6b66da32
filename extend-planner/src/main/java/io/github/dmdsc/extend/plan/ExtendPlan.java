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
 * The extension of one cluster by one node: what changes in which file, and what is done where in which order. The
 * normative form of everything that is rendered from it.
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
    /** The version of this form that this library writes. */
    String FORMAT_VERSION = "2.0";

    /** The version of this form. */
    @Value.Default
    default String formatVersion() {
        return FORMAT_VERSION;
    }

    /** SHA-256 over the canonical JSON (RFC 8785) of this plan without this attribute. */
    String planId();

    /** Which cluster. */
    Identity identity();

    /** The storage edition that the plan assumes. */
    StorageEdition edition();

    /** What was asked for. */
    ExtendRequest request();

    /** The nodes before, by seqno. */
    List<NodeSummary> nodes();

    /** The new node. */
    NodeSummary newNode();

    /** Every value of the new node, and why it is that. */
    List<Decision> decisions();

    /** The files that the plan was made from. */
    List<FileHash> base();

    /** The files that change, in the order of their hosts and paths. */
    List<FileChange> files();

    /** The steps in their order. */
    List<Step> steps();

    /** What is left where the point of no return was passed in vain: stop everything, initialise the DCR disk. */
    List<Step> reinitialise();

    /** What happens to a file; empty where the plan does not change it. */
    default Optional<FileChange> change(FileId file) {
        return files().stream().filter(each -> each.file().equals(file)).findFirst();
    }

    /** The hash that a file had when the plan was made; empty where it was not there. */
    default Optional<String> base(FileId file) {
        return base().stream()
                .filter(each -> each.file().equals(file))
                .map(FileHash::sha256)
                .findFirst();
    }

    /** The actions of a kind, in the order of their steps. */
    default <A extends Action> Stream<A> actions(Class<A> kind) {
        return steps().stream().map(Step::action).filter(kind::isInstance).map(kind::cast);
    }

    /** The files that the steps of a phase write, in the order of the steps. */
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
     * What makes a cluster itself.
     *
     * @param oguid DCR_OGUID
     * @param dcrPath DMDCR_PATH
     */
    record Identity(int oguid, String dcrPath) {}

    /**
     * A node in a few words.
     *
     * @param seqno its number
     * @param host its host
     * @param css name of its CSS endpoint
     * @param asm name of its ASM endpoint
     * @param db name of its DB endpoint
     * @param ports where its processes listen, as far as the files say it: the parameter that counts of several
     */
    record NodeSummary(int seqno, String host, String css, String asm, String db, Map<GroupType, Port> ports) {
        public NodeSummary {
            // In the order of the groups: the text of a plan depends on nothing else.
            ports = Collections.unmodifiableMap(new TreeMap<>(ports));
        }
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableExtendPlan.Builder {}
}
