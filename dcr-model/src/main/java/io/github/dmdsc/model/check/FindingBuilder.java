package io.github.dmdsc.model.check;

import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.WholeNumber;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Builds a {@link Finding}. Not thread-safe. */
public final class FindingBuilder {
    private final ImmutableFinding.Builder builder = ImmutableFinding.builder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    FindingBuilder(FindingKind kind) {
        builder.kind(kind);
    }

    /** Sets the place of the finding. */
    public FindingBuilder at(Location location) {
        builder.primary(location);
        return this;
    }

    /** Adds another place of the conflict. */
    public FindingBuilder against(Location location) {
        builder.addRelated(location);
        return this;
    }

    /**
     * Sets a value for the message and for the JSON. Numbers, values of files, files, places, and values that implement
     * {@link Localized} keep their types, also in lists; any other value becomes text. An empty {@link Optional} means
     * that there is no value.
     *
     * @param name the name of the placeholder in the message
     * @param value the value
     */
    public FindingBuilder with(String name, Object value) {
        parameters.put(name, kept(value));
        return this;
    }

    private static Object kept(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.<Object>map(FindingBuilder::kept).orElse(Optional.empty());
        } else if (value instanceof Collection<?> values) {
            return values.stream().map(FindingBuilder::kept).toList();
        }
        return isKept(value) ? value : value.toString();
    }

    private static boolean isKept(Object value) {
        return value instanceof Number
                || value instanceof Boolean
                || value instanceof Enum<?>
                || value instanceof FileId
                || value instanceof Location
                || value instanceof WholeNumber
                || value instanceof HostAddress
                || value instanceof CssAddress
                || value instanceof StoragePath
                || value instanceof LoadPaths
                || value instanceof EndpointArray
                || value instanceof Input
                || value instanceof Localized;
    }

    /**
     * Selects one of several messages of the kind: {@code <id>.message.<which>} instead of {@code <id>.message}. The
     * fix is {@code <id>.fix.<which>} if it exists, otherwise {@code <id>.fix}.
     */
    public FindingBuilder variant(String which) {
        builder.variant(which);
        return this;
    }

    /**
     * Returns the finding.
     *
     * @throws IllegalStateException if no place was set
     */
    public Finding build() {
        return builder.parameters(parameters).build();
    }
}
