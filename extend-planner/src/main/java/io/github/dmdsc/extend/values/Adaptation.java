package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.model.ParameterSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /**
     * The first of the values, with what is known or settled already, and with every parameter in which they differ worked
     * out anew.
     */
    <T extends ParameterSet<T>> T adapt(
            String prefix, Samples<T> samples, Map<String, Given> known, Substitution substitution, Class<T> type) {
        Map<String, List<String>> texts = new LinkedHashMap<>(samples.first());
        Map<String, String> families = new HashMap<>();
        for (String key : samples.keys()) {
            Optional<Given> own = Optional.ofNullable(known.get(key)).or(() -> infer.settled(prefix + "." + key));
            // Names of sections that differ in letter case only are the same.
            boolean kept =
                    key.equals(Samples.SECTION) || !texts.containsKey(key) || substitution.keeps(samples.texts(key));
            if (own.isEmpty() && kept) {
                continue;
            }
            String family = own.map(Given::family).orElse(prefix + "." + key);
            families.put(key, family);
            Optional<String> value =
                    own.isPresent() ? own.get().value() : workedOut(key, family, samples, substitution);
            value.ifPresent(text -> assignment.put(texts, family, key, text, type));
        }
        return assignment.make(type, texts, families);
    }

    /** What is a number and no port is a setting: that it rises from node to node says nothing of the next. */
    private static boolean isSetting(String key, List<Evidence> seen) {
        return !key.contains("PORT")
                && seen.stream().allMatch(each -> each.value().matches("-?[0-9]*"));
    }

    private Optional<String> workedOut(String key, String family, Samples<?> samples, Substitution substitution) {
        List<Evidence> seen = samples.of(key);
        if (isSetting(key, seen)) {
            return infer.request(family, seen, Optional.of(seen.get(0).value()));
        }
        return substitution
                .apply(infer, family, seen)
                .or(() -> samples.numeric(key) ? infer.number(family, seen) : infer.ownText(family, seen));
    }
}
