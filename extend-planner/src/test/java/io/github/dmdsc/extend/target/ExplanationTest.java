package io.github.dmdsc.extend.target;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.ini.IniDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which change a changed line belongs to. */
class ExplanationTest {
    private static final List<Cause> CAUSES = List.of(
            new Cause("X", "x.decision"),
            new Cause("b", "Y", "y.decision"),
            new Cause("c", "Y", "other.decision"),
            new Cause("[d]", "d.section"));

    private static IniDocument document(String text) {
        return IniDocument.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> explained(String before, String after) {
        return Explanation.of(document(before), document(after), CAUSES).stream()
                .map(why -> why.line() + " " + why.what() + " " + why.decision())
                .toList();
    }

    @Test
    void a_line_belongs_to_its_key_in_any_letter_case_and_any_section_unless_the_cause_names_one() {
        assertThat(explained("x = 1\n[b]\ny = 1\n[c]\ny = 1\n", "x = 2\n[b]\ny = 2\n[c]\ny = 1\n"))
                .containsExactly("1 X x.decision", "3 Y y.decision");
        assertThat(explained("[b]\nx = 1\n[C]\ny = 1\n", "[b]\nx = 2\n[C]\ny = 2\n"))
                .containsExactly("2 X x.decision", "4 Y other.decision");
    }

    @Test
    void a_new_section_belongs_to_its_own_cause_or_else_to_that_of_its_keys() {
        assertThat(explained("x = 1\n", "x = 1\n[d]\ny = 1\n[b]\ny = 2\n"))
                .containsExactly("2 [d] d.section", "4 [b] y.decision", "5 Y y.decision");
    }

    @Test
    void what_nothing_explains_has_no_provenance() {
        assertThat(explained("z = 1\n", "z = 2\n")).isEmpty();
        assertThat(explained("x = 1\n", "x = 1\n")).isEmpty();
        assertThat(explained("z = 1\nx = 1\n", "z = 1\n# new\nx = 1\n")).isEmpty();
        assertThat(explained("z = 1\n", "# new\nz = 1\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void blank_lines_and_comments_belong_to_what_follows_them_or_else_to_what_they_follow(String end) {
        assertThat(explained("z = 1\n".replace("\n", end), "z = 1\n\n# new\n[b]\ny = 1\n# last\n".replace("\n", end)))
                .containsExactly(
                        "2 [b] y.decision", "3 [b] y.decision", "4 [b] y.decision", "5 Y y.decision", "6 Y y.decision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void a_last_line_that_gets_its_line_end_belongs_to_what_came_behind_it(String end) {
        assertThat(explained("z = 1\nx = 1".replace("\n", end), "z = 1\nx = 1\n[b]\ny = 1\n".replace("\n", end)))
                .containsExactly("2 [b] y.decision", "3 [b] y.decision", "4 Y y.decision");
        assertThat(explained("z = 1\nx = 1\n".replace("\n", end), "z = 1\nx = 2\n[b]\ny = 1\n".replace("\n", end)))
                .containsExactly("2 X x.decision", "3 [b] y.decision", "4 Y y.decision");
    }

    @Test
    void so_it_is_where_the_line_before_it_changes_too() {
        assertThat(explained("[b]\ny = 1\nx = 1", "[b]\ny = 2\nx = 1\n[d]\n"))
                .containsExactly("2 Y y.decision", "3 [d] d.section", "4 [d] d.section");
    }

    @Test
    void a_comment_behind_the_first_changed_line_belongs_to_it() {
        assertThat(explained("x = 1\n", "x = 2\n# new\n")).containsExactly("1 X x.decision", "2 X x.decision");
    }

    @Test
    void an_empty_file_that_is_filled_is_explained_from_its_first_line_on() {
        assertThat(explained("", "x = 1\n[b]\ny = 1"))
                .containsExactly("1 X x.decision", "2 [b] y.decision", "3 Y y.decision");
        assertThat(Explanation.of(document(""), document(""), CAUSES)).isEmpty();
    }

    @Test
    void taken_away_lines_need_no_explanation() {
        assertThat(Explanation.of(document("x = 1\nz = 1\n"), document(""), CAUSES))
                .isEqualTo(List.<Provenance>of());
    }
}
