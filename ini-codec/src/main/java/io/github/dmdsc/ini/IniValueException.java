package io.github.dmdsc.ini;

/** Thrown if a value cannot be read as the requested type. It has the place, the value and the allowed values. */
public final class IniValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String key;
    private final String value;
    private final String allowed;

    IniValueException(IniEntry entry, String allowed) {
        super("line " + entry.line() + ", column " + entry.valueColumn() + ": " + entry.key() + " is '" + entry.value()
                + "'; this has to be " + allowed);
        this.line = entry.line();
        this.column = entry.valueColumn();
        this.key = entry.key();
        this.value = entry.value();
        this.allowed = allowed;
    }

    /** The number of the line, from 1. */
    public int line() {
        return line;
    }

    /** The column of the value, from 1, in characters. */
    public int column() {
        return column;
    }

    /** The key as written. */
    public String key() {
        return key;
    }

    /** The value as written. */
    public String value() {
        return value;
    }

    /** The allowed values, for example {@code a whole number from 1 to 65535}. */
    public String allowed() {
        return allowed;
    }
}
