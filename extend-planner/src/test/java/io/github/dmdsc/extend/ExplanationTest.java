package io.github.dmdsc.extend;

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
            new Cause("X", "x.decision", 3),
            new Cause("b", "Y", "y.decision", 5),
            new Cause("c", "Y", "other.decision", 6),
            new Cause("[d]", "d.section", 7));

    private static IniDocument document(String text) {
        return IniDocument.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> explained(String before, String after) {
        return Explanation.of(document(before), document(after), CAUSES).stream()
                .map(why -> why.line() + " " + why.what() + " " + why.decision() + " "
                        + why.manual().replaceFirst("DM8 DMDSC, chapter 14, step ", ""))
                .toList();
    }

    @Test
    void aLineBelongsToItsKeyInAnyLetterCaseAndAnySectionUnlessTheCauseNamesOne() {
        assertThat(explained("x = 1\n[b]\ny = 1\n[c]\ny = 1\n", "x = 2\n[b]\ny = 2\n[c]\ny = 1\n"))
                .containsExactly("1 X x.decision 3", "3 Y y.decision 5");
        assertThat(explained("[b]\nx = 1\n[C]\ny = 1\n", "[b]\nx = 2\n[C]\ny = 2\n"))
                .containsExactly("2 X x.decision 3", "4 Y other.decision 6");
    }

    @Test
    void aNewSectionBelongsToItsOwnCauseOrElseToThatOfItsKeys() {
        assertThat(explained("x = 1\n", "x = 1\n[d]\ny = 1\n[b]\ny = 2\n"))
                .containsExactly("2 [d] d.section 7", "4 [b] y.decision 5", "5 Y y.decision 5");
    }

    @Test
    void whatNothingExplainsHasNoProvenance() {
        assertThat(explained("z = 1\n", "z = 2\n")).isEmpty();
        assertThat(explained("x = 1\n", "x = 1\n")).isEmpty();
        assertThat(explained("z = 1\nx = 1\n", "z = 1\n# new\nx = 1\n")).isEmpty();
        assertThat(explained("z = 1\n", "# new\nz = 1\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void blankLinesAndCommentsBelongToWhatFollowsThemOrElseToWhatTheyFollow(String end) {
        assertThat(explained("z = 1\n".replace("\n", end), "z = 1\n\n# new\n[b]\ny = 1\n# last\n".replace("\n", end)))
                .containsExactly(
                        "2 [b] y.decision 5",
                        "3 [b] y.decision 5",
                        "4 [b] y.decision 5",
                        "5 Y y.decision 5",
                        "6 Y y.decision 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aLastLineThatGetsItsLineEndBelongsToWhatCameBehindIt(String end) {
        assertThat(explained("z = 1\nx = 1".replace("\n", end), "z = 1\nx = 1\n[b]\ny = 1\n".replace("\n", end)))
                .containsExactly("2 [b] y.decision 5", "3 [b] y.decision 5", "4 Y y.decision 5");
        assertThat(explained("z = 1\nx = 1\n".replace("\n", end), "z = 1\nx = 2\n[b]\ny = 1\n".replace("\n", end)))
                .containsExactly("2 X x.decision 3", "3 [b] y.decision 5", "4 Y y.decision 5");
    }

    @Test
    void soItIsWhereTheLineBeforeItChangesToo() {
        assertThat(explained("[b]\ny = 1\nx = 1", "[b]\ny = 2\nx = 1\n[d]\n"))
                .containsExactly("2 Y y.decision 5", "3 [d] d.section 7", "4 [d] d.section 7");
    }

    @Test
    void aCommentBehindTheFirstChangedLineBelongsToIt() {
        assertThat(explained("x = 1\n", "x = 2\n# new\n")).containsExactly("1 X x.decision 3", "2 X x.decision 3");
    }

    @Test
    void anEmptyFileThatIsFilledIsExplainedFromItsFirstLineOn() {
        assertThat(explained("", "x = 1\n[b]\ny = 1"))
                .containsExactly("1 X x.decision 3", "2 [b] y.decision 5", "3 Y y.decision 5");
        assertThat(Explanation.of(document(""), document(""), CAUSES)).isEmpty();
    }

    @Test
    void takenAwayLinesNeedNoExplanation() {
        assertThat(Explanation.of(document("x = 1\nz = 1\n"), document(""), CAUSES))
                .isEqualTo(List.<Provenance>of());
    }
}
