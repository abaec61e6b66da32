package io.github.dmdsc.ini.lens;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What the models take as values, for callers that make a value before there is a file. */
public final class Parameters {
    private static final ConcurrentMap<Class<?>, Map<String, ParameterSpec>> SPECS = new ConcurrentHashMap<>();

    private Parameters() {}

    /**
     * What would be allowed instead, if a model does not take a text as the value of a parameter; empty if it does, or
     * does not name the parameter.
     */
    public static Optional<String> refused(Class<?> model, String key, String text) {
        ParameterSpec spec = specs(model).get(key);
        if (spec == null) {
            return Optional.empty();
        }
        try {
            spec.read(text);
            return Optional.empty();
        } catch (ParameterSpec.Refused e) {
            return Optional.of(e.allowed());
        }
    }

    /** Whether a model names a parameter, by its upper-case key; it keeps the texts of all others as they are. */
    public static boolean isNamed(Class<?> model, String key) {
        return specs(model).containsKey(key);
    }

    private static Map<String, ParameterSpec> specs(Class<?> model) {
        return SPECS.computeIfAbsent(model, ParameterSpec::of);
    }
}
