package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.text.UnifiedDiff;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final FileId FILE = new FileId("h", "/f");

    /** Lines as {@code 1:text}, {@code $} at the end where the file ends without a line feed; {@code |} where equal. */
    private static List<List<String>> shown(String diff) {
        return SideBySide.of(diff).hunks().stream()
                .map(hunk -> hunk.stream().map(SideBySideTest::shown).toList())
                .toList();
    }

    private static String shown(SideBySide.Row row) {
        return line(row.before()) + (row.changed() ? " <> " : " | ") + line(row.after());
    }

    private static String line(Optional<SideBySide.Line> line) {
        return line.map(each -> each.number() + ":" + each.text() + (each.ended() ? "" : "$"))
                .orElse("-");
    }

    @Test
    void changedLinesStandBesideEachOtherAndWhatIsLeftOverBesideNothing() {
        assertThat(shown("""
                        --- h:/f
                        +++ h:/f
                        @@ -3,4 +3,5 @@
                         same
                        -old 1
                        +new 1
                        +new 2
                         between
                        -gone
                        +came
                        """))
                .containsExactly(List.of(
                        "3:same | 3:same",
                        "4:old 1 <> 4:new 1",
                        "- <> 5:new 2",
                        "5:between | 6:between",
                        "6:gone <> 7:came"));
        assertThat(shown("@@ -1,3 +1,1 @@\n-a\n-b\n-c\n+d\n"))
                .containsExactly(List.of("1:a <> 1:d", "2:b <> -", "3:c <> -"));
    }

    @Test
    void placesThatDifferAreApart() {
        assertThat(shown("@@ -1,2 +1 @@\n-a\n b\n@@ -9 +8,2 @@\n c\n+d\n"))
                .containsExactly(List.of("1:a <> -", "2:b | 1:b"), List.of("9:c | 8:c", "- <> 9:d"));
        assertThat(shown("@@ -1 +1 @@\n-a\n+b\n@@ -9 +9 @@\n-c\n+d\n"))
                .containsExactly(List.of("1:a <> 1:b"), List.of("9:c <> 9:d"));
    }

    @Test
    void aNewFileHasNothingOnTheOldSide() {
        assertThat(shown("@@ -0,0 +1,2 @@\n+a\n+b\n")).containsExactly(List.of("- <> 1:a", "- <> 2:b"));
        assertThat(shown("--- h:/f\n+++ h:/f\n")).isEmpty();
        assertThat(shown("")).isEmpty();
    }

    @Test
    void aLastLineWithoutALineFeedIsMarkedOnItsOwnSide() {
        assertThat(shown("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"))
                .containsExactly(List.of("1:a$ <> 1:a"));
        assertThat(shown("@@ -1 +1 @@\n-a\n+a\n\\ No newline at end of file\n"))
                .containsExactly(List.of("1:a <> 1:a$"));
        assertThat(shown("@@ -1,2 +1,1 @@\n-a\n b\n\\ No newline at end of file\n"))
                .containsExactly(List.of("1:a <> -", "2:b$ | 1:b$"));
    }

    /** A comment of two dashes, removed, looks like a diff's head. */
    @Test
    void linesThatLookLikeHeadsAreLines() {
        assertThat(shown("@@ -1,3 +1,3 @@\n--- a\n-@@ -1 +1 @@\n+++ b\n+@@ -7 +7 @@\n \n"))
                .containsExactly(List.of("1:-- a <> 1:++ b", "2:@@ -1 +1 @@ <> 2:@@ -7 +7 @@", "3: | 3:"));
    }

    /** Blanks at the end of a line are easily lost where a diff is mailed. */
    @Test
    void anEmptyLineMayHaveLostItsBlank() {
        assertThat(shown("@@ -1,2 +1,3 @@\n\n+a\n b\n")).containsExactly(List.of("1: | 1:", "- <> 2:a", "2:b | 3:b"));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of("a\n", "b\n", "--- c\n", "+++ d\n", "@@ -1 +1 @@\n", "\\ e\n", "\n", "f\r\n", "g")
                .list()
                .ofMaxSize(30)
                .map(lines -> String.join("", lines));
    }

    /** Each side, read from top to bottom, holds the lines of its file that the other has not. */
    @Property(tries = 200)
    void everyLineThatIsShownIsTheLineOfThatNumber(@ForAll("files") String before, @ForAll("files") String after) {
        String diff = UnifiedDiff.readable(
                FILE, before.getBytes(StandardCharsets.UTF_8), FILE, after.getBytes(StandardCharsets.UTF_8));
        List<String> old = lines(before);
        List<String> fresh = lines(after);
        int shownBefore = 0;
        int shownAfter = 0;

        for (List<SideBySide.Row> hunk : SideBySide.of(diff).hunks()) {
            for (SideBySide.Row row : hunk) {
                row.before().ifPresent(line -> assertThat(text(line)).isEqualTo(old.get(line.number() - 1)));
                row.after().ifPresent(line -> assertThat(text(line)).isEqualTo(fresh.get(line.number() - 1)));
                shownBefore += row.before().isPresent() ? 1 : 0;
                shownAfter += row.after().isPresent() ? 1 : 0;
            }
        }
        assertThat(old.size() - shownBefore).as("what is not shown is the same").isEqualTo(fresh.size() - shownAfter);
    }

    private static String text(SideBySide.Line line) {
        return line.text() + (line.ended() ? "\n" : "");
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("(?<=\n)", -1)));
        lines.removeIf(String::isEmpty);
        return lines;
    }
}
