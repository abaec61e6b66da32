package io.github.dmdsc.ini;

/**
 * How an edit writes new lines. The indentation and the blanks around the {@code =} are always copied from the nearest
 * entry.
 *
 * @param columns {@code true}: the {@code =} of a new or renamed entry is aligned with that of its neighbours, or the
 *     value is, if the neighbours align their values; {@code false}: the number of blanks is copied
 * @param letterCase {@code true}: the keys of a new section are written in the letter case of the section beside it;
 *     {@code false}: as they are given
 * @param order {@code true}: the keys of a new section are written in the order of the section beside it; {@code
 *     false}: as they are given
 */
public record EditStyle(boolean columns, boolean letterCase, boolean order) {
    /** Like the neighbours in all respects. This is the default. */
    public static final EditStyle LIKE_SIBLINGS = new EditStyle(true, true, true);

    /** Columns are aligned. The keys of new sections are written as they are given, in the given order. */
    public static final EditStyle KEYS_AS_GIVEN = new EditStyle(true, false, false);

    /** Returns a copy with another value of {@link #columns}. */
    public EditStyle withColumns(boolean kept) {
        return new EditStyle(kept, letterCase, order);
    }
}
