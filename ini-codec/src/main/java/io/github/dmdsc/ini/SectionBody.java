package io.github.dmdsc.ini;

import org.jspecify.annotations.Nullable;

/** Where the lines of a section that is being edited begin and end, and what separates it from others. */
final class SectionBody {
    static final int ENDS = LineTable.HEADER | LineTable.MALFORMED_HEADER;

    private final LineList lines;
    private final @Nullable Stretch header;

    /** Kept, so that to add many entries does not mean to look for the end of the section as often. */
    private @Nullable Stretch last;

    private boolean lastKnown;

    /** @param header null for the global section */
    SectionBody(LineList lines, @Nullable Stretch header) {
        this.lines = lines;
        this.header = header;
    }

    /** What stands before the first line of the section. */
    private Stretch begin() {
        return header == null ? lines.ends() : header;
    }

    /** The line of the last entry, or null. */
    @Nullable
    Stretch lastEntry() {
        if (!lastKnown) {
            Stretch found = lines.previous(LineTable.ENTRY | ENDS, lines.next(ENDS, begin()));
            last = found.is(LineTable.ENTRY) ? found : null;
            lastKnown = true;
        }
        return last;
    }

    boolean isLast(Stretch entry) {
        return lastKnown && entry.equals(last);
    }

    /** Takes note of an entry that is there from now on, and says whether it is the last one. */
    boolean joined(Stretch entry) {
        Stretch above = lines.previous(LineTable.ENTRY | ENDS, entry);
        if (lastKnown && above.equals(last == null ? begin() : last)) {
            last = entry;
        }
        return isLast(entry);
    }

    /** Takes note of an entry that is about to leave. */
    void left(Stretch entry) {
        if (isLast(entry)) {
            Stretch above = lines.previous(LineTable.ENTRY | ENDS, entry);
            last = above.is(LineTable.ENTRY) ? above : null;
        }
    }

    /** The line behind the last entry; in a section without entries the one behind the header. */
    Stretch behindLastEntry() {
        Stretch found = lastEntry();
        if (found != null || header != null) {
            return lines.after(found != null ? found : begin());
        }
        // An empty global section: its first entry goes below a comment that heads the file, yet not between the header
        // that ends the section and the comment on it.
        return end();
    }

    /** The line behind the last one that is about the section: not the comments on the next header, nor blank lines. */
    Stretch end() {
        Stretch end = lines.next(ENDS, begin());
        return lines.blanksStart(end == lines.ends() ? end : lines.blockStart(end));
    }

    /** How many blank lines go between a section and its neighbours: as many as before this one, else the next. */
    int separator() {
        Stretch at = header == null ? lines.next(LineTable.HEADER, lines.ends()) : header;
        for (; at != lines.ends(); at = lines.next(LineTable.HEADER, at)) {
            Stretch block = lines.blockStart(at);
            Stretch blanks = lines.blanksStart(block);
            if (lines.before(blanks) != lines.ends()) {
                return lines.count(blanks, block);
            }
        }
        // A document that shows no separator gets one blank line.
        return 1;
    }
}
