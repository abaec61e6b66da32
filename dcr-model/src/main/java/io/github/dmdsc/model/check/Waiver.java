package io.github.dmdsc.model.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.dmdsc.model.Location;
import java.util.stream.Stream;

/**
 * Somebody knows of a finding and answers for it. It names one rule and one place; there is no waiver for everything.
 *
 * @param ruleId the rule, for example {@code DSC-0210}
 * @param place the finding's place as it is printed: {@code host:/path:line:column}; without its column, or as
 *     {@code host:/path}, it takes every finding of the rule in that line or file, but never of a whole host
 * @param reason why it may stay; not empty
 */
public record Waiver(
        @JsonProperty("ruleId") String ruleId,
        @JsonProperty("place") String place,
        @JsonProperty("reason") String reason) {
    /**
     * Checks that nothing is left out.
     *
     * @throws IllegalArgumentException if the rule, the place or the reason is empty
     */
    public Waiver {
        if (ruleId.isBlank() || place.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("a waiver names a rule, a place and a reason");
        }
    }

    /**
     * Reads {@code <rule>@<place>=<reason>}.
     *
     * @throws IllegalArgumentException if the text has another form
     */
    public static Waiver parse(String text) {
        int at = text.indexOf('@');
        int equals = text.indexOf('=', at);
        if (at == -1 || equals == -1) {
            throw new IllegalArgumentException("a waiver names a rule, a place and a reason");
        }
        return new Waiver(text.substring(0, at), text.substring(at + 1, equals), text.substring(equals + 1));
    }

    /** Whether it is meant for a finding. */
    public boolean covers(Finding finding) {
        Location at = finding.primary();
        Location line = new Location(at.host(), at.path(), at.line(), 0);
        Location file = new Location(at.host(), at.path(), 0, 0);
        return finding.ruleId().equals(ruleId)
                && Stream.of(at, line, file).map(Location::toString).anyMatch(place::equals);
    }
}
