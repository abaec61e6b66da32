package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.ini.IniDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * The causes of the lines of a file, by line number as in its diff. A diff counts only line feeds as line ends. The
 * provenance of a file also counts carriage returns without a line feed.
 *
 * @param byLine the causes of each line of the diff, the first line at index 0
 */
record Causes(List<List<Provenance>> byLine) {
    static Causes of(FileChange change) {
        byte[] bytes = change.content().bytes();
        String text = new String(bytes, IniDocument.parse(bytes).charset());
        List<List<Provenance>> byLine = new ArrayList<>();
        int first = 1;
        for (String line : text.split("\n", -1)) {
            String inner = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
            int last = first + (int) inner.chars().filter(c -> c == '\r').count();
            int from = first;
            byLine.add(change.provenance().stream()
                    .filter(why -> why.line() >= from && why.line() <= last)
                    .toList());
            first = last + 1;
        }
        return new Causes(byLine);
    }

    /** Returns the causes of a line, counted from 1. */
    List<Provenance> at(int line) {
        return line <= byLine.size() ? byLine.get(line - 1) : List.of();
    }
}
