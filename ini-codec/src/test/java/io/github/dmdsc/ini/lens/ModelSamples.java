package io.github.dmdsc.ini.lens;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmInit;
import io.github.dmdsc.model.DmInitInstance;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.Dmwatcher;
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.Parameter;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.WatcherGroup;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Random models as JSON. Their keys and ranges are read from the models, not through the lenses under test. */
final class ModelSamples {
    static final ObjectMapper MAPPER = ModelJson.mapper();

    /** The attribute of a model with the parts that have sections of their own, and the type of the parts. */
    record Parts(String name, Class<?> type) {}

    private static final Map<Class<?>, Parts> PARTS = Map.of(
            DmdcrCfg.class, new Parts("groups", DcrGroup.class),
            DcrGroup.class, new Parts("endpoints", DcrEndpoint.class),
            MalConfig.class, new Parts("instances", MalInstance.class),
            DmArch.class, new Parts("archives", DmArchive.class),
            Dmwatcher.class, new Parts("groups", WatcherGroup.class),
            DmInit.class, new Parts("instances", DmInitInstance.class));

    /** Keys without an accessor. The dialect ignores the case of ASCII letters only, so é and É are two keys. */
    private static final List<String> UNKNOWN = List.of("X_CHECKSUM", "BUFFER", "密码", "STRAßE", "é", "É", "SECTION");

    private static final List<String> GROUP_NAMES = List.of("GRP_CSS", "GRP_ASM", "grp_dsc", "组", "É", "é", "G 4");
    private static final List<String> SECTIONS = List.of("MAL_INST1", "mal_inst0", "ARCHIVE_LOCAL1", "实例", "a#b");
    private static final List<String> TEXTS =
            List.of("DSC0", "DSC1", "/dev/raw/raw1", "D:\\dm\\x", "a=b c", "实例", "http://x", "\"a # b\"", "a#b", "{x");

    private final Random random;

    ModelSamples(Random random) {
        this.random = random;
    }

    static Optional<Parts> partsOf(Class<?> model) {
        return Optional.ofNullable(PARTS.get(model));
    }

    static <T> T model(ObjectNode json, Class<T> type) {
        return MAPPER.convertValue(json, type);
    }

    /** Returns whether a key of a model's JSON is a parameter in the file. */
    static boolean isParameter(String key) {
        return !key.equals("section") && PARTS.values().stream().noneMatch(parts -> key.equals(parts.name()));
    }

    /** Returns the accessors of the parameters, by key. */
    static Map<String, Method> known(Class<?> model) {
        Map<String, Method> known = new TreeMap<>();
        for (Method accessor : model.getMethods()) {
            if (accessor.isAnnotationPresent(Parameter.class)) {
                known.put(accessor.getAnnotation(JsonProperty.class).value(), accessor);
            }
        }
        return known;
    }

    ObjectNode of(Class<?> type) {
        ObjectNode node = MAPPER.createObjectNode();
        known(type).forEach((key, accessor) -> {
            if (random.nextInt(3) > 0) {
                node.set(key, value(accessor, 1 + random.nextInt(3)));
            }
        });
        for (String key : UNKNOWN) {
            if (random.nextInt(7) == 0) {
                // A parameter without an accessor may have no value.
                node.set(key, random.nextInt(5) == 0 ? unknown(1).add("") : unknown(1 + random.nextInt(3)));
            }
        }
        partsOf(type).ifPresent(parts -> addParts(node, parts));
        return node;
    }

    private void addParts(ObjectNode node, Parts parts) {
        ArrayNode array = node.putArray(parts.name());
        List<String> names = new ArrayList<>(GROUP_NAMES);
        Collections.shuffle(names, random);
        int count = random.nextInt(5);
        for (int i = 0; i < count; i++) {
            ObjectNode part = of(parts.type());
            if (parts.type() == DcrGroup.class) {
                // Endpoints belong to the group whose name their sections have. So no two groups have the same name,
                // and a group without a name has no endpoints.
                if (random.nextInt(6) > 0) {
                    part.put("DCR_GRP_NAME", names.get(i));
                } else {
                    part.remove(List.of("DCR_GRP_NAME"));
                    part.putArray("endpoints");
                }
            } else if (parts.type() != DcrEndpoint.class) {
                part.put("section", pick(SECTIONS));
            }
            array.add(part);
        }
    }

