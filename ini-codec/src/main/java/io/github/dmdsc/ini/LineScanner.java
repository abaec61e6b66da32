package io.github.dmdsc.ini;

import java.util.Arrays;

/** Fills a {@link LineTable} in one pass over the bytes. It decodes nothing and never fails. */
final class LineScanner {
    /** A guess that spares most files the growth of the table; a file of shorter lines merely grows it. */
    private static final int LIKELY_LINE_LENGTH = 64;

    /** The longest array that virtual machines make. */
    private static final int MOST_CELLS = Integer.MAX_VALUE - 8;

    private final byte[] bytes;
    private final int end;
    private final Encoding encoding;
    private int[] cells;
    private int used;

    private LineScanner(byte[] bytes, int from, Encoding encoding) {
        this.bytes = bytes;
        this.end = bytes.length;
        this.encoding = encoding;
        this.cells = new int[((end - from) / LIKELY_LINE_LENGTH + 2) * LineTable.WIDTH + 1];
    }

    /** Reads the lines from a position on; the table takes over the array. */
    static LineTable scan(byte[] bytes, int from, Encoding encoding) {
        LineScanner scanner = new LineScanner(bytes, from, encoding);
        int at = from;
        while (at < scanner.end) {
            at = scanner.line(at);
        }
        scanner.cells[scanner.used] = scanner.end;
        return new LineTable(bytes, scanner.cells, scanner.used / LineTable.WIDTH);
    }

    private int line(int start) {
        int token = skipBlanks(start);
        if (token == end) {
            return row(start, token, token, token, token, LineTable.BLANK, token);
        }
        return switch (bytes[token]) {
            case '\n', '\r' -> row(start, token, token, token, token, LineTable.BLANK, token);
            case '#', ';' -> plain(start, token, LineTable.COMMENT, token);
            case '/' -> isMark(token) ? plain(start, token, LineTable.COMMENT, token) : entry(start, token);
            case '[' -> header(start, token);
            case '=' -> plain(start, token, LineTable.MALFORMED, token);
            default -> entry(start, token);
        };
    }

    private int plain(int start, int token, int kind, int searchFrom) {
        int contentEnd = ByteScan.nextLineEnd(bytes, searchFrom, end);
        return row(start, token, contentEnd, contentEnd, contentEnd, kind, contentEnd);
    }

    private int header(int start, int token) {
        int bracket = closingBracket(token + 1);
        if (bracket < end && bytes[bracket] == ']') {
            int nameStart = skipBlanks(token + 1);
            int behind = skipBlanks(bracket + 1);
            if (nameStart < bracket && (isContentEnd(behind) || isMark(behind) || bytes[behind] == ';')) {
                int nameEnd = trimBlanks(bracket);
                int contentEnd = ByteScan.nextLineEnd(bytes, behind, end);
                return row(start, token, bracket, nameStart, nameEnd, LineTable.HEADER, contentEnd);
            }
        }
        return plain(start, token, LineTable.MALFORMED_HEADER, token);
    }

    /** Steps over whole characters, because the second byte of one may look like a bracket, as in GB18030. */
    private int closingBracket(int from) {
        int step = encoding.step();
        int at = from;
        while (at < end && bytes[at] != ']' && !IniDialect.isLineEnd(bytes[at])) {
            at += bytes[at] >= 0 || encoding.isSingle(bytes[at]) ? 1 : step;
        }
        return Math.min(at, end);
    }

    /** Marks count behind a blank only, so that a look at what follows the blanks finds them all. */
    private int entry(int start, int token) {
        int at = token;
        while (true) {
            int keyEnd = ByteScan.nextGapOrEquals(bytes, at, end);
            at = skipBlanks(keyEnd);
            if (isContentEnd(at)) {
                return row(start, token, at, at, at, LineTable.MALFORMED, at);
            }
            if (bytes[at] == '=') {
                return value(start, token, keyEnd, at);
            }
            if (at == keyEnd) {
                // A control character is text.
                at++;
            } else if (isMark(at)) {
                return plain(start, token, LineTable.MALFORMED, at);
            }
        }
    }

    private int value(int start, int token, int keyEnd, int equals) {
        int valueStart = skipBlanks(equals + 1);
        if (isContentEnd(valueStart)) {
            return row(start, token, keyEnd, valueStart, valueStart, LineTable.ENTRY, valueStart);
        }
        if (isMarkAtValueStart(valueStart)) {
            int contentEnd = ByteScan.nextLineEnd(bytes, valueStart, end);
            return row(start, token, keyEnd, equals + 1, equals + 1, LineTable.ENTRY, contentEnd);
        }
        int at = behindQuotes(valueStart);
        while (true) {
            int valueEnd = ByteScan.nextGap(bytes, at, end);
            at = skipBlanks(valueEnd);
            if (isContentEnd(at)) {
                return row(start, token, keyEnd, valueStart, valueEnd, LineTable.ENTRY, at);
            }
            if (at == valueEnd) {
                at++;
            } else if (isMark(at)) {
                int contentEnd = ByteScan.nextLineEnd(bytes, at, end);
                return row(start, token, keyEnd, valueStart, valueEnd, LineTable.ENTRY, contentEnd);
            }
        }
    }

    /** The position behind the closing quote if the value begins with a closed quotation, else that of its first byte. */
    private int behindQuotes(int valueStart) {
        byte quote = bytes[valueStart];
        if (quote == '"' || quote == '\'') {
            for (int at = valueStart + 1; !isContentEnd(at); at++) {
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

    /** The end of the text before a position, of which there is some. */
    private int trimBlanks(int to) {
        int at = to;
        while (IniDialect.isBlank(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    /** Records a line and returns where the next one begins. */
    private int row(int start, int token, int keyEnd, int valueStart, int valueEnd, int kind, int contentEnd) {
        int lineEnd = 0;
        if (contentEnd < end) {
            boolean pair = bytes[contentEnd] == '\r' && contentEnd + 1 < end && bytes[contentEnd + 1] == '\n';
            lineEnd = pair ? 2 : 1;
        }
        int at = used;
        if (at + LineTable.WIDTH >= cells.length) {
            cells = Arrays.copyOf(cells, (int) Math.min(cells.length * 2L, MOST_CELLS));
        }
        int[] c = cells;
        c[at] = start;
        c[at + 1] = token;
        c[at + 2] = keyEnd;
        c[at + 3] = valueStart;
        c[at + 4] = valueEnd;
        c[at + 5] = LineTable.flags(kind, lineEnd);
        used = at + LineTable.WIDTH;
        return contentEnd + lineEnd;
    }
}
