package io.github.dmdsc.ini;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries of a section that are commented out, by their keys. */
final class CommentedOut {
    private final EditableSection section;
    private @Nullable Map<String, Deque<Stretch>> byKey;
    private int commentVersion;

    CommentedOut(EditableSection section) {
        this.section = section;
    }

    /**
     * Returns the first comment line that is an entry with this key, or null. Each further call returns the next one.
     *
     * @param version the version of the comments; if it differs from that of the last call, the search begins again
     */
    @Nullable
    Stretch next(String key, int version) {
        Map<String, Deque<Stretch>> found = byKey;
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
            byKey = found;
            commentVersion = version;
        }
        Deque<Stretch> comments = found.get(IniDialect.canonical(key));
        return comments == null ? null : comments.poll();
    }

    /** Returns a comment line without its mark and the blanks after the mark. */
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
