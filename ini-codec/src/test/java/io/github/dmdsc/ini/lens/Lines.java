package io.github.dmdsc.ini.lens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.DmdcrCfg;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Finds the lines of a document that belong to a value of its model, by position and without the lenses. */
final class Lines {
    /** One parameter of one section. */
    record Place(int section, String key) {}

    private Lines() {}

    static Set<Place> differing(IniDocument document, ObjectNode before, ObjectNode after, Class<?> type) {
        Set<Place> places = new HashSet<>();
        Map<Integer, ObjectNode> old = bySection(document, before, type);
        bySection(document, after, type).forEach((section, node) -> {
            ObjectNode other = Objects.requireNonNull(old.get(section));
            Set<String> keys = new HashSet<>();
            node.fieldNames().forEachRemaining(keys::add);
            other.fieldNames().forEachRemaining(keys::add);
            keys.removeIf(key -> Objects.equals(node.get(key), other.get(key)));
            keys.forEach(key -> places.add(new Place(section, key)));
        });
        return places;
    }

    private static Map<Integer, ObjectNode> bySection(IniDocument document, ObjectNode json, Class<?> type) {
        Map<Integer, ObjectNode> found = new TreeMap<>();
        found.put(0, json);
        lists(json, type).forEach(list -> {
            for (int i = 0; i < list.size(); i++) {
                found.put(sectionOf(document, json, type, list, i).index(), (ObjectNode) list.get(i));
            }
        });
        return found;
    }

    /** Returns every list of parts that is not empty. */
    static List<ArrayNode> lists(ObjectNode json, Class<?> type) {
        List<ArrayNode> lists = new ArrayList<>();
        ModelSamples.partsOf(type).ifPresent(parts -> {
            if (json.path(parts.name()) instanceof ArrayNode array && !array.isEmpty()) {
                lists.add(array);
                array.forEach(part -> lists.addAll(lists((ObjectNode) part, parts.type())));
            }
        });
        return lists;
    }

    @SuppressWarnings("ReferenceEquality") // groups may well have equal endpoints
    static IniSection sectionOf(IniDocument document, ObjectNode json, Class<?> type, ArrayNode list, int index) {
        JsonNode groups = json.path("groups");
        if (type != DmdcrCfg.class) {
            return document.sections().get(index + 1);
        }
        for (JsonNode group : groups) {
            if (group.path("endpoints") == list) {
                return document.sections(group.path("DCR_GRP_NAME").asText()).get(index);
            }
        }
        return document.sections("GRP").get(index);
    }

    /** Returns the lines of a document without those of some parameters. */
    static List<String> besides(Set<Place> places, IniDocument document) {
        Set<Integer> left = new HashSet<>();
        for (IniSection section : document.sections()) {
            for (IniEntry entry : section.entries()) {
                if (places.contains(new Place(section.index(), asciiUpper(entry.key())))) {
                    left.add(entry.line());
                }
            }
        }
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= document.lineCount(); number++) {
            if (!left.contains(number)) {
                lines.add(document.line(number));
            }
        }
        return lines;
    }

    /** Returns the section of a part, and those of its own parts. */
    static List<IniSection> sectionsOf(
            IniDocument document, ObjectNode json, Class<?> type, ArrayNode list, int index) {
        List<IniSection> sections = new ArrayList<>(List.of(sectionOf(document, json, type, list, index)));
        if (list.get(index).path("endpoints") instanceof ArrayNode endpoints) {
            for (int i = 0; i < endpoints.size(); i++) {
                sections.add(sectionOf(document, json, type, endpoints, i));
            }
        }
        return sections;
    }

    /** Returns the lines that are not blank, without those from the header to the last entry of some sections. */
    static List<String> notBlank(IniDocument document, List<IniSection> without) {
        List<String> lines = new ArrayList<>();
        for (int number = 1; number <= document.lineCount(); number++) {
            int line = number;
            boolean gone = without.stream().anyMatch(section -> line >= section.line() && line <= lastLine(section));
            if (!gone && !document.line(number).isBlank()) {
                lines.add(document.line(number));
            }
        }
        return lines;
    }

    /** Returns the names that distinguish the parts of a list. */
    static Set<String> names(ArrayNode list) {
        Set<String> names = new HashSet<>();
        list.forEach(part -> names.add(part.path("section").asText()
                + part.path("DCR_GRP_NAME").asText()
                + part.path("DCR_EP_NAME").asText()));
        return names;
    }

    /**
     * Returns the lines of a section with another name in its header, without comments and blank lines.
     *
     * @param keys the parameters to include: those that have a value, and those without an accessor
     */
    static List<String> copied(IniDocument document, IniSection section, String name, Set<String> keys) {
        String header = document.line(section.line());
        List<String> lines = new ArrayList<>();
        lines.add(header.substring(0, header.indexOf(']') + 1).replace(section.name(), name));
        for (IniEntry entry : section.entries()) {
            if (keys.contains(asciiUpper(entry.key()))) {
                String line = document.line(entry.line());
                int end = line.offsetByCodePoints(0, entry.valueColumn() - 1 + entry.valueLength());
                lines.add(line.substring(0, end).stripTrailing());
            }
        }
        return lines;
    }

    static List<String> of(IniDocument document) {
        return besides(Set.of(), document);
    }

    /** Returns the number of the line of the last entry, or of the header if there is no entry. */
    static int lastLine(IniSection section) {
        List<IniEntry> entries = section.entries();
        return entries.isEmpty()
                ? section.line()
                : entries.get(entries.size() - 1).line();
    }

    private static String asciiUpper(String text) {
        return text.codePoints()
                .map(c -> c >= 'a' && c <= 'z' ? c - 32 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