    /**
     * Returns a copy with other values of some parameters, also in its parts. Sections and their names do not change.
     *
     * @param sameKeys whether each parameter also stays in the file, as often as before, and with a value if it has one
     */
    ObjectNode changed(ObjectNode original, Class<?> type, boolean sameKeys) {
        ObjectNode node = original.deepCopy();
        Map<String, Method> known = known(type);
        List<String> keys = new ArrayList<>(known.keySet());
        keys.addAll(UNKNOWN);
        keys.remove("DCR_GRP_NAME");
        for (String key : keys) {
            boolean present = node.has(key);
            if (sameKeys && node.path(key).toString().contains("\"\"")) {
                continue;
            }
            Method accessor = known.get(key);
            int count = present && sameKeys && node.get(key).isArray()
                    ? node.get(key).size()
                    : 1 + random.nextInt(3);
            if (present && !sameKeys && random.nextInt(6) == 0) {
                node.remove(List.of(key));
            } else if ((present || !sameKeys) && random.nextInt(present ? 3 : 9) == 0) {
                node.set(key, accessor == null ? unknown(count) : value(accessor, count));
            }
        }
        partsOf(type).ifPresent(parts -> {
            ArrayNode array = node.putArray(parts.name());
            original.path(parts.name()).forEach(part -> array.add(changed((ObjectNode) part, parts.type(), sameKeys)));
        });
        return node;
    }

    private ArrayNode unknown(int count) {
        ArrayNode values = MAPPER.createArrayNode();
        for (int i = 0; i < count; i++) {
            String text = pick(TEXTS);
            // Lines that all have one value are a finding.
            values.add(i == 1 && text.equals(values.get(0).textValue()) ? text + "2" : text);
        }
        return values;
    }

    private JsonNode value(Method accessor, int count) {
        ParameterizedType wrapper = (ParameterizedType) accessor.getGenericReturnType();
        Class<?> type = (Class<?>) wrapper.getActualTypeArguments()[0];
        Parameter limits = accessor.getAnnotation(Parameter.class);
        if (wrapper.getRawType() != List.class) {
            return single(type, limits);
        }
        ArrayNode values = MAPPER.createArrayNode();
        for (int i = 0; i < count; i++) {
            values.add(single(type, limits));
        }
        return values;
    }

    private JsonNode single(Class<?> type, Parameter limits) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (type == String.class || type == LocalPath.class || type == StoragePath.class || type == LoadPaths.class) {
            return json.textNode(pick(TEXTS));
        } else if (type == HostAddress.class) {
            return json.textNode(pick(List.of("10.0.2.101", "10.0.2.102", "node-1", "fe80::1%ens01", "FE80::2")));
        } else if (type == CssAddress.class) {
            return json.textNode(pick(List.of("10.0.2.101:9341", "10.0.2.102:9343", "[fe80::1%3]:9341")));
        } else if (type == EndpointArray.class) {
            return json.textNode(pick(List.of("{}", "{0}", "{0,1}", "{0,1,2}")));
        } else if (type.isEnum()) {
            return json.textNode(pick(
                    Stream.of(type.getEnumConstants()).map(Object::toString).toList()));
        }
        long number = number(limits, type == Long.class || type == Megabytes.class);
        return number == (int) number ? json.numberNode((int) number) : json.numberNode(number);
    }

    private long number(Parameter limits, boolean mayBeLong) {
        if (limits.values().length > 0) {
            return limits.values()[random.nextInt(limits.values().length)];
        }
        long min = Math.max(limits.min(), 0);
        long max = Math.min(limits.max(), mayBeLong ? 4294967294L : Integer.MAX_VALUE);
        if (limits.orElse() >= 0 && random.nextInt(4) == 0) {
            return limits.orElse();
        }
        return switch (random.nextInt(4)) {
            case 0 -> min;
            case 1 -> max;
            default -> min + (long) (random.nextDouble() * ((double) max - min));
        };
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
