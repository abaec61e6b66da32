package io.github.dmdsc.model.check;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.dmdsc.model.Location;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One finding: what is wrong, where, with what it conflicts, and what to do. A plain value. */
@Value.Immutable
@JsonSerialize(as = ImmutableDiagnostic.class)
@JsonDeserialize(as = ImmutableDiagnostic.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public interface Diagnostic {
    /** The order in which findings are shown: worst first, then by place and rule. */
    Comparator<Diagnostic> ORDER = Comparator.comparing(Diagnostic::severity)
            .thenComparing(finding -> finding.primary().host())
            .thenComparing(finding -> finding.primary().path())
            .thenComparing(finding -> finding.primary().line())
            .thenComparing(finding -> finding.primary().column())
            .thenComparing(Diagnostic::ruleId)
            .thenComparing(finding -> finding.message().en());

    /** The rule, stable for ever, for example {@code DSC-0203}. */
    String ruleId();

    /** How bad it is. */
    Severity severity();

    /** Where it is. */
    Location primary();

    /** The other sides of a conflict. */
    List<Location> related();

    /** The operands by name: texts and integers. */
    Map<String, Object> parameters();

    /** What is wrong. */
    Text message();

    /** What to do about it. */
    Text fix();

    /** The chapter of the manual that says so. */
    Optional<String> manual();

    /** Why somebody waived it; absent where nobody did. */
    Optional<String> waived();

    /** Whether it stands in the way: an error that nobody waived. */
    @JsonIgnore
    default boolean isBlocking() {
        return severity() == Severity.ERROR && waived().isEmpty();
    }

    /** Starts a finding whose texts are {@code <ruleId>.message} and {@code <ruleId>.fix} of {@code messages}. */
    static Finding finding(Messages messages, String ruleId, Severity severity) {
        return new Finding(messages, ruleId, severity);
    }
}
