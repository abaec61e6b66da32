package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes new lines in the style of the nearest similar lines. */
final class StyleCopier {
    /** The number of entries on each side of an entry that are checked for aligned columns. */
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

    /** Returns the line of an entry, in the style of the model, or in the usual style if there is no model. */
    byte[] entry(@Nullable Stretch model, String key, String value, String lineEnd) {
        return entry(model, encoding.encode(key), key, value, lineEnd);
    }

    private byte[] entry(@Nullable Stretch model, byte[] keyBytes, String key, String value, String lineEnd) {
        EntryStyle written = model == null ? EntryStyle.USUAL : like(model, key);
        Text text = new Text(encoding).add(written.indentation()).add(keyBytes).add(written.beforeEquals());
        text.add("=").add(value.isEmpty() ? "" : written.afterEquals()).add(value);
        return text.add(lineEnd).toBytes();
    }

    /** Returns the style of an entry, adapted to another key in its place or beside it. */
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

    /** Returns the entry before a line, or the header if it comes first. */
    private Stretch previousEntry(Stretch line) {
        return lines.previous(LineTable.ENTRY | SECTION_ENDS, line);
    }

    private Stretch nextEntry(Stretch line) {
        return lines.next(LineTable.ENTRY | SECTION_ENDS, line);
    }

    /** Returns the blanks between the {@code =} and a value, for an entry that has neither a value nor blanks there. */
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

    /**
     * Returns whether a line has a value, and agrees with a style in having or not having blanks before the equals
     * sign.
     */
    private static boolean agrees(EntryStyle style, Line line) {
        return line.hasValue()
                && EntryStyle.of(line).beforeEquals().isEmpty()
                        == style.beforeEquals().isEmpty();
    }

    /**
     * Returns the lines of a new section.
     *
     * @param sibling the section whose header is the model of the header, and whose entries are the models of the
     *     entries with the same keys; null for none
     * @param usual the model of the other entries; null for the usual style
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

    /** A new entry, its model among the sibling's entries, and the position of the model. */
    private record Placed(
            String key, String value, @Nullable EditableEntry model, int position) {}

    /**
     * Finds a model for each new entry. The model of the n-th entry with a key is the sibling's n-th entry with that
     * key, or its last one if there are fewer.
     */
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

    /** The letter case of the keys of a section: that of all letters, or {@link #MIXED}. */
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
