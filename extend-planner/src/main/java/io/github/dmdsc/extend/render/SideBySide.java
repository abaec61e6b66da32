package io.github.dmdsc.extend.render;

import io.github.dmdsc.ini.diff.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A patch as pairs of an old and a new line.
 *
 * @param hunks the hunks of the patch, each with its unchanged context lines
 */
record SideBySide(List<List<Row>> hunks) {
    /**
     * A row with an old and a new line.
     *
     * @param before the line of the old file; empty if there is none in this row
     * @param after the line of the new file; empty if there is none in this row
     * @param changed whether the lines differ
     */
    record Row(Optional<Line> before, Optional<Line> after, boolean changed) {}

    /**
     * A line of a file.
     *
     * @param number the number of the line, from 1
     * @param text the line without its line feed
     * @param ended whether the line ends with a line feed
     */
    record Line(int number, String text, boolean ended) {}

    /** Pairs the lines of a patch. The first removed line of a change is next to the first added line, and so on. */
    static SideBySide of(Patch patch) {
        return new SideBySide(
                patch.hunks().stream().map(hunk -> new Reader(hunk).rows()).toList());
    }

    private static final class Reader {
        private final Patch.Hunk hunk;
        private final List<Row> rows = new ArrayList<>();
        private final List<Line> removed = new ArrayList<>();
        private final List<Line> added = new ArrayList<>();
        private int before;
        private int after;

        Reader(Patch.Hunk hunk) {
            this.hunk = hunk;
            this.before = hunk.before();
            this.after = hunk.after();
        }

        List<Row> rows() {
            for (Patch.Line line : hunk.lines()) {
                switch (line.side()) {
                    case BEFORE -> removed.add(line(++before, line));
                    case AFTER -> added.add(line(++after, line));
                    case BOTH -> {
                        flush();
                        rows.add(new Row(Optional.of(line(++before, line)), Optional.of(line(++after, line)), false));
                    }
                }
            }
            flush();
            return rows;
        }

        private static Line line(int number, Patch.Line line) {
            return new Line(number, line.text(), line.ended());
        }

        private void flush() {
            for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
                rows.add(new Row(at(removed, i), at(added, i), true));
            }
            removed.clear();
            added.clear();
        }

        private static Optional<Line> at(List<Line> lines, int index) {
            return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
        }
    }
}
