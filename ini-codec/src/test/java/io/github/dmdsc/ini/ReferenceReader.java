package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads decoded text as {@link IniDialect} describes, without regard to speed. */
final class ReferenceReader {
    private static final Pattern HEADER = Pattern.compile("[ \t]*\\[[ \t]*([^\\]]*?)[ \t]*\\](.*)", Pattern.DOTALL);

    record Section(String name, int line, List<Entry> entries) {}

    record Entry(String key, String value, String comment, int line) {}

    final List<String> lines = new ArrayList<>();
    final List<Section> sections = new ArrayList<>();
    final List<Integer> malformed = new ArrayList<>();
    final List<Integer> outside = new ArrayList<>();
    private boolean inSection = true;

    ReferenceReader(String text) {
        split(text);
        sections.add(new Section("", 1, new ArrayList<>()));
        for (int number = 1; number <= lines.size(); number++) {
            read(lines.get(number - 1), number);
        }
    }

    private void split(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r') {
                line.append(c);
                continue;
            }
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                i++;
            }
            lines.add(line.toString());
            line.setLength(0);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
    }

    private void read(String line, int number) {
        String text = strip(line);
        if (text.isEmpty() || text.startsWith("#") || text.startsWith(";") || text.startsWith("//")) {
            return;
        }
        if (text.startsWith("[")) {
            Matcher header = HEADER.matcher(line);
            String rest = header.matches() ? strip(header.group(2)) : "x";
            boolean other = !rest.isEmpty() && !rest.matches("(?s)(#|;|//).*");
            inSection = !other && !header.group(1).isEmpty();
            if (!inSection) {
                malformed.add(number);
            } else {
                sections.add(new Section(header.group(1), number, new ArrayList<>()));
            }
            return;
        }
        int equals = line.indexOf('=');
        Matcher mark = Pattern.compile("[ \t](#|//)").matcher(line);
        if (equals < 0 || strip(line.substring(0, equals)).isEmpty() || (mark.find() && mark.start() < equals)) {
            malformed.add(number);
            return;
        }
        if (!inSection) {
            outside.add(number);
            return;
        }
        String rest = line.substring(equals + 1);
        int cut = valueEnd(rest);
        Section section = sections.get(sections.size() - 1);
        section.entries.add(new Entry(
                strip(line.substring(0, equals)), strip(rest.substring(0, cut)), strip(rest.substring(cut)), number));
    }

    /** Returns the end of the value in the text after the equals sign, at which the blanks and the comment begin. */
    private static int valueEnd(String rest) {
        String value = rest.replaceFirst("^[ \t]+", "");
        int begin = rest.length() - value.length();
        if (value.startsWith("#") || value.matches("(?s)//([ \t].*)?")) {
            return begin;
        }
        int search = begin;
        if (value.startsWith("\"") || value.startsWith("'")) {
            int close = value.indexOf(value.charAt(0), 1);
            search = close < 0 ? begin : begin + close + 1;
        }
        Matcher mark = Pattern.compile("[ \t](#|//)").matcher(rest);
        return mark.find(search) ? mark.start() + 1 : rest.length();
    }

    private static String strip(String text) {
        return text.replaceAll("^[ \t]+|[ \t]+\\z", "");
    }
}
