package io.github.dmdsc.extend;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.extend.infer.Evidence;
import io.github.dmdsc.extend.infer.Inference;
import io.github.dmdsc.model.Sourced;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a value for the new node from those that others have. */
final class Adaptation {
    private final Inference infer;
    private final Assignment assignment;

    Adaptation(Inference infer, Assignment assignment) {
        this.infer = infer;
        this.assignment = assignment;
    }

    /** The first of the values, with what is given, and with every parameter in which they differ worked out anew. */
    <T extends Sourced<T>> T adapt(
            String prefix, Samples<T> samples, Map<String, String> given, Substitution substitution, Class<T> type) {
        ObjectNode node = samples.first();
        Map<String, String> families = new HashMap<>();
        for (String key : samples.keys()) {
            String family = prefix + "." + key;
            families.put(key, family);
            if (given.containsKey(key)) {
                assignment.put(node, family, key, given.get(key), samples.numeric(key), type);
            } else if (node.has(key) && !substitution.leaves(samples.texts(key))) {
                List<Evidence> seen = samples.of(key);
                Optional<String> value = substitution
                        .apply(infer, family, seen)
                        .or(() -> samples.numeric(key)
                                ? infer.number(family, Options.flag(family), seen)
                                : infer.ownText(family, Options.flag(family), seen));
                value.ifPresent(text -> assignment.put(node, family, key, text, samples.numeric(key), type));
            }
        }
        return Samples.MAPPER.convertValue(node, type).withOrigin(new RequestOrigin(families));
    }
}
