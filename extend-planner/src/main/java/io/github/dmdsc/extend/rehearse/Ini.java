package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.DmIni;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A configuration file as the model's processes read it: the sections of an {@link IniDocument} in their order, the
 * globals first. {@link IniDialect} alone says how a line is read.
 *
 * @param sections the sections
 */
record Ini(List<Part> sections) {
    /** What dmserver listens on where no PORT_NUM says otherwise. */
    private static final String DEFAULT_PORT = "5236";

    Ini {
        sections = List.copyOf(sections);
    }

    /**
     * A section.
     *
     * @param name its name in capitals, empty for the globals
     * @param entries its lines
     * @param values the value of the first line of each key, in its one spelling
     */
    record Part(String name, List<Entry> entries, Map<String, String> values) {
        Part(String name, List<Entry> entries) {
            this(name, entries, firstValues(entries));
        }

        private static Map<String, String> firstValues(List<Entry> entries) {
            Map<String, String> values = new HashMap<>();
            entries.forEach(entry -> values.putIfAbsent(entry.key, entry.plain()));
            return Collections.unmodifiableMap(values);
        }

        private static Part of(IniSection section) {
            return new Part(
                    IniDialect.canonical(section.name()),
                    section.entries().stream().map(Entry::of).toList());
        }

        /** Whether there is such a line, be its value empty. */
        boolean has(String key) {
            return values.containsKey(key);
        }

        /** The value in its one spelling; an empty one counts as none. */
        Optional<String> find(String key) {
            return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
        }

        String get(String key) {
            return find(key).orElse("");
        }
    }

    /**
     * A line.
     *
     * @param key in capitals
     * @param value as it is spelt, without blanks around it
     */
    record Entry(String key, String value) {
        private static Entry of(IniEntry entry) {
            return new Entry(IniDialect.canonical(entry.key()), entry.value());
        }

        /** The value in its one spelling. */
        String plain() {
            return Values.plain(key, value);
        }
    }

    static Ini of(IniDocument document) {
        return new Ini(document.sections().stream().map(Part::of).toList());
    }

    Part globals() {
        return sections.get(0);
    }

    String global(String key) {
        return globals().get(key);
    }

    /** Of a dm.ini: the port on which its instance listens. */
    String dbPort() {
        return globals().find(DmIni.PORT).orElse(DEFAULT_PORT);
    }

    /** A path as the names of files have it. */
    String path(String key) {
        return Values.path(global(key));
    }

    /** The sections behind the globals. */
    List<Part> named() {
        return sections.subList(1, sections.size());
    }
}
