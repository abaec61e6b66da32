package io.github.dmdsc.ini;

import java.util.Optional;

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
        return text(line.token(), line.keyEnd());
    }

    /** The value as written, with its quotes if it has any and without the blanks around it; may be empty. */
    public String value() {
        return text(line.valueStart(), line.valueEnd());
    }

    /** The trailing comment with its mark, without the blanks behind it. */
    public Optional<String> comment() {
        int start = line.commentStart();
        int end = line.table().trimBlanks(start, line.contentEnd());
        return start < end ? Optional.of(text(start, end)) : Optional.empty();
    }

    /** The number of the line, from 1. */
    public int line() {
        return lineIndex + 1;
    }

    /** The column of the key, from 1 and in characters. */
    public int keyColumn() {
        return line.column(line.token(), section.charset());
    }

    /** The column of the value, from 1 and in characters; where a value would go if there is none. */
    public int valueColumn() {
        return line.column(line.valueStart(), section.charset());
    }

    /** The length of the value in characters. */
    public int valueLength() {
        return line.characters(line.valueStart(), line.valueEnd(), section.charset());
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

    Line row() {
        return line;
    }

    private String text(int from, int to) {
        return line.text(from, to, section.charset());
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
