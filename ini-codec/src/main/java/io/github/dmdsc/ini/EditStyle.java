package io.github.dmdsc.ini;

/**
 * How an edit writes new lines. Indentation and the blanks around the {@code =} are always those of the nearest entry.
 *
 * @param columns whether the {@code =} of a new or renamed entry, or the value if there the column shows, stands in the
 *     column in which its neighbours have it; else the number of blanks is copied
 * @param letterCase whether the keys of a new section are written in the letter case that the section beside it has
 * @param order whether the keys of a new section stand in the order in which the section beside it has them
 */
public record EditStyle(boolean columns, boolean letterCase, boolean order) {
    /** Like the neighbours in all respects, which is how edits write if nobody says otherwise. */
    public static final EditStyle LIKE_SIBLINGS = new EditStyle(true, true, true);

    /** Columns are kept; the keys of new sections are written as they are given, in the order in which they are given. */
    public static final EditStyle KEYS_AS_GIVEN = new EditStyle(true, false, false);

    /** The same style with another answer for columns. */
    public EditStyle withColumns(boolean kept) {
        return new EditStyle(kept, letterCase, order);
    }
}
