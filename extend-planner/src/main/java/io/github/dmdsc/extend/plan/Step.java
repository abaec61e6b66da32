package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One step of a plan. */
@Value.Immutable
@JsonSerialize(as = ImmutableStep.class)
@JsonDeserialize(builder = Step.Builder.class)
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public interface Step extends WithStep {
    /** Its name, the same in every plan for the same cluster and request, for example {@code extend-dcr.disk1}. */
    String id();

    /** The part of the extension that it belongs to. */
    Phase phase();

    /** The host on which it is done. */
    String host();

    /** Who does it. */
    Tool tool();

    /** What it does. */
    Action action();

    /** How that is said to a tool; absent where a person acts, or files are moved. */
    Optional<Words> words();

    /** How to see that it worked; default: nothing that a program could compare. */
    @Value.Default
    default Verification verify() {
        return Verification.NONE;
    }

    /** The steps that must be done before; what must hold before is looked at by one of them. */
    List<String> dependsOn();

    /** What it takes to come back from it. */
    RollbackClass rollbackClass();

    /** Whether a person must confirm before it is done; default: no. */
    @Value.Default
    default boolean gate() {
        return false;
    }

    /** A builder of this value. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the value; every attribute may be given once. */
    class Builder extends ImmutableStep.Builder {}
}
