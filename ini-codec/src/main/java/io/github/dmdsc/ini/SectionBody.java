package io.github.dmdsc.ini;

import org.jspecify.annotations.Nullable;

/** The extent of a section that is being edited, and the number of blank lines that separate it from other sections. */
final class SectionBody {
    static final int SECTION_ENDS = LineTable.HEADER | LineTable.MALFORMED_HEADER;

    private final LineList lines;
    private final @Nullable Stretch header;

    /**
     * The last entry. It is kept, so that the end of the section need not be searched each time when many entries are
     * added.
     */
    private @Nullable Stretch last;

    private boolean lastKnown;

    /** @param header null for the global section */
    SectionBody(LineList lines, @Nullable Stretch header) {
        this.lines = lines;
        this.header = header;
    }

    /** Returns the line before the first line of the section; {@link LineList#ends} for the global section. */
    private Stretch begin() {
        return header == null ? lines.ends() : header;
    }

    /** Returns the line of the last entry, or null. */
    @Nullable
    Stretch lastEntry() {
        if (!lastKnown) {
            Stretch found = lines.previous(LineTable.ENTRY | SECTION_ENDS, lines.next(SECTION_ENDS, begin()));
            last = found.is(LineTable.ENTRY) ? found : null;
            lastKnown = true;
        }
        return last;
    }

    boolean isLast(Stretch entry) {
        return lastKnown && entry.equals(last);
    }

    /** Records that an entry is in the section from now on, and returns whether it is the last one. */
    boolean joined(Stretch entry) {
        Stretch above = lines.previous(LineTable.ENTRY | SECTION_ENDS, entry);
        if (lastKnown && above.equals(last == null ? begin() : last)) {
            last = entry;
        }
        return isLast(entry);
    }

    /** Records that an entry leaves the section. */
    void left(Stretch entry) {
        if (isLast(entry)) {
            Stretch above = lines.previous(LineTable.ENTRY | SECTION_ENDS, entry);
            last = above.is(LineTable.ENTRY) ? above : null;
        }
    }

    /** Returns the line after the last entry; in a section without entries, the line after the header. */
    Stretch afterLastEntry() {
        Stretch found = lastEntry();
        if (found != null || header != null) {
            return lines.after(found != null ? found : begin());
        }
        // The global section has no entries. Its first entry goes after the comments at the start of the file, but
        // before the comments directly above the next header.
        return end();
    }

    /**
     * Returns the line after the last line of the section. The comments directly above the next header, and the blank
     * lines before them, do not belong to the section.
     */
    Stretch end() {
        Stretch end = lines.next(SECTION_ENDS, begin());
        return lines.blanksStart(end == lines.ends() ? end : lines.blockStart(end));
    }

    /**
     * Returns the number of blank lines that separate a section from its neighbours: as many as before this section, or
     * before the next one if this section is the first text of the file.
     */
    int separator() {
        Stretch at = header == null ? lines.next(LineTable.HEADER, lines.ends()) : header;
        for (; at != lines.ends(); at = lines.next(LineTable.HEADER, at)) {
            Stretch block = lines.blockStart(at);
            Stretch blanks = lines.blanksStart(block);
            if (lines.before(blanks) != lines.ends()) {
                return lines.count(blanks, block);
            }
        }
        // The document has no two sections to take the number from.
        return 1;
    }
}
