package io.github.dmdsc.ini;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One line and where its parts lie in the buffer of all lines. */
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

    /** Where the first text that is not blank begins. */
    int token() {
        return token;
    }

    /** Where the key of an entry ends, or the closing bracket of a header is. */
    int keyEnd() {
        return keyEnd;
    }

    int equalsSign() {
        return equalsSign;
    }

    /** Where the value of an entry or the name in a header begins. */
    int valueStart() {
        return valueStart;
    }

    int valueEnd() {
        return valueEnd;
    }

    boolean hasValue() {
        return valueStart < valueEnd;
    }

    /** Where the text ends and the line end, if any, begins. */
    int contentEnd() {
        return contentEnd;
    }

    int end() {
        return end;
    }

    /** Where the trailing comment of an entry or a header begins, or the end of the line's text if it has none. */
    int commentStart() {
        return skipBlanks(kind == LineTable.HEADER ? keyEnd + 1 : valueEnd);
    }

    /** Where the text ends without the blanks behind it. */
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

    boolean hasName(String name) {
        return IniDialect.sameName(text(valueStart, valueEnd), name);
    }

    /** The 1-based column, in characters, of a position on this line. */
    int column(int position) {
        return characters(start, position) + 1;
    }

    int characters(int from, int to) {
        String text = text(from, to);
        return text.codePointCount(0, text.length());
    }
}
