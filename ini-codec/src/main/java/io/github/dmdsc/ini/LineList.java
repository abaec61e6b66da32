package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The lines of a document that is being edited: a ring of {@linkplain Stretch stretches}. In the ring, {@link #ends} is
 * after the last stretch and before the first. Lines that no edit needs stay together in one stretch, so the time of an
 * edit depends only on the lines that it needs.
 *
 * <p>Every change keeps these properties: lines do not merge with their new neighbours, a file without a line end at
 * its end stays without one, and a line that becomes the first one does not begin with a byte order mark.
 */
final class LineList {
    private static final byte[] NOTHING = {};

    private final Encoding encoding;
    private final String usualLineEnd;
    private final Stretch ends;

    /** The stretches of the original lines, by their first row. */
    private final TreeMap<Integer, Stretch> read = new TreeMap<>();

    private boolean changed;

    /** @param usualLineEnd the line end of new lines if no line beside them has one */
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

    /** The stretch without lines that is after the last line and before the first. */
    Stretch ends() {
        return ends;
    }

    /** Returns the line that was a row of the original document. Edits may have moved it. */
    Stretch read(int row) {
        // A stretch that was cut off begins with the row that is its key. A single line is still the row after it was
        // rewritten.
        Stretch around = read.floorEntry(row).getValue();
        return around.gone ? around : cut(around, row);
    }

    /** Cuts a row out of a stretch, and returns it as a stretch of its own. */
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

    /** Returns the line after a line. */
    Stretch after(Stretch line) {
        return cut(line.next, line.next.from);
    }

    /** Returns the line before a line. */
    Stretch before(Stretch line) {
        return cut(line.previous, line.previous.to - 1);
    }

    /** Returns the first line after a line that is of one of the given kinds, or {@link #ends}. */
    Stretch next(int kinds, Stretch line) {
        for (Stretch at = line.next; at != ends; at = at.next) {
            int row = at.table.next(kinds, at.from, at.to);
            if (row < at.to) {
                return cut(at, row);
            }
        }
        return ends;
    }

    /** Returns the last line before a line that is of one of the given kinds, or {@link #ends}. */
    Stretch previous(int kinds, Stretch line) {
        for (Stretch at = line.previous; at != ends; at = at.previous) {
            int row = at.table.previous(kinds, at.from, at.to);
            if (row >= at.from) {
                return cut(at, row);
            }
        }
        return ends;
    }

    /** Returns the first of the comment lines directly above a line, which belong to it; the line if there are none. */
    Stretch blockStart(Stretch line) {
        return firstOf(LineTable.COMMENT, line);
    }

    /** Returns the first of the blank lines directly above a line; the line if there are none. */
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

    /** Returns the number of lines from {@code from} up to, but not including, {@code to}. */
    int count(Stretch from, Stretch to) {
        int count = 0;
        for (Stretch at = from; at != to; at = after(at)) {
            count++;
        }
        return count;
    }

    /**
     * Returns the line end of a line. If it has none, because it is the last line of the file, returns that of the line
     * before.
     */
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

    /** Replaces the text of a line, including its line end. */
    void rewrite(Stretch line, byte[] text) {
        changed = true;
        line.table = LineScanner.scan(text, 0, encoding);
        line.from = 0;
        line.to = 1;
    }

    /**
     * Inserts lines before a line.
     *
     * @param text whole lines with their line ends
     * @param lineEnd the line end for the last line of the file, if the lines are inserted after it and it has none
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

    /** Removes the lines from {@code from} up to, but not including, {@code to}. */
    void remove(Stretch from, Stretch to) {
        if (from != to) {
            unlink(from, to).forEach(stretch -> stretch.gone = true);
        }
    }

    /** Moves the lines from {@code from} up to, but not including, {@code to} before a line that is not among them. */
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
            removeLineEnd(before(ends));
        }
        keepApart(to.previous, to);
        return lines;
    }

    private void link(List<Stretch> lines, Stretch target, String lineEnd) {
        changed = true;
        Stretch begin = before(target);
        boolean open = target == ends && begin != ends && !begin.hasLineEnd();
        if (open) {
            setLineEnd(begin, lineEnd);
        }
        for (Stretch line : lines) {
            line.linkBefore(target);
            if (!line.hasLineEnd()) {
                setLineEnd(cut(line, line.to - 1), lineEnd);
            }
        }
        if (open) {
            removeLineEnd(before(ends));
        }
        if (begin == ends && !encoding.hasBom() && beginsWithMark(ends.next)) {
            emptyLine(lineEnd).linkBefore(ends.next);
        }
        keepApart(begin, begin.next);
        keepApart(target.previous, target);
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

    private void setLineEnd(Stretch line, String lineEnd) {
        rewrite(line, new Text(encoding).add(content(line)).add(lineEnd).toBytes());
    }

    /** Removes the line end of the last line of the file, unless the line is blank and has nothing but its line end. */
    private void removeLineEnd(Stretch last) {
        byte[] content = content(last);
        if (content.length > 0) {
            rewrite(last, content);
        }
    }

    private static byte[] content(Stretch stretch) {
        Line line = stretch.line();
        return line.bytes(line.start(), line.contentEnd());
    }

    /**
     * Keeps two neighbours apart, one of which ends with CR while the other begins with LF. Otherwise, CR and LF would
     * become one line end, and the empty line would be lost.
     */
    private void keepApart(Stretch above, Stretch below) {
        if (above != ends && below != ends && above.endsWith('\r') && below.bytes()[below.begin()] == '\n') {
            Stretch line = cut(above, above.to - 1);
            setLineEnd(line, "\r\n");
        }
    }

    /** Returns the bytes of the file, with its byte order mark. */
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
