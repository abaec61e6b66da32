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
 * The table of all parameters, with the facts from the {@link Parameter} annotations of the models.
 *
 * @param <T> the model of these parameters
 */
public final class ParameterTable<T extends ParameterSet<T>> {
    private static final ClassValue<ParameterTable<?>> TABLES = new ClassValue<>() {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // The type argument of a model is the model itself.
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

    private static final MethodType BUILD_TYPE = MethodType.methodType(Object.class, Object.class);
    private static final MethodType SETTER_TYPE = MethodType.methodType(void.class, Object.class, Object.class);
    private static final String SECTION = "section";

    private final Class<T> model;
    private final Map<String, ParameterInfo> byKey = new LinkedHashMap<>();
    private final MethodHandle newBuilder;
    private final MethodHandle build;
    private final Map<String, MethodHandle> setters = new HashMap<>();

    /** Reads the annotations of a model. {@link #of} returns the table that was read first. */
    ParameterTable(Class<T> model) {
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
            build = lookup.unreflect(builder.getReturnType().getMethod("build")).asType(BUILD_TYPE);
            for (Method setter : builder.getReturnType().getMethods()) {
                if (isSetter(setter)) {
                    setters.put(setter.getName(), lookup.unreflect(setter).asType(SETTER_TYPE));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(model.toString(), e);
        }
    }

    /** Returns the keys of a model in the order of their constants. */
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

    /** Returns whether a method of a builder takes the value of an attribute, and not an {@link Optional} of it. */
    private static boolean isSetter(Method method) {
        return method.getParameterCount() == 1 && method.getParameterTypes()[0] != Optional.class;
    }

    /**
     * Returns the table of one model.
     *
     * @throws IllegalArgumentException if the class is no model of a file or a section
     */
    @SuppressWarnings("unchecked") // TABLES maps each model to the table of that model.
    public static <T extends ParameterSet<T>> ParameterTable<T> of(Class<T> model) {
        return (ParameterTable<T>) any(model);
    }

    /**
     * As {@link #of}, for a model that is known only at run time.
     *
     * @throws IllegalArgumentException if the class is no model of a file or a section
     */
    public static ParameterTable<?> any(Class<?> model) {
        if (!model.isAnnotationPresent(ParameterFile.class)) {
            throw new IllegalArgumentException(model + " is no model");
        }
        return TABLES.get(model);
    }

    /** Returns the table of the model of a value. */
    public static ParameterTable<?> of(ParameterSet<?> value) {
        return TABLES_OF_VALUES.get(value.getClass());
    }

    /** The whole table, ordered by kind of file. The parameters of a file come before those of its sections. */
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

    /**
     * Returns a parameter by its upper-case key; empty if the model has no accessor for it and keeps it in
     * {@link ParameterSet#other()}.
     */
    public Optional<ParameterInfo> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Checks every parameter of a value, see {@link ParameterInfo#check}. */
    void check(ParameterSet<?> value) {
        byKey.values().forEach(parameter -> parameter.check(value));
    }

    /** Returns the parameters of a value as the texts of a file, by upper-case key, in the order of the model. */
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
     * Makes a value of the model from texts in the form of {@link #texts}. Its lists of sections, for example {@link
     * DmdcrCfg#groups()}, are empty.
     *
     * @param texts the texts by upper-case key
     * @param section the name of the section; empty if the model is no section
     * @param origin the origin of the value
     * @throws IllegalArgumentException if a parameter does not allow its text
     */
    public T parse(Map<String, List<String>> texts, Optional<String> section, Origin origin) {
        Map<ParameterInfo, Object> values = new LinkedHashMap<>();
        Map<String, List<String>> other = new LinkedHashMap<>();
        texts.forEach((key, own) ->
                find(key).ifPresentOrElse(named -> values.put(named, named.parse(own)), () -> other.put(key, own)));
        return make(values, other, section, origin);
    }

    /**
     * Makes a value of the model. Its lists of sections, for example {@link DmdcrCfg#groups()}, are empty.
     *
     * @param values the values of the parameters with an accessor; a list for a parameter that repeats
     * @param other the texts of all other parameters, by upper-case key
     * @param section the name of the section; empty if the model is no section
     * @param origin the origin of the value
     * @throws IllegalArgumentException if a value is out of the range of its parameter
     * @throws ClassCastException if a value has not the type of its parameter
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
