package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.dmdsc.model.check.Text;
import java.util.List;
import org.immutables.value.Value;

/** One value of the new node, the rule by which it was found, and the evidence for it. */
@Value.Immutable
@JsonSerialize(as = ImmutableDecision.class)
@JsonDeserialize(builder = Decision.Builder.class)
public interface Decision extends WithDecision {
    /**
     * The name of the family of values that the value belongs to, for example {@code css.DCR_EP_PORT}. A family holds
     * the values of one parameter on all nodes.
     */
    String name();

    /** The value, as the files write it. */
    String value();

    /** The rule by which the value was found. */
    How how();

    /** The values of the existing nodes, ordered by seqno; empty if they do not matter. */
    List<Evidence> evidence();

    /** The rule in words. */
    default Text why() {
        return ValueTexts.why(this);
    }

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** The rules, in the order in which they are tried. */
    enum How {
        /** The request gives the value. */
        EXPLICIT,
        /** The value follows from other values of the new node. */
        DERIVED,
        /** All nodes have this value. */
        SAME,
        /** Most nodes have this value; the others have none. */
        MAJORITY,
        /** The value is a number that rises by the same step from node to node. */
        PROGRESSION,
        /**
         * The value is a text with numbers in it. From node to node, only the numbers change, and they rise by the same
         * step.
         */
        PATTERN
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableDecision.Builder {}
}
