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
    /**
     * The id of the step, for example {@code extend-dcr.disk1}. It is the same in every plan for the same cluster and
     * request.
     */
    String id();

    /** The phase that the step belongs to. */
    Phase phase();

    /** The host on which the step is carried out. */
    String host();

    /** The tool that carries out the step. */
    Tool tool();

    /** The action of the step. */
    Action action();

    /** The command for the tool; empty if a person acts, or if files are moved. */
    Optional<ToolCommand> command();

    /**
     * How a program can check that the step took effect. The default is an empty verification: there is nothing that a
     * program can compare.
     */
    @Value.Default
    default Verification verify() {
        return Verification.NONE;
    }

    /**
     * The ids of the steps that must be done before this step. A condition that must hold before this step is checked
     * by one of those steps.
     */
    List<String> dependsOn();

    /** How the step can be undone or done again. */
    RollbackClass rollbackClass();

    /** Whether a person must confirm before the step is carried out; the default is {@code false}. */
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
