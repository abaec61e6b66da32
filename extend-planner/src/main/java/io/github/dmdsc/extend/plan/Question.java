package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.dmdsc.model.check.Text;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A value that the planner cannot infer, and that the request must give. */
@Value.Immutable
@JsonSerialize(as = ImmutableQuestion.class)
@JsonDeserialize(builder = Question.Builder.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Question extends WithQuestion {
    /** The name of the family of values, for example {@code css.DCR_EP_PORT}; see {@link Decision#name()}. */
    String name();

    /** The reason why the value cannot be inferred. */
    Why why();

    /** The name of the instance of the existing node that gets the value; empty if the new node gets it. */
    Optional<String> member();

    /** The question as a sentence, with the reason why the value is not inferred. */
    default Text text() {
        return ValueTexts.text(this);
    }

    /** The question in a few words, with the values of the existing nodes and the place of the first one. */
    default Text brief() {
        return ValueTexts.brief(this);
    }

    /** The topic of the question. */
    default Topic topic() {
        return Topic.of(attribute(), name());
    }

    /**
     * The form of the texts that answer the question, for example {@code <MB>}. The form is the same in every language.
     */
    default String form() {
        return RequestAttribute.of(attribute()).map(RequestAttribute::form).orElse("<value>");
    }

    /** The values of the existing nodes, ordered by seqno. */
    List<Evidence> evidence();

    /** A value that is possible; empty if the planner knows none. The planner uses it only if the request gives it. */
    Optional<String> suggestion();

    /**
     * The name of the attribute of {@link ExtendRequest} that takes the answer, for example {@code cssPort}. If the
     * family has no attribute of its own, {@code values}.
     */
    String attribute();

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** The reasons why a value cannot be inferred. */
    enum Why {
        /** No file of the cluster holds such a value. */
        NOTHING,
        /** Only one node has a value, so there is no step from node to node. */
        ONE,
        /** The values of the existing nodes do not determine the value of the new node. */
        REQUEST,
        /** {@link ExtendRequest#strict()} forbids the inference. */
        STRICT,
        /** The values of the existing nodes follow no rule that gives the next value. */
        IRREGULAR,
        /** The next value by the rule is already in use, or longer than the parameter allows. */
        TAKEN,
        /** The next number by the rule is larger than the parameter allows. */
        TOO_LARGE,
        /** The addresses of the existing nodes have an IPv6 zone, and the address in the request has none. */
        ZONE,
        /** There are several possibilities with different consequences, and a person must choose. */
        CHOICE
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableQuestion.Builder {}
}
