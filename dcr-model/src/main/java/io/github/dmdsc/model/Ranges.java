package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds the single values of a model to what {@link Parameter} says of them. */
final class Ranges {
    private record Attribute(Method accessor, Parameter limits, String key) {}

    private static final ClassValue<List<Attribute>> ATTRIBUTES = new ClassValue<>() {
        @Override
        protected List<Attribute> computeValue(Class<?> type) {
            return Arrays.stream(type.getInterfaces())
                    .flatMap(model -> Arrays.stream(model.getMethods()))
                    .filter(accessor -> accessor.isAnnotationPresent(Parameter.class))
                    .map(accessor -> new Attribute(
                            accessor,
                            accessor.getAnnotation(Parameter.class),
                            accessor.getAnnotation(JsonProperty.class).value()))
                    .toList();
        }
    };

    private Ranges() {}

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException if one is out of its range, or longer than its parameter takes
     */
    static void check(Object model) {
        for (Attribute attribute : ATTRIBUTES.get(model.getClass())) {
            if (value(model, attribute.accessor()) instanceof Optional<?> value && value.isPresent()) {
                check(attribute.key(), attribute.limits(), value.get());
            }
        }
    }

    private static void check(String key, Parameter limits, Object value) {
        if (value instanceof Integer number) {
            number(key, limits, number);
        } else if (value instanceof WholeNumber number) {
            number(key, limits, number.toInt());
        } else if (limits.maxBytes() > 0
                && value.toString().getBytes(StandardCharsets.UTF_8).length > limits.maxBytes()) {
            throw new IllegalArgumentException(
                    key + " = " + value + " is longer than " + limits.maxBytes() + " bytes of UTF-8");
        }
    }

    private static void number(String key, Parameter limits, int value) {
        if (value != limits.orElse() && (value < limits.min() || value > limits.max())) {
            throw new IllegalArgumentException(
                    key + " = " + value + " is not within " + limits.min() + " to " + limits.max());
        }
    }

    private static Object value(Object model, Method accessor) {
        try {
            return accessor.invoke(model);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(accessor.toString(), e);
        }
    }
}
