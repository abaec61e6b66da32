package io.github.dmdsc.model.check;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.dmdsc.model.Location;
import java.util.stream.Stream;

/**
 * A waiver accepts a known finding, with a reason. It names one rule and one place; you cannot waive everything at
 * once.
 *
 * @param ruleId the id of the rule, for example {@code DSC-0210}
 * @param place the place of the finding as it is printed, {@code host:/path:line:column}. Without the column it covers
 *     every finding of the rule in that line, and as {@code host:/path} every finding of the rule in that file. It
 *     cannot cover a whole host
 * @param reason the reason why the finding is accepted; not empty
 */
public record Waiver(
        @JsonProperty("ruleId") String ruleId,
        @JsonProperty("place") String place,
        @JsonProperty("reason") String reason) {
    /**
     * Checks that no component is empty.
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

    /**
     * Returns whether the waiver names the rule and the place of a finding. It does not check whether the rule may be
     * waived.
     */
    public boolean covers(Finding finding) {
        Location at = finding.primary();
        Location line = new Location(at.host(), at.path(), at.line(), 0);
        Location file = new Location(at.host(), at.path(), 0, 0);
        return finding.ruleId().equals(ruleId)
                && Stream.of(at, line, file).map(Location::toString).anyMatch(place::equals);
    }
}
