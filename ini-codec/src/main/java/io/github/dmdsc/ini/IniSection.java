package io.github.dmdsc.ini;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A section of one document, found by its position. It stays valid as long as that document, and is of no use for the
 * documents that edits make of it.
 */
public final class IniSection {
    /** The header line of the section that has none. */
    static final int NO_HEADER = -1;

    private final IniDocument document;
    private final int index;
    private final int headerLine;
    private final int end;

    /** Safe to race on: every thread builds an equal, unmodifiable list. */
    private volatile @Nullable List<IniEntry> entries;

    IniSection(IniDocument document, int index, int headerLine, int end) {
        this.document = document;
        this.index = index;
        this.headerLine = headerLine;
        this.end = end;
    }

    /** The position among all sections of the document; 0 is the global section. */
    public int index() {
        return index;
    }

    /** The name as written in the header, without the blanks around it; empty for the global section only. */
    public String name() {
        if (!hasHeader()) {
            return "";
        }
        Line header = header();
        return header.text(header.valueStart(), header.valueEnd(), charset());
    }

    /** The number of the header's line, from 1; 1 for the global section, which has no header. */
    public int line() {
        return hasHeader() ? headerLine + 1 : 1;
    }

    /** The column of the opening bracket, from 1 and in characters; 1 for the global section. */
    public int column() {
        return hasHeader() ? header().column(header().token(), charset()) : 1;
    }

    /** All entries in the order of the file; unmodifiable. */
    public List<IniEntry> entries() {
        List<IniEntry> result = entries;
        if (result == null) {
            result = find(null, Integer.MAX_VALUE);
            entries = result;
        }
        return result;
    }

    /** The first entry with this key, whatever the case of its letters. */
    public Optional<IniEntry> first(String key) {
        return find(key, 1).stream().findFirst();
    }

    /** All entries with this key, whatever the case of its letters, in the order of the file; unmodifiable. */
    public List<IniEntry> all(String key) {
        return find(key, Integer.MAX_VALUE);
    }

    /** Compares bytes and makes handles for what is found only, so that a look-up costs little in a fresh document. */
    private List<IniEntry> find(@Nullable String key, int most) {
        Pieces pieces = document.pieces();
        List<IniEntry> found = new ArrayList<>();
        int position = 0;
        for (int at = nextEntry(begin()); at < end && found.size() < most; at = nextEntry(at + 1)) {
            Line line = pieces.line(at);
            if (key == null || line.hasKey(key, charset())) {
                found.add(new IniEntry(this, position, at, line));
            }
            position++;
        }
        return List.copyOf(found);
    }

    private int nextEntry(int from) {
        return document.pieces().next(LineTable.ENTRY, from, end);
    }

    IniDocument document() {
        return document;
    }

    Charset charset() {
        return document.encoding().charset();
    }

    boolean hasHeader() {
        return headerLine != NO_HEADER;
    }

    boolean hasName(String name) {
        return hasHeader() ? header().hasName(name, charset()) : name.isEmpty();
    }

    int headerLine() {
        return headerLine;
    }

    Line header() {
        return document.pieces().line(headerLine);
    }

    /** The first line behind the header. */
    int begin() {
        return headerLine + 1;
    }

    /** The line behind the last one that belongs to the section. */
    int end() {
        return end;
    }

    /** The last entry's line, or {@code begin() - 1}. */
    int lastEntryLine() {
        return document.pieces().previous(LineTable.ENTRY, begin(), end);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IniSection that && index == that.index && document == that.document;
    }

    @Override
    public int hashCode() {
        return Integer.hashCode(index);
    }

    @Override
    public String toString() {
        return hasHeader() ? line() + ": [" + name() + "]" : "(global)";
    }
}
