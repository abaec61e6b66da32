package io.github.dmdsc.extend.values;

import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.ParameterTable;
import io.github.dmdsc.model.SectionSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The parameters of the same file or section of all nodes, as plain texts with their places.
 *
 * @param <T> the type of the values
 */
final class Samples<T extends ParameterSet<T>> {
    /** The key for the name of the section, which is treated like a parameter. */
    static final String SECTION = "section";

    private final List<T> values;
    private final List<Map<String, List<String>>> texts;

    /** Takes the values of all nodes, by seqno. */
    Samples(List<T> values) {
        this.values = values;
        this.texts = values.stream().map(Samples::texts).toList();
    }

    private static Map<String, List<String>> texts(ParameterSet<?> value) {
        Map<String, List<String>> texts = new LinkedHashMap<>(ParameterTable.texts(value));
        if (value instanceof SectionSet<?> part) {
            texts.put(SECTION, List.of(part.section()));
        }
        return texts;
    }

    /** Returns the parameters of the first node. */
    Map<String, List<String>> first() {
        return texts.get(0);
    }

    /** Returns every parameter that any node has with a single value. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        texts.forEach(all -> all.forEach((key, own) -> {
            if (own.size() == 1) {
                keys.add(key);
            }
        }));
        return keys;
    }

    /** Returns the parameters that occur several times, if every node has the same values for them. */
    Map<String, List<String>> repeated() {
        Map<String, List<String>> repeated = new TreeMap<>();
        texts.stream()
                .limit(1)
                .forEach(first -> first.forEach((key, own) -> {
                    if (own.size() > 1 && texts.stream().allMatch(all -> own.equals(all.get(key)))) {
                        repeated.put(key, own);
                    }
                }));
        return repeated;
    }

    /** Whether every node has the parameter. */
    boolean everywhere(String key) {
        return having(key).size() == values.size();
    }

    /** Returns the number of nodes. */
    int size() {
        return values.size();
    }

    /** Returns the origin of a node's values. */
    Origin origin(int node) {
        return values.get(node).origin();
    }

    /** Returns the positions of the nodes that have the parameter. */
    List<Integer> having(String key) {
        return IntStream.range(0, values.size())
                .filter(i -> texts.get(i).getOrDefault(key, List.of()).size() == 1)
                .boxed()
                .toList();
    }

    /** Returns the values of a parameter, from the nodes that have it. */
    List<Evidence> of(String key) {
        return having(key).stream()
                .map(i -> new Evidence(values.get(i).origin().at(key), text(i, key)))
                .toList();
    }

    /**
     * Returns the values of a parameter in one spelling, without their places, because a place must be looked up in the
     * file.
     */
    List<String> texts(String key) {
        return Spelling.unified(having(key).stream().map(i -> text(i, key)).toList());
    }

    private String text(int node, String key) {
        return texts.get(node).getOrDefault(key, List.of()).get(0);
    }

    /** Whether the parameter is a number in the model. */
    boolean numeric(String key) {
        return values.stream()
                .limit(1)
                .flatMap(value -> ParameterTable.of(value).find(key).stream())
                .anyMatch(ParameterInfo::isNumber);
    }
}
