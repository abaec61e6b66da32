package io.github.dmdsc.extend.rehearse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A configuration file as the model's processes read it: sections in their order, the globals first.
 *
 * @param sections the sections
 */
record Ini(List<Part> sections) {
    Ini {
        sections = List.copyOf(sections);
    }

    /**
     * A section.
     *
     * @param name its name in capitals, empty for the globals
     * @param entries its lines
     */
    record Part(String name, List<Entry> entries) {
        Optional<String> find(String key) {
            return entries.stream()
                    .filter(entry -> entry.key.equals(key))
                    .map(Entry::value)
                    .findFirst();
        }

        String get(String key) {
            return find(key).orElse("");
        }
    }

    /**
     * A line.
     *
     * @param key in capitals
     * @param value without blanks around it
     */
    record Entry(String key, String value) {}

    static Ini read(byte[] bytes) {
        List<Part> parts = new ArrayList<>();
        String name = "";
        List<Entry> entries = new ArrayList<>();
        for (String raw : text(bytes).lines().toList()) {
            String line = withoutComment(raw);
            if (line.startsWith("[") && line.endsWith("]")) {
                parts.add(new Part(name, List.copyOf(entries)));
                name = capitals(line.substring(1, line.length() - 1).strip());
                entries.clear();
            } else if (line.indexOf('=') > 0) {
                int at = line.indexOf('=');
                entries.add(new Entry(
                        capitals(line.substring(0, at).strip()),
                        line.substring(at + 1).strip()));
            }
        }
        parts.add(new Part(name, List.copyOf(entries)));
        return new Ini(parts);
    }

    static String capitals(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    Part globals() {
        return sections.get(0);
    }

    String global(String key) {
        return globals().get(key);
    }

    /** A path as the names of files have it: Windows takes both slashes. */
    String path(String key) {
        return slashed(global(key));
    }

    static String slashed(String path) {
        return path.replace('\\', '/');
    }

    /** The sections behind the globals. */
    List<Part> named() {
        return sections.subList(1, sections.size());
    }

    private static String withoutComment(String line) {
        for (int i = 0; i < line.length(); i++) {
            boolean apart = i == 0 || " \t]".indexOf(line.charAt(i - 1)) >= 0;
            if (line.charAt(i) == '#' || (apart && line.startsWith("//", i))) {
                return line.substring(0, i).strip();
            }
        }
        return line.strip();
    }

    private static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            text = new String(bytes, Charset.forName("GB18030"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
