package io.github.dmdsc.ini.lens;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.Parameter;
import io.github.dmdsc.model.TextLengths;
import io.github.dmdsc.model.WholeNumber;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one accessor of a model says of its parameter: how its text is read, and which texts are refused. */
final class ParameterSpec {
    private static final ObjectMapper MAPPER = ModelJson.mapper();

    private final Parameter limits;
    private final Class<?> type;
    private final boolean repeats;
    private final boolean numeric;

    private ParameterSpec(Parameter limits, Class<?> type, boolean repeats) {
        this.limits = limits;
        this.type = type;
        this.repeats = repeats;
        this.numeric = Number.class.isAssignableFrom(type) || WholeNumber.class.isAssignableFrom(type);
    }

    /** The parameters of a model by upper-case key. */
    static Map<String, ParameterSpec> of(Class<?> model) {
        Map<String, ParameterSpec> specs = new TreeMap<>();
        for (Method accessor : model.getMethods()) {
            Parameter parameter = accessor.getAnnotation(Parameter.class);
            if (parameter != null) {
                ParameterizedType wrapper = (ParameterizedType) accessor.getGenericReturnType();
                Type content = wrapper.getActualTypeArguments()[0];
                specs.put(
                        accessor.getAnnotation(JsonProperty.class).value(),
                        new ParameterSpec(parameter, (Class<?>) content, wrapper.getRawType() == List.class));
            }
        }
        return specs;
    }

    /** Whether the parameter may stand several times. */
    boolean repeats() {
        return repeats;
    }

    /**
     * Reads a value.
     *
     * @throws Refused if the model does not take it
     */
    ValueNode read(String text) throws Refused {
        ValueNode node = numeric ? number(text) : text(text);
        convert(node);
        return node;
    }

    /** Whether a text that is not empty is a value of this parameter. */
    boolean takes(String text) {
        try {
            read(text);
            return !text.isEmpty();
        } catch (Refused e) {
            return false;
        }
    }

    /** What a text means: equal for two texts that are the same value. */
    Object meaning(String text) {
        try {
            return convert(numeric ? number(text) : text(text));
        } catch (Refused e) {
            return text;
        }
    }

    private Object convert(ValueNode node) throws Refused {
        try {
            JavaType target = MAPPER.constructType(type);
            Object value = MAPPER.convertValue(node, target);
            if (value == null) {
                throw new Refused(allowed());
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw new Refused(allowed(), e);
        }
    }

    private ValueNode number(String text) throws Refused {
        // Java reads the digits of every script, the server those of C.
        if (!text.chars().allMatch(c -> c < 0x80)) {
            throw new Refused(allowed());
        }
        long number = parsed(text);
        long[] only = limits.values();
        boolean inRange = only.length > 0
                ? Arrays.stream(only).anyMatch(each -> each == number)
                : number >= limits.min() && number <= limits.max();
        if (!(inRange || number == limits.orElse()) || number > most()) {
            throw new Refused(allowed());
        }
        return number == (int) number ? IntNode.valueOf((int) number) : LongNode.valueOf(number);
    }

    private long parsed(String text) throws Refused {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refused(allowed(), e);
        }
    }

    private long most() {
        return type == Long.class || type == Megabytes.class ? limits.max() : Math.min(limits.max(), Integer.MAX_VALUE);
    }

    private ValueNode text(String text) throws Refused {
        if (!TextLengths.fits(limits, text)) {
            throw new Refused(allowed());
        }
        return JsonNodeFactory.instance.textNode(type.isEnum() ? IniDialect.canonical(text) : text);
    }

    /** What would be taken, in signs that every language reads. */
    private String allowed() {
        List<String> parts = new ArrayList<>();
        if (numeric) {
            if (limits.orElse() != Long.MIN_VALUE) {
                parts.add(Long.toString(limits.orElse()));
            }
            Arrays.stream(limits.values()).forEach(number -> parts.add(Long.toString(number)));
            if (parts.isEmpty() || limits.orElse() != Long.MIN_VALUE) {
                parts.add((limits.min() == Long.MIN_VALUE ? "" : limits.min()) + "…" + most());
            }
        } else if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                parts.add(constant.toString());
            }
        } else if (!TextLengths.limit(limits).isEmpty()) {
            parts.add("≤ " + TextLengths.limit(limits));
        } else {
            parts.add(type.getSimpleName());
        }
        return String.join(" | ", parts);
    }

    /** Says that a text is no value of this parameter. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String allowed;

        Refused(String allowed) {
            this(allowed, null);
        }

        Refused(String allowed, @Nullable Throwable cause) {
            super(allowed, cause, false, false);
            this.allowed = allowed;
        }

        /** What would have been taken. */
        String allowed() {
            return allowed;
        }
    }
}
