package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.diff.Patch;
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
    /**
     * Returns each line as {@code 1:text}, with a {@code $} at the end of a file without a final line feed. Between the
     * sides there is {@code |} if they are equal, and {@code <>} if not.
     */
    private static List<List<String>> shown(String before, String after) {
        return SideBySide.of(patch(before, after)).hunks().stream()
                .map(hunk -> hunk.stream().map(SideBySideTest::shown).toList())
                .toList();
    }

    private static Patch patch(String before, String after) {
        return Patch.between(before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
    }

    private static String shown(SideBySide.Row row) {
        return line(row.before()) + (row.changed() ? " <> " : " | ") + line(row.after());
    }

    private static String line(Optional<SideBySide.Line> line) {
        return line.map(each -> each.number() + ":" + each.text() + (each.ended() ? "" : "$"))
                .orElse("-");
    }

    @Test
    void changed_lines_are_side_by_side_and_extra_lines_beside_nothing() {
        assertThat(shown("same\nold 1\nbetween\ngone\n", "same\nnew 1\nnew 2\nbetween\ncame\n"))
                .containsExactly(List.of(
                        "1:same | 1:same",
                        "2:old 1 <> 2:new 1",
                        "- <> 3:new 2",
                        "3:between | 4:between",
                        "4:gone <> 5:came"));
        assertThat(shown("a\nb\nc\n", "d\n")).containsExactly(List.of("1:a <> 1:d", "2:b <> -", "3:c <> -"));
    }

    @Test
    void distant_differences_are_separate_hunks() {
        String between = "1\n2\n3\n4\n5\n6\n7\n";

        assertThat(shown("a\n" + between, between + "d\n"))
                .containsExactly(
                        List.of("1:a <> -", "2:1 | 1:1", "3:2 | 2:2", "4:3 | 3:3"),
                        List.of("6:5 | 5:5", "7:6 | 6:6", "8:7 | 7:7", "- <> 8:d"));
    }

    @Test
    void a_new_file_has_nothing_on_the_old_side() {
        assertThat(shown("", "a\nb\n")).containsExactly(List.of("- <> 1:a", "- <> 2:b"));
        assertThat(shown("a\n", "a\n")).isEmpty();
        assertThat(shown("", "")).isEmpty();
    }

    @Test
    void a_last_line_without_a_line_feed_is_marked_on_its_own_side() {
        assertThat(shown("a", "a\n")).containsExactly(List.of("1:a$ <> 1:a"));
        assertThat(shown("a\n", "a")).containsExactly(List.of("1:a <> 1:a$"));
        assertThat(shown("a\nb", "b")).containsExactly(List.of("1:a <> -", "2:b$ | 1:b$"));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of("a\n", "b\n", "--- c\n", "+++ d\n", "@@ -1 +1 @@\n", "\\ e\n", "\n", "f\r\n", "g")
                .list()
                .ofMaxSize(30)
                .map(lines -> String.join("", lines));
    }

    /** Each side, read from top to bottom, holds the lines of its file that the other file does not have. */
    @Property(tries = 70)
    void every_shown_line_is_the_line_of_its_number(@ForAll("files") String before, @ForAll("files") String after) {
        List<String> old = lines(before);
        List<String> fresh = lines(after);
        int shownBefore = 0;
        int shownAfter = 0;

        for (List<SideBySide.Row> hunk : SideBySide.of(patch(before, after)).hunks()) {
            for (SideBySide.Row row : hunk) {
                row.before().ifPresent(line -> assertThat(text(line)).isEqualTo(old.get(line.number() - 1)));
                row.after().ifPresent(line -> assertThat(text(line)).isEqualTo(fresh.get(line.number() - 1)));
                shownBefore += row.before().isPresent() ? 1 : 0;
                shownAfter += row.after().isPresent() ? 1 : 0;
            }
        }
        assertThat(old.size() - shownBefore)
                .as("hidden lines are equal in both files")
                .isEqualTo(fresh.size() - shownAfter);
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
