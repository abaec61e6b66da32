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

/** Reads one request in JSON, in the form in which {@link ModelJson} writes it. */
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
        } else if (before != null) {
            findings.add(RequestFile.twice(at, before, key));
        } else if (isValue(key, node)
                && attribute.map(RequestAttribute::form).stream().noneMatch(node.asText()::equals)) {
            members.set(key, node);
            if (values) {
                node.fieldNames().forEachRemaining(family -> places.put(RequestFile.VALUES + " " + family, value));
            }
        } else {
            findings.add(RequestFile.noValue(
                    value,
                    key,
                    node.isTextual() ? node.textValue() : node.toString(),
                    attribute.map(RequestAttribute::form).orElse(VALUES_FORM)));
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
