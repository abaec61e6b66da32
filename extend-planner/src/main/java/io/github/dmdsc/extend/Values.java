package io.github.dmdsc.extend;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/** Puts texts into the JSON form of a model, as the model's types want them. */
final class Values {
    private static final ConcurrentMap<Class<?>, Set<String>> NAMED = new ConcurrentHashMap<>();

    private Values() {}

    /** Sets a parameter: a number where it is one, a list of one where the model does not name it. */
    static void put(ObjectNode node, String key, String value, boolean numeric, Class<?> model) {
        if (!named(model).contains(key)) {
            node.putArray(key).add(value);
        } else if (numeric) {
            node.put(key, Integer.parseInt(value));
        } else {
            node.put(key, value);
        }
    }

    private static Set<String> named(Class<?> model) {
        return NAMED.computeIfAbsent(
                model,
                type -> Arrays.stream(type.getMethods()).map(Values::name).collect(Collectors.toUnmodifiableSet()));
    }

    private static String name(Method accessor) {
        JsonProperty property = accessor.getAnnotation(JsonProperty.class);
        return property == null ? "" : property.value();
    }
}
