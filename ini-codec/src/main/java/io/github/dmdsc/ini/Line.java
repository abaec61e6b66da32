package io.github.dmdsc.ini;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One line, with the positions of its parts in the buffer of all lines. */
final class Line {
    private final byte[] bytes;
    private final Charset charset;
    private final byte kind;
    private final int start;
    private final int token;
    private final int keyEnd;
    private final int equalsSign;
    private final int valueStart;
    private final int valueEnd;
    private final int contentEnd;
    private final int end;

    Line(
            byte[] bytes,
            Charset charset,
            byte kind,
            int start,
            int token,
            int keyEnd,
            int equalsSign,
            int valueStart,
            int valueEnd,
            int contentEnd,
            int end) {
        this.bytes = bytes;
        this.charset = charset;
        this.kind = kind;
        this.start = start;
        this.token = token;
        this.keyEnd = keyEnd;
        this.equalsSign = equalsSign;
        this.valueStart = valueStart;
        this.valueEnd = valueEnd;
        this.contentEnd = contentEnd;
        this.end = end;
    }

    byte kind() {
        return kind;
    }

    int start() {
        return start;
    }

    /** The position of the first byte that is not a blank. */
    int token() {
        return token;
    }

    /** The end of the key of an entry, or the position of the closing bracket of a header. */
    int keyEnd() {
        return keyEnd;
    }

    int equalsSign() {
        return equalsSign;
    }

    /** The start of the value of an entry, or of the name in a header. */
    int valueStart() {
        return valueStart;
    }

    int valueEnd() {
        return valueEnd;
    }

    boolean hasValue() {
        return valueStart < valueEnd;
    }

    /** The end of the text of the line, at which its line end begins if it has one. */
    int contentEnd() {
        return contentEnd;
    }

    int end() {
        return end;
    }

    /**
     * Returns the start of the trailing comment of an entry or a header, or the end of the line's text if it has none.
     */
    int commentStart() {
        return skipBlanks(kind == LineTable.HEADER ? keyEnd + 1 : valueEnd);
    }

    /** Returns the end of the text of the line without the blanks at its end. */
    int textEnd() {
        int at = contentEnd;
        while (at > token && IniDialect.isBlank(bytes[at - 1])) {
            at--;
        }
        return at;
    }

    private int skipBlanks(int from) {
        return ByteScan.skipBlanks(bytes, from, contentEnd);
    }

    boolean isBlankAt(int position) {
        return position < contentEnd && IniDialect.isBlank(bytes[position]);
    }

    byte at(int position) {
        return bytes[position];
    }

    String text(int from, int to) {
        // Every supported character set contains ASCII. Java copies ISO-8859-1, but decodes GB18030 char by char.
        boolean isAscii = ByteScan.firstBeyondAscii(bytes, from, to) == to;
        return new String(bytes, from, to - from, isAscii ? StandardCharsets.ISO_8859_1 : charset);
    }

    byte[] bytes(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Returns the column of a position of this line, from 1, in characters. */
    int column(int position) {
        return characters(start, position) + 1;
    }

    int characters(int from, int to) {
        String text = text(from, to);
        return text.codePointCount(0, text.length());
    }
}
