package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.dmdsc.model.check.Text;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A value of the new node that does not follow from anything and must be given. */
@Value.Immutable
@JsonSerialize(as = ImmutableQuestion.class)
@JsonDeserialize(builder = Question.Builder.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Question extends WithQuestion {
    /** The family of values, for example {@code css.DCR_EP_PORT}. */
    String name();

    /** Why it is asked. */
    Why why();

    /** The instance of the node that is there and gets the value; empty where the new node gets it. */
    Optional<String> member();

    /** What is asked, and why it is not inferred. */
    default Text text() {
        return ValueTexts.text(this);
    }

    /** The same in a few words, with what the nodes have and where the first of them has it. */
    default Text brief() {
        return ValueTexts.brief(this);
    }

    /** What it is about. */
    default Topic topic() {
        return Topic.of(attribute(), name());
    }

    /** Which texts answer it, in no language: for example {@code <MB>}. */
    default String form() {
        return RequestAttribute.of(attribute()).map(RequestAttribute::form).orElse("<value>");
    }

    /** What the other nodes have, by seqno. */
    List<Evidence> seen();

    /** A value that would do, where one can be named. Nothing is planned with it unless the request says so. */
    Optional<String> suggestion();

    /**
     * The attribute of {@link ExtendRequest} that answers it, for example {@code cssPort}; {@code values} where the
     * family has no attribute of its own.
     */
    String attribute();

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Why a value does not follow from anything. */
    enum Why {
        /** No file of the cluster holds such a value. */
        NOTHING,
        /** One value shows no progression. */
        ONE,
        /** The values of the nodes do not tell that of a new one. */
        REQUEST,
        /** The request forbids to infer. */
        STRICT,
        /** The values of the nodes do not continue regularly. */
        IRREGULAR,
        /** The value that continues those of the nodes is taken, or longer than the parameter allows. */
        TAKEN,
        /** The address needs a zone as the nodes' have one, and the request names none. */
        ZONE,
        /** There are several ways, and each has its price. */
        CHOICE
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableQuestion.Builder {}
}
