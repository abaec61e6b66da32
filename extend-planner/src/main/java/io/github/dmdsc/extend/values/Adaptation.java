package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.ParameterSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the values of a file or section of the new node from those of the other nodes. */
final class Adaptation {
    private static final Set<String> COMMANDS = Set.of(Dmdcr.ASM_STARTUP_COMMAND, Dmdcr.DB_STARTUP_COMMAND);
    private static final int LEAST_NAME = 3;

    private final Inference infer;
    private final Assignment assignment;
    private final PartlySet partly;

    Adaptation(Inference infer, Assignment assignment, PartlySet partly) {
        this.infer = infer;
        this.assignment = assignment;
        this.partly = partly;
    }

    /**
     * Returns the first node's values with these changes: values that are known or decided already, and a new value for
     * every parameter in which the nodes differ.
     */
    <T extends ParameterSet<T>> T adapt(
            String prefix, Samples<T> samples, Map<String, Given> known, Substitution substitution, Class<T> type) {
        Map<String, List<String>> texts = new LinkedHashMap<>(samples.first());
        Map<String, String> families = new HashMap<>();
        Set<String> keys = new TreeSet<>(samples.keys());
        keys.addAll(known.keySet());
        for (String key : keys) {
            Optional<Given> own = Optional.ofNullable(known.get(key)).or(() -> infer.settled(prefix + "." + key));
            String family = own.map(Given::family).orElse(prefix + "." + key);
            boolean given = infer.isExplicit(family);
            if (own.isEmpty() && !given && isPartlySet(key, samples, substitution)) {
                partly(prefix, key, samples, substitution, type, texts, families);
                continue;
            }
            // The first node's section name stays: names of sections that differ only in letter case are the same.
            boolean kept = key.equals(Samples.SECTION)
                    || (!given && (!texts.containsKey(key) || substitution.keeps(samples.texts(key))));
            if (own.isEmpty() && kept) {
                continue;
            }
            families.put(key, family);
            Optional<String> value =
                    own.isPresent() ? own.get().value() : workedOut(key, family, samples, substitution);
            value.ifPresent(text -> assignment.put(texts, family, key, text, type));
        }
        return assignment.make(type, texts, families);
    }

    /**
     * Whether only some nodes have the parameter. If the first node's text holds its own name, the parameter is treated
     * like one that all nodes have.
     */
    private static boolean isPartlySet(String key, Samples<?> samples, Substitution substitution) {
        return PartlySet.concerns(samples, key)
                && !(samples.having(key).contains(0)
                        && substitution.holdsName(0, samples.texts(key).get(0)));
    }

    private void partly(
            String prefix,
            String key,
            Samples<?> samples,
            Substitution substitution,
            Class<?> type,
            Map<String, List<String>> texts,
            Map<String, String> families) {
        int having = samples.having(key).get(0);
        boolean own = substitution.holdsName(having, samples.texts(key).get(0));
        Optional<String> value = partly.value(prefix, key, samples, type, own);
        if (value.isEmpty()) {
            texts.remove(key);
        } else if (!texts.containsKey(key)) {
            families.put(key, prefix + "." + key);
            assignment.put(texts, prefix + "." + key, key, value.get(), type);
        }
    }

    /**
     * Whether a parameter is a setting: a number that is not a port. If settings rise from node to node, this says
     * nothing about the next node.
     */
    static boolean isSetting(String key, List<Evidence> seen) {
        return !key.contains("PORT")
                && seen.stream().allMatch(each -> each.value().matches("-?[0-9]*"));
    }

    private Optional<String> workedOut(String key, String family, Samples<?> samples, Substitution substitution) {
        List<Evidence> seen = samples.of(key);
        if (isSetting(key, seen)) {
            return infer.request(family, seen, Optional.of(seen.get(0).value()));
        }
        Optional<String> followed = substitution.apply(infer, family, seen);
        if (followed.isPresent() || samples.numeric(key)) {
            return followed.or(() -> infer.number(family, seen));
        }
        List<String> texts = samples.texts(key);
        // A short name can be a part of another word by chance, and a text that continues does not need it.
        boolean certain = COMMANDS.contains(key) || Inference.next(texts).isEmpty();
        Substitution glued = substitution.asGlued(certain ? 1 : LEAST_NAME);
        if (!infer.isExplicit(family) && glued.waits(texts)) {
            return Optional.empty();
        }
        return glued.apply(infer, family, seen).or(() -> infer.ownText(family, seen));
    }
}
