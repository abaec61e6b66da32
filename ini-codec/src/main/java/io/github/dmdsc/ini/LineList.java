package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The lines of a document that is being edited: a ring of stretches, in which {@link #ends} stands behind the last and
 * before the first. What nobody looks at stays one stretch, so that an edit costs what it touches.
 *
 * <p>The list keeps the seams sound after every change: lines stay the lines they were, a file that ends without a line end
 * goes on doing so, and no line becomes a byte order mark by becoming the first one.
 */
final class LineList {
    private static final byte[] NOTHING = {};

    private final Encoding encoding;
    private final String usualLineEnd;
    private final Stretch ends;

    /** The stretches of the lines that were read, by their first row. */
    private final TreeMap<Integer, Stretch> read = new TreeMap<>();

    private boolean changed;

    /** @param usualLineEnd for new lines where no line shows an end */
    LineList(LineTable lines, Encoding encoding, String usualLineEnd) {
        this.encoding = encoding;
        this.usualLineEnd = usualLineEnd;
        this.ends = new Stretch(LineScanner.scan(NOTHING, 0, encoding), 0, 0);
        if (lines.rows() > 0) {
            Stretch all = new Stretch(lines, 0, lines.rows());
            all.linkBefore(ends);
            read.put(0, all);
        }
    }

    boolean isChanged() {
        return changed;
    }

    /** What stands behind the last line and before the first. */
    Stretch ends() {
        return ends;
    }

    /** The line that was read as a row, wherever it stands now. */
    Stretch read(int row) {
        // What was cut begins with the row that is its key, and a single line is the row even if it was rewritten.
        Stretch around = read.floorEntry(row).getValue();
        return around.gone ? around : cut(around, row);
    }

    /** Makes a row of a stretch one of its own. */
    private Stretch cut(Stretch stretch, int row) {
        if (stretch.count() <= 1) {
            return stretch;
        }
        if (row + 1 < stretch.to) {
            Stretch rest = new Stretch(stretch.table, row + 1, stretch.to);
            rest.linkBefore(stretch.next);
            read.put(row + 1, rest);
            stretch.to = row + 1;
        }
        if (row == stretch.from) {
            return stretch;
        }
        Stretch line = new Stretch(stretch.table, row, row + 1);
        line.linkBefore(stretch.next);
        read.put(row, line);
        stretch.to = row;
        return line;
    }

    Stretch first() {
        return after(ends);
    }

    /** The line behind a line. */
    Stretch after(Stretch line) {
        return cut(line.next, line.next.from);
    }

    /** The line before a line. */
    Stretch before(Stretch line) {
        return cut(line.previous, line.previous.to - 1);
    }

    /** The first line behind a line whose kind is among the given ones, or the ends. */
    Stretch next(int kinds, Stretch line) {
        for (Stretch at = line.next; at != ends; at = at.next) {
            int row = at.table.next(kinds, at.from, at.to);
            if (row < at.to) {
                return cut(at, row);
            }
        }
        return ends;
    }

    /** The last line before a line whose kind is among the given ones, or the ends. */
    Stretch previous(int kinds, Stretch line) {
        for (Stretch at = line.previous; at != ends; at = at.previous) {
            int row = at.table.previous(kinds, at.from, at.to);
            if (row >= at.from) {
                return cut(at, row);
            }
        }
        return ends;
    }

    /** The first of the comment lines directly above a line, which are about it; else the line. */
    Stretch blockStart(Stretch line) {
        return firstOf(LineTable.COMMENT, line);
    }

    /** The first of the blank lines directly above a line; else the line. */
    Stretch blanksStart(Stretch line) {
        return firstOf(LineTable.BLANK, line);
    }

    private Stretch firstOf(int kind, Stretch line) {
        Stretch at = line;
        for (Stretch above = before(at); above.is(kind); above = before(at)) {
            at = above;
        }
        return at;
    }

    /** The number of the lines from..to, and not the last one of these. */
    int count(Stretch from, Stretch to) {
        int count = 0;
        for (Stretch at = from; at != to; at = after(at)) {
            count++;
        }
        return count;
    }

    /** What ends a line or, as the last one may have no line end, the one before. */
    String lineEndAt(Stretch line) {
        if (line == ends) {
            return usualLineEnd;
        }
        Stretch shown = line.hasLineEnd() ? line : before(line);
        if (shown == ends) {
            return usualLineEnd;
        }
        Line found = shown.line();
        return found.text(found.contentEnd(), found.end());
    }

    /** Writes another text, with its line end, into a line. */
    void rewrite(Stretch line, byte[] text) {
        changed = true;
        line.table = LineScanner.scan(text, 0, encoding);
        line.from = 0;
        line.to = 1;
    }

    /**
     * Puts lines before a line.
     *
     * @param text whole lines with their line ends
     * @param lineEnd what the last line of the file gets if the text comes behind it and it has no line end
     */
    List<Stretch> insert(Stretch before, byte[] text, String lineEnd) {
        LineTable table = LineScanner.scan(text, 0, encoding);
        List<Stretch> lines = new ArrayList<>(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            lines.add(new Stretch(table, row, row + 1));
        }
        link(lines, before, lineEnd);
        return lines;
    }

    /** Removes the lines from..to, and not the last one of these. */
    void remove(Stretch from, Stretch to) {
        if (from != to) {
            unlink(from, to).forEach(stretch -> stretch.gone = true);
        }
    }

    /** Moves the lines from..to, and not the last one of these, before a line that is not among them. */
    void move(Stretch from, Stretch to, Stretch before, String lineEnd) {
        if (from == to || before == to) {
            return;
        }
        link(unlink(from, to), before, lineEnd);
    }

    private List<Stretch> unlink(Stretch from, Stretch to) {
        changed = true;
        Stretch begin = from.previous;
        boolean wasOpen = to == ends && !ends.previous.hasLineEnd();
        boolean markFollows = begin == ends && to != ends && !encoding.hasBom() && beginsWithMark(to);
        String lineEnd = markFollows ? lineEndAt(before(to)) : "";
        List<Stretch> lines = new ArrayList<>();
        for (Stretch at = from; at != to; at = at.next) {
            lines.add(at);
        }
        lines.forEach(Stretch::unlink);
        if (markFollows) {
            emptyLine(lineEnd).linkBefore(to);
        } else if (wasOpen && begin != ends) {
            close(before(ends));
        }
        mend(to.previous, to);
        return lines;
    }

    private void link(List<Stretch> lines, Stretch target, String lineEnd) {
        changed = true;
        Stretch begin = before(target);
        boolean open = target == ends && begin != ends && !begin.hasLineEnd();
        if (open) {
            end(begin, lineEnd);
        }
        for (Stretch line : lines) {
            line.linkBefore(target);
            if (!line.hasLineEnd()) {
                end(cut(line, line.to - 1), lineEnd);
            }
        }
        if (open) {
            close(before(ends));
        }
        if (begin == ends && !encoding.hasBom() && beginsWithMark(ends.next)) {
            emptyLine(lineEnd).linkBefore(ends.next);
        }
        mend(begin, begin.next);
        mend(target.previous, target);
    }

    private Stretch emptyLine(String lineEnd) {
        return new Stretch(LineScanner.scan(encoding.encode(lineEnd), 0, encoding), 0, 1);
    }

    private static boolean beginsWithMark(Stretch stretch) {
        return ByteOrderMark.at(Arrays.copyOfRange(
                        stretch.bytes(),
                        stretch.begin(),
                        Math.min(stretch.end(), stretch.begin() + ByteOrderMark.LONGEST)))
                != null;
    }

    private void end(Stretch line, String lineEnd) {
        rewrite(line, new Text(encoding).add(content(line)).add(lineEnd).toBytes());
    }

    /** Takes the line end from the last line of the file, unless it is all there is of the line. */
    private void close(Stretch last) {
        byte[] content = content(last);
        if (content.length > 0) {
            rewrite(last, content);
        }
    }

    private static byte[] content(Stretch stretch) {
        Line line = stretch.line();
        return line.bytes(line.start(), line.contentEnd());
    }

    /** A carriage return and a line feed would become one line end, and the empty line between them would be gone. */
    private void mend(Stretch above, Stretch below) {
        if (above != ends && below != ends && above.endsWith('\r') && below.bytes()[below.begin()] == '\n') {
            Stretch line = cut(above, above.to - 1);
            end(line, "\r\n");
        }
    }

    /** The file, with its byte order mark. */
    byte[] toBytes() {
        byte[] mark = encoding.bom();
        int size = mark.length;
        for (Stretch at = ends.next; at != ends; at = at.next) {
            size = Math.addExact(size, at.end() - at.begin());
        }
        byte[] file = Arrays.copyOf(mark, size);
        int length = mark.length;
        for (Stretch at = ends.next; at != ends; at = at.next) {
            System.arraycopy(at.bytes(), at.begin(), file, length, at.end() - at.begin());
            length += at.end() - at.begin();
        }
        return file;
    }
}
