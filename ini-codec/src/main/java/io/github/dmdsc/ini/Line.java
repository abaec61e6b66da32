package io.github.dmdsc.ini;

import java.nio.charset.Charset;

/** One row of a table, as a thing of its own for code that is not in a hurry. */
record Line(LineTable table, int row) {
    int start() {
        return table.start(row);
    }

    int token() {
        return table.token(row);
    }

    int keyEnd() {
        return table.keyEnd(row);
    }

    int equalsSign() {
        return table.equalsSign(row);
    }

    int valueStart() {
        return table.valueStart(row);
    }

    int valueEnd() {
        return table.valueEnd(row);
    }

    boolean hasValue() {
        return valueStart() < valueEnd();
    }

    int contentEnd() {
        return table.contentEnd(row);
    }

    int end() {
        return table.start(row + 1);
    }

    int lineEndLength() {
        return table.lineEndLength(row);
    }

    /** Where the trailing comment of an entry begins, or the end of the line's text if it has none. */
    int commentStart() {
        return table.skipBlanks(valueEnd(), contentEnd());
    }

    boolean endsWithLoneCarriageReturn() {
        return lineEndLength() == 1 && table.at(contentEnd()) == '\r';
    }

    boolean beginsWithLineFeed() {
        return table.at(start()) == '\n';
    }

    String text(int from, int to, Charset charset) {
        return table.text(from, to, charset);
    }

    byte[] bytes(int from, int to) {
        return table.copy(from, to);
    }

    boolean hasKey(String key, Charset charset) {
        return table.nameEquals(token(), keyEnd(), key, charset);
    }

    boolean hasName(String name, Charset charset) {
        return table.nameEquals(valueStart(), valueEnd(), name, charset);
    }

    /** The 1-based column, in characters, of a position on this line. */
    int column(int position, Charset charset) {
        return characters(start(), position, charset) + 1;
    }

    int characters(int from, int to, Charset charset) {
        String text = text(from, to, charset);
        return text.codePointCount(0, text.length());
    }
}
