package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The table of parameters: every parameter once, as the accessors of the models say it ({@link Parameter}). Drift, rules,
 * the planner, the reference page and the JSON schema take their facts from here.
 *
 * @param <T> the model whose parameters these are
 */
public final class ParameterTable<T extends ParameterSet<T>> {
    private static final ClassValue<ParameterTable<?>> TABLES = new ClassValue<>() {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // The type of a model is its own.
        protected ParameterTable<?> computeValue(Class<?> model) {
            return new ParameterTable(model);
        }
    };

    private static final ClassValue<ParameterTable<?>> TABLES_OF_VALUES = new ClassValue<>() {
        @Override
        protected ParameterTable<?> computeValue(Class<?> implementation) {
            return Arrays.stream(implementation.getInterfaces())
                    .filter(model -> model.isAnnotationPresent(ParameterFile.class))
                    .findFirst()
                    .map(TABLES::get)
                    .orElseThrow(() -> new IllegalArgumentException(implementation + " is no model"));
        }
    };

    private static final MethodType ONE = MethodType.methodType(Object.class, Object.class);
    private static final MethodType TWO = MethodType.methodType(void.class, Object.class, Object.class);
    private static final String SECTION = "section";

    private final Class<T> model;
    private final Map<String, ParameterInfo> byKey = new LinkedHashMap<>();
    private final MethodHandle newBuilder;
    private final MethodHandle build;
    private final Map<String, MethodHandle> setters = new HashMap<>();

    private ParameterTable(Class<T> model) {
        this.model = model;
        Map<String, ParameterInfo> found = new HashMap<>();
        for (Method accessor : model.getMethods()) {
            if (accessor.isAnnotationPresent(Parameter.class)) {
                found.put(accessor.getAnnotation(JsonProperty.class).value(), new ParameterInfo(model, accessor));
            }
        }
        for (String key : declared(model)) {
            Optional.ofNullable(found.get(key)).ifPresent(parameter -> byKey.put(key, parameter));
        }
        if (byKey.size() != found.size()) {
            throw new IllegalStateException(model + " declares no constant for a key of " + found.keySet());
        }
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Method builder = model.getMethod("builder");
            newBuilder = lookup.unreflect(builder).asType(MethodType.methodType(Object.class));
            build = lookup.unreflect(builder.getReturnType().getMethod("build")).asType(ONE);
            for (Method setter : builder.getReturnType().getMethods()) {
                if (isSetter(setter)) {
                    setters.put(setter.getName(), lookup.unreflect(setter).asType(TWO));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(model.toString(), e);
        }
    }

    /** The keys that a model declares, in its order. */
    private static List<String> declared(Class<?> model) {
        return Arrays.stream(model.getDeclaredFields())
                .filter(field -> field.getType() == String.class)
                .map(ParameterTable::constant)
                .toList();
    }

    private static String constant(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.toString(), e);
        }
    }

    /** A builder has several methods of one name: this is the one that takes the value, or all values. */
    private static boolean isSetter(Method method) {
        if (method.getParameterCount() != 1 || method.getName().equals("from")) {
            return false;
        }
        Class<?> argument = method.getParameterTypes()[0];
        return argument != Optional.class && !argument.isArray() && argument != Map.Entry.class;
    }

    /**
     * The table of one model.
     *
     * @throws IllegalArgumentException if the class is no model of a file or a section
     */
    @SuppressWarnings("unchecked") // TABLES has for each model its own.
    public static <T extends ParameterSet<T>> ParameterTable<T> of(Class<T> model) {
        return (ParameterTable<T>) any(model);
    }

    /** As {@link #of}, of a model that is known at run time only. */
    public static ParameterTable<?> any(Class<?> model) {
        if (!model.isAnnotationPresent(ParameterFile.class)) {
            throw new IllegalArgumentException(model + " is no model");
        }
        return TABLES.get(model);
    }

    /** The table of the model of a value. */
    public static ParameterTable<?> of(ParameterSet<?> value) {
        return TABLES_OF_VALUES.get(value.getClass());
    }

    /** The whole table, by kind of file; the parameters of the whole file before those of its sections. */
    public static List<ParameterInfo> all() {
        return Stream.of(
                        DmdcrCfg.class,
                        DcrGroup.class,
                        DcrEndpoint.class,
                        Dmdcr.class,
                        MalConfig.class,
                        MalInstance.class,
                        DmIni.class,
                        DmArch.class,
                        DmArchive.class,
                        Dmcssm.class,
                        Dmwatcher.class,
                        WatcherGroup.class,
                        DmInit.class,
                        DmInitInstance.class)
                .flatMap(model -> any(model).parameters().stream())
                .toList();
    }

    /** The model. */
    public Class<T> model() {
        return model;
    }

    /** The parameters, in the order of the model. */
    public List<ParameterInfo> parameters() {
        return List.copyOf(byKey.values());
    }

    /** A parameter by its upper-case key; empty where the model keeps its texts as they are. */
    public Optional<ParameterInfo> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** As {@link ParameterInfo#check} of every parameter. */
    void check(ParameterSet<?> value) {
        byKey.values().forEach(parameter -> parameter.check(value));
    }

    /** What a value says, as the texts of a file by upper-case key, in the order of the model. */
    public static Map<String, List<String>> texts(ParameterSet<?> value) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (ParameterInfo parameter : of(value).byKey.values()) {
            List<String> own = parameter.texts(value);
            if (!own.isEmpty()) {
                texts.put(parameter.key(), own);
            }
        }
        texts.putAll(value.other());
        return texts;
    }

    /**
     * Makes a value of the model from what {@link #texts} says, without parts.
     *
     * @param section the name of the section, where the model has one
     * @param origin where the value comes from
     * @throws IllegalArgumentException if a parameter does not take its text
     */
    public T parse(Map<String, List<String>> texts, Optional<String> section, Origin origin) {
        Map<ParameterInfo, Object> values = new LinkedHashMap<>();
        Map<String, List<String>> other = new LinkedHashMap<>();
        texts.forEach((key, own) ->
                find(key).ifPresentOrElse(named -> values.put(named, named.parse(own)), () -> other.put(key, own)));
        return make(values, other, section, origin);
    }

    /**
     * Makes a value of the model, without parts.
     *
     * @param values of the parameters that the model names: a value, or a list where the parameter repeats
     * @param other the texts of all others, by upper-case key
     * @param section the name of the section, where the model has one
     * @param origin where the value comes from
     * @throws IllegalArgumentException if a value is out of the range of its parameter
     * @throws ClassCastException if a value is not of the type of its parameter
     */
    public T make(
            Map<ParameterInfo, Object> values,
            Map<String, List<String>> other,
            Optional<String> section,
            Origin origin) {
        try {
            Object builder = (Object) newBuilder.invokeExact();
            for (Map.Entry<ParameterInfo, Object> value : values.entrySet()) {
                set(builder, value.getKey().attribute(), value.getValue());
            }
            if (section.isPresent()) {
                set(builder, SECTION, section.get());
            }
            set(builder, "other", other);
            set(builder, "origin", origin);
            return model.cast((Object) build.invokeExact(builder));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(model.toString(), e);
        }
    }

    private void set(Object builder, String attribute, Object value) throws Throwable {
        MethodHandle setter = setters.get(attribute);
        if (setter == null) {
            throw new IllegalArgumentException(model + " has no " + attribute);
        }
        setter.invokeExact(builder, value);
    }
}
