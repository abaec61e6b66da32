package io.github.dmdsc.ini;

import static io.github.dmdsc.ini.Documents.unescaped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests how lines move inside a file. The tables are in the form of {@link Documents#unescaped}. */
class MoveTest {
    private static String moved(String file, BiConsumer<EditableEntry, EditableEntry> move) {
        IniDocument document = Documents.utf8(file);
        IniDocument edited = document.edit(e -> move.accept(entry(e, "y"), entry(e, "x")));
        Documents.assertSound(edited);
        return Documents.text(edited);
    }

    private static EditableEntry entry(IniEditor editor, String key) {
        return editor.sections().stream()
                .flatMap(section -> section.first(key).stream())
                .findFirst()
                .orElseThrow();
    }

    private static void assertSectionMoved(
            String before,
            String moved,
            String target,
            BiConsumer<EditableSection, EditableSection> move,
            String after) {
        IniDocument edited = Documents.utf8(unescaped(before)).edit(e -> {
            EditableSection section = e.section(moved);
            move.accept(section, e.section(target));
            assertThat(e.section(moved)).isSameAs(section);
        });

        Documents.assertSound(edited);
        assertThat(Documents.text(edited)).isEqualTo(unescaped(after));
    }

    @ParameterizedTest
    @CsvSource({
        "x=1Ny=2N, y=2Nx=1N",
        "x=1Ny=2, y=2Nx=1",
        "x=1RNy=2, y=2RNx=1",
        "x=1Ry=2, y=2Rx=1",
        "x=1RNy=2N, y=2Nx=1RN",
        "a=1RNx=1RNy=2N, a=1RNy=2Nx=1RN",
        "a=1Nx=1Nb=2N#yNy=2, a=1N#yNy=2Nx=1Nb=2",
    })
    void an_entry_moves_before_another_and_the_last_line_keeps_that_it_has_no_line_end(String before, String after) {
        assertThat(moved(unescaped(before), EditableEntry::moveBefore)).isEqualTo(unescaped(after));
    }

    @ParameterizedTest
    @CsvSource({
        "x=1NNb=3Ny=2RN, x=1Ny=2RNNb=3N",
        "x=1NNb=3Na=4Ny=2Rc=5N, x=1Ny=2RNNb=3Na=4Nc=5N",
        "x=1RRy=2N, x=1Ry=2NR",
    })
    void a_moved_line_does_not_merge_its_line_end_with_an_empty_line(String before, String after) {
        assertThat(moved(unescaped(before), EditableEntry::moveAfter)).isEqualTo(unescaped(after));
    }

    @ParameterizedTest
    @CsvSource({
        "[a]Nx=1N[b]Ny=2N, [b]Ny=2N[a]Nx=1N",
        "[a]Nx=1N[b]Ny=2, [b]Ny=2N[a]Nx=1",
        "[a]Nx=1NN#bN[b]Ny=2, #bN[b]Ny=2NN[a]Nx=1",
        "[a]Nx=1N[b]Ny=2Nz=3, [b]Ny=2Nz=3N[a]Nx=1",
    })
    void a_section_moves_with_its_comments_and_its_distance(String before, String after) {
        assertSectionMoved(before, "b", "a", EditableSection::moveBefore, after);
    }

    @ParameterizedTest
    @CsvSource({
        "[a]Nx=1NN[b]Ny=2NN[c]N, a, b, [b]Ny=2NN[a]Nx=1NN[c]N",
        "[a]Nx=1N[b]Ny=2NN[c]Nz=3N, c, a, [a]Nx=1NN[c]Nz=3N[b]Ny=2N",
        "[a]Nx=1NN[b]Ny=2NN[c]Nz=3N, c, a, [a]Nx=1NN[c]Nz=3NN[b]Ny=2N",
        "[a]Nx=1NN[b]Ny=2, a, b, [b]Ny=2NN[a]Nx=1",
        "[a]Nx=1NN[b]Ny=2NN#kN[c]Nz=3N#eN, c, a, [a]Nx=1NN#kN[c]Nz=3N#eNN[b]Ny=2N",
        "x=1NN[a]NN[b]Ny=2N, b, '', x=1NN[b]Ny=2NN[a]N",
        "#hN[a]NN[b]Ny=2N, b, '', [b]Ny=2NN#hN[a]N",
        "NN[a]Nx=1N[b]Ny=2N, a, b, NN[b]Ny=2N[a]Nx=1N",
        "[a]Nx=1NN[b]Ny=2N, b, a, [a]Nx=1NN[b]Ny=2N",
    })
    void a_section_moves_after_another_and_takes_its_blank_lines(
            String before, String moved, String target, String after) {
        assertSectionMoved(before, moved, target, EditableSection::moveAfter, after);
    }

    @ParameterizedTest
    @CsvSource({
        "[a]Nx=1NN[b]Ny=2NN[c]N, c, a, [c]NN[a]Nx=1NN[b]Ny=2N",
        "[a]Nx=1NN[b]Ny=2NN[c]Nz=3N, b, a, [b]Ny=2NN[a]Nx=1NN[c]Nz=3N",
        "NN[a]Nx=1NN[b]Ny=2N, b, a, NN[b]Ny=2NN[a]Nx=1N",
        "NN[a]Nx=1NN[b]Ny=2NN[c]N, a, c, NN[b]Ny=2NN[a]Nx=1NN[c]N",
        "[a]Nx=1N[b]Ny=2NN[c]N, a, c, [b]Ny=2NN[a]Nx=1N[c]N",
        "[a]N[b]N, a, a, [a]N[b]N",
    })
    void a_section_moves_before_another_and_takes_its_blank_lines(
            String before, String moved, String target, String after) {
        assertSectionMoved(before, moved, target, EditableSection::moveBefore, after);
    }

    @Test
    void a_moved_section_is_found_in_its_new_place_among_sections_of_its_name() {
        Documents.utf8("[a]\nx=1\n[b]\n[A]\nx=2\n").edit(e -> {
            EditableSection first = e.section("a");
            EditableSection last = e.section("a", 1);

            first.moveAfter(last);
            assertThat(e.sections("a")).containsExactly(last, first);
            first.moveBefore(e.section("b"));
            assertThat(e.sections("a")).containsExactly(first, last);
        });
    }

    @Test
    void the_last_line_of_a_moved_section_does_not_merge_its_line_end_with_an_empty_line() {
        IniDocument document = Documents.utf8("[a]\nx=1\n\n#c\n[c]\n[b]\ny=2\nz=3\r[d]\n");

        IniDocument edited = document.edit(
                e -> e.sections("b").get(0).moveAfter(e.sections("a").get(0)));

        assertThat(Documents.text(edited)).isEqualTo("[a]\nx=1\n[b]\ny=2\nz=3\r\n\n#c\n[c]\n[d]\n");
    }

    @Test
    void an_empty_line_keeps_a_moved_line_from_becoming_a_byte_order_mark() {
        IniDocument document = Documents.utf8("x=1\n\uFEFFy=2\n");

        IniDocument edited = document.edit(e -> entry(e, "\uFEFFy").moveBefore(entry(e, "x")));

        assertThat(Documents.text(edited)).isEqualTo("\n\uFEFFy=2\nx=1\n");
    }

    @Test
    void a_removed_entry_or_section_cannot_be_changed() {
        Documents.utf8("[a]\nx=1\ny=2\n").edit(e -> {
            EditableEntry removed = entry(e, "x");
            EditableSection section = e.sections("a").get(0);
            removed.remove();

            assertThat(removed).hasToString("(removed)");
            assertThatThrownBy(() -> removed.set("3")).isInstanceOf(IllegalStateException.class);

            section.remove();

            assertThat(section).hasToString("(removed)");
            assertThatThrownBy(() -> section.add("z", "1")).isInstanceOf(IllegalStateException.class);
        });
    }
}
