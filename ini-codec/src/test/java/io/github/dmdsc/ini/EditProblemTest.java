package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.ini.EditProblem.Kind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

@Domain(IniTexts.class)
class EditProblemTest {
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_8, IniTexts.GB18030, StandardCharsets.ISO_8859_1, Charset.forName("windows-1252"));

    @Property(tries = 1500)
    void a_value_has_no_problem_exactly_if_it_reads_back_in_every_place(@ForAll IniTexts.Token token) {
        for (Charset charset : CHARSETS) {
            boolean fine = readsBack(charset, "k = ", token.text(), " # it's a \"comment\"", IniEntry::value)
                    && readsBack(charset, "k=", token.text(), "", IniEntry::value)
                    && readsBack(charset, "k=", token.text(), " ", IniEntry::value);
            boolean blankEnd = token.text().endsWith(" ") || token.text().endsWith("\t");
            boolean mark = token.text().contains("\uFEFF");

            Optional<EditProblem> problem = IniDocument.empty(charset, "\n").problemWith(token.text());

            assertThat(problem.isEmpty()).as("%s: %s", charset, problem).isEqualTo(fine && !blankEnd && !mark);
        }
    }

    @Property(tries = 1500)
    void a_key_has_no_problem_exactly_if_it_reads_back(@ForAll IniTexts.Token token) {
        for (Charset charset : CHARSETS) {
            boolean fine = readsBack(charset, "", token.text(), " = v", IniEntry::key)
                    && readsBack(charset, "\t", token.text(), "=", IniEntry::key)
                    && !token.text().contains("\uFEFF");

            Optional<EditProblem> problem = IniDocument.empty(charset, "\n").keyProblem(token.text());

            assertThat(problem.isEmpty()).as("%s: %s", charset, problem).isEqualTo(fine);
        }
    }

    @Property(tries = 1500)
    void a_section_name_has_no_problem_exactly_if_it_reads_back(@ForAll IniTexts.Token token) {
        for (Charset charset : CHARSETS) {
            byte[] bytes = ("[" + token.text() + "]").getBytes(charset);
            IniDocument document = IniDocument.parse(bytes, charset);
            boolean fine = document.sections().size() == 2
                    && document.sections().get(1).name().equals(token.text())
                    && !token.text().contains("\uFEFF");

            Optional<EditProblem> problem = IniDocument.empty(charset, "\n").sectionNameProblem(token.text());

            assertThat(problem.isEmpty()).as("%s: %s", charset, problem).isEqualTo(fine);
        }
    }

    private static boolean readsBack(
            Charset charset, String before, String text, String behind, Function<IniEntry, String> part) {
        IniDocument document = IniDocument.parse((before + text + behind).getBytes(charset), charset);
        List<IniEntry> entries = Documents.entries(document);
        return document.lineCount() == 1
                && entries.size() == 1
                && part.apply(entries.get(0)).equals(text);
    }

    @Example
    void a_problem_names_its_kind_and_the_character() {
        IniDocument document = IniDocument.empty(IniTexts.GB18030, "\n");

        assertThat(document.problemWith("")).isEmpty();
        assert_problem(document.problemWith("\uD83D\uDE00\nx"), Kind.LINE_BREAK, 2);
        assert_problem(document.problemWith("x\r"), Kind.LINE_BREAK, 2);
        assert_problem(document.problemWith(" x"), Kind.OUTER_BLANK, 1);
        assert_problem(document.problemWith("x y\t"), Kind.OUTER_BLANK, 4);
        assert_problem(document.problemWith("#x"), Kind.COMMENT_MARK, 1);
        assertThat(document.problemWith("; x ;")).isEmpty();
        assertThat(document.keyProblem("a ;k")).isEmpty();
        assert_problem(document.keyProblem(";k"), Kind.COMMENT_MARK, 1);
        assert_problem(document.problemWith("//"), Kind.COMMENT_MARK, 1);
        assert_problem(document.problemWith("// x"), Kind.COMMENT_MARK, 1);
        assert_problem(document.problemWith("x #y"), Kind.COMMENT_MARK, 3);
        assert_problem(document.problemWith("\"#\" //y"), Kind.COMMENT_MARK, 5);
        assert_problem(document.problemWith("\"x"), Kind.OPEN_QUOTE, 1);
        assert_problem(document.problemWith("'x\""), Kind.OPEN_QUOTE, 1);
        assert_problem(document.problemWith("ab\uD83D"), Kind.NOT_ENCODABLE, 3);
        assert_problem(document.keyProblem(""), Kind.EMPTY, 1);
        assert_problem(document.keyProblem("[k"), Kind.BRACKET, 1);
        assert_problem(document.keyProblem("a=b"), Kind.EQUALS_SIGN, 2);
        assert_problem(document.keyProblem("//k"), Kind.COMMENT_MARK, 1);
        assert_problem(document.keyProblem("a #k"), Kind.COMMENT_MARK, 3);
        assert_problem(document.keyProblem("\uFEFFk"), Kind.BYTE_ORDER_MARK, 1);
        assert_problem(document.problemWith("k\uFEFF"), Kind.BYTE_ORDER_MARK, 2);
        assert_problem(document.sectionNameProblem("k\uFEFFk"), Kind.BYTE_ORDER_MARK, 2);
        assert_problem(document.sectionNameProblem(""), Kind.EMPTY, 1);
        assert_problem(document.sectionNameProblem("a]"), Kind.BRACKET, 2);
        assert_problem(document.sectionNameProblem("a "), Kind.OUTER_BLANK, 2);
        assertThat(document.keyProblem("")).map(EditProblem::message).contains("is empty (character 1)");
    }

    @Example
    void no_character_is_ever_replaced_by_a_question_mark() {
        IniDocument latin = IniDocument.empty(StandardCharsets.ISO_8859_1, "\n");

        assert_problem(latin.problemWith("a\u503c"), Kind.NOT_ENCODABLE, 2);
        assert_problem(latin.keyProblem("\u503c"), Kind.NOT_ENCODABLE, 1);
        assertThat(latin.problemWith("\u00e9?")).isEmpty();
        IniDocument utf8 = IniDocument.empty(StandardCharsets.UTF_8, "\n");
        assertThat(utf8.problemWith("\uFFFD")).isEmpty();
        assert_problem(utf8.problemWith("\uD83D?"), Kind.NOT_ENCODABLE, 1);
    }

    @Example
    void edits_throw_for_texts_that_have_a_problem() {
        IniDocument document = Documents.utf8("k=v\n[s]\n");
        IniEntry entry = Documents.entry(document, "k");
        IniSection section = Documents.section(document, "s");
        List<Map.Entry<String, String>> bad = List.of(Map.entry("k", "v"), Map.entry("k", " "));

        assertThatThrownBy(() -> document.set(entry, "a\nb"))
                .isInstanceOfSatisfying(EditRefusedException.class, refused -> {
                    assertThat(refused.text()).isEqualTo("a\nb");
                    assertThat(refused.problem()).isEqualTo(new EditProblem(Kind.LINE_BREAK, 2));
                })
                .hasMessage("the value holds a line break (character 2)");
        rejects("value", () -> document.add(section, "k", "#"));
        rejects("key", () -> document.add(section, "", "v"));
        rejects("key", () -> document.addAfter(entry, "#", "v"));
        rejects("value", () -> document.addAfter(entry, "k", "#"));
        rejects("key", () -> document.addBefore(entry, "#", "v"));
        rejects("value", () -> document.append("s", bad));
        rejects("section name", () -> document.append("]", List.of()));
        rejects("value", () -> document.insertAfter(section, "s", bad));
        rejects("section name", () -> document.insertAfter(section, "", List.of()));
        rejects("value", () -> document.insertBefore(section, "s", bad));
        rejects("section name", () -> document.insertBefore(section, " ", List.of()));
    }

    @Example
    void edits_throw_for_handles_of_another_document() {
        IniDocument document = Documents.utf8("k=v\n[s]\n");
        IniDocument other = Documents.utf8("k=v\n[s]\n");
        IniEntry entry = Documents.entry(other, "k");
        IniSection section = Documents.section(other, "s");

        rejects("another document", () -> document.set(entry, "v"));
        rejects("another document", () -> document.add(section, "k", "v"));
        rejects("another document", () -> document.addAfter(entry, "k", "v"));
        rejects("another document", () -> document.addBefore(entry, "k", "v"));
        rejects("another document", () -> document.remove(entry));
        rejects("another document", () -> document.remove(section));
        rejects("another document", () -> document.insertAfter(section, "s", List.of()));
        rejects("another document", () -> document.insertBefore(section, "s", List.of()));
        rejects("no header", () -> document.remove(document.global()));
        rejects("no header", () -> document.insertBefore(document.global(), "s", List.of()));
        assertThatThrownBy(() -> IniDocument.empty(StandardCharsets.UTF_8, ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> document.line(0)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> document.line(3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessageContaining("3");
    }

    private static void rejects(String message, ThrowingCallable edit) {
        assertThatThrownBy(edit).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    private static void assert_problem(Optional<EditProblem> problem, Kind kind, int position) {
        assertThat(problem.map(EditProblem::kind)).contains(kind);
        assertThat(problem.map(EditProblem::position)).contains(position);
    }

    @Example
    void a_refused_entry_of_a_new_section_leaves_no_section() {
        IniDocument document = Documents.utf8("[a]\nk = 1\n");

        IniDocument edited = document.edit(e -> {
            assertThatThrownBy(() -> e.set("b", "k", "x\ny")).isInstanceOf(EditRefusedException.class);
            assertThatThrownBy(() -> e.set("b", "", "x")).isInstanceOf(EditRefusedException.class);
        });

        assertThat(edited).isEqualTo(document);
    }
}
