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

    /** The first of the values, with what is known, and with every parameter in which they differ worked out anew. */
    <T extends Sourced<T>> T adapt(
            String prefix, Samples<T> samples, Map<String, Known> known, Substitution substitution, Class<T> type) {
        ObjectNode node = samples.first();
        Map<String, String> families = new HashMap<>();
        for (String key : samples.keys()) {
            Known own = known.get(key);
            // Names of sections that differ in letter case only are the same.
            if (own == null && (key.equals("section") || !node.has(key) || substitution.keeps(samples.texts(key)))) {
                continue;
            }
            String family = own != null ? own.family() : prefix + "." + key;
            families.put(key, family);
            Optional<String> value =
                    own != null ? own.value() : workedOut(family, samples.of(key), samples.numeric(key), substitution);
            value.ifPresent(text -> assignment.put(node, family, key, text, samples.numeric(key), type));
        }
        return Samples.MAPPER.convertValue(node, type).withOrigin(new RequestOrigin(families));
    }

    private Optional<String> workedOut(String family, List<Evidence> seen, boolean numeric, Substitution substitution) {
        return substitution
                .apply(infer, family, seen)
                .or(() -> numeric
                        ? infer.number(family, Options.flag(family), seen)
                        : infer.ownText(family, Options.flag(family), seen));
    }
}
