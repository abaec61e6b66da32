package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.ParameterInfo;
import io.github.dmdsc.model.ParameterSet;
import io.github.dmdsc.model.ParameterTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of one section as a value, and back: the step that all lenses share. The parts of the value, which are
 * sections of their own, are the business of the lens.
 *
 * @param <T> the model
 */
final class SectionCodec<T extends ParameterSet<T>> {
    private final Class<T> model;
    private final ParameterTable<T> table;

    SectionCodec(Class<T> model) {
        this.model = model;
        this.table = ParameterTable.of(model);
    }

    /** Reads a section; what cannot be read is reported and left out. Empty values count as absent. */
    Decoded<T> decode(IniSection section, FileReading file) {
        Map<ParameterInfo, Object> values = new LinkedHashMap<>();
        Map<String, List<String>> other = new LinkedHashMap<>();
        Map<ParameterInfo, IniEntry> seen = new HashMap<>();
        Set<String> unread = file.malformedKeys(section);
        for (IniEntry entry : section.entries()) {
            String key = IniDialect.canonical(entry.key());
            Optional<ParameterInfo> named = table.find(key);
            if (named.isEmpty()) {
                other.merge(key, List.of(entry.value()), SectionCodec::joined);
                continue;
            }
            ParameterInfo parameter = named.get();
            IniEntry first = seen.putIfAbsent(parameter, entry);
            if (first != null && !parameter.repeats()) {
                boolean same = meanings(named, List.of(entry.value())).equals(meanings(named, List.of(first.value())));
                file.report(
                        same
                                ? BindFindings.sameAgain(file.file(), first, entry)
                                : BindFindings.repeated(file.file(), first, entry, model == DmIni.class));
            } else if (!entry.value().isEmpty()) {
                Optional<Object> value = parameter.read(entry.value());
                if (value.isPresent()) {
                    add(values, parameter, value.get());
                    continue;
                }
                // One slip is one finding.
                if (!TextFindings.isRefused(entry)) {
                    file.report(BindFindings.badValue(file.file(), entry, parameter.allowed()));
                }
                unread.add(key);
            }
        }
        return new Decoded<>(table, values, other, new IniOrigin(file.file(), section, this, unread));
    }

    private static void add(Map<ParameterInfo, Object> values, ParameterInfo parameter, Object value) {
        if (parameter.repeats()) {
            values.merge(parameter, List.of(value), (one, more) -> joined((List<?>) one, (List<?>) more));
        } else {
            values.put(parameter, value);
        }
    }

    private static <E> List<E> joined(List<? extends E> one, List<? extends E> more) {
        List<E> all = new ArrayList<>(one);
        all.addAll(more);
        return all;
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
        Optional<ParameterInfo> spec = table.find(key);
        if (meanings(spec, before).equals(meanings(spec, after))) {
            return document;
        }
        return spec.isEmpty() || spec.get().repeats()
                ? changeList(document, section, key, before, after)
                : changeSingle(document, section, key, after);
    }

    /** Changes or removes every line of the key: no manual says which of several lines a process reads. */
    private IniDocument changeSingle(IniDocument document, int section, String key, List<String> after) {
        List<IniEntry> entries = document.sections().get(section).all(key);
        if (entries.isEmpty()) {
            return document.add(document.sections().get(section), key, after.get(0));
        }
        Optional<ParameterInfo> spec = table.find(key);
        List<?> fresh = meanings(spec, after);
        IniDocument changed = document;
        for (int i = entries.size() - 1; i >= 0; i--) {
            IniEntry entry = changed.sections().get(section).all(key).get(i);
            if (after.isEmpty()) {
                changed = changed.remove(entry);
            } else if (!meanings(spec, List.of(entry.value())).equals(fresh)) {
                changed = changed.set(entry, after.get(0));
            }
        }
        return changed;
    }

    private IniDocument changeList(
            IniDocument document, int section, String key, List<String> before, List<String> after) {
        Optional<ParameterInfo> spec = table.find(key);
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
        Optional<ParameterInfo> spec = table.find(key);
        List<IniEntry> all = section.all(key);
        return spec.isEmpty()
                ? all
                : all.stream()
                        .filter(entry -> !entry.value().isEmpty()
                                && spec.get().read(entry.value()).isPresent())
                        .toList();
    }

    /** What texts mean: those of a parameter that the model does not name mean themselves. */
    private static List<?> meanings(Optional<ParameterInfo> parameter, List<String> texts) {
        return parameter.isEmpty()
                ? texts
                : texts.stream()
                        .map(text -> parameter.get().read(text).orElse(text))
                        .toList();
    }
}
