package io.github.dmdsc.ini;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * A buffer of whole lines and where their parts lie: a few ints per line and no object. Rows count from 0. Only the last
 * row of a buffer may lack a line end. Nobody writes to the arrays once the table is built.
 */
final class LineTable {
    // One bit each, so that several kinds can be looked for at once.
    static final int BLANK = 1;
    static final int COMMENT = 1 << 1;
    static final int HEADER = 1 << 2;
    static final int ENTRY = 1 << 3;
    static final int MALFORMED = 1 << 4;

    /** A malformed line that ends the section before it. */
    static final int MALFORMED_HEADER = 1 << 5;

    /** Ints per row: start, first text, end of key (or closing bracket), start and end of value (or name), flags. */
    static final int WIDTH = 6;

    private static final int TOKEN = 1;
    private static final int KEY_END = 2;
    private static final int VALUE_START = 3;
    private static final int VALUE_END = 4;
    private static final int FLAGS = 5;
    private static final int KIND_BITS = 6;

    private final byte[] bytes;
    private final int[] cells;
    private final int rows;

    /** Takes over both arrays; {@code cells} holds one more start behind the last row, which is where the lines end. */
    LineTable(byte[] bytes, int[] cells, int rows) {
        this.bytes = bytes;
        this.cells = cells;
        this.rows = rows;
    }

    static int flags(int kind, int lineEndLength) {
        return kind | lineEndLength << KIND_BITS;
    }

    int rows() {
        return rows;
    }

    /** Where the row begins; for the row behind the last one, where the lines end. */
    int start(int row) {
        return cells[row * WIDTH];
    }

    /** Where the first text that is not blank begins. */
    int token(int row) {
        return cells[row * WIDTH + TOKEN];
    }

    int keyEnd(int row) {
        return cells[row * WIDTH + KEY_END];
    }

    /** Where the closing bracket of a header is. */
    int closingBracket(int row) {
        return cells[row * WIDTH + KEY_END];
    }

    /** Where the value of an entry or the name in a header begins. */
    int valueStart(int row) {
        return cells[row * WIDTH + VALUE_START];
    }

    int valueEnd(int row) {
        return cells[row * WIDTH + VALUE_END];
    }

    int kind(int row) {
        return cells[row * WIDTH + FLAGS] & (1 << KIND_BITS) - 1;
    }

    int lineEndLength(int row) {
        return cells[row * WIDTH + FLAGS] >> KIND_BITS;
    }

    /** Where the text of the row ends and its line end, if any, begins. */
    int contentEnd(int row) {
        return start(row + 1) - lineEndLength(row);
    }

    /** Where the {@code =} of an entry is. */
    int equalsSign(int row) {
        return skipBlanks(keyEnd(row), contentEnd(row));
    }

    int skipBlanks(int from, int to) {
        int at = from;
        while (at < to && IniDialect.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    int trimBlanks(int from, int to) {
        int at = to;
        while (at > from && IniDialect.isBlank(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    byte at(int position) {
        return bytes[position];
    }

    String text(int from, int to, Charset charset) {
        return new String(bytes, from, to - from, charset);
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    void copy(int from, int to, byte[] target, int at) {
        System.arraycopy(bytes, from, target, at, to - from);
    }

    /** The buffer itself, for readers in this package that do not write to it. */
    byte[] bytes() {
        return bytes;
    }

    /** Whether the bytes from..to read as the name, which is compared without decoding if it is pure ASCII. */
    boolean nameEquals(int from, int to, String name, Charset charset) {
        int length = name.length();
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            if (c >= 0x80) {
                return IniDialect.sameName(text(from, to, charset), name);
            }
            if (from + i >= to || IniDialect.lower(bytes[from + i]) != IniDialect.lower(c)) {
                return false;
            }
        }
        return to - from == length;
    }

    /** Copies the rows from..to into a table under construction whose bytes have been copied to {@code at} already. */
    void copyRows(int from, int to, int[] target, int row, int at) {
        int width = (to - from) * WIDTH;
        int begin = row * WIDTH;
        System.arraycopy(cells, from * WIDTH, target, begin, width);
        int shift = at - start(from);
        for (int i = begin; i < begin + width; i += WIDTH) {
            for (int cell = i; cell < i + FLAGS; cell++) {
                target[cell] += shift;
            }
        }
    }
}
