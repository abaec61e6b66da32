package io.github.dmdsc.ini.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.FileId;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * The difference between two texts by lines. A line ends at its line feed. java-diff-utils finds the differences; this
 * class prints them exactly to the byte, for all line ends, for last lines without a line end, and for every charset.
 *
 * @param hunks the places that differ, each with some equal lines around it, from the first to the last
 */
public record Patch(List<Hunk> hunks) {
    private static final int CONTEXT = 3;
    private static final String NO_NEWLINE = "\\ No newline at end of file\n";

    public Patch {
        hunks = List.copyOf(hunks);
    }

    /** Returns the difference between two byte arrays. The charset of each is detected. */
    public static Patch between(byte[] before, byte[] after) {
        return between(IniDocument.parse(before), IniDocument.parse(after));
    }

    /** Returns the difference between two documents, each in its own charset. */
    public static Patch between(IniDocument before, IniDocument after) {
        return between(before.toBytes(), before.charset(), after.toBytes(), after.charset());
    }

    /** This patch as a unified diff for people to read. */
    public String text(FileId before, FileId after) {
        StringBuilder diff = new StringBuilder();
        diff.append("--- ").append(before).append('\n');
        diff.append("+++ ").append(after).append('\n');
        print(diff);
        return diff.toString();
    }

    static Patch between(byte[] before, Charset charsetBefore, byte[] after, Charset charsetAfter) {
        List<String> old = lines(before, charsetBefore);
        List<AbstractDelta<String>> deltas =
                DiffUtils.diff(old, lines(after, charsetAfter)).getDeltas();
        List<Hunk> hunks = new ArrayList<>();
        int i = 0;
        while (i < deltas.size()) {
            int last = i;
            while (last + 1 < deltas.size() && gap(deltas.get(last), deltas.get(last + 1)) <= 2 * CONTEXT) {
                last++;
            }
            hunks.add(hunk(old, deltas.subList(i, last + 1)));
            i = last + 1;
        }
        return new Patch(hunks);
    }

    private static int gap(AbstractDelta<String> first, AbstractDelta<String> second) {
        return second.getSource().getPosition() - end(first);
    }

    private static int end(AbstractDelta<String> delta) {
        return delta.getSource().getPosition() + delta.getSource().size();
    }

    private static Hunk hunk(List<String> before, List<AbstractDelta<String>> deltas) {
        AbstractDelta<String> first = deltas.get(0);
        int from = Math.max(0, first.getSource().getPosition() - CONTEXT);
        int lead = first.getSource().getPosition() - from;
        int to = Math.min(before.size(), end(deltas.get(deltas.size() - 1)) + CONTEXT);
        List<Line> lines = new ArrayList<>();
        int at = from;
        for (AbstractDelta<String> delta : deltas) {
            add(lines, Side.BOTH, before.subList(at, delta.getSource().getPosition()));
            add(lines, Side.BEFORE, delta.getSource().getLines());
            add(lines, Side.AFTER, delta.getTarget().getLines());
            at = end(delta);
        }
        add(lines, Side.BOTH, before.subList(at, to));
        return new Hunk(from, first.getTarget().getPosition() - lead, lines);
    }

    private static void add(List<Line> lines, Side side, List<String> texts) {
        for (String text : texts) {
            boolean ended = text.endsWith("\n");
            lines.add(new Line(side, ended ? text.substring(0, text.length() - 1) : text, ended));
        }
    }

    /** Returns the lines with their line feeds. A last line without a line feed gets none. */
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

    void print(StringBuilder diff) {
        for (Hunk hunk : hunks) {
            diff.append("@@ -").append(range(hunk.before(), hunk, Side.AFTER));
            diff.append(" +").append(range(hunk.after(), hunk, Side.BEFORE)).append(" @@\n");
            for (Line line : hunk.lines()) {
                diff.append(sign(line.side())).append(line.text()).append('\n');
                if (!line.ended()) {
                    diff.append(NO_NEWLINE);
                }
            }
        }
    }

    private static char sign(Side side) {
        return switch (side) {
            case BOTH -> ' ';
            case BEFORE -> '-';
            case AFTER -> '+';
        };
    }

    /** Returns the range of a hunk. Lines count from 1, and an empty range has the number of the line before it. */
    private static String range(int from, Hunk hunk, Side without) {
        long count =
                hunk.lines().stream().filter(line -> line.side() != without).count();
        int first = count == 0 ? from : from + 1;
        return count == 1 ? Integer.toString(first) : first + "," + count;
    }

    /**
     * One place that differs.
     *
     * @param before the number of lines before this place in the text before
     * @param after the number of lines before this place in the text after
     * @param lines the lines of both texts, in order
     */
    public record Hunk(int before, int after, List<Line> lines) {
        public Hunk {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line.
     *
     * @param side the texts that have the line
     * @param text the line without its line feed
     * @param ended whether the line has a line feed; only a last line may have none
     */
    public record Line(Side side, String text, boolean ended) {}

    /** The texts that have a line. */
    public enum Side {
        /** Both. */
        BOTH,
        /** The text before alone: the line is removed. */
        BEFORE,
        /** The text after alone: the line is added. */
        AFTER
    }
}
