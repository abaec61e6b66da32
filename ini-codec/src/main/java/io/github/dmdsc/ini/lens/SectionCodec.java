package io.github.dmdsc.ini.lens;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.ModelJson;
import io.github.dmdsc.model.ParameterSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one section as a JSON object, and back: the step that all lenses share. Attributes of the model
 * that are no parameters ({@code section}, lists of parts) are the business of the lens.
 */
final class SectionCodec {
    static final ObjectMapper MAPPER = ModelJson.mapper();

    private final Map<String, ParameterSpec> specs;
    private final Set<String> structure;

    SectionCodec(Class<?> model, String... structure) {
        this.specs = ParameterSpec.of(model);
        this.structure = Set.of(structure);
    }

    /**
     * What a section says.
     *
     * @param node the values that were read
     * @param origin where they stand, and what stands there unread
     */
    record Decoded(ObjectNode node, IniOrigin origin) {
        /** Makes the model. */
        <T extends ParameterSet<T>> T to(Class<T> type) {
            return MAPPER.convertValue(node, type).withOrigin(origin);
        }
    }

    /** Reads a section; what cannot be read is reported and left out. Empty values count as absent. */
    Decoded decode(IniSection section, FileReading file) {
        ObjectNode node = MAPPER.createObjectNode();
        Map<String, IniEntry> seen = new LinkedHashMap<>();
        Set<String> unread = file.malformedKeys(section);
        for (IniEntry entry : section.entries()) {
            String key = IniDialect.canonical(entry.key());
            ParameterSpec spec = specs.get(key);
            if (spec == null) {
                node.withArrayProperty(key).add(entry.value());
                continue;
            }
            IniEntry first = seen.putIfAbsent(key, entry);
            if (first != null && !spec.repeats()) {
                file.report(BindFindings.repeated(file.file(), first, entry));
            } else if (!entry.value().isEmpty()) {
                try {
                    add(node, key, spec, spec.read(entry.value()));
                } catch (ParameterSpec.Refused e) {
                    // One slip is one finding.
                    if (!TextFindings.isRefused(entry)) {
                        file.report(BindFindings.badValue(file.file(), entry, e.allowed()));
                    }
                    unread.add(key);
                }
            }
        }
        return new Decoded(node, new IniOrigin(file.file(), section, this, unread));
    }

    private static void add(ObjectNode node, String key, ParameterSpec spec, JsonNode value) {
        if (spec.repeats()) {
            node.withArrayProperty(key).add(value);
        } else {
            node.set(key, value);
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

    /**
     * Changes one section from what {@code before} says to what {@code after} says. A line whose value stays keeps its
     * text, however it spells the value.
     */
    IniDocument change(
            IniDocument document, int section, Map<String, List<String>> before, Map<String, List<String>> after) {
        Set<String> gone = new TreeSet<>(before.keySet());
        gone.removeAll(after.keySet());
        IniDocument changed = document;
        for (String key : gone) {
            changed = changeKey(changed, section, key, before.getOrDefault(key, List.of()), List.of());
        }
        for (Map.Entry<String, List<String>> parameter : after.entrySet()) {
            String key = parameter.getKey();
            List<String> old = before.getOrDefault(key, List.of());
            if (!parameter.getValue().equals(old)) {
                changed = changeKey(changed, section, key, old, parameter.getValue());
            }
        }
        return changed;
    }

    private IniDocument changeKey(
            IniDocument document, int section, String key, List<String> before, List<String> after) {
        ParameterSpec spec = specs.get(key);
        if (meanings(spec, before).equals(meanings(spec, after))) {
            return document;
        }
        return spec == null || spec.repeats()
                ? changeList(document, section, key, before, after)
                : changeSingle(document, section, key, after);
    }

    /** The first line counts; where the value goes, no further one may take its place. */
    private static IniDocument changeSingle(IniDocument document, int section, String key, List<String> after) {
        IniSection current = document.sections().get(section);
        List<IniEntry> entries = current.all(key);
        if (!after.isEmpty()) {
            return entries.isEmpty()
                    ? document.add(current, key, after.get(0))
                    : document.set(entries.get(0), after.get(0));
        }
        IniDocument changed = document;
        for (int i = entries.size() - 1; i >= 0; i--) {
            changed = changed.remove(changed.sections().get(section).all(key).get(i));
        }
        return changed;
    }

    private IniDocument changeList(
            IniDocument document, int section, String key, List<String> before, List<String> after) {
        ParameterSpec spec = specs.get(key);
        List<?> fresh = meanings(spec, after);
        Alignment alignment = Alignment.byNameOrPlace(meanings(spec, before), fresh);
        IniDocument changed = document;
        for (int gone : alignment.removed(before.size())) {
            changed = changed.remove(held(changed.sections().get(section), key).get(gone));
        }
        for (int i = 0; i < after.size(); i++) {
            List<IniEntry> held = held(changed.sections().get(section), key);
            if (alignment.oldOf().get(i) < 0) {
                changed = held.isEmpty()
                        ? changed.add(changed.sections().get(section), key, after.get(i))
                        : changed.addAfter(held.get(i - 1), held.get(i - 1).key(), after.get(i));
            } else if (!meanings(spec, List.of(held.get(i).value())).equals(fresh.subList(i, i + 1))) {
                changed = changed.set(held.get(i), after.get(i));
            }
        }
        return changed;
    }

    /** The lines of a parameter that repeats whose values were read: not those that are empty or refused. */
    List<IniEntry> held(IniSection section, String key) {
        ParameterSpec spec = specs.get(key);
        List<IniEntry> all = section.all(key);
        return spec == null
                ? all
                : all.stream().filter(entry -> spec.takes(entry.value())).toList();
    }

    /** What texts mean: those of a parameter that the model does not name mean themselves. */
    private static List<?> meanings(@Nullable ParameterSpec spec, List<String> texts) {
        return spec == null ? texts : texts.stream().map(spec::meaning).toList();
    }
}
