package io.github.dmdsc.ini.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.check.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of one section as a JSON object, and back: the step that all lenses share. Attributes of the model
 * that are no parameters ({@code section}, lists of parts) are the business of the lens.
 */
final class SectionCodec {
    /** Stands for the file of a document that is read only to be compared. */
    static final FileId NOWHERE = new FileId("", "");

    static final ObjectMapper MAPPER = ModelJson.mapper();

    private final Map<String, ParameterSpec> specs;
    private final Set<String> structure;

    SectionCodec(Class<?> model, String... structure) {
        this.specs = ParameterSpec.of(model);
        this.structure = Set.of(structure);
    }

    /** Reads a section; what cannot be read is reported and left out. Empty values count as absent. */
    ObjectNode decode(IniSection section, FileId file, List<Diagnostic> findings) {
        ObjectNode node = MAPPER.createObjectNode();
        Map<String, IniEntry> seen = new LinkedHashMap<>();
        for (IniEntry entry : section.entries()) {
            String key = IniDialect.canonical(entry.key());
            ParameterSpec spec = specs.get(key);
            if (spec == null) {
                node.withArrayProperty(key).add(entry.value());
                continue;
            }
            IniEntry first = seen.putIfAbsent(key, entry);
            if (first != null && !spec.repeats()) {
                findings.add(BindFindings.repeated(file, first, entry));
            } else if (!entry.value().isEmpty()) {
                read(node, key, spec, entry, file, findings);
            }
        }
        return node;
    }

    private static void read(
            ObjectNode node, String key, ParameterSpec spec, IniEntry entry, FileId file, List<Diagnostic> findings) {
        try {
            JsonNode value = spec.read(entry.value());
            if (spec.repeats()) {
                node.withArrayProperty(key).add(value);
            } else {
                node.set(key, value);
            }
        } catch (ParameterSpec.Refused e) {
            findings.add(BindFindings.badValue(file, entry, e.allowed()));
        }
    }

    /** The texts that the parameters of a value would have in a file, by upper-case key, in the model's order. */
    Map<String, List<String>> encode(Object value) {
        ObjectNode node = MAPPER.valueToTree(value);
        Map<String, List<String>> image = new LinkedHashMap<>();
        node.properties().forEach(property -> {
            if (!structure.contains(property.getKey())) {
                image.put(property.getKey(), texts(property.getValue()));
            }
        });
        return image;
    }

    private static List<String> texts(JsonNode node) {
        if (node instanceof ArrayNode array) {
            List<String> texts = new ArrayList<>();
            array.forEach(element -> texts.add(element.asText()));
            return texts;
        }
        return List.of(node.asText());
    }

    /** The image as entries, as the codec inserts them. */
    static List<Map.Entry<String, String>> entries(Map<String, List<String>> image) {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        image.forEach((key, values) -> values.forEach(value -> entries.add(Map.entry(key, value))));
        return entries;
    }

    /** Changes one section from what {@code before} says to what {@code after} says. */
    static IniDocument change(
            IniDocument document, int section, Map<String, List<String>> before, Map<String, List<String>> after) {
        Set<String> keys = new TreeSet<>(before.keySet());
        keys.removeAll(after.keySet());
        IniDocument changed = document;
        for (String key : keys) {
            changed = changeKey(changed, section, key, List.of());
        }
        for (Map.Entry<String, List<String>> parameter : after.entrySet()) {
            if (!parameter.getValue().equals(before.get(parameter.getKey()))) {
                changed = changeKey(changed, section, parameter.getKey(), parameter.getValue());
            }
        }
        return changed;
    }

    private static IniDocument changeKey(IniDocument document, int section, String key, List<String> values) {
        IniDocument changed = document;
        int present = changed.sections().get(section).all(key).size();
        for (int i = present - 1; i >= values.size(); i--) {
            changed = changed.remove(changed.sections().get(section).all(key).get(i));
        }
        for (int i = 0; i < values.size(); i++) {
            IniSection current = changed.sections().get(section);
            List<IniEntry> entries = current.all(key);
            if (i < entries.size()) {
                changed = changed.set(entries.get(i), values.get(i));
            } else if (entries.isEmpty()) {
                changed = changed.add(current, key, values.get(i));
            } else {
                IniEntry last = entries.get(entries.size() - 1);
                changed = changed.addAfter(last, last.key(), values.get(i));
            }
        }
        return changed;
    }

    /** Makes the model of an object that {@link #decode} read. */
    static <T> T toValue(ObjectNode node, Class<T> type) {
        return MAPPER.convertValue(node, type);
    }
}
