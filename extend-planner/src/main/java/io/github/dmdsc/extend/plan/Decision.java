package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.dmdsc.model.check.Text;
import java.util.List;
import org.immutables.value.Value;

/** One value of the new node: what it is, by which rule, and from which evidence. */
@Value.Immutable
@JsonSerialize(as = ImmutableDecision.class)
@JsonDeserialize(builder = Decision.Builder.class)
public interface Decision extends WithDecision {
    /** The family of values that it belongs to, for example {@code css.DCR_EP_PORT}. */
    String name();

    /** The value, as the files write it. */
    String value();

    /** The rule by which it was found. */
    How how();

    /** The values of the other nodes, by seqno. */
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
        /** The request says so. */
        EXPLICIT,
        /** It follows from other values of the new node. */
        DERIVED,
        /** All nodes have this value. */
        SAME,
        /** Most nodes have this value; the others have none. */
        MAJORITY,
        /** The numbers of the nodes rise by one step. */
        PROGRESSION,
        /** The texts of the nodes differ only in numbers that rise by one step. */
        PATTERN
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableDecision.Builder {}
}
