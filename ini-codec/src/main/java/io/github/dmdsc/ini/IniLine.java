package io.github.dmdsc.ini;

import java.util.Objects;

/** A line that says nothing in this dialect; see {@link IniDialect} for what makes a line malformed. */
public final class IniLine {
    private final int number;
    private final int column;
    private final String text;

    IniLine(int number, int column, String text) {
        this.number = number;
        this.column = column;
        this.text = text;
    }

    /** The number of the line, from 1. */
    public int number() {
        return number;
    }

    /** The column, from 1 and in characters, of the first text on the line that is not blank. */
    public int column() {
        return column;
    }

    /** The whole line without its line end. */
    public String text() {
        return text;
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
