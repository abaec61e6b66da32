package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Location;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A kind of finding: its id, its severity, whether it may be waived, and the chapter of the manual. Its title, its
 * messages and its fix are in the message catalogue beside the class that declares it. Two kinds with the same id are
 * equal. Immutable.
 */
public final class FindingKind {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

    private final Messages messages;
    private final String id;
    private final Severity severity;
    private final boolean waivable;
    private final Optional<String> manual;
    private final Set<String> causes;

    private FindingKind(
            Messages messages,
            String id,
            Severity severity,
            boolean waivable,
            Optional<String> manual,
            Set<String> causes) {
        this.messages = messages;
        this.id = id;
        this.severity = severity;
        this.waivable = waivable;
        this.manual = manual;
        this.causes = Set.copyOf(causes);
    }

    /**
     * Returns a kind that cannot be waived, without a chapter of the manual.
     *
     * @param messages the texts
     * @param id the id
     * @param severity the severity
     */
    public static FindingKind of(Messages messages, String id, Severity severity) {
        return new FindingKind(messages, id, severity, false, Optional.empty(), Set.of());
    }

    /** Returns a copy that may be waived. */
    public FindingKind waivable() {
        return new FindingKind(messages, id, severity, true, manual, causes);
    }

    /** Returns a copy with a chapter of the manual. */
    public FindingKind manual(String chapter) {
        return new FindingKind(messages, id, severity, waivable, Optional.of(chapter), causes);
    }

    /**
     * Returns a copy that can follow from errors of other kinds. {@link RuleBook#rootCauses} leaves out a finding of
     * this kind if an error of one of those kinds, which is not waived, has a place on the same host: it is then
     * unknown whether the finding is a mistake of its own.
     *
     * @param ids the ids of those kinds; they may belong to another module
     */
    public FindingKind causedBy(String... ids) {
        return causedBy(Set.of(ids));
    }

    /**
     * As {@link #causedBy(String...)}, for a set of ids. Ids of earlier calls stay.
     *
     * @param ids the ids of those kinds
     */
    public FindingKind causedBy(Set<String> ids) {
        Set<String> all = new HashSet<>(causes);
        all.addAll(ids);
        return new FindingKind(messages, id, severity, waivable, manual, Set.copyOf(all));
    }

    /** The ids of the kinds from whose errors a finding of this kind can follow. */
    public Set<String> causes() {
        return causes;
    }

    /** The id, for example {@code DSC-0203}. It never changes and is never used for another kind. */
    public String id() {
        return id;
    }

    /** The severity. */
    public Severity severity() {
        return severity;
    }

    /** Returns whether findings of this kind may be waived. */
    public boolean isWaivable() {
        return waivable;
    }

    /** The chapter of the manual on which the kind is based; empty if no manual states it. */
    public Optional<String> manual() {
        return manual;
    }

    /** The title, in a few words. */
    public Text title() {
        return messages.text(id + ".title", Map.of());
    }

    /** The English title as one word, for example {@code MonitorOguid}. */
    public String name() {
        return WORD.matcher(title().en().replace("'", ""))
                .results()
                .map(MatchResult::group)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** The path of the documentation page, relative to the root directory of the project. */
    public String page() {
        return id.startsWith("DSC-") ? "docs/rules/" + id + ".md" : "docs/reference/findings.md";
    }

    /** Starts a finding of this kind. */
    public FindingBuilder at(Location location) {
        return new FindingBuilder(this).at(location);
    }

    /** Starts a finding of this kind with one of its several messages. */
    public FindingBuilder variant(String which) {
        return new FindingBuilder(this).variant(which);
    }

    Text message(String variant, Map<String, ?> parameters) {
        return messages.text(id + ".message" + (variant.isEmpty() ? "" : "." + variant), parameters);
    }

    /** Returns the fix: that of the variant if it has one, otherwise that of the kind. */
    Text fix(String variant, Map<String, ?> parameters) {
        String own = id + ".fix." + variant;
        return messages.text(messages.has(own) ? own : id + ".fix", parameters);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FindingKind kind && kind.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id;
    }
}
