package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A section of one document, identified by its position. It is valid for that document only, not for the documents that
 * edits return.
 */
public final class IniSection {
    /** Stands for the header line of the global section, which has no header. */
    static final int NO_HEADER = -1;

    private static final int LOOKS_WITHOUT_INDEX = 8;

    private final IniDocument document;
    private final int index;
    private final int headerLine;
    private final int end;

    /** May be computed by several threads at once: each builds an equal, unmodifiable list. */
    private volatile @Nullable List<IniEntry> entries;

    /** The entries by canonical key. May be computed by several threads at once, too. */
    private volatile @Nullable Map<String, List<IniEntry>> byKey;

    /**
     * The number of look-ups by key before the index is built. Threads may miss some counts; the number need not be
     * exact.
     */
    private int looksUp;

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
        return header.text(header.valueStart(), header.valueEnd());
    }

    /** The comment after the header, without the blanks after it; empty for the global section. */
    public Optional<IniComment> comment() {
        return hasHeader() ? IniComment.trailing(header()) : Optional.empty();
    }

    /** The comments on the lines directly above the header, from top to bottom; unmodifiable. */
    public List<IniComment> commentsAbove() {
        return hasHeader() ? document.lines().commentsAbove(headerLine) : List.of();
    }

    /** The number of blank lines directly above the header, or above the comments directly above it. */
    public int blankLinesAbove() {
        return hasHeader() ? document.lines().blankLinesAbove(headerLine) : 0;
    }

    /** The number of the header's line, from 1; 1 for the global section, which has no header. */
    public int line() {
        return hasHeader() ? headerLine + 1 : 1;
    }

    /** The column of the opening bracket, from 1, in characters; 1 for the global section. */
    public int column() {
        return hasHeader() ? header().column(header().token()) : 1;
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

    /** Returns the first entry with this key, in any letter case; empty if there is none. */
    public Optional<IniEntry> first(String key) {
        return isIndexed()
                ? all(key).stream().findFirst()
                : find(key, 1).stream().findFirst();
    }

    /** Returns all entries with this key in any letter case, in the order of the file; unmodifiable. */
    public List<IniEntry> all(String key) {
        if (!isIndexed()) {
            return find(key, Integer.MAX_VALUE);
        }
        Map<String, List<IniEntry>> index = byKey;
        if (index == null) {
            index = NameIndex.of(entries(), IniEntry::key);
            index.replaceAll((any, same) -> List.copyOf(same));
            byKey = index;
        }
        return index.getOrDefault(IniDialect.canonical(key), List.of());
    }

    /**
     * Returns whether to look up in the index. It is built only after several look-ups, because building it takes as
     * long as several look-ups, and most documents get one or two.
     */
    private boolean isIndexed() {
        if (byKey == null && looksUp < LOOKS_WITHOUT_INDEX) {
            looksUp++;
            return false;
        }
        return true;
    }

    /**
     * Finds entries without the index. Compares bytes, and creates objects only for the entries that are found, so that
     * a look-up in a new document is fast.
     */
    private List<IniEntry> find(@Nullable String key, int most) {
        LineTable lines = document.lines();
        List<IniEntry> found = new ArrayList<>();
        int position = 0;
        for (int at = nextEntry(begin()); at < end && found.size() < most; at = nextEntry(at + 1)) {
            if (key == null || lines.hasKey(at, key)) {
                found.add(new IniEntry(this, position, at, lines.line(at)));
            }
            position++;
        }
        return List.copyOf(found);
    }

    private int nextEntry(int from) {
        return document.lines().next(LineTable.ENTRY, from, end);
    }

    IniDocument document() {
        return document;
    }

    boolean hasHeader() {
        return headerLine != NO_HEADER;
    }

    int headerLine() {
        return headerLine;
    }

    Line header() {
        return document.lines().line(headerLine);
    }

    /** The index of the first line after the header. */
    int begin() {
        return headerLine + 1;
    }

    /** The index of the line after the last line of the section. */
    int end() {
        return end;
    }

    /** Returns whether this section belongs to exactly this document object, not to an equal one. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(IniDocument other) {
        return document == other;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IniSection that && index == that.index && isOf(that.document);
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
