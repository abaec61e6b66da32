package io.github.dmdsc.extend.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A unified diff, read back as pairs of lines.
 *
 * @param hunks the places that differ, with the lines around them
 */
record SideBySide(List<List<Row>> hunks) {
    private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@");

    /**
     * Two lines beside each other.
     *
     * @param before the line of the file before, if it has one here
     * @param after the line of the file after, if it has one here
     * @param changed whether they differ
     */
    record Row(Optional<Line> before, Optional<Line> after, boolean changed) {}

    /**
     * A line of a file.
     *
     * @param number from 1
     * @param text without its line feed
     * @param ended whether it has a line feed
     */
    record Line(int number, String text, boolean ended) {}

    /** The pairs of a diff as {@code UnifiedDiff.readable} prints it. */
    static SideBySide of(String diff) {
        return new Reader(diff.split("\n", -1)).read();
    }

    private static final class Reader {
        private final String[] lines;
        private final List<List<Row>> hunks = new ArrayList<>();
        private final List<Line> removed = new ArrayList<>();
        private final List<Line> added = new ArrayList<>();
        private List<Row> hunk = new ArrayList<>();
        private int before;
        private int after;
        private int beforeLeft;
        private int afterLeft;

        Reader(String[] lines) {
            this.lines = lines;
        }

        SideBySide read() {
            for (int i = 0; i < lines.length; i++) {
                // By their count and not by their first letters: a removed line may look like a head.
                if (beforeLeft > 0 || afterLeft > 0) {
                    line(lines[i], i + 1 == lines.length || !lines[i + 1].startsWith("\\"));
                } else {
                    Matcher head = HUNK.matcher(lines[i]);
                    if (head.matches()) {
                        start(head);
                    }
                }
            }
            flush();
            return new SideBySide(hunks);
        }

        private void start(Matcher head) {
            flush();
            hunk = new ArrayList<>();
            hunks.add(hunk);
            beforeLeft = count(head.group(2));
            afterLeft = count(head.group(4));
            before = Integer.parseInt(head.group(1));
            after = Integer.parseInt(head.group(3));
        }

        private static int count(String group) {
            return group == null ? 1 : Integer.parseInt(group);
        }

        private void line(String line, boolean ended) {
            if (line.startsWith("\\")) {
                return;
            }
            String text = line.isEmpty() ? "" : line.substring(1);
            if (line.startsWith("-")) {
                removed.add(new Line(before++, text, ended));
                beforeLeft--;
            } else if (line.startsWith("+")) {
                added.add(new Line(after++, text, ended));
                afterLeft--;
            } else {
                flush();
                hunk.add(new Row(
                        Optional.of(new Line(before++, text, ended)),
                        Optional.of(new Line(after++, text, ended)),
                        false));
                beforeLeft--;
                afterLeft--;
            }
        }

        private void flush() {
            for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
                hunk.add(new Row(at(removed, i), at(added, i), true));
            }
            removed.clear();
            added.clear();
        }

        private static Optional<Line> at(List<Line> lines, int index) {
            return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
        }
    }
}
