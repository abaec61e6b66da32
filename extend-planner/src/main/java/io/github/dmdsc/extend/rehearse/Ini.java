package io.github.dmdsc.extend.rehearse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A configuration file as the model's processes read it: sections in their order, the globals first. Lines are read as
 * {@code IniDialect} of the codec says, by code of its own.
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
        /** Whether there is such a line, be its value empty. */
        boolean has(String key) {
            return first(key).isPresent();
        }

        /** The value in its one spelling; an empty one counts as none. */
        Optional<String> find(String key) {
            return first(key).map(Entry::plain).filter(value -> !value.isEmpty());
        }

        String get(String key) {
            return find(key).orElse("");
        }

        private Optional<Entry> first(String key) {
            return entries.stream().filter(entry -> entry.key.equals(key)).findFirst();
        }
    }

    /**
     * A line.
     *
     * @param key in capitals
     * @param value as it is spelt, without blanks around it
     */
    record Entry(String key, String value) {
        /** The value in its one spelling. */
        String plain() {
            return Values.plain(key, value);
        }
    }

    static Ini read(byte[] bytes) {
        List<Part> parts = new ArrayList<>();
        String name = "";
        List<Entry> entries = new ArrayList<>();
        for (String raw : text(bytes).lines().toList()) {
            String line = withoutBlanks(raw);
            if (line.startsWith("[")) {
                parts.add(new Part(name, List.copyOf(entries)));
                name = sectionName(line);
                entries.clear();
            } else if (!line.startsWith(";") && !isMark(line, 0)) {
                entry(line).ifPresent(entries::add);
            }
        }
        parts.add(new Part(name, List.copyOf(entries)));
        return new Ini(parts);
    }

    /** The name in a header, in capitals; empty where the line is none after all. */
    private static String sectionName(String header) {
        int end = header.indexOf(']');
        String rest = withoutBlanks(header.substring(end + 1));
        boolean well = end > 0 && (rest.isEmpty() || rest.startsWith(";") || isMark(rest, 0));
        return well ? Values.capitals(withoutBlanks(header.substring(1, end))) : "";
    }

    private static Optional<Entry> entry(String line) {
        int equals = line.indexOf('=');
        if (equals <= 0 || comment(line, 1) < equals) {
            return Optional.empty();
        }
        String value = withoutBlanks(line.substring(equals + 1));
        boolean none = value.startsWith("#") || value.equals("//") || value.startsWith("// ") || value.startsWith("//\t");
        int end = none ? 0 : comment(value, behindQuotes(value));
        return Optional.of(new Entry(
                Values.capitals(withoutBlanks(line.substring(0, equals))), withoutBlanks(value.substring(0, end))));
    }

    /** Where quotes at the start of a value are closed again; marks between them begin no comment. */
    private static int behindQuotes(String value) {
        boolean quoted = value.startsWith("\"") || value.startsWith("'");
        int closed = quoted ? value.indexOf(value.charAt(0), 1) : -1;
        return closed < 0 ? 1 : closed + 1;
    }

    /** Where a comment behind a blank begins, else the end. */
    private static int comment(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (isBlank(text.charAt(i - 1)) && isMark(text, i)) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isMark(String text, int at) {
        return text.startsWith("#", at) || text.startsWith("//", at);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static String withoutBlanks(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (from < to && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    Part globals() {
        return sections.get(0);
    }

    String global(String key) {
        return globals().get(key);
    }

    /** A path as the names of files have it. */
    String path(String key) {
        return Values.path(global(key));
    }

    /** The sections behind the globals. */
    List<Part> named() {
        return sections.subList(1, sections.size());
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
