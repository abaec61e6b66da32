package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests how the objects of an edit are found, and when they must not be used. */
class IniEditorTest {
    private static final IniDocument DOCUMENT = Documents.utf8("a=1\n[s]\nx=1\nX=2\n[t]\n[S]\ny=3\n");

    private static String edited(Consumer<IniEditor> edit) {
        return Documents.text(DOCUMENT.edit(edit));
    }

    @Test
    void sections_and_entries_are_found_by_name_and_number() {
        DOCUMENT.edit(e -> {
            assertThat(e.sections()).hasToString("[(global), [s], [t], [S]]");
            assertThat(e.sections("S")).containsExactly(e.section("s"), e.section("s", 1));
            assertThat(e.section("").name()).isEmpty();
            assertThat(e.section("s").entries()).hasToString("[x = 1, X = 2]");
            assertThat(e.section("s").all("x"))
                    .containsExactly(e.section("s").entry("x"), e.section("s").entry("x", 1));
            assertThat(e.section("s").first("x")).contains(e.section("s").entry("X"));
            assertThat(e.section("s", 1).entry("y").section()).isSameAs(e.section("s", 1));
            assertThat(e.section("t").first("x")).isEmpty();
        });
    }

    @Test
    void a_section_or_entry_that_is_not_there_is_named() {
        DOCUMENT.edit(e -> {
            for (int number : new int[] {-1, 2}) {
                assertThatThrownBy(() -> e.section("s", number))
                        .isInstanceOf(NoSuchElementException.class)
                        .hasMessage("no section [s] with number " + number + "; there are 2");
                assertThatThrownBy(() -> e.section("s").entry("x", number))
                        .isInstanceOf(NoSuchElementException.class)
                        .hasMessage("no entry x with number " + number + " in [s], which has 2");
            }
            assertThatThrownBy(() -> e.section("t").entry("x")).isInstanceOf(NoSuchElementException.class);
        });
    }

    @Test
    void values_are_found_in_a_document_by_section_number_and_key() {
        assertThat(DOCUMENT.get("A")).contains("1");
        assertThat(DOCUMENT.get("S", "x")).contains("1");
        assertThat(DOCUMENT.get("s", 1, "Y")).contains("3");
        assertThat(DOCUMENT.get("s", "y")).isEmpty();
        assertThat(DOCUMENT.find("s", 2, "y")).isEmpty();
        assertThat(DOCUMENT.find("s", -1, "x")).isEmpty();
        assertThat(DOCUMENT).hasSameHashCodeAs(IniDocument.parse(DOCUMENT.toBytes()));
        assertThat(DOCUMENT.hashCode()).isNotEqualTo(Documents.utf8("a=2\n").hashCode());
    }

