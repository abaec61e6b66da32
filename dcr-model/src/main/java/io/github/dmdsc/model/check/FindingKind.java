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
 * A kind of finding, declared once, in the class that finds it: its id, how bad it is, whether it may be waived, and the
 * chapter of the manual. Its title, its messages and its fix are in the message catalogue beside that class. Two kinds
 * with one id are equal. Immutable.
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

    /** A kind that nobody may waive, and for which no chapter is named. */
    public static FindingKind of(Messages messages, String id, Severity severity) {
        return new FindingKind(messages, id, severity, false, Optional.empty(), Set.of());
    }

    /** The same kind, but one that may be waived. */
    public FindingKind waivable() {
        return new FindingKind(messages, id, severity, true, manual, causes);
    }

    /** The same kind, with the chapter of the manual that says so. */
    public FindingKind manual(String chapter) {
        return new FindingKind(messages, id, severity, waivable, Optional.of(chapter), causes);
    }

    /**
     * The same kind, but one that errors of other kinds explain: while one of them stands on one of its hosts, nobody can
     * tell whether this is another mistake, and {@link RootCauses#of} leaves it out.
     *
     * @param ids the ids of those kinds, which may be of another module
     */
    public FindingKind after(String... ids) {
        return after(Set.of(ids));
    }

    /**
     * The same for several kinds that other kinds name too. Kinds that were named before stay.
     *
     * @param ids the ids of those kinds
     */
    public FindingKind after(Set<String> ids) {
        Set<String> all = new HashSet<>(causes);
        all.addAll(ids);
        return new FindingKind(messages, id, severity, waivable, manual, Set.copyOf(all));
    }

    /** The ids of the kinds whose errors explain it. */
    public Set<String> causes() {
        return causes;
    }

    /** Its id, stable for ever and never used again, for example {@code DSC-0203}. */
    public String id() {
        return id;
    }

    /** How bad it is. */
    public Severity severity() {
        return severity;
    }

    /** Whether it may be waived. */
    public boolean isWaivable() {
        return waivable;
    }

    /** The chapter of the manual that says so; absent where good sense does. */
    public Optional<String> manual() {
        return manual;
    }

    /** What it is about, in a few words. */
    public Text title() {
        return messages.text(id + ".title", Map.of());
    }

    /** Its English title as one word, for example {@code MonitorOguid}. */
    public String name() {
        return WORD.matcher(title().en().replace("'", ""))
                .results()
                .map(MatchResult::group)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    /** The page about it, below the project's directory. */
    public String page() {
        return id.startsWith("DSC-") ? "docs/rules/" + id + ".md" : "docs/reference/findings.md";
    }

    /** Starts a finding of this kind. */
    public FindingBuilder at(Location location) {
        return new FindingBuilder(this).at(location);
    }

    /** Starts a finding of this kind with one of its several messages. */
    public FindingBuilder saying(String which) {
        return new FindingBuilder(this).saying(which);
    }

    Text message(String variant, Map<String, ?> parameters) {
        return messages.text(id + ".message" + (variant.isEmpty() ? "" : "." + variant), parameters);
    }

    /** What to do: for one of several messages, where that has a fix of its own, else for all. */
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
