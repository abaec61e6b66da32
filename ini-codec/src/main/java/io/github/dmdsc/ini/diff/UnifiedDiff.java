package io.github.dmdsc.ini.diff;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Unified diffs of whole trees of files. */
public final class UnifiedDiff {
    private UnifiedDiff() {}

    /**
     * One diff that changes a copy of the first tree into the second; {@code patch -p1} and {@code git apply} accept
     * it. Paths are {@code <host>/<path on that host>}.
     *
     * @throws IllegalArgumentException if a file has no {@linkplain ClusterFiles#relativePath path} in such a tree
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
            diff.append("diff --git ")
                    .append(word("a/" + path))
                    .append(' ')
                    .append(word("b/" + path))
                    .append('\n');
            if (old.isEmpty()) {
                diff.append("new file mode 100644\n");
            } else if (fresh.isEmpty()) {
                diff.append("deleted file mode 100644\n");
            }
            byte[] from = old.orElse(new byte[0]);
            byte[] to = fresh.orElse(new byte[0]);
            if (from.length + to.length > 0) {
                diff.append("--- ").append(old.isEmpty() ? "/dev/null" : line("a/" + path));
                diff.append("\n+++ ")
                        .append(fresh.isEmpty() ? "/dev/null" : line("b/" + path))
                        .append('\n');
                Patch patch = Patch.between(from, StandardCharsets.ISO_8859_1, to, StandardCharsets.ISO_8859_1);
                patch.print(diff);
            }
        }
        return diff.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /**
     * Returns a path that is written between blanks. GNU patch ends an unquoted path at its first blank, and git has to
     * guess the end, so a path with a blank is quoted.
     */
    private static String word(String path) {
        return path.contains(" ") ? quote(path) : quoted(path);
    }

    /** Returns a path that is written at the end of a line. A path with a blank ends with a tab, as git writes it. */
    private static String line(String path) {
        return quoted(path) + (path.contains(" ") ? "\t" : "");
    }

    /** Returns a path, quoted as git quotes it if it has a quote or a backslash, or ends with a blank. */
    private static String quoted(String path) {
        boolean plain = !path.contains("\"") && !path.contains("\\") && !path.endsWith(" ");
        return plain ? path : quote(path);
    }

    private static String quote(String path) {
        return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String path(FileId file) {
        return ClusterFiles.relativePath(file)
                .orElseThrow(() -> new IllegalArgumentException("no place in a directory tree: " + file));
    }
}
