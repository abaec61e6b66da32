package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Location;
import java.util.LinkedHashMap;
import java.util.Map;

/** Collects what a {@link Diagnostic} says; its texts are filled in at the end. Not thread-safe. */
public final class Finding {
    private final Messages messages;
    private final ImmutableDiagnostic.Builder builder = ImmutableDiagnostic.builder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final String ruleId;
    private String variant = "";

    Finding(Messages messages, String ruleId, Severity severity) {
        this.messages = messages;
        this.ruleId = ruleId;
        builder.ruleId(ruleId).severity(severity);
    }

    /** Where it is. */
    public Finding at(Location location) {
        builder.primary(location);
        return this;
    }

    /** Another side of the conflict. */
    public Finding against(Location location) {
        builder.addRelated(location);
        return this;
    }

    /** An operand, for the texts and for machines. Numbers stay numbers, anything else becomes text. */
    public Finding with(String name, Object value) {
        parameters.put(name, value instanceof Integer ? value : value.toString());
        return this;
    }

    /**
     * Which of several messages of the rule: {@code <ruleId>.message.<which>} instead of {@code <ruleId>.message}. The fix
     * is the same for all.
     */
    public Finding saying(String which) {
        variant = "." + which;
        return this;
    }

    /** The chapter of the manual that says so. */
    public Finding manual(String chapter) {
        builder.manual(chapter);
        return this;
    }

    /** The finding. */
    public Diagnostic build() {
        return builder.parameters(parameters)
                .message(messages.text(ruleId + ".message" + variant, parameters))
                .fix(messages.text(ruleId + ".fix", parameters))
                .build();
    }
}
