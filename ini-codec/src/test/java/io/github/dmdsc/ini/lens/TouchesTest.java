package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests to which parameter or header a line that differs is assigned. */
class TouchesTest {
    private static IniDocument document(String text) {
        return IniDocument.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns each touched line as its number before, its number after, its section and its key; 0 if there is no such
     * line.
     */
    private static List<String> touched(String before, String after) {
        return Touches.between(new FileId("h", "/a.ini"), document(before), document(after)).stream()
                .map(each -> each.before().map(Touched.Line::number).orElse(0)
                        + ">"
                        + each.after().map(Touched.Line::number).orElse(0)
                        + " [" + each.section() + "] " + each.key())
                .map(String::strip)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void comments_and_blank_lines_belong_to_what_follows_them_or_else_to_what_they_follow(String end) {
        String before = "z = 1\n".replace("\n", end);
        String after = "z = 1\n\n# new\n[b]\ny = 1\n# last\n".replace("\n", end);

        assertThat(touched(before, after)).containsExactly("0>2 [b]", "0>3 [b]", "0>4 [b]", "0>5 [b] Y", "0>6 [b] Y");
        assertThat(touched(after, before)).containsExactly("2>0 [b]", "3>0 [b]", "4>0 [b]", "5>0 [b] Y", "6>0 [b] Y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void a_last_line_that_gets_its_line_end_belongs_to_what_comes_behind_it(String end) {
        String fresh = "z = 1\nx = 1\n[b]\ny = 1\n".replace("\n", end);

        assertThat(touched("z = 1\nx = 1".replace("\n", end), fresh))
                .containsExactly("2>2 [b]", "0>3 [b]", "0>4 [b] Y");
        assertThat(touched("z = 1\nx = 1\n".replace("\n", end), fresh)).containsExactly("0>3 [b]", "0>4 [b] Y");
        assertThat(touched("z = 1\nx = 2".replace("\n", end), fresh))
                .containsExactly("2>2 [] X", "0>3 [b]", "0>4 [b] Y");
        assertThat(touched("z = 1\n# x".replace("\n", end), "z = 1\n# x\n[b]\n".replace("\n", end)))
                .containsExactly("2>2 [b]", "0>3 [b]");
    }

    @Test
    void sections_are_told_apart_by_name_and_lines_by_key_whatever_their_texts() {
        String one = "[R1]\nTO = A\nIN = a\n";
        String two = "[R1]\nTO = B\nIN = b\n\n[R2]\nTO = A\nIN = a\n";

        assertThat(touched(one, two))
                .containsExactly("2>2 [R1] TO", "3>3 [R1] IN", "0>4 [R2]", "0>5 [R2]", "0>6 [R2] TO", "0>7 [R2] IN");
        assertThat(touched("[b]\nx = 1\n[C]\ny = 1\n", "[b]\nX = 1\n[C]\ny = 2\n"))
                .containsExactly("4>4 [C] Y");
    }

    @Test
    void a_comment_behind_a_changed_line_belongs_to_no_other() {
        assertThat(touched("# a\nx = 1\n# b\n", "# a\nx = 2\n# b\n")).containsExactly("2>2 [] X");
        assertThat(touched("", "# a\nx = 1\n")).containsExactly("0>1 [] X", "0>2 [] X");
        assertThat(touched("# a\n", "")).containsExactly("1>0 []");
        assertThat(touched("", "")).isEmpty();
    }

    @Test
    void sections_of_one_name_are_told_apart_by_their_groups_and_endpoints() {
        assertThat(touched(
                        "[GRP]\nDCR_GRP_NAME = B\nN = 1\n",
                        "[GRP]\nDCR_GRP_NAME = A\nN = 1\n[GRP]\nDCR_GRP_NAME = B\nN = 2\n"))
                .containsExactly("0>1 [GRP]", "0>2 [GRP] DCR_GRP_NAME", "0>3 [GRP] N", "3>6 [GRP] N");
        assertThat(touched(
                        "[B]\nDCR_EP_NAME = B\nN = 1\n", "[B]\nDCR_EP_NAME = A\nN = 1\n[b]\nDCR_EP_NAME = b\nN = 2\n"))
                .contains("0>1 [B]", "3>6 [b] N")
                .doesNotContain("3>3 [B] N");
    }

    @Test
    void sections_without_a_partner_are_paired_by_their_names_in_their_order() {
        assertThat(touched("[a]\nx = 1\n[b]\nx = 1\n", "[b]\nx = 2\n[a]\nx = 1\n[b]\nx = 3\n"))
                .contains("4>6 [b] X")
                .contains("0>1 [b]", "0>2 [b] X");
        assertThat(touched("[a]\nDCR_EP_NAME = 1\n[b]\nDCR_EP_NAME = 2\n", "[b]\nDCR_EP_NAME = 3\n"))
                .containsExactlyInAnyOrder("1>0 [a]", "2>0 [a] DCR_EP_NAME", "4>2 [b] DCR_EP_NAME");
    }

    @Test
    void equal_lines_at_the_end_of_a_run_stay() {
        assertThat(touched("# a\n# b\n# c\nx = 1\n", "# a\n# n\n# c\nx = 1\n"))
                .containsExactlyInAnyOrder("2>0 []", "0>2 []");
        assertThat(touched("# b\n# c\nx = 1\n", "# n\n# b\n# c\nx = 1\n")).containsExactly("0>1 []");
        assertThat(touched("# n\n# b\n# b\nx = 1\n", "# b\n# b\nx = 1\n")).containsExactly("1>0 []");
    }
}
