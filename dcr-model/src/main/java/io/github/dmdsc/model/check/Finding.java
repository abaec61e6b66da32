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
 * One finding: what is wrong, where, with what it conflicts, and what to do. A plain value: its sentences are looked up by
 * its kind when somebody asks for them, and neither order nor equality depends on them. As JSON it shows its sentences
 * beside the data.
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
    /** The order in which findings are shown: worst first, then by place, kind and operands. */
    Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(finding -> finding.primary().host())
            .thenComparing(finding -> finding.primary().path())
            .thenComparing(finding -> finding.primary().line())
            .thenComparing(finding -> finding.primary().column())
            .thenComparing(Finding::ruleId)
            .thenComparing(Finding::variant)
            .thenComparing(finding -> finding.parameters().toString());

    /** What kind of finding it is. */
    @JsonIgnore
    FindingKind kind();

    /** Where it is. */
    Location primary();

    /** The other sides of a conflict. */
    List<Location> related();

    /** The operands by name. */
    Map<String, Object> parameters();

    /** Which of several messages of its kind it has; empty where there is one. */
    @Value.Default
    default String variant() {
        return "";
    }

    /** Why somebody waived it; absent where nobody did. */
    Optional<String> waived();

    /** The id of its kind, for example {@code DSC-0203}. */
    @JsonProperty
    default String ruleId() {
        return kind().id();
    }

    /** How bad it is. */
    @JsonProperty
    default Severity severity() {
        return kind().severity();
    }

    /** What is wrong. */
    @JsonProperty
    default Text message() {
        return kind().message(variant(), parameters());
    }

    /** What to do about it. */
    @JsonProperty
    default Text fix() {
        return kind().fix(variant(), parameters());
    }

    /** The chapter of the manual that says so. */
    @JsonProperty
    default Optional<String> manual() {
        return kind().manual();
    }

    /** Whether it stands in the way: an error that nobody waived. */
    @JsonIgnore
    default boolean isBlocking() {
        return severity() == Severity.ERROR && waived().isEmpty();
    }
}
