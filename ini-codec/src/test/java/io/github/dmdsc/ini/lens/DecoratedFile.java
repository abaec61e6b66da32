package io.github.dmdsc.ini.lens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A file as people write it: with comments, irregular blanks and keys in any letter case, in UTF-8 or GB18030. A dirty
 * file also has bad values, repeated keys and malformed lines.
 *
 * @param json the model from which it was written
 * @param lineEnd the line end of all lines
 */
record DecoratedFile(ObjectNode json, String text, Charset charset, String lineEnd) {
    private static final Charset GB18030 = Charset.forName("GB18030");

    static DecoratedFile of(Class<?> type, boolean dirty, Random random) {
        return of(new ModelSamples(random).of(type), type, dirty, random);
    }

    static DecoratedFile of(ObjectNode json, Class<?> type, boolean dirty, Random random) {
        String lineEnd = random.nextBoolean() ? "\n" : "\r\n";
        Writer writer = new Writer(random, dirty, lineEnd);
        writer.write(json, type);
        String text = writer.text.toString();
        if (random.nextInt(3) == 0 && text.endsWith(lineEnd)) {
            text = text.substring(0, text.length() - lineEnd.length());
        }
        boolean bom = random.nextInt(8) == 0;
        return new DecoratedFile(
                json, bom ? "\uFEFF" + text : text, random.nextBoolean() ? StandardCharsets.UTF_8 : GB18030, lineEnd);
    }

    IniDocument document() {
        return IniDocument.parse(text.getBytes(charset), charset);
    }

    @Override
    public String toString() {
        return charset + ":\n" + text.replace("\r", "\\r");
    }

    private static final class Writer {
        private final StringBuilder text = new StringBuilder();
        private final Random random;
        private final boolean dirty;
        private final String lineEnd;

        Writer(Random random, boolean dirty, String lineEnd) {
            this.random = random;
            this.dirty = dirty;
            this.lineEnd = lineEnd;
        }

        void write(ObjectNode json, Class<?> type) {
            if (!lineEnd.equals("\n")) {
                // The file begins with lines that have its line end.
                line("# 配置");
                line("");
            }
            entries(json, type);
            ModelSamples.Parts parts = ModelSamples.partsOf(type).orElse(null);
            if (parts == null) {
                if (dirty && random.nextBoolean()) {
                    header("stray");
                    line("k = v");
                }
            } else if (parts.type() == DcrGroup.class) {
                groups(json.path(parts.name()));
            } else {
                for (JsonNode part : json.path(parts.name())) {
                    header(part.path("section").asText());
                    entries((ObjectNode) part, parts.type());
                }
            }
            noise(true);
        }

        /** Writes the groups in one of the two orders that the manuals show. */
        private void groups(JsonNode groups) {
            boolean groupsFirst = random.nextBoolean();
            for (JsonNode group : groups) {
                header("GRP");
                entries((ObjectNode) group, DcrGroup.class);
                if (!groupsFirst) {
                    endpoints(group);
                }
            }
            if (groupsFirst) {
                groups.forEach(this::endpoints);
            }
            if (dirty && random.nextBoolean()) {
                header("GRP_ASM");
                line("DCR_EP_PORT = 9349");
                header("stray");
            }
        }

        private void endpoints(JsonNode group) {
            for (JsonNode endpoint : group.path("endpoints")) {
                header(anyCase(group.path("DCR_GRP_NAME").asText()));
                entries((ObjectNode) endpoint, DcrEndpoint.class);
            }
        }

        private void header(String name) {
            noise(true);
            line(blanks() + "[" + blanks() + (name.equals("GRP") ? anyCase(name) : name) + blanks() + "]"
                    + pick("", "", " # 注释", "//c", "  "));
        }

        private void entries(ObjectNode node, Class<?> type) {
            List<Map.Entry<String, String>> entries = new ArrayList<>();
            node.properties().forEach(property -> {
                if (ModelSamples.isParameter(property.getKey())) {
                    JsonNode value = property.getValue();
                    if (value.isArray()) {
                        value.forEach(each -> entries.add(Map.entry(property.getKey(), each.asText())));
                    } else {
                        entries.add(Map.entry(property.getKey(), value.asText()));
                    }
                }
            });
            Collections.shuffle(entries, random);
            sortRepeated(node, entries);
            ModelSamples.known(type).keySet().forEach(key -> {
                if (!node.has(key) && random.nextInt(9) == 0) {
                    entries.add(random.nextInt(entries.size() + 1), Map.entry(key, ""));
                }
            });
            for (Map.Entry<String, String> entry : entries) {
                noise(false);
                boolean spoilt = dirty && random.nextInt(8) == 0;
                entry(entry.getKey(), spoilt ? pick("bad value", "99999999999", "1 1") : entry.getValue());
                if (dirty && random.nextInt(8) == 0) {
                    entry(entry.getKey(), pick("1", "2", "", entry.getValue()));
                }
            }
        }

        /** Puts the values of a repeated key back into their order after the shuffle. */
        private static void sortRepeated(ObjectNode node, List<Map.Entry<String, String>> entries) {
            Map<String, Integer> seen = new HashMap<>();
            for (int i = 0; i < entries.size(); i++) {
                String key = entries.get(i).getKey();
                JsonNode values = node.path(key);
                if (values.isArray()) {
                    int nth = seen.merge(key, 1, Integer::sum) - 1;
                    entries.set(i, Map.entry(key, values.path(nth).asText()));
                }
            }
        }

        private void entry(String key, String value) {
            line(blanks() + anyCase(key) + blanks() + "=" + blanks() + value
                    + pick("", "", "", " ", " # 注释", "\t// c", "   # it's"));
        }

        private void noise(boolean betweenSections) {
            while (random.nextInt(betweenSections ? 2 : 6) == 0) {
                line(pick("", "", "  ", "# 注释", "  // c", ";k = v"));
            }
            if (dirty && random.nextInt(12) == 0) {
                line(pick("junk", "[open", "= v", "[a] x", "k # a=b"));
            }
        }

        /** Returns a name with ASCII letters in any case, which the dialect ignores. */
        private String anyCase(String name) {
            int style = random.nextInt(3);
            StringBuilder result = new StringBuilder();
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                boolean letter = c < 0x80 && Character.isLetter(c);
                boolean lower = style == 1 || (style == 2 && random.nextBoolean());
                boolean upper = style == 0;
                result.append(!letter ? c : lower ? Character.toLowerCase(c) : upper ? Character.toUpperCase(c) : c);
            }
            return result.toString();
        }

        private String blanks() {
            return pick("", "", " ", "\t", "  ");
        }

        private void line(String line) {
            text.append(line).append(lineEnd);
        }

        private String pick(String... from) {
            return from[random.nextInt(from.length)];
        }
    }
}
