package io.github.dmdsc.ini;

import org.jspecify.annotations.Nullable;

/**
 * Lines that stand one behind the other in a {@link LineList}: many, as they were read, or a single one. Who holds a
 * single line holds that line wherever it goes and whatever is written into it.
 */
final class Stretch {
    /** The lines are the rows from..to of the table. */
    LineTable table;

    int from;
    int to;
    Stretch previous = this;
    Stretch next = this;

    /** Whether the lines were removed. */
    boolean gone;

    /** The only handle of a single line that is a header, or an entry. */
    @Nullable
    EditableSection section;

    @Nullable
    EditableEntry entry;

    Stretch(LineTable table, int from, int to) {
        this.table = table;
        this.from = from;
        this.to = to;
    }

    int count() {
        return to - from;
    }

    /** What the single line is. */
    byte kind() {
        return table.kind(from);
    }

    /** Whether this is a single line of one of the given kinds. */
    boolean is(int kinds) {
        return count() == 1 && (kind() & kinds) != 0;
    }

    /** The single line. */
    Line line() {
        return table.line(from);
    }

    byte[] bytes() {
        return table.bytes();
    }

    /** Where the bytes of the lines begin. */
    int begin() {
        return table.start(from);
    }

    int end() {
        return table.start(to);
    }

    boolean endsWith(char last) {
        return begin() < end() && bytes()[end() - 1] == last;
    }

    boolean hasLineEnd() {
        return endsWith('\n') || endsWith('\r');
    }

    /** Takes this out of its list. */
    void unlink() {
        previous.next = next;
        next.previous = previous;
    }

    void linkBefore(Stretch other) {
        previous = other.previous;
        next = other;
        previous.next = this;
        other.previous = this;
    }
}
