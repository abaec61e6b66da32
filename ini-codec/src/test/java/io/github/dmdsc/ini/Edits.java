package io.github.dmdsc.ini;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generated edits. An edit selects its place in the document to which it is applied. */
final class Edits {
    private Edits() {}

    /** One edit: its kind, a number that selects the place, and texts to write if the document allows them. */
    record Edit(int what, int place, String key, String value) {
        IniDocument applyTo(IniDocument document) {
            List<IniEntry> entries = Documents.entries(document);
            List<IniSection> sections = document.sections();
            IniSection section = sections.get(place % sections.size());
            IniSection named = sections.get(sections.size() == 1 ? 0 : 1 + place % (sections.size() - 1));
            String safe = document.problemWith(value).isEmpty() ? value : "1";
            if (what < 5) {
                return switch (what) {
                    case 0 -> document.add(section, key, safe);
                    case 1 -> document.insertAfter(section, key, list(safe));
                    case 2 ->
                        named.index() > 0
                                ? document.insertBefore(named, key, list(safe))
                                : document.append(key, list(safe));
                    case 3 -> document.append(key, list(safe));
                    default -> named.index() > 0 ? document.remove(named) : document;
                };
            }
            if (entries.isEmpty()) {
                return document;
            }
            IniEntry entry = entries.get(place % entries.size());
            return switch (what) {
                case 5 -> document.remove(entry);
                case 6 -> document.addAfter(entry, key, safe);
                default -> document.set(entry, safe);
            };
        }

        private List<Map.Entry<String, String>> list(String safe) {
            List<Map.Entry<String, String>> list = new ArrayList<>();
            for (int i = 0; i < place % 4; i++) {
                list.add(Map.entry(i % 2 == 0 ? key : "key_2", i == 0 ? safe : "" + i));
            }
            return list;
        }
    }

    static Arbitrary<Edit> edits() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.of("K", "key_2", "New", "\u952e", "\u4e5c"),
                        Arbitraries.of("", "1", "x y", "\u503c", "//x", "\"a # b\"", "a#b", "\uD83D\uDE00"))
                .as(Edit::new);
    }
}
