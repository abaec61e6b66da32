package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes new lines the way their nearest relatives are written. */
final class StyleCopier {
    private final IniDocument document;
    private final Pieces pieces;
    private final Encoding encoding;
    private final boolean keysAsGiven;

    /** With {@code keysAsGiven} the keys of a new section keep their letter case and order. */
    StyleCopier(IniDocument document, boolean keysAsGiven) {
        this.document = document;
        this.keysAsGiven = keysAsGiven;
        this.pieces = document.pieces();
        this.encoding = document.encoding();
    }

    byte[] entry(EntryStyle style, String key, String value, String lineEnd) {
        return new Text(encoding)
                .entry(style, encoding.encode(key), value, lineEnd)
                .toBytes();
    }

    /** The style of the section's last entry, else of the last one in a section of that name before, else of any. */
    EntryStyle entryStyle(@Nullable IniSection section) {
        if (section != null) {
            String name = section.name();
            for (int i = section.index(); i >= 0; i--) {
                IniSection candidate = document.sections().get(i);
                int last = candidate.lastEntryLine();
                if (last >= candidate.begin() && candidate.hasName(name)) {
                    return EntryStyle.of(pieces.line(last));
                }
            }
        }
        int first = pieces.next(LineTable.ENTRY, 0, pieces.lineCount());
        return first < pieces.lineCount() ? EntryStyle.of(pieces.line(first)) : EntryStyle.USUAL;
    }

    /** What to put between the {@code =} and the first value of an entry that has neither value nor blanks there. */
    String gapFor(IniEntry entry) {
        EntryStyle own = EntryStyle.of(entry.row());
        IniSection section = entry.section();
        int line = entry.lineIndex();
        for (int at = previousEntry(section, line); at >= section.begin(); at = previousEntry(section, at)) {
            if (agrees(own, at)) {
                return EntryStyle.of(pieces.line(at)).afterEquals();
            }
        }
        for (int at = nextEntry(section, line + 1); at < section.end(); at = nextEntry(section, at + 1)) {
            if (agrees(own, at)) {
                return EntryStyle.of(pieces.line(at)).afterEquals();
            }
        }
        return own.afterEquals();
    }

    private int previousEntry(IniSection section, int line) {
        return pieces.previous(LineTable.ENTRY, section.begin(), line);
    }

    private int nextEntry(IniSection section, int line) {
        return pieces.next(LineTable.ENTRY, line, section.end());
    }

    /** Whether a line shows what stands before a value, and treats the other side of the sign as the given one does. */
    private boolean agrees(EntryStyle style, int index) {
        Line line = pieces.line(index);
        return line.hasValue()
                && EntryStyle.of(line).beforeEquals().isEmpty()
                        == style.beforeEquals().isEmpty();
    }

    /**
     * A whole section.
     *
     * @param sibling whose header is copied, key by key whose entries, too; null to copy neither
     */
    byte[] section(@Nullable IniSection sibling, String name, List<Map.Entry<String, String>> entries, String lineEnd) {
        Text text = new Text(encoding);
        header(text, sibling, name);
        text.add(lineEnd);
        EntryStyle usual = entryStyle(sibling);
        KeyCase keyCase = keysAsGiven ? KeyCase.MIXED : KeyCase.of(sibling);
        for (Placed placed : place(sibling, entries)) {
            IniEntry model = placed.model();
            if (model == null) {
                text.entry(usual, encoding.encode(keyCase.apply(placed.key())), placed.value(), lineEnd);
            } else {
                Line line = model.row();
                byte[] key = keysAsGiven ? encoding.encode(placed.key()) : line.bytes(line.token(), line.keyEnd());
                text.entry(EntryStyle.of(line), key, placed.value(), lineEnd);
            }
        }
        return text.toBytes();
    }

    private static void header(Text text, @Nullable IniSection sibling, String name) {
        if (sibling == null || !sibling.hasHeader()) {
            text.add("[").add(name).add("]");
            return;
        }
        Line line = sibling.header();
        int bracket = line.table().closingBracket(line.row());
        text.add(line.bytes(line.start(), line.valueStart()))
                .add(name)
                .add(line.bytes(line.valueEnd(), bracket))
                .add("]");
    }

    /** A new entry and the sibling's entry it is written like. */
    private record Placed(
            String key, String value, @Nullable IniEntry model) {
        int position() {
            return model == null ? Integer.MAX_VALUE : model.index();
        }
    }

    /** The n-th entry of a key is modelled on the sibling's n-th of that key; if there are more, on its last. */
    private List<Placed> place(@Nullable IniSection sibling, List<Map.Entry<String, String>> entries) {
        Map<String, List<IniEntry>> models = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        if (sibling != null) {
            for (IniEntry entry : sibling.entries()) {
                models.computeIfAbsent(IniDialect.canonical(entry.key()), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        List<Placed> placed = new ArrayList<>();
        for (Map.Entry<String, String> entry : entries) {
            String folded = IniDialect.canonical(entry.getKey());
            List<IniEntry> candidates = models.getOrDefault(folded, List.of());
            int nth = Math.min(seen.merge(folded, 1, Integer::sum), candidates.size());
            placed.add(new Placed(entry.getKey(), entry.getValue(), nth == 0 ? null : candidates.get(nth - 1)));
        }
        if (!keysAsGiven) {
            placed.sort(Comparator.comparingInt(Placed::position));
        }
        return placed;
    }

    /** How a section writes its keys, as far as that can be seen. */
    private enum KeyCase {
        LOWER,
        UPPER,
        MIXED;

        static KeyCase of(@Nullable IniSection section) {
            boolean lower = false;
            boolean upper = false;
            if (section != null) {
                for (IniEntry entry : section.entries()) {
                    String key = entry.key();
                    lower |= !UPPER.apply(key).equals(key);
                    upper |= !LOWER.apply(key).equals(key);
                }
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
