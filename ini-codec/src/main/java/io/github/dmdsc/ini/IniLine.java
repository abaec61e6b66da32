package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A line that has no meaning in its document, because it is malformed or belongs to no section. {@link IniDialect}
 * describes malformed lines.
 */
public final class IniLine {
    private final int number;
    private final int column;
    private final String text;
    private final boolean header;

    private IniLine(int number, int column, String text, boolean header) {
        this.number = number;
        this.column = column;
        this.text = text;
        this.header = header;
    }

    /** Returns the lines from..to of the given kinds; unmodifiable. */
    static List<IniLine> find(IniDocument document, int kinds, int from, int to) {
        LineTable lines = document.lines();
        List<IniLine> found = new ArrayList<>();
        for (int at = lines.next(kinds, from, to); at < to; at = lines.next(kinds, at + 1, to)) {
            Line line = lines.line(at);
            int column = line.column(line.token());
            boolean header = line.kind() == LineTable.MALFORMED_HEADER;
            found.add(new IniLine(at + 1, column, document.line(at + 1), header));
        }
        return List.copyOf(found);
    }

    /** The number of the line, from 1. */
    public int number() {
        return number;
    }

    /** The column of the first character of the line that is not blank, from 1, in characters. */
    public int column() {
        return column;
    }

    /** The whole line without its line end. */
    public String text() {
        return text;
    }

    /** Returns whether the line is a malformed header, which ends the section before it and begins none. */
    public boolean isMalformedHeader() {
        return header;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IniLine that
                && number == that.number
                && column == that.column
                && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(number, column, text);
    }

    @Override
    public String toString() {
        return number + ":" + column + ": " + text;
    }
}
