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
import java.util.regex.Pattern;

/**
 * A configuration file as the processes of the model read it: the sections of an {@link IniDocument} in their order,
 * the global section first. {@link IniDialect} alone decides how a line is read.
 *
 * @param sections the sections
 */
record Ini(List<Part> sections) {
    /** The address of the host itself. */
    static final String LOCAL = "localhost";

    /** The port of dmserver if dm.ini has no PORT_NUM. */
    private static final String DEFAULT_PORT = "5236";

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z:][0-9A-Za-z.:%_-]*");
    private static final Pattern EVERY_ADDRESS = Pattern.compile("[0.:]*");

    Ini {
        sections = List.copyOf(sections);
    }

    /**
     * A section.
     *
     * @param name the name in capitals; empty for the global section
     * @param entries the lines
     * @param values the value of the first line of each key, in normal form
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

        /** Whether the section has a line with this key, even if its value is empty. */
        boolean has(String key) {
            return values.containsKey(key);
        }

        /** Returns the value in normal form; empty if there is no line with the key, or if its value is empty. */
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
     * @param key the key in capitals
     * @param value the value as the file has it, without blanks around it
     */
    record Entry(String key, String value) {
        private static Entry of(IniEntry entry) {
            return new Entry(IniDialect.canonical(entry.key()), entry.value());
        }

        /** Returns the value in normal form. */
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

    /** Returns the port on which the instance of this dm.ini listens. */
    String dbPort() {
        return globals().find(DmIni.PORT).orElse(DEFAULT_PORT);
    }

    /** Returns the address at which a tool on the host of this dm.ini reaches the instance. */
    String dbAddress() {
        String address = global(DmIni.LISTEN_ADDRESS);
        if (!ADDRESS.matcher(address).matches()
                || EVERY_ADDRESS.matcher(address).matches()) {
            return LOCAL;
        }
        return address.contains(":") ? "[" + address + "]" : address;
    }

    /** Returns a global value as a path in the form of a {@code FileId}. */
    String path(String key) {
        return Values.path(global(key));
    }

    /** Returns the sections after the global section. */
    List<Part> named() {
        return sections.subList(1, sections.size());
    }
}
