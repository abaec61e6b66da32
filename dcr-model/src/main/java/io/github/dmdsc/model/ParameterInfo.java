package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One row of the {@linkplain ParameterTable table of parameters}: the facts about one parameter from the manuals.
 * Immutable.
 */
public final class ParameterInfo {
    /** The form of a value, for the types that restrict more than its length. */
    private static final Map<Class<?>, String> FORMS = Map.of(
            HostAddress.class, "<address>",
            CssAddress.class, "<host>:<port>",
            LocalPath.class, "</path>",
            StoragePath.class, "</path> | +<GROUP>/<path>",
            EndpointArray.class, "{0,1,…}");

    private static final Charset GB18030 = Charset.forName("GB18030");

    private final ParameterFile place;
    private final Class<?> model;
    private final String key;
    private final String attribute;
    private final Parameter annotation;
    private final long[] values;
    private final long min;
    private final long max;
    private final long orElse;
    private final int maxBytes;
    private final int maxCharacters;
    private final boolean repeats;
    private final ValueText<?> form;
    private final MethodHandle getter;

    ParameterInfo(Class<?> model, Method accessor) {
        this.place = model.getAnnotation(ParameterFile.class);
        this.model = model;
        this.key = accessor.getAnnotation(JsonProperty.class).value();
        this.attribute = accessor.getName();
        this.annotation = accessor.getAnnotation(Parameter.class);
        ParameterizedType wrapper = (ParameterizedType) accessor.getGenericReturnType();
        this.repeats = wrapper.getRawType() == List.class;
        this.form = ValueText.of((Class<?>) wrapper.getActualTypeArguments()[0]);
        this.values = annotation.values();
        this.min = annotation.min();
        this.max = Math.min(annotation.max(), form.max());
        this.orElse = annotation.orElse();
        this.maxBytes = annotation.maxBytes();
        this.maxCharacters = annotation.maxCharacters();
        try {
            this.getter = MethodHandles.lookup()
                    .unreflect(accessor)
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(accessor.toString(), e);
        }
    }

    /** The kind of file that has the parameter. */
    public FileKind file() {
        return place.value();
    }

    /** The model that has the parameter. */
    public Class<?> model() {
        return model;
    }

    /** Its key, in capitals. */
    public String key() {
        return key;
    }

    /** The name of the accessor in the model. */
    public String attribute() {
        return attribute;
    }

    /** The type of a value. */
    public Class<?> type() {
        return form.type();
    }

    /** Returns whether the key may repeat. */
    public boolean repeats() {
        return repeats;
    }

    /** Returns whether its values are numbers. */
    public boolean isNumber() {
        return form.isNumber();
    }

    /** The unit of a number. */
    public Unit unit() {
        return annotation.unit() == Unit.NONE ? form.unit() : annotation.unit();
    }

    /** Returns whether all nodes share the value or each node has its own. */
    public Scope scope() {
        return annotation.scope();
    }

    /** The storage editions that have the parameter. */
    public Set<StorageEdition> editions() {
        return Set.of(annotation.editions());
    }

    /** The place in the manuals that describes the parameter. */
    public String manual() {
        return place.manual();
    }

    /** Returns the default in a storage edition, as a file would write it; empty if no default is documented. */
    public Optional<String> byDefault(StorageEdition edition) {
        String mirror = annotation.mirrorDefault();
        String text = edition == StorageEdition.MIRROR && !mirror.isEmpty() ? mirror : annotation.byDefault();
        return Optional.of(text).filter(any -> !any.isEmpty() && editions().contains(edition));
    }

    /** The greatest length of a text, for people, for example {@code 16 bytes}; empty if there is no limit. */
    public String longest() {
        if (maxBytes > 0) {
            return maxBytes + " bytes";
        }
        return maxCharacters > 0 ? maxCharacters + " characters" : "";
    }

