package io.github.dmdsc.ini;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A buffer of whole lines, with the start and the kind of each line. It needs five bytes per line, and no object. The
 * parts of a line are determined when its {@link Line} is requested. Rows count from 0. Only the last row of a buffer
 * may have no line end. The arrays do not change after the table is built.
 */
final class LineTable {
    // One bit each, so that a search can be for several kinds.
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

    /**
     * Creates a table that keeps the arrays. {@code starts} has one more element than there are rows: the end of the
     * last row.
     */
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

    /** Returns the start of a row; for the number of rows, the end of the last row. */
    int start(int row) {
        return starts[row];
    }

    byte kind(int row) {
        return kinds[row];
    }

    /** Returns a row with its parts. */
    Line line(int row) {
        return new LineScanner(bytes, starts[row + 1], encoding).parts(starts[row]);
    }

    /** Returns the first row in from..to that is of one of the wanted kinds, or {@code to}. */
    int next(int wanted, int from, int to) {
        int row = from;
        while (row < to && (kinds[row] & wanted) == 0) {
            row++;
        }
        return row;
    }

    /** Returns the last row in from..to that is of one of the wanted kinds, or {@code from - 1}. */
    int previous(int wanted, int from, int to) {
        int row = to - 1;
        while (row >= from && (kinds[row] & wanted) == 0) {
            row--;
        }
        return row;
    }

    /** Returns the comments on the rows directly above a row. */
    List<IniComment> commentsAbove(int row) {
        return IntStream.range(blockStart(row), row)
                .mapToObj(above -> IniComment.of(line(above)))
                .toList();
    }

    /** Returns the number of blank rows directly above a row, or above the comments directly above it. */
    int blankLinesAbove(int row) {
        int block = blockStart(row);
        return block - 1 - previous(~BLANK, 0, block);
    }

    private int blockStart(int row) {
        return previous(~COMMENT, 0, row) + 1;
    }

    /**
     * Returns the row with the first byte that a character set cannot decode, or the number of rows if there is none.
     */
    int firstUndecodable(Charset charset) {
        int fault = CharsetDetector.firstFault(bytes, starts[0], starts[rows], charset);
        int row = 0;
        while (row < rows && starts[row + 1] <= fault) {
            row++;
        }
        return row;
    }

    /** Returns whether the row is an entry with this key. A key of pure ASCII is compared without decoding. */
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
        // The key of the row ends here if only blanks follow up to the equals sign. The last character of a key is
        // never a blank.
        int behind = ByteScan.skipBlanks(bytes, at + key.length(), end);
        return !key.isEmpty()
                && !IniDialect.isBlank(key.charAt(key.length() - 1))
                && behind < end
                && bytes[behind] == '=';
    }

    Encoding encoding() {
        return encoding;
    }

    /** The buffer itself. Do not change it. */
    byte[] bytes() {
        return bytes;
    }
}
