package io.github.dmdsc.ini;

import java.util.Arrays;

/**
 * Splits bytes into lines in one pass. It decodes nothing and never fails. The pass determines only the start and the
 * kind of each line; {@link #parts} determines the parts of a single line.
 */
final class LineScanner {
    /** The estimated length of a line in bytes. With it, the table need not grow for most files. */
    private static final int LIKELY_LINE_LENGTH = 64;

    /** The greatest length of an array that virtual machines support. */
    private static final int MAX_CELLS = Integer.MAX_VALUE - 8;

    private final byte[] bytes;
    private final int end;
    private final Encoding encoding;

    /**
     * Positions in the line that was read last. {@code keyEnd} is valid for entries and headers only, {@code
     * equalsSign} for entries only.
     */
    private int token;

    private int keyEnd;
    private int equalsSign;
    private int contentEnd;

    LineScanner(byte[] bytes, int end, Encoding encoding) {
        this.bytes = bytes;
        this.end = end;
        this.encoding = encoding;
    }

    /** Reads the lines from a position to the end. The table keeps the array without copying it. */
    static LineTable scan(byte[] bytes, int from, Encoding encoding) {
        return new LineScanner(bytes, bytes.length, encoding).table(from);
    }

    private LineTable table(int from) {
        int[] starts = new int[(end - from) / LIKELY_LINE_LENGTH + 2];
        byte[] kinds = new byte[starts.length];
        int rows = 0;
        for (int at = from; at < end; rows++) {
            if (rows + 1 >= starts.length) {
                int longer = (int) Math.min(starts.length * 2L, MAX_CELLS);
                starts = Arrays.copyOf(starts, longer);
                kinds = Arrays.copyOf(kinds, longer);
            }
            starts[rows] = at;
            kinds[rows] = kind(at);
            at = afterLineEnd();
        }
        starts[rows] = end;
        boolean trimmed = rows + 1 >= starts.length - starts.length / 8;
        return new LineTable(
                bytes,
                encoding,
                trimmed ? starts : Arrays.copyOf(starts, rows + 1),
                trimmed ? kinds : Arrays.copyOf(kinds, rows),
                rows);
    }

    private int afterLineEnd() {
        if (contentEnd == end) {
            return end;
        }
        boolean pair = bytes[contentEnd] == '\r' && contentEnd + 1 < end && bytes[contentEnd + 1] == '\n';
        return contentEnd + (pair ? 2 : 1);
    }

    /** Reads the line that begins at a position, and returns its kind. */
    private byte kind(int start) {
        token = skipBlanks(start);
        if (isContentEnd(token)) {
            contentEnd = token;
            return LineTable.BLANK;
        }
        return switch (bytes[token]) {
            case '#', ';' -> plain(LineTable.COMMENT, token);
            case '/' -> isMark(token) ? plain(LineTable.COMMENT, token) : entry();
            case '[' -> header();
            case '=' -> plain(LineTable.MALFORMED, token);
            default -> entry();
        };
    }

    private byte plain(byte kind, int searchFrom) {
        contentEnd = ByteScan.nextLineEnd(bytes, searchFrom, end);
        return kind;
    }

    private byte header() {
        keyEnd = closingBracket(token + 1);
        if (keyEnd < end && bytes[keyEnd] == ']') {
            int behind = skipBlanks(keyEnd + 1);
            if (skipBlanks(token + 1) < keyEnd && (isContentEnd(behind) || isMark(behind) || bytes[behind] == ';')) {
                return plain(LineTable.HEADER, behind);
            }
        }
        return plain(LineTable.MALFORMED_HEADER, token);
    }

    /**
     * Returns the position of the closing bracket, or the end of the line. Skips whole characters, because the second
     * byte of a character can have the value of a bracket, for example in GB18030.
     */
    private int closingBracket(int from) {
        int step = encoding.step();
        int at = from;
        while (at < end && bytes[at] != ']' && !IniDialect.isLineEnd(bytes[at])) {
            at += bytes[at] >= 0 || encoding.isSingle(bytes[at]) ? 1 : step;
        }
        return Math.min(at, end);
    }

    /**
     * Reads a line that is an entry or malformed. A comment mark counts only after a blank, so only the bytes after
     * blanks are checked for marks.
     */
    private byte entry() {
        int at = token;
        while (true) {
            keyEnd = ByteScan.nextGapOrEquals(bytes, at, end);
            at = skipBlanks(keyEnd);
            if (isContentEnd(at)) {
                contentEnd = at;
                return LineTable.MALFORMED;
            }
            if (bytes[at] == '=') {
                equalsSign = at;
                return plain(LineTable.ENTRY, at + 1);
            }
            if (at == keyEnd) {
                // It is a control character, which is part of the key.
                at++;
            } else if (isMark(at)) {
                return plain(LineTable.MALFORMED, at);
            }
        }
    }

    /** Returns the line that begins at a position, with its parts. */
    Line parts(int start) {
        byte kind = kind(start);
        int lineEnd = afterLineEnd();
        if (kind == LineTable.HEADER) {
            int nameStart = skipBlanks(token + 1);
            return line(start, kind, nameStart, trimBlanks(nameStart, keyEnd), lineEnd);
        }
        if (kind != LineTable.ENTRY) {
            keyEnd = token;
            equalsSign = token;
            return line(start, kind, contentEnd, contentEnd, lineEnd);
        }
        int valueStart = skipBlanks(equalsSign + 1);
        if (isContentEnd(valueStart)) {
            return line(start, kind, valueStart, valueStart, lineEnd);
        }
        return isMarkAtValueStart(valueStart)
                ? line(start, kind, equalsSign + 1, equalsSign + 1, lineEnd)
                : line(start, kind, valueStart, valueEnd(afterQuotes(valueStart)), lineEnd);
    }

    private Line line(int start, byte kind, int valueStart, int valueEnd, int lineEnd) {
        return new Line(
                bytes,
                encoding.charset(),
                kind,
                start,
                token,
                keyEnd,
                equalsSign,
                valueStart,
                valueEnd,
                contentEnd,
                lineEnd);
    }

    private int valueEnd(int from) {
        int at = from;
        while (true) {
            int valueEnd = ByteScan.nextGap(bytes, at, contentEnd);
            at = skipBlanks(valueEnd);
            if (at >= contentEnd) {
                return valueEnd;
            }
            if (at == valueEnd) {
                at++;
            } else if (isMark(at)) {
                return valueEnd;
            }
        }
    }

    /**
     * Returns the position after the closing quote if the value begins with a closed quotation, otherwise its start.
     */
    private int afterQuotes(int valueStart) {
        byte quote = bytes[valueStart];
        if (quote == '"' || quote == '\'') {
            for (int at = valueStart + 1; at < contentEnd; at++) {
                if (bytes[at] == quote) {
                    return at + 1;
                }
            }
        }
        return valueStart;
    }

    private boolean isMark(int at) {
        byte b = bytes[at];
        return b == '#' || (b == '/' && at + 1 < end && bytes[at + 1] == '/');
    }

    private boolean isMarkAtValueStart(int at) {
        return isMark(at) && (bytes[at] != '/' || isContentEnd(at + 2) || IniDialect.isBlank(bytes[at + 2]));
    }

    private boolean isContentEnd(int at) {
        return at >= end || IniDialect.isLineEnd(bytes[at]);
    }

    private int skipBlanks(int from) {
        return ByteScan.skipBlanks(bytes, from, end);
    }

    private int trimBlanks(int from, int to) {
        int at = to;
        while (at > from && IniDialect.isBlank(bytes[at - 1])) {
            at--;
        }
        return at;
    }
}