    /** The allowed values in a form that is the same in every language, for example {@code 0 | 1024…65534}. */
    public String allowed() {
        StringJoiner parts = new StringJoiner(" | ");
        if (isNumber()) {
            Arrays.stream(values).forEach(number -> parts.add(Long.toString(number)));
            if (orElse != Long.MIN_VALUE) {
                parts.add(Long.toString(orElse));
            }
            if (values.length == 0) {
                parts.add((min == Long.MIN_VALUE ? "" : Long.toString(min)) + "…" + max);
            }
        } else if (type().isEnum()) {
            Arrays.stream(type().getEnumConstants()).forEach(constant -> parts.add(constant.toString()));
        } else {
            parts.add(longest().isEmpty() ? FORMS.getOrDefault(type(), type().getSimpleName()) : "≤ " + longest());
        }
        return parts.toString();
    }

    /**
     * Reads a value as a file writes it.
     *
     * @return the value; empty if the text is not allowed, see {@link #allowed}
     */
    public Optional<Object> read(String text) {
        return Optional.ofNullable(readOrNull(text));
    }

    private @Nullable Object readOrNull(String text) {
        if (!isNumber() && !isShortEnough(text)) {
            return null;
        }
        Object value = form.read(text);
        return value == null || (isNumber() && !isInRange(number(value))) ? null : value;
    }

    /**
     * Returns the value of the texts, or the list of their values if the parameter repeats.
     *
     * @throws IllegalArgumentException if a text is not allowed
     */
    Object parse(List<String> texts) {
        List<Object> values = texts.stream()
                .map(text -> read(text).orElseThrow(() -> new IllegalArgumentException(key + " = " + text)))
                .toList();
        return repeats ? values : values.get(0);
    }

    /** Returns the texts of the parameter in a model, in order; none if it is absent. */
    public List<String> texts(ParameterSet<?> in) {
        Object value = get(in);
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty() ? List.of() : List.of(optional.get().toString());
        }
        return ((List<?>) value).stream().map(Object::toString).toList();
    }

    /** Returns the result of the accessor: an {@link Optional}, or a list if the parameter repeats. */
    Object get(ParameterSet<?> in) {
        try {
            return (Object) getter.invokeExact((Object) in);
        } catch (Throwable e) {
            throw new IllegalStateException(key, e);
        }
    }

    /**
     * Checks the single value of a model.
     *
     * @throws IllegalArgumentException if it is out of the range, or longer than the parameter allows
     */
    void check(ParameterSet<?> in) {
        if (!(get(in) instanceof Optional<?> optional) || optional.isEmpty()) {
            return;
        }
        Object value = optional.get();
        if (isNumber() && !isInRange(number(value))) {
            throw new IllegalArgumentException(key + " = " + value + " is not within " + allowed());
        } else if (!isNumber() && !isShortEnough(value.toString())) {
            throw new IllegalArgumentException(key + " = " + value + " is longer than " + longest());
        }
    }

    private static long number(Object value) {
        return value instanceof WholeNumber number ? number.toLong() : ((Number) value).longValue();
    }

    private boolean isInRange(long number) {
        boolean within = values.length == 0
                ? number >= min && number <= max
                : Arrays.stream(values).anyMatch(each -> each == number);
        return within || number == orElse;
    }

    /**
     * Returns whether a text is short enough in UTF-8 or in GB18030. The server counts the bytes of its file, and a
     * model does not know the charset of the file: eight Chinese characters are 24 bytes in UTF-8 and 16 bytes in
     * GB18030.
     */
    private boolean isShortEnough(String text) {
        // No character has more than four bytes in either charset, so a short text need not be encoded.
        return (maxBytes == 0 || text.length() * 4L <= maxBytes || bytes(text) <= maxBytes)
                && (maxCharacters == 0 || text.codePointCount(0, text.length()) <= maxCharacters);
    }

    private static int bytes(String text) {
        return Math.min(text.getBytes(StandardCharsets.UTF_8).length, text.getBytes(GB18030).length);
    }

    @Override
    public String toString() {
        return file() + " " + key;
    }
}
