package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** The parameters that a model names. */
    private static final ClassValue<Set<String>> KEYS = new ClassValue<>() {
        @Override
        protected Set<String> computeValue(Class<?> model) {
            return ATTRIBUTES.get(model).stream().map(Attribute::key).collect(Collectors.toUnmodifiableSet());
        }
    };

    private Ranges() {}

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException if one is out of its range, or longer than its parameter takes, or is no other
     *     parameter
     */
    static void check(ParameterSet<?> model) {
        for (Attribute attribute : ATTRIBUTES.get(model.getClass())) {
            if (value(model, attribute.accessor()) instanceof Optional<?> value && value.isPresent()) {
                check(attribute.key(), attribute.limits(), value.get());
            }
        }
        model.other().forEach((key, values) -> other(model, key, values));
    }

    private static void other(Object model, String key, List<String> values) {
        // A key that two ways lead to would be written twice, and one without a value not at all.
        boolean named = KEYS.get(model.getClass()).contains(key);
        if (named || values.isEmpty() || holdsLowerCase(key)) {
            throw new IllegalArgumentException(key + " = " + values
                    + " is no other parameter: it has a name of its own, no value, or a lower-case key");
        }
    }

    private static boolean holdsLowerCase(String key) {
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) >= 'a' && key.charAt(i) <= 'z') {
                return true;
            }
        }
        return false;
    }

    private static void check(String key, Parameter limits, Object value) {
        if (value instanceof Number number) {
            number(key, limits, number.longValue());
        } else if (value instanceof WholeNumber number) {
            number(key, limits, number.toLong());
        } else if (!TextLengths.fits(limits, value.toString())) {
            throw new IllegalArgumentException(key + " = " + value + " is longer than " + TextLengths.limit(limits));
        }
    }

    private static void number(String key, Parameter limits, long value) {
        long[] only = limits.values();
        boolean within = only.length > 0
                ? Arrays.stream(only).anyMatch(number -> number == value)
                : value >= limits.min() && value <= limits.max();
        if (value != limits.orElse() && !within) {
            throw new IllegalArgumentException(key + " = " + value + " is not "
                    + (only.length > 0
                            ? "one of " + Arrays.toString(only)
                            : "within " + limits.min() + " to " + limits.max()));
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
