package io.github.dmdsc.model.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.dmdsc.model.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One finding: the problem, its place, the places with which it conflicts, and the fix. Two findings are equal if their
 * data is equal; the sentences are looked up by the kind when they are needed. The JSON of a finding has both the data
 * and the sentences.
 */
@Value.Immutable
@JsonSerialize(as = ImmutableFinding.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({
    "ruleId",
    "severity",
    "primary",
    "related",
    "variant",
    "parameters",
    "message",
    "fix",
    "manual",
    "waived"
})
public interface Finding extends WithFinding {
    /**
     * The order in which findings are shown: by severity with errors first, then by place, kind, variant and
     * parameters.
     */
    Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> finding.primary().host())
            .thenComparing(finding -> finding.primary().path())
            .thenComparing(finding -> finding.primary().line())
            .thenComparing(finding -> finding.primary().column())
            .thenComparing(Finding::ruleId)
            .thenComparing(Finding::variant)
            .thenComparing(finding -> finding.parameters().toString());

    /** The kind of finding. */
    @JsonIgnore
    FindingKind kind();

    /** The place of the finding. */
    Location primary();

    /** The other places of a conflict; empty if there is none. */
    List<Location> related();

    /** The values in the message, by name. */
    Map<String, Object> parameters();

    /** Selects one of several messages of the kind; empty if the kind has one message. */
    @Value.Default
    default String variant() {
        return "";
    }

    /** The reason of the waiver; empty if the finding is not waived. */
    Optional<String> waived();

    /** The id of the kind, for example {@code DSC-0203}. */
    @JsonProperty
    default String ruleId() {
        return kind().id();
    }

    /** The severity of the kind. */
    @JsonProperty
    default Severity severity() {
        return kind().severity();
    }

    /** The problem, as a sentence. */
    @JsonProperty
    default Text message() {
        return kind().message(variant(), parameters());
    }

    /** The fix, as a sentence. */
    @JsonProperty
    default Text fix() {
        return kind().fix(variant(), parameters());
    }

    /** The chapter of the manual on which the finding is based; empty if there is none. */
    @JsonProperty
    default Optional<String> manual() {
        return kind().manual();
    }

    /** Returns whether the finding is an error that is not waived. */
    @JsonIgnore
    default boolean isBlocking() {
        return severity() == Severity.ERROR && waived().isEmpty();
    }
}
