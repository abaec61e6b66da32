package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.EditableEntry;
import io.github.dmdsc.ini.EditableSection;
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
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Converts the parameters of one section to a value and back. All lenses use it. The lens itself handles the parts of a
 * value that are sections of their own.
 *
 * @param <T> the model
 */
final class SectionCodec<T extends ParameterSet<T>> {
    private final Class<T> model;
    private final ParameterTable<T> table;
    private final Set<String> passedOver;
    private final Set<String> anywhere;

    SectionCodec(Class<T> model) {
        this(model, Set.of(), Set.of());
    }

    /**
     * Makes a codec for a file in which some parameters of the whole file may stand in any section.
     *
     * @param passedOver the keys that are not read from a section, because they are parameters of the whole file
     * @param anywhere the keys that are also read from the other sections
     */
    SectionCodec(Class<T> model, Set<String> passedOver, Set<String> anywhere) {
        this.model = model;
        this.table = ParameterTable.of(model);
        this.passedOver = passedOver;
        this.anywhere = anywhere;
    }

    /** Reads a section as {@link #decode(List, FileReading)} does. */
    Decoded<T> decode(IniSection section, FileReading file) {
        return decode(List.of(section), file);
    }

    /**
     * Reads a value. A value of a parameter that cannot be read is reported and left out. An empty value counts as
     * absent.
     *
     * @param sections the section of the value, then the other sections in which its parameters may stand
     */
    Decoded<T> decode(List<IniSection> sections, FileReading file) {
        Map<ParameterInfo, Object> values = new LinkedHashMap<>();
        Map<String, List<String>> other = new LinkedHashMap<>();
        Map<ParameterInfo, IniEntry> seen = new HashMap<>();
        Set<String> unread = new TreeSet<>(file.malformedKeys(sections.get(0)));
        sections.stream()
                .skip(1)
                .flatMap(section -> file.malformedKeys(section).stream())
                .filter(anywhere::contains)
                .forEach(unread::add);
        for (IniEntry entry : entries(sections)) {
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
                // One mistake gives one finding.
                if (!TextFindings.isRefused(entry)) {
                    file.report(BindFindings.badValue(file.file(), entry, parameter.allowed()));
                }
                unread.add(key);
            }
        }
        other.forEach((key, all) -> {
            if (all.size() > 1 && all.stream().distinct().count() == 1) {
                List<IniEntry> lines = sections.get(0).all(key);
                lines.stream()
                        .skip(1)
                        .forEach(again -> file.report(BindFindings.sameAgain(file.file(), lines.get(0), again)));
            }
        });
        return new Decoded<>(table, values, other, new IniOrigin(file.file(), sections, this, unread));
    }

    private List<IniEntry> entries(List<IniSection> sections) {
        List<IniEntry> own = sections.get(0).entries();
        if (passedOver.isEmpty() && sections.size() == 1) {
            return own;
        }
        List<IniEntry> entries = new ArrayList<>();
        own.stream()
                .filter(entry -> !passedOver.contains(IniDialect.canonical(entry.key())))
                .forEach(entries::add);
        for (IniSection section : sections.subList(1, sections.size())) {
            section.entries().stream()
                    .filter(entry -> anywhere.contains(IniDialect.canonical(entry.key())))
                    .forEach(entries::add);
        }
        return entries;
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

    /** Returns the texts of parameters as entries to insert. */
    static List<Map.Entry<String, String>> entries(Map<String, List<String>> image) {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        image.forEach((key, values) -> values.forEach(value -> entries.add(Map.entry(key, value))));
        return entries;
    }

    /**
     * Changes the parameters of one section from {@code before} to {@code after}. A line whose value does not change
     * keeps its text, in any spelling.
     */
    IniDocument change(
            IniDocument document, int section, Map<String, List<String>> before, Map<String, List<String>> after) {
        return change(document, List.of(document.sections().get(section)), before, after);
    }

    /**
     * Changes the parameters of a value as {@link #change(IniDocument, int, Map, Map)} does. A parameter that no line
     * has is added to the first section.
     *
     * @param sections the sections from which {@link #decode(List, FileReading)} reads the value
     */
    IniDocument change(
            IniDocument document,
            List<IniSection> sections,
            Map<String, List<String>> before,
            Map<String, List<String>> after) {
        Set<String> gone = new TreeSet<>(before.keySet());
        gone.removeAll(after.keySet());
        return document.edit(editor -> {
            List<EditableSection> edited =
                    sections.stream().map(editor::section).toList();
            for (String key : gone) {
                changeKey(edited, key, before.getOrDefault(key, List.of()), List.of());
            }
            after.forEach((key, values) -> {
                List<String> old = before.getOrDefault(key, List.of());
                if (!values.equals(old)) {
                    changeKey(edited, key, old, values);
                }
            });
        });
    }

    private void changeKey(List<EditableSection> sections, String key, List<String> before, List<String> after) {
        Optional<ParameterInfo> spec = table.find(key);
        if (meanings(spec, before).equals(meanings(spec, after))) {
            return;
        }
        if (spec.isEmpty() || spec.get().repeats()) {
            changeList(sections, key, before, after);
        } else {
            changeSingle(sections, key, after);
        }
    }

    /** Changes or removes every line of the key: no manual says which of several lines a process reads. */
    private void changeSingle(List<EditableSection> sections, String key, List<String> after) {
        List<EditableEntry> entries = all(sections, key, EditableSection::all);
        if (entries.isEmpty()) {
            sections.get(0).add(key, after.get(0));
            return;
        }
        Optional<ParameterInfo> spec = table.find(key);
        List<?> fresh = meanings(spec, after);
        for (EditableEntry entry : entries) {
            if (after.isEmpty()) {
                entry.remove();
            } else if (!meanings(spec, List.of(entry.value())).equals(fresh)) {
                entry.set(after.get(0));
            }
        }
    }

    private void changeList(List<EditableSection> sections, String key, List<String> before, List<String> after) {
        Optional<ParameterInfo> spec = table.find(key);
        List<?> fresh = meanings(spec, after);
        Alignment alignment = Alignment.byNameOrPlace(meanings(spec, before), fresh);
        List<EditableEntry> held =
                new ArrayList<>(readEntries(all(sections, key, EditableSection::all), key, EditableEntry::value));
        for (int gone : alignment.removed(before.size())) {
            held.remove(gone).remove();
        }
        for (int i = 0; i < after.size(); i++) {
            if (alignment.oldOf().get(i) < 0) {
                held.add(
                        i,
                        held.isEmpty()
                                ? sections.get(0).add(key, after.get(i))
                                : held.get(i - 1).addAfter(held.get(i - 1).key(), after.get(i)));
            } else if (!meanings(spec, List.of(held.get(i).value())).equals(fresh.subList(i, i + 1))) {
                held.get(i).set(after.get(i));
            }
        }
    }

    /**
     * Returns the lines of a repeating parameter whose values were read. Lines with empty or refused values are left
     * out.
     */
    List<IniEntry> readEntries(List<IniSection> sections, String key) {
        return readEntries(entries(sections, key), key, IniEntry::value);
    }

    /** Returns the lines with a key in the sections from which {@link #decode(List, FileReading)} reads a value. */
    List<IniEntry> entries(List<IniSection> sections, String key) {
        return all(sections, key, IniSection::all);
    }

    private <S, E> List<E> all(List<S> sections, String key, BiFunction<S, String, List<E>> ofSection) {
        return sections.size() == 1 || !anywhere.contains(key)
                ? ofSection.apply(sections.get(0), key)
                : sections.stream()
                        .flatMap(section -> ofSection.apply(section, key).stream())
                        .toList();
    }

    private <E> List<E> readEntries(List<E> all, String key, Function<E, String> value) {
        Optional<ParameterInfo> spec = table.find(key);
        return spec.isEmpty()
                ? all
                : all.stream()
                        .filter(entry -> !value.apply(entry).isEmpty()
                                && spec.get().read(value.apply(entry)).isPresent())
                        .toList();
    }

    /**
     * Returns the values of texts for a comparison. A text that cannot be read, or whose parameter has no accessor,
     * stands for itself.
     */
    private static List<?> meanings(Optional<ParameterInfo> parameter, List<String> texts) {
        return parameter.isEmpty()
                ? texts
                : texts.stream()
                        .map(text -> parameter.get().read(text).orElse(text))
                        .toList();
    }
}
