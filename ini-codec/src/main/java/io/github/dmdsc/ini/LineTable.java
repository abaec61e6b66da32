package io.github.dmdsc.ini;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A buffer of whole lines: where each line begins and what it is, five bytes per line and no object. The parts of a line
 * are found when somebody asks for the {@link Line}. Rows count from 0. Only the last row of a buffer may lack a line end.
 * Nobody writes to the arrays once the table is built.
 */
final class LineTable {
    // One bit each, so that several kinds can be looked for at once.
    static final byte BLANK = 1;
    static final byte COMMENT = 1 << 1;
    static final byte HEADER = 1 << 2;
    static final byte ENTRY = 1 << 3;
    static final byte MALFORMED = 1 << 4;

    /** A malformed line that ends the section before it. */
    static final byte MALFORMED_HEADER = 1 << 5;

    private final byte[] bytes;
    private final Encoding encoding;
    private final int[] starts;
    private final byte[] kinds;
    private final int rows;

    /** Takes over the arrays; {@code starts} holds one more start behind the last row, which is where the lines end. */
    LineTable(byte[] bytes, Encoding encoding, int[] starts, byte[] kinds, int rows) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.starts = starts;
        this.kinds = kinds;
        this.rows = rows;
    }

    int rows() {
        return rows;
    }

    /** Where the row begins; for the row behind the last one, where the lines end. */
    int start(int row) {
        return starts[row];
    }

    byte kind(int row) {
        return kinds[row];
    }

    /** Where the text of the row ends and its line end, if any, begins. */
    int contentEnd(int row) {
        int start = starts[row];
        int end = starts[row + 1];
        if (end > start && bytes[end - 1] == '\n') {
            end--;
            return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
        }
        return end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    /** The row with its parts. */
    Line line(int row) {
        return new LineScanner(bytes, starts[row + 1], encoding).parts(starts[row]);
    }

    /** The first row in from..to whose kind is among the given ones, or {@code to}. */
    int next(int wanted, int from, int to) {
        int row = from;
        while (row < to && (kinds[row] & wanted) == 0) {
            row++;
        }
        return row;
    }

    /** The last row in from..to whose kind is among the given ones, or {@code from - 1}. */
    int previous(int wanted, int from, int to) {
        int row = to - 1;
        while (row >= from && (kinds[row] & wanted) == 0) {
            row--;
        }
        return row;
    }

    /** The comments on the rows directly above a row. */
    List<IniComment> commentsAbove(int row) {
        return IntStream.range(blockStart(row), row)
                .mapToObj(above -> IniComment.of(line(above)))
                .toList();
    }

    /** The number of blank rows directly above a row and the comments on it. */
    int blankLinesAbove(int row) {
        int block = blockStart(row);
        return block - 1 - previous(~BLANK, 0, block);
    }

    private int blockStart(int row) {
        return previous(~COMMENT, 0, row) + 1;
    }

    /** The row with the first byte that a character set cannot decode, or the row behind the last one. */
    int firstUndecodable(Charset charset) {
        int fault = CharsetDetector.firstFault(bytes, starts[0], starts[rows], charset);
        int row = 0;
        while (row < rows && starts[row + 1] <= fault) {
            row++;
        }
        return row;
    }

    /** Whether the row is an entry with this key. A key of pure ASCII is compared without decoding. */
    boolean hasKey(int row, String key) {
        int at = ByteScan.skipBlanks(bytes, starts[row], starts[row + 1]);
        int end = starts[row + 1];
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c >= 0x80) {
                Line line = line(row);
                return IniDialect.sameName(line.text(line.token(), line.keyEnd()), key);
            }
            if (at + i >= end || IniDialect.lower(bytes[at + i]) != IniDialect.lower(c)) {
                return false;
            }
        }
        // The key of the row ends here if only blanks stand before the sign; a blank never ends a key.
        int behind = ByteScan.skipBlanks(bytes, at + key.length(), end);
        return !key.isEmpty()
                && !IniDialect.isBlank(key.charAt(key.length() - 1))
                && behind < end
                && bytes[behind] == '=';
    }

    Encoding encoding() {
        return encoding;
    }

    /** The buffer itself, for readers in this package that do not write to it. */
    byte[] bytes() {
        return bytes;
    }
}
