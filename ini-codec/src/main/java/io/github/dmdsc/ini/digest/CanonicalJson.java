package io.github.dmdsc.ini.digest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes JSON in the canonical form of RFC 8785: members are sorted by UTF-16 code units, there are no blanks, and
 * strings are escaped as in ECMAScript. The only numbers that are accepted are integers from -2^53 to 2^53, because a
 * plan has no others.
 */
public final class CanonicalJson {
    private static final long EXACT = 1L << 53;

    private CanonicalJson() {}

    /**
     * Returns the canonical text of a JSON tree.
     *
     * @throws IllegalArgumentException if the tree holds a number that is not an integer from -2^53 to 2^53
     */
    public static String of(JsonNode tree) {
        StringBuilder json = new StringBuilder();
        write(json, tree);
        return json.toString();
    }

    private static void write(StringBuilder json, JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            names.sort(String::compareTo);
            String separator = "{";
            for (String name : names) {
                json.append(separator);
                string(json, name);
                json.append(':');
                write(json, object.get(name));
                separator = ",";
            }
            json.append(names.isEmpty() ? "{}" : "}");
        } else if (node instanceof ArrayNode array) {
            json.append('[');
            for (int i = 0; i < array.size(); i++) {
                if (i > 0) {
                    json.append(',');
                }
                write(json, array.get(i));
            }
            json.append(']');
        } else if (node instanceof TextNode) {
            string(json, node.textValue());
        } else if (node.isNumber()) {
            // Math.abs cannot be used: Math.abs(Long.MIN_VALUE) is negative.
            boolean exact = node.isIntegralNumber()
                    && node.canConvertToLong()
                    && node.longValue() >= -EXACT
                    && node.longValue() <= EXACT;
            if (!exact) {
                throw new IllegalArgumentException("not an exact integer: " + node);
            }
            json.append(node.longValue());
        } else {
            json.append(node);
        }
    }

    private static void string(StringBuilder json, String text) {
        json.append('"');
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                json.append(text, from, i).append(escape(c));
                from = i + 1;
            }
        }
        json.append(text, from, text.length()).append('"');
    }

    private static String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format("\\u%04x", (int) c);
        };
    }
}
