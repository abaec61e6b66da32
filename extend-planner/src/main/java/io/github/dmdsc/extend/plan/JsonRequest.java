package io.github.dmdsc.extend.plan;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Read;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one request in JSON, in the form in which {@link ModelJson} writes it. An attribute may also be a text in the
 * form of {@link RequestAttribute}, or a list of such texts.
 */
final class JsonRequest {
    private static final ObjectMapper MAPPER = ModelJson.mapper();
    private static final String VALUES_FORM = "{\"<name>\": \"<value>\"}";

    private final String name;
    private final ObjectNode members = MAPPER.createObjectNode();
    private final Map<String, Location> places = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    JsonRequest(String name) {
        this.name = name;
    }

    /** Whether a file holds JSON. A request in INI form never begins with a brace. */
    static boolean isMeant(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replace("\ufeff", "")
                .stripLeading()
                .startsWith("{");
    }

    Read<Optional<RequestFile>> read(byte[] bytes) {
        try (JsonParser parser = MAPPER.getFactory().createParser(bytes)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                Location at = place(parser.currentTokenLocation());
                parser.nextToken();
                Location value = place(parser.currentTokenLocation());
                member(key, at, value, MAPPER.readTree(parser));
            }
            if (parser.nextToken() != null) {
                findings.add(RequestFile.noJson(place(parser.currentTokenLocation())));
            }
        } catch (JsonProcessingException noJson) {
            findings.add(RequestFile.noJson(
                    noJson.getLocation() == null ? Location.outside(name) : place(noJson.getLocation())));
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes can be read", impossible);
        }
        if (findings.isEmpty() && !members.has(RequestFile.HOST)) {
            findings.add(RequestFile.noHost(Location.outside(name)));
        }
        findings.sort(Finding.ORDER);
        return new Read<>(
                findings.isEmpty()
                        ? Optional.of(new RequestFile(MAPPER.convertValue(members, ExtendRequest.class), places))
                        : Optional.empty(),
                findings);
    }

    private void member(String key, Location at, Location value, JsonNode node) {
        Optional<RequestAttribute> attribute = RequestAttribute.of(key);
        boolean values = key.equals(RequestFile.VALUES);
        Location before = places.putIfAbsent(key, value);
        if (attribute.isEmpty() && !values) {
            findings.add(RequestFile.unknown(at, key));
            return;
        } else if (before != null) {
            findings.add(RequestFile.twice(at, before, key));
            return;
        }
        Optional<JsonNode> taken = (isValue(key, node)
                        ? Optional.of(node)
                        : attribute.flatMap(each -> text(each, node)))
                .filter(any -> attribute.map(RequestAttribute::form).stream().noneMatch(node.asText()::equals));
        if (taken.isPresent()) {
            members.set(key, taken.get());
            if (values) {
                node.fieldNames().forEachRemaining(family -> places.put(RequestFile.VALUES + " " + family, value));
            }
        } else {
            findings.add(RequestFile.noJsonValue(
                    value,
                    key,
                    node.isTextual() ? node.textValue() : node.toString(),
                    attribute.map(RequestAttribute::form),
                    attribute.map(JsonRequest::form).orElse(VALUES_FORM)));
        }
    }

    /** Returns the form of an attribute as JSON. */
    private static String form(RequestAttribute attribute) {
        String text = "\"" + attribute.form() + "\"";
        return attribute.several() ? "[" + text + "]" : text;
    }

    /** Returns the value of an attribute whose text or texts are given; empty if it does not take them. */
    private static Optional<JsonNode> text(RequestAttribute attribute, JsonNode node) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : node.isArray() && attribute.several() ? node : List.of(node)) {
            if (!each.isTextual()) {
                return Optional.empty();
            }
            texts.add(each.textValue());
        }
        try {
            ExtendRequest.Builder builder = ExtendRequest.forHost("host");
            attribute.put().accept(builder, texts);
            return Optional.ofNullable(MAPPER.valueToTree(builder.build()).get(attribute.name()));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /**
     * Whether the attribute takes the value. Each member is tried alone, so that one reading reports every wrong
     * member.
     */
    private static boolean isValue(String key, JsonNode node) {
        try {
            MAPPER.convertValue(MAPPER.createObjectNode().set(key, node), ExtendRequest.Builder.class);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private Location place(JsonLocation at) {
        return new Location("", name, Math.max(at.getLineNr(), 0), Math.max(at.getColumnNr(), 0));
    }
}
