package io.github.dmdsc.ini;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a section by their keys, once somebody has looked one up, and the entries that are commented out. */
final class KeyIndex {
    private final EditableSection section;
    private @Nullable Map<String, List<EditableEntry>> byKey;
    private @Nullable Map<String, Deque<Stretch>> commentedOut;
    private int commentVersion;

    KeyIndex(EditableSection section) {
        this.section = section;
    }

    List<EditableEntry> all(String key) {
        Map<String, List<EditableEntry>> found = byKey;
        if (found == null) {
            found = new HashMap<>();
            for (EditableEntry entry : section.entries()) {
                found.computeIfAbsent(IniDialect.canonical(entry.key()), any -> new ArrayList<>(1))
                        .add(entry);
            }
            byKey = found;
        }
        return found.getOrDefault(IniDialect.canonical(key), List.of());
    }

    /** An entry that stands before others of its key makes the index anew on the next look-up. */
    void added(String key, EditableEntry entry, boolean isLast) {
        if (byKey != null) {
            List<EditableEntry> same = byKey.computeIfAbsent(IniDialect.canonical(key), any -> new ArrayList<>(1));
            if (isLast || same.isEmpty()) {
                same.add(entry);
            } else {
                byKey = null;
            }
        }
    }

    void removed(String key, EditableEntry entry) {
        if (byKey != null) {
            byKey.getOrDefault(IniDialect.canonical(key), new ArrayList<>()).remove(entry);
        }
    }

    /**
     * The first comment line that is an entry with this key, or null; the next call gives the next one.
     *
     * @param version another number once comments have changed
     */
    @Nullable
    Stretch commentedOut(String key, int version) {
        Map<String, Deque<Stretch>> found = commentedOut;
        if (found == null || commentVersion != version) {
            found = new HashMap<>();
            for (Stretch comment : section.commentLines()) {
                LineTable table = LineScanner.scan(uncommented(comment), 0, comment.table.encoding());
                if (table.rows() > 0 && table.kind(0) == LineTable.ENTRY) {
                    Line line = table.line(0);
                    String named = IniDialect.canonical(line.text(line.token(), line.keyEnd()));
                    found.computeIfAbsent(named, any -> new ArrayDeque<>(1)).add(comment);
                }
            }
            commentedOut = found;
            commentVersion = version;
        }
        Deque<Stretch> comments = found.get(IniDialect.canonical(key));
        return comments == null ? null : comments.poll();
    }

    /** A comment line without its mark and the blanks behind that. */
    static byte[] uncommented(Stretch comment) {
        Line line = comment.line();
        int behindMark = line.token() + (line.at(line.token()) == '/' ? 2 : 1);
        int text = ByteScan.skipBlanks(comment.bytes(), behindMark, line.contentEnd());
        return new Text(comment.table.encoding())
                .add(line.bytes(line.start(), line.token()))
                .add(line.bytes(text, line.end()))
                .toBytes();
    }
}
