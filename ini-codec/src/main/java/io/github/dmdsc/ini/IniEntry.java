package io.github.dmdsc.ini;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An entry of one document, identified by its position. It is valid for that document only, not for the documents that
 * edits return. Two entries are equal if they are the same line of the same document object.
 */
public final class IniEntry {
    private final IniSection section;
    private final int index;
    private final int lineIndex;
    private final Line line;

    IniEntry(IniSection section, int index, int lineIndex, Line line) {
        this.section = section;
        this.index = index;
        this.lineIndex = lineIndex;
        this.line = line;
    }

    /** The section that has the entry. */
    public IniSection section() {
        return section;
    }

    /** The position among the entries of the section, from 0. */
    public int index() {
        return index;
    }

    /** The key as written. */
    public String key() {
        return line.text(line.token(), line.keyEnd());
    }

    /** The value as the file writes it, with its quotes and without the blanks around it; may be empty. */
    public String value() {
        return line.text(line.valueStart(), line.valueEnd());
    }

    /**
     * The value without its quotes if it begins with {@code "} or {@code '} and ends with the same quote; otherwise the
     * value. Nothing else is replaced, because the dialect has no escape character.
     */
    public String unquoted() {
        String value = value();
        int last = value.length() - 1;
        boolean quoted = last > 0 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        return quoted && value.indexOf(value.charAt(0), 1) == last ? value.substring(1, last) : value;
    }

    /**
     * Returns the value as a whole number: the digits 0 to 9, with {@code -} before a negative one.
     *
     * @param least the least number that is allowed
     * @param most the greatest number that is allowed
     * @throws IniValueException if the value is no whole number, or out of the range
     */
    public int intValue(int least, int most) {
        return (int) longValue(least, most);
    }

    /** As {@link #intValue}, for numbers of 64 bits. */
    public long longValue(long least, long most) {
        return as("a whole number from " + least + " to " + most, text -> {
            try {
                // Long.valueOf alone also accepts a plus sign and the digits of other scripts.
                return Optional.of(text)
                        .filter(digits -> digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9')))
                        .map(Long::valueOf)
                        .filter(number -> number >= least && number <= most);
            } catch (NumberFormatException noNumber) {
                return Optional.empty();
            }
        });
    }

    /**
     * Returns whether the value is 1.
     *
     * @throws IniValueException if the value is neither 0 nor 1
     */
    public boolean booleanValue() {
        return intValue(0, 1) == 1;
    }

    /**
     * Returns the value, converted by a function.
     *
     * @param allowed the allowed values, as an English phrase that fits after "this has to be"
     * @param reader converts the text; returns empty for a text that is not allowed
     * @return the converted value
     * @throws IniValueException if {@code reader} returns empty
     */
    public <T> T as(String allowed, Function<String, Optional<T>> reader) {
        return reader.apply(value()).orElseThrow(() -> new IniValueException(this, allowed));
    }

    /** The trailing comment, without the blanks after it; empty if there is none. */
    public Optional<IniComment> comment() {
        return IniComment.trailing(line);
    }

    /** The comments on the lines directly above, from top to bottom; unmodifiable. */
    public List<IniComment> commentsAbove() {
        return section.document().lines().commentsAbove(lineIndex);
    }

    /** The number of blank lines directly above the entry, or above the comments directly above it. */
    public int blankLinesAbove() {
        return section.document().lines().blankLinesAbove(lineIndex);
    }

    /** The number of the line, from 1. */
    public int line() {
        return lineIndex + 1;
    }

    /** The column of the key, from 1, in characters. */
    public int keyColumn() {
        return line.column(line.token());
    }

    /**
     * The column of the value, from 1, in characters. For an empty value, the column at which a value would be written.
     */
    public int valueColumn() {
        return line.column(line.valueStart());
    }

    /** The length of the value in characters. */
    public int valueLength() {
        return line.characters(line.valueStart(), line.valueEnd());
    }

    /**
     * Returns whether the value begins with a quote that is not closed. If such a value is written to another line, a
     * later quote on that line may close it.
     */
    public boolean hasOpenQuote() {
        String value = value();
        // Fast path: few values begin with a quote, and the check for problems is slow.
        return (value.startsWith("\"") || value.startsWith("'"))
                && section.document()
                        .problemWith(value)
                        .filter(problem -> problem.kind() == EditProblem.Kind.OPEN_QUOTE)
                        .isPresent();
    }

    int lineIndex() {
        return lineIndex;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IniEntry that && lineIndex == that.lineIndex && section.equals(that.section);
    }

    @Override
    public int hashCode() {
        return Integer.hashCode(lineIndex);
    }

    @Override
    public String toString() {
        return line() + ": " + key() + " = " + value();
    }
}
