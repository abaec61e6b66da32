package io.github.dmdsc.model;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of a cluster, made from the types: their attributes, and what {@link Parameter} says of them. */
final class ClusterSchema {
    private static final ObjectMapper MAPPER = ModelJson.mapper();

    /** The values that are written as a text, and what the text is like. */
    private static final Map<Class<?>, String> PATTERNS = Map.of(
            HostAddress.class, "^[^\\s\"'`,;\\[\\](){}<>|&$\\\\*?!#=/]+$",
            CssAddress.class, "^.+:[0-9]+$",
            EndpointArray.class, "^\\{.*\\}$",
            AsmPath.class, "^\\+[^/]",
            LocalPath.class, "^[^+]",
            StoragePath.class, "^(\\+[^/]|[^+])",
            LoadPaths.class, ".");

    private final ObjectNode definitions = MAPPER.createObjectNode();

    private ClusterSchema() {}

    static String text() {
        ClusterSchema schema = new ClusterSchema();
        ObjectNode root = MAPPER.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("$id", "urn:dmdsc:cluster:1")
                .put("title", "A DMDSC cluster: its DCR configuration, its nodes with their files, and its monitors");
        root.setAll(schema.type(Cluster.class, null));
        root.set("$defs", schema.definitions);
        return root.toPrettyString().replace(System.lineSeparator(), "\n") + "\n";
    }

    private ObjectNode type(Type type, @Nullable Parameter limits) {
        if (type instanceof ParameterizedType generic) {
            return located((Class<?>) generic.getActualTypeArguments()[0]);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == int.class || raw == Integer.class || WholeNumber.class.isAssignableFrom(raw)) {
            return number(raw, limits);
        } else if (raw == String.class || PATTERNS.containsKey(raw)) {
            return string(raw, limits);
        } else if (raw.isEnum()) {
            ObjectNode node = MAPPER.createObjectNode();
            ArrayNode values = node.putArray("enum");
            Arrays.stream(raw.getEnumConstants()).forEach(value -> values.add(value.toString()));
            return node;
        }
        return reference(raw.getSimpleName(), raw.isRecord() ? () -> record(raw) : () -> model(raw));
    }

    private ObjectNode reference(String name, Supplier<ObjectNode> definition) {
        if (!definitions.has(name)) {
            // Before it is made: it may speak of itself.
            ObjectNode node = definitions.putObject(name);
            node.setAll(definition.get());
        }
        return MAPPER.createObjectNode().put("$ref", "#/$defs/" + name);
    }

    private ObjectNode located(Class<?> content) {
        return reference("Located" + content.getSimpleName(), () -> {
            ObjectNode node = object();
            ObjectNode properties = node.putObject("properties");
            properties.set("file", type(FileId.class, null));
            properties.set("value", type(content, null));
            node.putArray("required").add("file").add("value");
            return node;
        });
    }

    private ObjectNode record(Class<?> raw) {
        ObjectNode node = object();
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = node.putArray("required");
        for (RecordComponent component : raw.getRecordComponents()) {
            properties.set(component.getName(), type(component.getGenericType(), null));
            required.add(component.getName());
        }
        return node;
    }

    private ObjectNode model(Class<?> raw) {
        ObjectNode node = object();
        ObjectNode properties = node.putObject("properties");
        ArrayNode required = MAPPER.createArrayNode();
        List<Method> accessors = Arrays.stream(raw.getDeclaredMethods())
                .filter(ClusterSchema::isAttribute)
                .sorted(Comparator.comparing(ClusterSchema::key))
                .toList();
        for (Method accessor : accessors) {
            if (accessor.isAnnotationPresent(JsonAnyGetter.class)) {
                ObjectNode texts = node.putObject("additionalProperties").put("type", "array");
                texts.putObject("items").put("type", "string");
            } else {
                attribute(accessor, properties, required);
            }
        }
        if (!required.isEmpty()) {
            node.set("required", required);
        }
        return node;
    }

    private void attribute(Method accessor, ObjectNode properties, ArrayNode required) {
        Parameter limits = accessor.getAnnotation(Parameter.class);
        Type type = accessor.getGenericReturnType();
        Type content = type instanceof ParameterizedType generic && generic.getRawType() != Located.class
                ? generic.getActualTypeArguments()[0]
                : type;
        Class<?> raw = accessor.getReturnType();
        ObjectNode node = type(content, limits);
        if (raw == List.class) {
            node = MAPPER.createObjectNode().put("type", "array").set("items", node);
        } else if (raw != Optional.class) {
            required.add(key(accessor));
        }
        if (limits != null && !limits.byDefault().isEmpty()) {
            node.put("default", Integer.parseInt(limits.byDefault()));
        }
        properties.set(key(accessor), node);
    }

    private static boolean isAttribute(Method method) {
        return method.getParameterCount() == 0
                && !method.isDefault()
                && !Modifier.isStatic(method.getModifiers())
                && !method.isAnnotationPresent(JsonIgnore.class);
    }

    private static String key(Method accessor) {
        JsonProperty property = accessor.getAnnotation(JsonProperty.class);
        return property == null ? accessor.getName() : property.value();
    }

    private static ObjectNode object() {
        return MAPPER.createObjectNode().put("type", "object").put("additionalProperties", false);
    }

    private static ObjectNode number(Class<?> raw, @Nullable Parameter limits) {
        long min = limits == null ? Integer.MIN_VALUE : limits.min();
        long max = limits == null ? Integer.MAX_VALUE : limits.max();
        if (WholeNumber.class.isAssignableFrom(raw)) {
            min = Math.max(min, constant(raw, "MIN"));
            max = Math.min(max, constant(raw, "MAX"));
        }
        ObjectNode range = MAPPER.createObjectNode()
                .put("type", "integer")
                .put("minimum", Math.max(min, Integer.MIN_VALUE))
                .put("maximum", Math.min(max, Integer.MAX_VALUE));
        if (limits == null || limits.orElse() == Long.MIN_VALUE) {
            return range;
        }
        ObjectNode either = MAPPER.createObjectNode();
        either.putArray("anyOf").add(range).addObject().put("const", limits.orElse());
        return either;
    }

    private static int constant(Class<?> type, String name) {
        try {
            return type.getField(name).getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode string(Class<?> raw, @Nullable Parameter limits) {
        ObjectNode node = MAPPER.createObjectNode().put("type", "string");
        String pattern = PATTERNS.get(raw);
        if (pattern != null) {
            node.put("pattern", pattern);
        }
        if (limits != null && limits.maxBytes() > 0) {
            node.put("maxLength", limits.maxBytes());
        }
        return node;
    }
}
