package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes new lines the way their nearest relatives are written. */
final class StyleCopier {
    /** So many entries on either side of one are asked whether they stand in columns. */
    private static final int NEIGHBOURS = 4;

    private static final int SECTION_ENDS = LineTable.HEADER | LineTable.MALFORMED_HEADER;

    private final LineList lines;
    private final Encoding encoding;
    private final EditStyle style;

    StyleCopier(LineList lines, Encoding encoding, EditStyle style) {
        this.lines = lines;
        this.encoding = encoding;
        this.style = style;
    }

    /** The line of an entry, written like another one, or as is usual. */
    byte[] entry(@Nullable Stretch model, String key, String value, String lineEnd) {
        return entry(model, encoding.encode(key), key, value, lineEnd);
    }

    private byte[] entry(@Nullable Stretch model, byte[] keyBytes, String key, String value, String lineEnd) {
        EntryStyle written = model == null ? EntryStyle.USUAL : like(model, key);
        Text text = new Text(encoding).add(written.indentation()).add(keyBytes).add(written.beforeEquals());
        text.add("=").add(value.isEmpty() ? "" : written.afterEquals()).add(value);
        return text.add(lineEnd).toBytes();
    }

    /** The style of an entry for a key that stands in its place or beside it. */
    EntryStyle like(Stretch model, String key) {
        Line line = model.line();
        EntryStyle own = EntryStyle.of(line);
        int length = key.codePointCount(0, key.length());
        int ownLength = EntryStyle.keyLength(line);
        return style.columns() && length != ownLength ? own.inColumns(ownLength, length, neighbours(model)) : own;
    }

    private List<Line> neighbours(Stretch model) {
        List<Line> found = new ArrayList<>();
        Stretch at = previousEntry(model);
        for (int i = 0; i < NEIGHBOURS && at.is(LineTable.ENTRY); i++, at = previousEntry(at)) {
            found.add(at.line());
        }
        at = nextEntry(model);
        for (int i = 0; i < NEIGHBOURS && at.is(LineTable.ENTRY); i++, at = nextEntry(at)) {
            found.add(at.line());
        }
        return found;
    }

    /** The entry before a line, or the header that comes before any. */
    private Stretch previousEntry(Stretch line) {
        return lines.previous(LineTable.ENTRY | SECTION_ENDS, line);
    }

    private Stretch nextEntry(Stretch line) {
        return lines.next(LineTable.ENTRY | SECTION_ENDS, line);
    }

    /** What to put between the {@code =} and the first value of an entry that has neither value nor blanks there. */
    String gapFor(Stretch entry) {
        EntryStyle own = EntryStyle.of(entry.line());
        for (Stretch at = previousEntry(entry); at.is(LineTable.ENTRY); at = previousEntry(at)) {
            if (agrees(own, at.line())) {
                return EntryStyle.of(at.line()).afterEquals();
            }
        }
        for (Stretch at = nextEntry(entry); at.is(LineTable.ENTRY); at = nextEntry(at)) {
            if (agrees(own, at.line())) {
                return EntryStyle.of(at.line()).afterEquals();
            }
        }
        return own.afterEquals();
    }

    /** Whether a line shows what stands before a value, and treats the other side of the sign as the given one does. */
    private static boolean agrees(EntryStyle style, Line line) {
        return line.hasValue()
                && EntryStyle.of(line).beforeEquals().isEmpty()
                        == style.beforeEquals().isEmpty();
    }

    /**
     * A whole section.
     *
     * @param sibling whose header is copied, key by key whose entries, too; null to copy neither
     * @param usual the entry that the entries without a counterpart are written like
     */
    byte[] section(
            @Nullable EditableSection sibling,
            @Nullable Stretch usual,
            String name,
            List<Map.Entry<String, String>> entries,
            String lineEnd) {
        Text text = new Text(encoding).add(header(sibling, name)).add(lineEnd);
        List<EditableEntry> models = sibling == null || entries.isEmpty() ? List.of() : sibling.entries();
        KeyCase keyCase = style.letterCase() ? KeyCase.of(models) : KeyCase.MIXED;
        for (Placed placed : place(models, entries)) {
            EditableEntry model = placed.model();
            if (model == null) {
                text.add(entry(usual, keyCase.apply(placed.key()), placed.value(), lineEnd));
            } else {
                Line line = model.stretch().line();
                byte[] key =
                        style.letterCase() ? line.bytes(line.token(), line.keyEnd()) : encoding.encode(placed.key());
                text.add(entry(model.stretch(), key, placed.key(), placed.value(), lineEnd));
            }
        }
        return text.toBytes();
    }

    private byte[] header(@Nullable EditableSection sibling, String name) {
        Text text = new Text(encoding);
        if (sibling == null || !sibling.hasHeader()) {
            return text.add("[").add(name).add("]").toBytes();
        }
        Line line = sibling.header().line();
        return text.add(line.bytes(line.start(), line.valueStart()))
                .add(name)
                .add(line.bytes(line.valueEnd(), line.keyEnd()))
                .add("]")
                .toBytes();
    }

    /** A new entry, the sibling's entry it is written like, and where that stands. */
    private record Placed(
            String key, String value, @Nullable EditableEntry model, int position) {}

    /** The n-th entry of a key is modelled on the sibling's n-th of that key; if there are more, on its last. */
    private List<Placed> place(List<EditableEntry> siblings, List<Map.Entry<String, String>> entries) {
        Map<String, List<Integer>> positions = new HashMap<>();
        for (int i = 0; i < siblings.size(); i++) {
            positions
                    .computeIfAbsent(IniDialect.canonical(siblings.get(i).key()), key -> new ArrayList<>())
                    .add(i);
        }
        Map<String, Integer> seen = new HashMap<>();
        List<Placed> placed = new ArrayList<>();
        for (Map.Entry<String, String> entry : entries) {
            String folded = IniDialect.canonical(entry.getKey());
            List<Integer> candidates = positions.getOrDefault(folded, List.of());
            int nth = Math.min(seen.merge(folded, 1, Integer::sum), candidates.size());
            int position = nth == 0 ? Integer.MAX_VALUE : candidates.get(nth - 1);
            placed.add(
                    new Placed(entry.getKey(), entry.getValue(), nth == 0 ? null : siblings.get(position), position));
        }
        if (style.order()) {
            placed.sort(Comparator.comparingInt(Placed::position));
        }
        return placed;
    }

    /** How a section writes its keys, as far as that can be seen. */
    private enum KeyCase {
        LOWER,
        UPPER,
        MIXED;

        static KeyCase of(List<EditableEntry> entries) {
            boolean lower = false;
            boolean upper = false;
            for (EditableEntry entry : entries) {
                String key = entry.key();
                lower |= !UPPER.apply(key).equals(key);
                upper |= !LOWER.apply(key).equals(key);
            }
            return lower == upper ? MIXED : lower ? LOWER : UPPER;
        }

        String apply(String key) {
            return switch (this) {
                case LOWER ->
                    key.codePoints()
                            .map(IniDialect::lower)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString();
                case UPPER -> IniDialect.canonical(key);
                case MIXED -> key;
            };
        }
    }
}
