package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ClusterCheck;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the findings as text on a terminal. */
class FindingsTextTest {
    private static final FileId FILE = new FileId("h", "/data/dm.ini");

    private static List<String> excerpt(String text, int line, int column) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Excerpts(ClusterFiles.of(Map.of(FILE, bytes))).at(Location.of(FILE, line, column));
    }

    private static final ClusterFiles TWO_OF_ONE_NUMBER =
            Example.set(Example.files(), Example.DMDCR_2, "DMDCR_SEQNO", "0");

    private static final List<Finding> FINDINGS =
            ClusterCheck.of(TWO_OF_ONE_NUMBER).findings();

    @Test
    void a_finding_shows_both_lines_with_a_caret_under_the_value() {
        assertThat(FindingsText.in(Locale.ENGLISH).over(TWO_OF_ONE_NUMBER).of(FINDINGS))
                .contains("[DSC-0206]\n    | DMDCR_SEQNO    = 0    #本节点序号\n    |                  ^\n    <-> ")
                .contains("    <-> 10.0.2.101:/home/data/dmdcr.ini:4:15\n    | DMDCR_SEQNO    = 0")
                .doesNotContain("\u001b");
    }

    @Test
    void colours_are_used_on_request() {
        assertThat(FindingsText.in(Locale.ENGLISH)
                        .over(TWO_OF_ONE_NUMBER)
                        .coloured(true)
                        .of(FINDINGS))
                .contains("\u001b[31merror:\u001b[0m ")
                .as("the line is not coloured, the caret has the colour of the finding")
                .contains("|\u001b[0m DMDCR_SEQNO    = 0", "|\u001b[0m \u001b[31m                 ^");
    }

    @Test
    void the_last_line_counts_each_severity_and_the_waived_findings() {
        Finding error = FINDINGS.get(0);

        assertThat(FindingsText.in(Locale.ENGLISH).sums(List.of(error, error, error.withWaived("known"))))
                .isEqualTo("Errors: 2, warnings: 0, notes: 0, waived: 1\n");
    }

    @Test
    void the_caret_is_under_the_value_after_tabs_and_wide_characters() {
        assertThat(excerpt("a\n\tkey\t= 值 x\n", 2, 10)).containsExactly("    key    = 值 x", " ".repeat(16) + "^");
    }

    @Test
    void a_location_without_column_has_no_caret_and_an_unknown_line_no_excerpt() {
        assertThat(excerpt("a = 1\n", 1, 0)).containsExactly("a = 1");
        assertThat(excerpt("a = 1\n", 7, 1)).isEmpty();
        assertThat(excerpt("a = 1\n", 0, 0)).isEmpty();
        assertThat(new Excerpts(ClusterFiles.empty()).at(Location.of(FILE, 1, 1)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001b[2J", "\u0007", "\u009b31m", "\u202e", "\u0000"})
    void control_characters_of_a_file_are_escaped(String order) {
        assertThat(Excerpts.visible("a" + order + "b"))
                .isEqualTo("a" + String.format("\\u%04x", (int) order.charAt(0)) + order.substring(1) + "b");
    }

    @ParameterizedTest
    @CsvSource({
        "0061,1", "00e9,1", "503c,2", "3042,2", "30a2,2", "d55c,2", "2fff,1", "3000,2", "303f,2", "3040,1", "ff00,1",
        "ff01,2", "ff60,2", "ff61,1", "20000,2"
    })
    void wide_characters_take_two_columns(String codePoint, int cells) {
        assertThat(Excerpts.cells(Integer.parseInt(codePoint, 16))).isEqualTo(cells);
    }

    @Test
    void the_last_line_of_a_file_is_shown_but_no_line_after_it() {
        assertThat(excerpt("a = 1\nb = 2", 2, 5)).containsExactly("b = 2", "    ^");
        assertThat(excerpt("a = 1\nb = 2", 3, 1)).isEmpty();
    }

    @Property
    void every_column_has_a_caret_in_a_line_of_its_own(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 60) int column) {
        List<String> lines = excerpt("x = " + text.replaceAll("[\\r\\n]", ""), 1, column);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(1)).matches(" *\\^");
        int width = lines.get(0).codePoints().map(Excerpts::cells).sum();
        assertThat(lines.get(1).length()).isLessThanOrEqualTo(width + 1);
    }
}
