package io.github.dmdsc.extend.text;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Unified diffs. java-diff-utils finds the differences; the printing is here, because it must be exact to the byte:
 * line ends of either kind, last lines without one, any charset.
 */
public final class UnifiedDiff {
    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\\ No newline at end of file\n";

    private UnifiedDiff() {}

    /**
     * One diff that turns a copy of the first tree into the second: {@code patch -p1} and {@code git apply} take it.
     * Paths are {@code <host>/<path on that host>}.
     *
     * @throws IllegalArgumentException if a file has no place in such a tree
     */
    public static byte[] of(ClusterFiles before, ClusterFiles after) {
        SortedSet<FileId> all = new TreeSet<>(before.ids());
        all.addAll(after.ids());
        StringBuilder diff = new StringBuilder();
        for (FileId file : all) {
            Optional<byte[]> old = before.find(file);
            Optional<byte[]> fresh = after.find(file);
            if (old.isPresent() && fresh.isPresent() && Arrays.equals(old.get(), fresh.get())) {
                continue;
            }
            // Latin-1 carries every byte unchanged.
            String path = new String(path(file).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            diff.append("diff --git a/").append(path).append(" b/").append(path).append('\n');
            if (old.isEmpty()) {
                diff.append("new file mode 100644\n");
            } else if (fresh.isEmpty()) {
                diff.append("deleted file mode 100644\n");
            }
            diff.append("--- ")
                    .append(old.isEmpty() ? "/dev/null" : "a/" + path)
                    .append('\n');
            diff.append("+++ ")
                    .append(fresh.isEmpty() ? "/dev/null" : "b/" + path)
                    .append('\n');
            hunks(
                    diff,
                    lines(old.orElse(new byte[0]), StandardCharsets.ISO_8859_1),
                    lines(fresh.orElse(new byte[0]), StandardCharsets.ISO_8859_1));
        }
        return diff.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String path(FileId file) {
        return ClusterFiles.relativePath(file)
                .orElseThrow(() -> new IllegalArgumentException("no place in a directory tree: " + file));
    }

    /** The diff between two files for people to read, decoded in the charset that each file's bytes show. */
    public static String readable(FileId oldFile, byte[] before, FileId newFile, byte[] after) {
        return readable(oldFile, IniDocument.parse(before), newFile, IniDocument.parse(after));
    }

    /** The diff between two files for people to read, decoded in each document's charset. */
    public static String readable(FileId oldFile, IniDocument before, FileId newFile, IniDocument after) {
        StringBuilder diff = new StringBuilder();
        diff.append("--- ").append(oldFile).append('\n');
        diff.append("+++ ").append(newFile).append('\n');
        hunks(diff, lines(before.toBytes(), before.charset()), lines(after.toBytes(), after.charset()));
        return diff.toString();
    }

    /** The lines with their line feeds; a last line without one stays without. */
    private static List<String> lines(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(from, to));
            from = to;
        }
        return lines;
    }

    private static void hunks(StringBuilder diff, List<String> before, List<String> after) {
        Patch<String> patch = DiffUtils.diff(before, after);
        List<AbstractDelta<String>> deltas = patch.getDeltas();
        int i = 0;
        while (i < deltas.size()) {
            int last = i;
            while (last + 1 < deltas.size() && gap(deltas.get(last), deltas.get(last + 1)) <= 2 * CONTEXT) {
                last++;
            }
            hunk(diff, before, deltas.subList(i, last + 1));
            i = last + 1;
        }
    }

    private static int gap(AbstractDelta<String> first, AbstractDelta<String> second) {
        return second.getSource().getPosition() - end(first);
    }

    private static int end(AbstractDelta<String> delta) {
        return delta.getSource().getPosition() + delta.getSource().size();
    }

    private static void hunk(StringBuilder diff, List<String> before, List<AbstractDelta<String>> deltas) {
        AbstractDelta<String> first = deltas.get(0);
        AbstractDelta<String> last = deltas.get(deltas.size() - 1);
        int oldFrom = Math.max(0, first.getSource().getPosition() - CONTEXT);
        int lead = first.getSource().getPosition() - oldFrom;
        int newFrom = first.getTarget().getPosition() - lead;
        int oldTo = Math.min(before.size(), end(last) + CONTEXT);
        int newTo = last.getTarget().getPosition() + last.getTarget().size() + (oldTo - end(last));
        diff.append("@@ -").append(range(oldFrom, oldTo - oldFrom));
        diff.append(" +").append(range(newFrom, newTo - newFrom)).append(" @@\n");
        int at = oldFrom;
        for (AbstractDelta<String> delta : deltas) {
            print(diff, ' ', before.subList(at, delta.getSource().getPosition()));
            print(diff, '-', delta.getSource().getLines());
            print(diff, '+', delta.getTarget().getLines());
            at = end(delta);
        }
        print(diff, ' ', before.subList(at, oldTo));
    }

    /** Lines are counted from 1, but an empty range names the line before it. */
    private static String range(int from, int count) {
        int first = count == 0 ? from : from + 1;
        return count == 1 ? Integer.toString(first) : first + "," + count;
    }

    private static void print(StringBuilder diff, char sign, List<String> lines) {
        for (String line : lines) {
            diff.append(sign).append(line);
            if (!line.endsWith("\n")) {
                diff.append('\n').append(NO_NEWLINE);
            }
        }
    }
}
