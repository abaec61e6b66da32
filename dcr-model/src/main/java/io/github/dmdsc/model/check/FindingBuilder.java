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

/** Collects what a {@link Finding} holds. Not thread-safe. */
public final class FindingBuilder {
    private final ImmutableFinding.Builder builder = ImmutableFinding.builder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    FindingBuilder(FindingKind kind) {
        builder.kind(kind);
    }

    /** Where it is. */
    public FindingBuilder at(Location location) {
        builder.primary(location);
        return this;
    }

    /** Another side of the conflict. */
    public FindingBuilder against(Location location) {
        builder.addRelated(location);
        return this;
    }

    /**
     * An operand, for the texts and for machines. Numbers, values of files, files, places and values with words of their
     * own keep their types, also in lists; anything else becomes text. An empty {@link Optional} says that there is no
     * value.
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
                || value instanceof Worded;
    }

    /**
     * Which of several messages of the kind: {@code <id>.message.<which>} instead of {@code <id>.message}. The fix
     * is {@code <id>.fix.<which>} where there is one, else {@code <id>.fix}.
     */
    public FindingBuilder saying(String which) {
        builder.variant(which);
        return this;
    }

    /** The finding. */
    public Finding build() {
        return builder.parameters(parameters).build();
    }
}
