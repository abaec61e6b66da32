package io.github.dmdsc.ini;

import static io.github.dmdsc.ini.Documents.unescaped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.ini.EditProblem.Kind;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests comments and blank lines around entries and headers. The tables are in the form of {@link Documents#unescaped}. */
class CommentEditTest {
    private static final String FILE = "#a\nx=1 # one \n\n\n  ; b\n//c\n[s] #s\n\n# d\n\ny=2\nz=\n";

    private static String edited(String file, Consumer<IniEditor> edit) {
        IniDocument edited = Documents.utf8(file).edit(edit::accept);
        Documents.assertSound(edited);
        return Documents.text(edited);
    }

    @Test
    void comments_and_blank_lines_are_read_from_a_document_and_in_an_edit() {
        IniDocument document = Documents.utf8(FILE);
        IniSection section = document.sections("s").get(0);
        IniEntry first = document.find("", 0, "x").orElseThrow();
        IniEntry second = section.first("y").orElseThrow();

        assertThat(first.comment()).contains(new IniComment("#", " one"));
        assertThat(first.commentsAbove()).containsExactly(new IniComment("#", "a"));
        assertThat(first.blankLinesAbove()).isZero();
        assertThat(section.comment()).contains(new IniComment("#", "s"));
        assertThat(section.commentsAbove()).containsExactly(new IniComment(";", " b"), new IniComment("//", "c"));
        assertThat(section.blankLinesAbove()).isEqualTo(2);
        assertThat(second.comment()).isEmpty();
        assertThat(second.commentsAbove()).isEmpty();
        assertThat(second.blankLinesAbove()).isEqualTo(1);
        document.edit(e -> {
            assertThat(List.of(e.entry(first), e.entry(second)))
                    .extracting(EditableEntry::comment, EditableEntry::commentsAbove, EditableEntry::blankLinesAbove)
                    .containsExactly(
                            tuple(first.comment(), first.commentsAbove(), 0),
                            tuple(second.comment(), second.commentsAbove(), 1));
            assertThat(List.of(e.section(section), e.global()))
                    .extracting(
                            EditableSection::comment, EditableSection::commentsAbove, EditableSection::blankLinesAbove)
                    .containsExactly(
                            tuple(section.comment(), section.commentsAbove(), 2),
                            tuple(document.global().comment(), List.of(), 0));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "x=1, x=1 #new",
        "x=1N, x=1 #newN",
        "x=1 # old__N, x=1 #newN",
        "x=1  // old, x=1  #new",
        "x=_, x= #new",
        "x=, x= #new",
        "'x=\"a # b\"', 'x=\"a # b\" #new'",
    })
    void the_comment_of_an_entry_is_replaced_or_added(String before, String after) {
        assertThat(edited(unescaped(before), e -> e.global().entry("x").setComment(new IniComment("#", "new"))))
                .isEqualTo(unescaped(after));
    }

    @ParameterizedTest
    @CsvSource({"x=1 # oldN, x=1N", "x=1N, x=1N", "x=1  // old, x=1", "x= # old, x="})
    void the_comment_of_an_entry_is_removed_with_the_blanks_before_it(String before, String after) {
        assertThat(edited(unescaped(before), e -> e.global().entry("x").removeComment()))
                .isEqualTo(unescaped(after));
    }

    @ParameterizedTest
    @CsvSource({"[s]N, [s] ;newN", "[s]#oldN, [s];newN", "_[ s ]  // old, _[ s ]  ;new"})
    void the_comment_of_a_header_is_replaced_or_added(String before, String after) {
        assertThat(edited(unescaped(before), e -> e.section("s").setComment(new IniComment(";", "new"))))
                .isEqualTo(unescaped(after));
        assertThat(edited(unescaped(after), e -> e.section("s").removeComment()))
                .isEqualTo(unescaped(after).replaceFirst(" *;new", ""));
    }

    @Test
    void two_slashes_after_an_equals_sign_get_a_blank_so_that_they_begin_a_comment() {
        assertThat(edited("x=", e -> e.global().entry("x").setComment(new IniComment("//", "new"))))
                .isEqualTo("x= // new");
        assertThat(edited("x=", e -> e.global().entry("x").setComment(new IniComment("//", "\tnew"))))
                .isEqualTo("x= //\tnew");
        assertThat(edited("x=", e -> e.global().entry("x").setComment(new IniComment("//", ""))))
                .isEqualTo("x= //");
        assertThat(edited("x=1", e -> e.global().entry("x").setComment(new IniComment("//", "new"))))
                .isEqualTo("x=1 //new");
    }

    @ParameterizedTest
    @CsvSource({
        "x=1N, #pN#qNx=1N",
        "#aN#bN#cNx=1N, #pN#qNx=1N",
        "__#aNx=1N, __#pN#qNx=1N",
        "_#pRNx=1N, _#pRN#qNx=1N",
        "a=1N#qN__x=1N, a=1N#pN__#qN__x=1N",
        "[p]N;aN[s]Nx=1N, [p]N;aN[s]N#pN#qNx=1N",
    })
    void comments_above_an_entry_are_replaced_and_a_new_line_is_indented_like_the_entry(String before, String after) {
        List<IniComment> comments = List.of(new IniComment("#", "p"), new IniComment("#", "q"));

        assertThat(edited(unescaped(before), e -> {
                    EditableSection last = e.sections().get(e.sections().size() - 1);
                    last.entry("x").setCommentsAbove(comments);
                    assertThat(last.entry("x").commentsAbove()).isEqualTo(comments);
                }))
                .isEqualTo(unescaped(after));
    }

    @Test
    void comments_above_a_header_are_replaced() {
        assertThat(edited("x=1\n;a\n [s]\n", e -> e.section("s").setCommentsAbove(List.of(IniComment.of("b")))))
                .isEqualTo("x=1\n# b\n [s]\n");
        assertThat(edited("x=1\n;a\n [s]\n", e -> e.section("s").setCommentsAbove(List.of())))
                .isEqualTo("x=1\n [s]\n");
        assertThat(IniComment.of("")).hasToString("#");
    }

    @ParameterizedTest
    @CsvSource({
        "a=1Nx=1, 0, a=1Nx=1",
        "a=1Nx=1, 2, a=1NNNx=1",
        "a=1NNNN#cNx=1N, 1, a=1NN#cNx=1N",
        "a=1RNx=1N, 1, a=1RNNx=1N",
        "a=1Rx=1N, 1, a=1RNNx=1N",
        "a=1NNx=1N, 1, a=1NNx=1N",
        "a=1NNNx=1N, 0, a=1Nx=1N",
    })
    void blank_lines_above_an_entry_are_added_or_removed(String before, int count, String after) {
        assertThat(edited(unescaped(before), e -> {
                    e.global().entry("x").setBlankLinesAbove(count);
                    assertThat(e.global().entry("x").blankLinesAbove()).isEqualTo(count);
                }))
                .isEqualTo(unescaped(after));
    }

    @Test
    void blank_lines_above_a_header_are_added_or_removed_but_never_fewer_than_none() {
        assertThat(edited("x=1\n#c\n[s]\n", e -> e.section("s").setBlankLinesAbove(1)))
                .isEqualTo("x=1\n\n#c\n[s]\n");
        assertThat(edited("x=1\n\n\n[s]\n", e -> e.section("s").setBlankLinesAbove(0)))
                .isEqualTo("x=1\n[s]\n");
        Documents.utf8(FILE).edit(e -> {
            assertThatThrownBy(() -> e.section("s").setBlankLinesAbove(-1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("negative");
        });
    }

    @Test
    void an_entry_is_commented_out_and_in_again() {
        assertThat(edited("  x=1 # c\n", e -> e.global().entry("x").commentOut()))
                .isEqualTo("  #x=1 # c\n");
        assertThat(edited(
                        "a=1\n[s]\n  #x=1 # c\n",
                        e -> assertThat(e.section("s").commentIn("X"))
                                .hasToString("x = 1")
                                .isSameAs(e.section("s").entry("x"))))
                .isEqualTo("a=1\n[s]\n  x=1 # c\n");
    }

    @ParameterizedTest
    @CsvSource({
        "#y=1N//_x=2N#x=3N, #y=1Nx=2N#x=3N",
        ";Tx = 2N, x = 2N",
        "# y x=1N#x_=_2, # y x=1Nx_=_2",
        "a=1N#x=2N[s]N#x=3N, a=1Nx=2N[s]N#x=3N",
    })
    void the_first_comment_line_with_the_key_becomes_an_entry(String before, String after) {
        assertThat(edited(unescaped(before), e -> e.global().commentIn("x"))).isEqualTo(unescaped(after));
    }

    @Test
    void each_call_comments_in_the_next_line_also_after_comments_changed() {
        assertThat(edited("#x=1\n#x=2\nb=1\n#c\na=1\n", e -> {
                    e.global().commentIn("x");
                    e.global().entry("a").setCommentsAbove(List.of());
                    e.global().commentIn("x").commentOut();
                    assertThatThrownBy(() -> e.global().commentIn("y")).isInstanceOf(NoSuchElementException.class);
                }))
                .isEqualTo("x=1\n#x=2\nb=1\na=1\n");
    }

    static Stream<Consumer<IniEditor>> changesOfComments() {
        return Stream.of(
                e -> e.section("s").entry("a").removeWithComments(),
                e -> e.section("s").entry("a").moveTo(e.section("t")),
                e -> e.section("s").entry("a").setCommentsAbove(List.of()),
                e -> e.section("s").moveBefore(e.section("r")),
                e -> e.section("u").removeWithComments());
    }

    @ParameterizedTest
    @MethodSource("changesOfComments")
    void a_comment_line_becomes_an_entry_only_where_it_is_now(Consumer<IniEditor> change) {
        Documents.utf8("[r]\n[s]\n#x=1\nb=1\n#x=2\na=1\n[t]\nc=1\n#x=3\n[u]\n").edit(e -> {
            assertThat(e.section("s").commentIn("x")).hasToString("x = 1");
            assertThat(e.section("t").commentLines()).hasSize(1);
            change.accept(e);

            for (EditableSection section : e.sections()) {
                List<String> expected = section.commentLines().stream()
                        .map(line -> line.line()
                                .text(line.line().token(), line.line().textEnd()))
                        .map(line -> line.replace("#x=", "x = "))
                        .toList();
                for (String entry : expected) {
                    assertThat(section.commentIn("x")).hasToString(entry);
                }
                assertThatThrownBy(() -> section.commentIn("x")).isInstanceOf(NoSuchElementException.class);
            }
        });
    }

    @Test
    void an_entry_that_was_commented_out_is_found_by_the_next_call() {
        assertThat(edited("#x=1\ny=2\n", e -> {
                    e.global().commentIn("x");
                    e.global().entry("y").commentOut();
                    assertThat(e.global().commentIn("y")).hasToString("y = 2");
                }))
                .isEqualTo("x=1\ny=2\n");
    }

    @Test
    void an_entry_that_was_commented_in_is_found_by_its_key() {
        Documents.utf8("x=1\n#x=2\n#y=3\n").edit(e -> {
            assertThat(e.global().all("x")).hasSize(1);
            EditableEntry second = e.global().commentIn("x");
            EditableEntry other = e.global().commentIn("y");

            assertThat(e.global().all("x")).hasSize(2).element(1).isSameAs(second);
            assertThat(e.global().all("y")).containsExactly(other);
        });
    }

    @Test
    void the_key_of_a_comment_line_must_be_one_that_reads_back() {
        Documents.utf8("#x=1\n")
                .edit(e -> assertThatExceptionOfType(EditRefusedException.class)
                        .isThrownBy(() -> e.global().commentIn("x=1"))
                        .satisfies(refused ->
                                assertThat(refused.problem()).isEqualTo(new EditProblem(Kind.EQUALS_SIGN, 2))));
    }

    @Test
    void an_entry_or_a_section_is_removed_with_the_comments_above_it() {
        assertThat(edited(
                        "a=1\n\n#c\n#d\nx=1 #e\n#f\n",
                        e -> e.global().entry("x").removeWithComments()))
                .isEqualTo("a=1\n\n#f\n");
        assertThat(edited(
                        "a=1\n\n#c\n[s]\nx=1\n#d\n\n#e\n[t]\n",
                        e -> e.section("s").removeWithComments()))
                .isEqualTo("a=1\n\n#e\n[t]\n");
    }

    @Test
    void the_global_section_has_no_header_with_comments() {
        Documents.utf8(FILE).edit(e -> {
            assertThatThrownBy(() -> e.global().setComment(IniComment.of("x")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> e.global().setCommentsAbove(List.of()))
                    .isInstanceOf(IllegalArgumentException.class);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "a_, OUTER_BLANK, 2",
        "_, OUTER_BLANK, 1",
        "aNb, LINE_BREAK, 2",
        "Na, LINE_BREAK, 1",
    })
    void a_comment_that_would_not_read_back_is_refused(String text, Kind kind, int position) {
        IniComment comment = new IniComment("#", unescaped(text));

        Documents.utf8(FILE).edit(e -> {
            EditableEntry entry = e.global().entry("x");
            assertThatExceptionOfType(EditRefusedException.class)
                    .isThrownBy(() -> entry.setComment(comment))
                    .satisfies(refused -> {
                        assertThat(refused.problem()).isEqualTo(new EditProblem(kind, position));
                        assertThat(refused.text()).isEqualTo(comment.text());
                    });
            assertThatExceptionOfType(EditRefusedException.class)
                    .isThrownBy(() -> entry.setCommentsAbove(List.of(comment)));
            assertThatExceptionOfType(EditRefusedException.class)
                    .isThrownBy(() -> e.section("s").setComment(comment));
        });
        assertThat(edited(FILE, e -> {})).isEqualTo(FILE);
    }

    @Test
    void a_comment_of_an_entry_must_not_begin_with_a_semicolon_or_close_a_quote() {
        Documents.utf8("x=\"a\n").edit(e -> {
            EditableEntry entry = e.global().entry("x");
            assertThatThrownBy(() -> entry.setComment(new IniComment(";", "c")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("#");
            assertThatExceptionOfType(EditRefusedException.class)
                    .isThrownBy(() -> entry.setComment(new IniComment("#", "b\" c")))
                    .satisfies(refused -> {
                        assertThat(refused.problem().kind()).isEqualTo(Kind.OPEN_QUOTE);
                        assertThat(refused.text()).isEqualTo("#b\" c");
                    });
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "/", "##"})
    void a_comment_begins_with_one_of_three_marks(String mark) {
        assertThatThrownBy(() -> new IniComment(mark, "")).isInstanceOf(IllegalArgumentException.class);
    }
}
