package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.extend.render.html.HtmlPrinter;
import io.github.dmdsc.ini.diff.Patch;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Tests how the page shows a changed file: the line ends, and the causes of each line. */
class FileDifferencesTest {
    private static final FileId FILE = new FileId("10.0.2.101", "/home/data/dmmal.ini");
    private static final Hosts HOSTS = new Hosts(List.of("10.0.2.101", "10.0.2.102"));

    private static FileChange change(String before, String after, int... causedLines) {
        byte[] old = before.getBytes(StandardCharsets.UTF_8);
        byte[] fresh = after.getBytes(StandardCharsets.UTF_8);
        List<Provenance> why = Arrays.stream(causedLines)
                .mapToObj(line -> new Provenance(line, "KEY" + line, "rule"))
                .toList();
        return FileChange.builder()
                .file(FILE)
                .kind(FileChange.Kind.UPDATE)
                .before(Hashes.sha256(old))
                .after(Hashes.sha256(fresh))
                .contentBefore(FileContent.of(old))
                .content(FileContent.of(fresh))
                .patch(Patch.between(old, fresh))
                .provenance(why)
                .build();
    }

    private static Element shown(FileChange change) {
        return Jsoup.parse(HtmlPrinter.page(new HtmlDiff(change, new Labels(Locale.ENGLISH)).of(1, HOSTS)));
    }

    /** Returns the rows of the table: the number and text of each side, and the causes. */
    private static List<String> rows(FileChange change) {
        return shown(change).select("tbody tr").stream()
                .map(row -> String.join(
                        "|",
                        row.select("td").stream()
                                .map(cell -> cell.wholeText().replace("\n", ""))
                                .toList()))
                .toList();
    }

    @Test
    void only_changed_lines_show_causes() {
        assertThat(rows(change("a\nb\nc\n", "a\nB\nc\nd\n", 2, 4)))
                .containsExactly("1|a|1|a|", "2|b|2|B|← rule", "3|c|3|c|", "||4|d|← rule");
        assertThat(rows(change("a\nb\n", "a\n"))).containsExactly("1|a|1|a|", "2|b|||");
        assertThat(shown(change("a\nb\n", "c\na\n", 1)).select("tbody td").stream()
                        .map(Element::className))
                .containsExactly(
                        "number", "none", "number", "added", "cause", "number", "same", "number", "same", "cause",
                        "number", "removed", "number", "none", "cause");
    }

    @Test
    void a_missing_line_end_is_noted_only_on_its_own_side() {
        assertThat(rows(change("a\nb\n", "a\nb"))).containsExactly("1|a|1|a|", "2|b|2|b (no line end)|");
        assertThat(rows(change("a\nb", "c\nb"))).containsExactly("1|a|1|c|", "2|b (no line end)|2|b (no line end)|");
    }

    @Test
    void carriage_returns_are_shown_if_not_every_line_has_one() {
        assertThat(rows(change("a\r\nb\r\n", "a\r\nc\r\n"))).containsExactly("1|a|1|a|", "2|b|2|c|");
        assertThat(rows(change("a\r\nb\r\n", "a\r\nc\n"))).containsExactly("1|a␍|1|a␍|", "2|b␍|2|c|");
        assertThat(rows(change("a\nb\n", "a\nc\r\n"))).containsExactly("1|a|1|a|", "2|b|2|c␍|");
    }

    @Test
    void a_last_line_without_an_end_is_ignored_for_the_line_ends_of_the_file() {
        assertThat(rows(change("a\r\nb", "a\r\nc")))
                .containsExactly("1|a|1|a|", "2|b (no line end)|2|c (no line end)|");
        assertThat(rows(change("a\r\nb\r\n", "a\r\nc\r"))).containsExactly("1|a|1|a|", "2|b|2|c (no line end)|");
    }

    /** The planner also ends a line at a lone carriage return (old Macintosh files), the diff only at a line feed. */
    @Test
    void causes_are_found_after_lone_carriage_returns() {
        FileChange change = change("a\rb\nc\n", "a\rB\nC\nd\n", 2, 3, 4);

        assertThat(rows(change)).containsExactly("1|a␍b|1|a␍B|← rule", "2|c|2|C|← rule", "||3|d|← rule");
        Causes causes = Causes.of(change);
        assertThat(Stream.of(1, 2, 3, 4, 9).map(causes::at).map(List::size)).containsExactly(1, 1, 1, 0, 0);
    }

    @Test
    void several_causes_of_a_line_are_listed_below_each_other() {
        FileChange change = FileChange.builder()
                .from(change("a\n", "b\n", 1))
                .addProvenance(new Provenance(1, "OTHER", "by hand"))
                .copiedFrom(new FileId("10.0.2.102", "/home/data/other.ini"))
                .build();
        Element shown = shown(change);

        assertThat(shown.select(".cause div").eachText()).containsExactly("← rule", "← by hand");
        assertThat(shown.select("article").attr("data-host")).isEqualTo("1");
        assertThat(shown.select("p").eachText())
                .containsExactly("Changed file", "Made from 10.0.2.102:/home/data/other.ini");
        assertThat(HOSTS.number("10.0.2.102")).isEqualTo(2);
    }
}
