package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Tests that edits in one pass give the same result as the same edits one by one, and as a simple model that edits a
 * list of lines.
 */
class OnePassTest {
    private static final List<String> KEYS = List.of("a", "B", "cc", "Ddd");
    private static final List<String> NAMES = List.of("s", "T", "u v");

    /** One edit. The numbers select sections and entries among those that exist. */
    record Step(int what, int section, int entry, int other, String key, String value) {}

    @Provide
    Arbitrary<List<String>> files() {
        return Arbitraries.of(
                        "a = 1", "B = 2 # c", "cc = x", "# note", "#a = 9", "", "", "[s]", "[T] # h", "[u v]", "odd")
                .list()
                .ofMaxSize(14);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 30);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 15),
                        places,
                        places,
                        places,
                        Arbitraries.of(KEYS),
                        Arbitraries.of("", "7", "long value"))
                .as(Step::new)
                .list()
                .ofMaxSize(10);
    }

    @Property(tries = 1500)
    void one_pass_equals_one_by_one_and_the_model(
            @ForAll("files") List<String> file, @ForAll("steps") List<Step> steps) {
        IniDocument document = Documents.utf8(file.isEmpty() ? "" : String.join("\n", file) + "\n");
        Model model = new Model(file);
        IniDocument single = document;
        for (Step step : steps) {
            single = single.edit(e -> apply(e, step));
            model.apply(step);
            assertThat(single.toString()).as("%s", step).isEqualTo(model.text());
        }
        IniDocument pass = document.edit(e -> steps.forEach(step -> apply(e, step)));

        assertThat(pass.toString()).isEqualTo(model.text());
        assertThat(pass).isEqualTo(single);
        Documents.assertSound(pass);
    }

    private static void apply(IniEditor e, Step step) {
        List<EditableSection> sections = e.style(EditStyle.KEYS_AS_GIVEN).sections();
        EditableSection section = sections.get(step.section() % sections.size());
        EditableSection otherSection = sections.get(step.other() % sections.size());
        List<EditableEntry> entries = new ArrayList<>();
        sections.forEach(each -> entries.addAll(each.entries()));
        String name = NAMES.get(step.other() % NAMES.size());
        switch (step.what()) {
            case 0 -> section.set(step.key(), step.value());
            case 1 -> section.add(step.key(), step.value());
            case 2 -> section.remove(step.key());
            case 3 -> {
                if (section.hasHeader()) {
                    section.rename(name);
                }
            }
            case 4 -> {
                if (section.hasHeader()) {
                    section.remove();
                }
            }
            default -> {
                if (!entries.isEmpty()) {
                    EditableEntry entry = entries.get(step.entry() % entries.size());
                    apply(entry, entries.get(step.other() % entries.size()), otherSection, step);
                }
            }
        }
    }

    private static void apply(EditableEntry entry, EditableEntry other, EditableSection section, Step step) {
        switch (step.what()) {
            case 5 -> entry.set(step.value());
            case 6 -> entry.rename(step.key());
            case 7 -> entry.remove();
            case 8 -> entry.removeWithComments();
            case 9 -> entry.addBefore(step.key(), step.value());
            case 10 -> entry.addAfter(step.key(), step.value());
            case 11 -> entry.moveBefore(other);
            case 12 -> entry.moveAfter(other);
            case 13 -> entry.moveTo(section);
            case 14 -> entry.commentOut();
            default -> entry.setBlankLinesAbove(step.other() % 3);
        }
    }

    /** A list of lines, which is read again for every edit. */
    private static final class Model {
        private final List<String> lines;

        Model(List<String> lines) {
            this.lines = new ArrayList<>(lines);
        }

        String text() {
            return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        }

        private boolean isHeader(int at) {
            return lines.get(at).startsWith("[");
        }

        private boolean isEntry(int at) {
            return lines.get(at).contains("=") && !isComment(at);
        }

        private boolean isComment(int at) {
            return lines.get(at).startsWith("#");
        }

        private String key(int at) {
            return lines.get(at).substring(0, lines.get(at).indexOf('=')).strip();
        }

        private boolean hasKey(int at, String key) {
            return key(at).toLowerCase(Locale.ROOT).equals(key.toLowerCase(Locale.ROOT));
        }

        /** Returns the index of each section's header; -1 for the global section. */
        private List<Integer> sections() {
            List<Integer> found = new ArrayList<>(List.of(-1));
            for (int at = 0; at < lines.size(); at++) {
                if (isHeader(at)) {
                    found.add(at);
                }
            }
            return found;
        }

        private int end(int header) {
            int at = header + 1;
            while (at < lines.size() && !isHeader(at)) {
                at++;
            }
            return at;
        }

        private List<Integer> entries(int header) {
            List<Integer> found = new ArrayList<>();
            for (int at = header + 1; at < end(header); at++) {
                if (isEntry(at)) {
                    found.add(at);
                }
            }
            return found;
        }

        private int block(int line) {
            int at = line;
            while (at > 0 && isComment(at - 1)) {
                at--;
            }
            return at;
        }

        private int blanks(int line) {
            int at = line;
            while (at > 0 && lines.get(at - 1).isEmpty()) {
                at--;
            }
            return at;
        }

        private int behindLast(int header) {
            List<Integer> entries = entries(header);
            if (!entries.isEmpty()) {
                return entries.get(entries.size() - 1) + 1;
            }
            if (header >= 0) {
                return header + 1;
            }
            int end = end(header);
            return blanks(end < lines.size() ? block(end) : end);
        }

        private static String entry(String key, String value) {
            return key + " =" + (value.isEmpty() ? "" : " " + value);
        }

        void apply(Step step) {
            List<Integer> sections = sections();
            int section = sections.get(step.section() % sections.size());
            int otherSection = sections.get(step.other() % sections.size());
            List<Integer> entries = new ArrayList<>();
            sections.forEach(header -> entries.addAll(entries(header)));
            String name = NAMES.get(step.other() % NAMES.size());
            switch (step.what()) {
                case 0 -> {
                    List<Integer> same = entries(section).stream()
                            .filter(at -> hasKey(at, step.key()))
                            .toList();
                    if (same.isEmpty()) {
                        lines.add(behindLast(section), entry(step.key(), step.value()));
                    } else {
                        set(same.get(0), step.value());
                    }
                }
                case 1 -> lines.add(behindLast(section), entry(step.key(), step.value()));
                case 2 -> {
                    List<Integer> own = entries(section);
                    for (int i = own.size() - 1; i >= 0; i--) {
                        if (hasKey(own.get(i), step.key())) {
                            lines.remove((int) own.get(i));
                        }
                    }
                }
                case 3 -> {
                    if (section >= 0) {
                        String line = lines.get(section);
                        lines.set(section, "[" + name + line.substring(line.indexOf(']')));
                    }
                }
                case 4 -> {
                    if (section >= 0) {
                        int from = blanks(section);
                        int to = behindLast(section);
                        while (from == 0 && to < lines.size() && lines.get(to).isEmpty()) {
                            to++;
                        }
                        lines.subList(from, to).clear();
                    }
                }
                default -> {
                    if (!entries.isEmpty()) {
                        applyTo(
                                entries.get(step.entry() % entries.size()),
                                entries.get(step.other() % entries.size()),
                                otherSection,
                                step);
                    }
                }
            }
        }

        private void set(int at, String value) {
            String line = lines.get(at);
            int sign = line.indexOf('=') + 1;
            int mark = line.indexOf('#') < 0 ? line.length() : line.indexOf('#');
            String body = line.substring(sign, mark);
            String old = body.strip();
            if (old.equals(value)) {
                return;
            }
            String changed = !old.isEmpty()
                    ? " " + value + body.substring(body.indexOf(old) + old.length())
                    : mark < line.length()
                            ? " " + value + body.substring(body.length() > 1 ? 1 : 0)
                            : (body.isEmpty() ? " " : body) + value;
            lines.set(at, line.substring(0, sign) + changed + line.substring(mark));
        }

        private void applyTo(int entry, int other, int section, Step step) {
            switch (step.what()) {
                case 5 -> set(entry, step.value());
                case 6 ->
                    lines.set(
                            entry,
                            step.key() + lines.get(entry).substring(key(entry).length()));
                case 7 -> lines.remove(entry);
                case 8 -> lines.subList(block(entry), entry + 1).clear();
                case 9 -> lines.add(block(entry), entry(step.key(), step.value()));
                case 10 -> lines.add(entry + 1, entry(step.key(), step.value()));
                case 11 -> {
                    if (entry != other) {
                        move(entry, block(other));
                    }
                }
                case 12 -> {
                    if (entry != other) {
                        move(entry, other + 1);
                    }
                }
                case 13 -> {
                    if (!entries(section).contains(entry) || entry + 1 != behindLast(section)) {
                        move(entry, behindLast(section));
                    }
                }
                case 14 -> lines.set(entry, "#" + lines.get(entry));
                default -> {
                    int to = block(entry);
                    int at = blanks(to);
                    lines.subList(at, to).clear();
                    for (int i = 0; i < step.other() % 3; i++) {
                        lines.add(at, "");
                    }
                }
            }
        }

        private void move(int entry, int target) {
            int from = block(entry);
            List<String> moved = new ArrayList<>(lines.subList(from, entry + 1));
            lines.addAll(target, moved);
            int shift = target <= from ? moved.size() : 0;
            lines.subList(from + shift, entry + 1 + shift).clear();
        }
    }

    @Property(tries = 300)
    void sections_are_found_again_after_they_moved(
            @ForAll("files") List<String> file, @ForAll("steps") List<Step> steps) {
        IniDocument document = Documents.utf8(String.join("\n", file));
        document.edit(e -> {
            for (Step step : steps) {
                List<EditableSection> sections = e.sections();
                EditableSection one = sections.get(step.section() % sections.size());
                EditableSection other = sections.get(step.other() % sections.size());
                if (one.hasHeader() && other.hasHeader()) {
                    List<String> before =
                            one.entries().stream().map(EditableEntry::toString).toList();
                    if (step.what() % 2 == 0) {
                        one.moveBefore(other);
                    } else {
                        one.moveAfter(other);
                    }
                    assertThat(one.entries())
                            .extracting(EditableEntry::toString)
                            .isEqualTo(before);
                    List<EditableSection> after = e.sections();
                    int gap = after.indexOf(one) - after.indexOf(other);
                    assertThat(gap).isEqualTo(one.equals(other) ? 0 : step.what() % 2 == 0 ? -1 : 1);
                    assertThat(e.sections(one.name())).contains(one);
                }
            }
        });
    }

    @Property(tries = 300)
    void a_new_section_is_where_it_was_put(@ForAll("files") List<String> file, @ForAll("steps") List<Step> steps) {
        IniDocument document = Documents.utf8(String.join("\n", file));
        List<Map.Entry<String, String>> entries = List.of(Map.entry("x", "1"));
        IniDocument single = document;
        for (Step step : steps) {
            single = single.edit(e -> insert(e, step, entries));
        }
        IniDocument pass = document.edit(e -> steps.forEach(step -> insert(e, step, entries)));

        assertThat(pass).isEqualTo(single);
        Documents.assertSound(pass);
    }

    private static void insert(IniEditor e, Step step, List<Map.Entry<String, String>> entries) {
        List<EditableSection> sections = e.sections();
        EditableSection sibling = sections.get(step.section() % sections.size());
        String name = NAMES.get(step.other() % NAMES.size());
        if (step.what() % 3 == 0) {
            e.append(name, entries);
        } else if (step.what() % 3 == 1 || !sibling.hasHeader()) {
            sibling.insertAfter(name, entries);
        } else {
            sibling.insertBefore(name, entries);
        }
    }
}
