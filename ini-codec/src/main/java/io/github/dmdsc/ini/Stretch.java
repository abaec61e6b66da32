package io.github.dmdsc.ini;

import org.jspecify.annotations.Nullable;

/**
 * Consecutive lines in a {@link LineList}: several lines as they were read, or a single line. The object for a single
 * line stays the same when the line is moved or rewritten.
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

    /** The only object for editing the section or the entry of a single line. Null until it is requested. */
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

    /** Returns the kind of the single line. */
    byte kind() {
        return table.kind(from);
    }

    /** Returns whether this is a single line of one of the given kinds. */
    boolean is(int kinds) {
        return count() == 1 && (kind() & kinds) != 0;
    }

    /** Returns the single line. */
    Line line() {
        return table.line(from);
    }

    byte[] bytes() {
        return table.bytes();
    }

    /** Returns the start of the lines in {@link #bytes}. */
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

    /** Removes this stretch from its list. */
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