    @Test
    void entries_are_found_alike_however_often_they_are_looked_up() {
        IniSection section = Documents.utf8("x=1\ny=2\nX=3\n").global();
        List<IniEntry> both = section.all("x");

        for (int i = 0; i < 20; i++) {
            List<IniEntry> found = section.all("x");
            assertThat(found).isEqualTo(both).hasSize(2);
            assertThat(section.first("x")).contains(both.get(0));
            assertThat(section.all("z")).isEmpty();
            assertThatThrownBy(() -> found.remove(0)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void an_edit_returns_what_it_made() {
        DOCUMENT.edit(e -> {
            EditableSection section = e.section("s");
            EditableEntry first = section.entry("x");

            assertThat(section.set("x", "4")).isSameAs(first).hasToString("x = 4");
            assertThat(section.set("z", "5")).isSameAs(section.entry("z")).hasToString("z = 5");
            assertThat(section.add("z", "6")).isSameAs(section.entry("z", 1));
            assertThat(first.addBefore("p", "1")).isSameAs(section.entry("p"));
            assertThat(first.addAfter("q", "1")).isSameAs(section.entry("q"));
            assertThat(section.remove("z")).isEqualTo(2);
            assertThat(section.remove("z")).isZero();
            assertThat(e.set("t", "k", "1")).isSameAs(e.section("t").entry("k"));
            assertThat(e.set("new", "k", "1")).isSameAs(e.section("new").entry("k"));
            assertThat(e.append("newer", List.of())).isSameAs(e.section("newer"));
            assertThat(section.insertBefore("above", List.of(Map.entry("k", "v"))))
                    .isSameAs(e.section("above"));
            assertThat(section.insertAfter("below", List.of())).isSameAs(e.section("below"));
        });
    }

    @Test
    void a_renamed_section_is_found_by_its_new_name_in_its_place() {
        assertThat(edited(e -> {
                    assertThat(e.sections("s")).hasSize(2);
                    EditableSection section = e.section("t");
                    section.rename("s");

                    assertThat(e.sections("t")).isEmpty();
                    assertThat(e.sections("s")).hasSize(3);
                    assertThat(e.section("s", 1)).isSameAs(section);
                }))
                .isEqualTo("a=1\n[s]\nx=1\nX=2\n[s]\n[S]\ny=3\n");
    }

    @Test
    void the_last_section_is_no_longer_found_by_its_old_name() {
        DOCUMENT.edit(e -> {
            EditableSection last = e.section("s", 1);
            last.rename("t");

            assertThat(e.sections("s")).containsExactly(e.section("s"));
            assertThat(e.sections("t")).hasSize(2).element(1).isSameAs(last);
        });
    }

    @Test
    void a_new_section_is_found_by_its_name_in_its_place() {
        DOCUMENT.edit(e -> {
            assertThat(e.sections("s")).hasSize(2);
            EditableSection first = e.section("t").insertBefore("s", List.of());
            EditableSection last = e.append("S", List.of());

            assertThat(e.sections("s")).hasSize(4).element(1).isSameAs(first);
            assertThat(e.section("s", 3)).isSameAs(last);
            last.remove();
            assertThat(e.sections("s")).hasSize(3).doesNotContain(last);
        });
    }

    @Test
    void a_key_or_name_that_would_not_read_back_is_refused() {
        assertThat(edited(e -> {
                    assertThatExceptionOfType(EditRefusedException.class)
                            .isThrownBy(() -> e.section("s").entry("x").rename("a=b"))
                            .satisfies(refused -> assertThat(refused.text()).isEqualTo("a=b"));
                    assertThatExceptionOfType(EditRefusedException.class)
                            .isThrownBy(() -> e.section("s").rename("a]"));
                    assertThatExceptionOfType(EditRefusedException.class).isThrownBy(() -> e.set("new", "a=b", ""));
                    assertThat(e.section("s").entries()).hasSize(2);
                }))
                .isEqualTo(Documents.text(DOCUMENT));
    }

    @Test
    void objects_of_another_edit_or_document_are_refused() {
        List<EditableSection> sections = new ArrayList<>();
        DOCUMENT.edit(other -> DOCUMENT.edit(e -> {
            sections.add(other.section("t"));
            assertThatThrownBy(() -> e.section("s").moveAfter(other.section("t")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another edit");
            assertThatThrownBy(() -> e.section("s")
                            .entry("x")
                            .moveBefore(other.section("s", 1).entry("y")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("another edit");
        }));
        IniDocument same = IniDocument.parse(DOCUMENT.toBytes());
        DOCUMENT.edit(e -> {
            assertThatThrownBy(() -> e.section(same.sections().get(1))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> e.entry(Documents.entry(same, "x"))).isInstanceOf(IllegalArgumentException.class);
            assertThat(e.section(DOCUMENT.global())).isSameAs(e.global());
            assertThat(e.entry(Documents.entry(DOCUMENT, "x")))
                    .isSameAs(e.section("s").entry("x"));
        });
        assertThat(sections).hasSize(1);
    }

    @Test
    void what_is_gone_is_not_found_by_its_old_place() {
        DOCUMENT.edit(e -> {
            e.section("s").entry("x").commentOut();
            e.section("t").remove();

            assertThatThrownBy(() -> e.entry(Documents.entry(DOCUMENT, "x"))).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> e.section(Documents.section(DOCUMENT, "t")))
                    .isInstanceOf(IllegalStateException.class);
        });
    }

    /** Returns the first call of each method of an edit. */
    static Stream<Consumer<Kept>> uses() {
        return Stream.of(
                kept -> kept.editor().style(EditStyle.KEYS_AS_GIVEN),
                kept -> kept.editor().global(),
                kept -> kept.editor().sections(),
                kept -> kept.editor().sections("s"),
                kept -> kept.editor().section("s"),
                kept -> kept.editor().section(DOCUMENT.global()),
                kept -> kept.editor().entry(Documents.entry(DOCUMENT, "x")),
                kept -> kept.editor().set("s", "x", "9"),
                kept -> kept.editor().append("u", List.of()),
                kept -> kept.section().name(),
                kept -> kept.section().entries(),
                kept -> kept.section().remove(),
                kept -> kept.entry().key(),
                kept -> kept.entry().set("9"),
                kept -> kept.entry().section());
    }

    /** The objects of an edit. */
    record Kept(IniEditor editor, EditableSection section, EditableEntry entry) {}

    @ParameterizedTest
    @MethodSource("uses")
    void nothing_of_an_edit_can_be_used_after_it(Consumer<Kept> use) {
        List<Kept> kept = new ArrayList<>();
        DOCUMENT.edit(e -> kept.add(new Kept(e, e.section("s"), e.section("s").entry("x"))));

        assertThatThrownBy(() -> use.accept(kept.get(0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the edit is over");
    }
}
