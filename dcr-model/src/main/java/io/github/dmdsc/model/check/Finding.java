package io.github.dmdsc.model.check;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.WholeNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what a {@link Diagnostic} holds. Not thread-safe. */
public final class Finding {
    private final ImmutableDiagnostic.Builder builder = ImmutableDiagnostic.builder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    Finding(FindingKind kind) {
        builder.kind(kind);
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

    /**
     * An operand, for the texts and for machines. Numbers, files, places, lists of them and values with words of their own
     * keep their types; anything else becomes text.
     */
    public Finding with(String name, Object value) {
        parameters.put(name, isKept(value) ? value : value.toString());
        return this;
    }

    private static boolean isKept(Object value) {
        return value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof FileId
                || value instanceof Location
                || value instanceof WholeNumber
                || value instanceof Worded
                || value instanceof List<?>;
    }

    /**
     * Which of several messages of the kind: {@code <id>.message.<which>} instead of {@code <id>.message}. The fix is the
     * same for all.
     */
    public Finding saying(String which) {
        builder.variant(which);
        return this;
    }

    /** The finding. */
    public Diagnostic build() {
        return builder.parameters(parameters).build();
    }
}
