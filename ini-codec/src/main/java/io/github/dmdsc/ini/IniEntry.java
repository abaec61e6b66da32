package io.github.dmdsc.ini;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An entry of one document, found by its position. It stays valid as long as that document, and is of no use for the
 * documents that edits make of it. Two handles are equal if they stand for the same line of the same document.
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

    /** The section the entry stands in. */
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

    /** The value as written, with its quotes if it has any and without the blanks around it; may be empty. */
    public String value() {
        return line.text(line.valueStart(), line.valueEnd());
    }

    /**
     * The value without its quotes, if it begins with {@code "} or {@code '} and ends with the same quote, else the
     * value. This dialect has no escape character, so nothing else is replaced.
     */
    public String unquoted() {
        String value = value();
        int last = value.length() - 1;
        boolean quoted = last > 0 && (value.charAt(0) == '"' || value.charAt(0) == '\'');
        return quoted && value.indexOf(value.charAt(0), 1) == last ? value.substring(1, last) : value;
    }

    /**
     * The value as a whole number: the digits 0 to 9, with {@code -} before a negative one.
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
                // Java would take a plus sign, and the digits of every script.
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
     * Whether the value is 1, as the files of the database say yes.
     *
     * @throws IniValueException if the value is neither 0 nor 1
     */
    public boolean booleanValue() {
        return intValue(0, 1) == 1;
    }

    /**
     * The value as whatever a reader makes of it.
     *
     * @param allowed what the reader takes, in words that fit behind "this has to be"
     * @param reader gives nothing for a text that it does not take
     * @throws IniValueException if the reader gives nothing
     */
    public <T> T as(String allowed, Function<String, Optional<T>> reader) {
        return reader.apply(value()).orElseThrow(() -> new IniValueException(this, allowed));
    }

    /** The trailing comment, without the blanks behind it. */
    public Optional<IniComment> comment() {
        return IniComment.behind(line);
    }

    /** The comments on the lines directly above, from top to bottom; unmodifiable. */
    public List<IniComment> commentsAbove() {
        return section.document().commentsAbove(lineIndex);
    }

    /** The number of blank lines directly above the entry and the comments on the lines directly above it. */
    public int blankLinesAbove() {
        return section.document().blankLinesAbove(lineIndex);
    }

    /** The number of the line, from 1. */
    public int line() {
        return lineIndex + 1;
    }

    /** The column of the key, from 1 and in characters. */
    public int keyColumn() {
        return line.column(line.token());
    }

    /** The column of the value, from 1 and in characters; where a value would go if there is none. */
    public int valueColumn() {
        return line.column(line.valueStart());
    }

    /** The length of the value in characters. */
    public int valueLength() {
        return line.characters(line.valueStart(), line.valueEnd());
    }

    /**
     * Whether the key or the value begins with a quote that is not closed. Such a text stands only where no later quote
     * on its line closes it.
     */
    public boolean hasOpenQuote() {
        String value = value();
        // Few values begin with a quote, and to look for problems costs more than to read the line.
        if (value.isEmpty() || (value.charAt(0) != '"' && value.charAt(0) != '\'')) {
            return false;
        }
        IniDocument document = section.document();
        return document.keyProblem(key())
                .or(() -> document.problemWith(value))
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
