package io.github.dmdsc.extend.values;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.extend.plan.Evidence;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.ParameterSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The parameters of like values of all nodes, seen as plain texts with their places.
 *
 * @param <T> what the values are
 */
public final class Samples<T extends ParameterSet<?>> {
    public static final ObjectMapper MAPPER = ModelJson.mapper();

    private final List<T> values;
    private final List<ObjectNode> nodes;

    /** Over the values of all nodes, by seqno. */
    Samples(List<T> values) {
        this.values = values;
        this.nodes = values.stream()
                .map(value -> MAPPER.<ObjectNode>valueToTree(value))
                .toList();
    }

    /** A tree of the first node's parameters, to be changed at will. */
    ObjectNode first() {
        return nodes.get(0).deepCopy();
    }

    /** Every parameter that any node has with a single value. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>();
        nodes.forEach(node -> node.properties().forEach(property -> {
            if (single(property.getValue())) {
                keys.add(property.getKey());
            }
        }));
        return keys;
    }

    /** The parameters that stand several times, where every node has the same values of them. */
    Map<String, JsonNode> repeated() {
        Map<String, JsonNode> repeated = new TreeMap<>();
        nodes.stream().limit(1).flatMap(node -> node.properties().stream()).forEach(property -> {
            String key = property.getKey();
            JsonNode value = property.getValue();
            if (!single(value) && nodes.stream().allMatch(node -> value.equals(node.get(key)))) {
                repeated.put(key, value);
            }
        });
        return repeated;
    }

    /** Whether every node has the parameter. */
    boolean everywhere(String key) {
        return nodes.stream().allMatch(node -> node.has(key) && single(node.get(key)));
    }

    /** The positions of the nodes that have the parameter. */
    List<Integer> having(String key) {
        List<Integer> having = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).has(key) && single(nodes.get(i).get(key))) {
                having.add(i);
            }
        }
        return having;
    }

    /** The values of a parameter, of the nodes that have it. */
    List<Evidence> of(String key) {
        List<Evidence> seen = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            JsonNode node = nodes.get(i).get(key);
            if (node != null && single(node)) {
                seen.add(new Evidence(values.get(i).origin().at(key), text(node)));
            }
        }
        return seen;
    }

    /** The values of a parameter without their places, which cost a look into each file. */
    List<String> texts(String key) {
        return nodes.stream()
                .map(node -> node.get(key))
                .filter(node -> node != null && single(node))
                .map(Samples::text)
                .toList();
    }

    /** Whether the parameter is a number in the model. */
    boolean numeric(String key) {
        return nodes.stream().allMatch(node -> !node.has(key) || node.get(key).isIntegralNumber());
    }

    private static String text(JsonNode single) {
        return single.isArray() ? single.get(0).asText() : single.asText();
    }

    private static boolean single(JsonNode node) {
        return node.isValueNode() || node.size() == 1;
    }
}
