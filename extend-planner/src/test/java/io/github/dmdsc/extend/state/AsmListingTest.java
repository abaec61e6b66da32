package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.check.Read;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the reader of the directory lists of dmasmtool, in the forms of several editions and terminals. */
class AsmListingTest {
    /** Returns each list as {@code directory: names}, with a full stop at the end if the list is complete. */
    private static List<String> lists(Read<ClusterState> reading) {
        return reading.value().listings().stream()
                .map(Placed::value)
                .map(list -> list.directory().orElse("?") + ": "
                        + String.join(
                                " ", list.entries().stream().map(Placed::value).toList())
                        + (list.closed() ? "." : ""))
                .toList();
    }

    private static List<String> lists(String text) {
        Read<ClusterState> reading = Shown.read(Tool.DMASMTOOL, text);
        assertThat(reading.findings()).isEmpty();
        return lists(reading);
    }

    private static Read<ClusterState> asked(String command, String text) {
        return ClusterState.read(ToolOutput.of(Tool.DMASMTOOL, "capture", command, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Used time: 1.759(ms).",
                "已用时间: 1.759(毫秒).",
                "ASM>",
                "ASM>exit",
                "ls +B\nNO.1 name: b.log",
                "+B\nb.log"
            })
    void a_list_is_complete_if_another_output_follows(String end) {
        assertThat(lists("ls +A\nNO.1 name: a.log\n" + end + "\n")).startsWith("+A: a.log.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "[TRACE]looking\n"})
    void a_list_at_the_end_of_the_text_may_be_incomplete(String rest) {
        assertThat(lists("ls +A\nNO.1 name: a.log\n" + rest)).containsExactly("+A: a.log");
    }

    @Test
    void the_directory_is_known_from_the_command_or_from_the_line_above_the_names() {
        assertThat(lists("ls +A\nNO.1 name: a.log\nls +B\nNO.1 name: b.log\nls +C\n+C/log\nNO.1 name: c.log\nASM>\n"))
                .containsExactly("+A: a.log.", "+B: b.log.", "+C/log: c.log.");
        assertThat(lists("+A:\na.log\n+B/log:\nb.log\n")).containsExactly("+A: a.log.", "+B/log: b.log");
        assertThat(lists(asked("ls '+A'", "a.log\nASM>\n"))).containsExactly("+A: a.log.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "ls +A/log; +A/log",
                "ls +A/log/; +A/log",
                "ls '+A/my log'; +A/my log",
                "ls '+A/log/'; +A/log",
                "ls \"+A/my log\"; +A/my log",
                "ls \"+A/log/\"; +A/log",
                "LS -l -r '+A/log'; +A/log",
                "ls +; +",
                "`ls +A/log;`; +A/log",
                "`ls '+A/log' ;`; +A/log"
            })
    void the_directory_is_read_from_every_spelling_of_the_command(String command, String directory) {
        String list = directory + ": a.log.";

        assertThat(lists(command + "\na.log\nASM>\n")).containsExactly(list);
        assertThat(lists(asked(command, "a.log\nASM>\n"))).containsExactly(list);
    }

    @Test
    void without_a_directory_the_names_are_kept_and_lists_stay_separate() {
        assertThat(lists("+A/a.log\nASM>\n+A/b.log\nASM>\n")).containsExactly("?: +A/a.log.", "?: +A/b.log.");
        assertThat(lists(asked("cat +A", "+A/a.log\n"))).containsExactly("?: +A/a.log");
    }

    @Test
    void an_empty_directory_is_recognised_only_if_the_text_names_it() {
        assertThat(lists("ls +A\nUsed time: 1(ms).\n")).containsExactly("+A: .");
        assertThat(lists("ls +A\n")).containsExactly("+A: ");

        for (Read<ClusterState> silent :
                List.of(asked("ls +A", "cannot connect\n\nASM>\n"), asked("ls", "ASM>ls\nASM>\n"))) {
            assertThat(lists(silent)).isEmpty();
            assertThat(Shown.rules(silent)).containsExactly("STA-0101");
        }
    }

    @Test
    void the_last_of_several_lists_of_a_directory_counts() {
        assertThat(lists("ls +A\na.log\nls +B\nb.log\nls +A\nc.log\nASM>\n"))
                .containsExactly("+B: b.log.", "+A: c.log.");
    }

    @Test
    void a_word_that_is_not_marked_as_a_name_is_ignored() {
        assertThat(lists("ls +A\nhello\nmoved a.log b.log\na.log 256 MB\n[TRACE]opened c.log\nASM>\n"))
                .containsExactly("+A: a.log.");
        assertThat(lists("ls +A\n[TRACE] name: c.log\nNO.1 name: LOG\nASM>\n")).containsExactly("+A: LOG.");
    }

    @Test
    void a_name_that_looks_like_a_total_is_no_total() {
        assertThat(lists("+A/total9\nNO.1 name: total_8\ntotal7.log\nASM>\n"))
                .containsExactly("+A/total9: total_8 total7.log.");
        assertThat(lists("ls +A\ntotal 5.log\n[TRACE]total [6]\nASM>\n")).containsExactly("+A: 5.log.");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, false", "0, false"})
    void a_list_is_complete_only_with_the_announced_number_of_names(int announced, boolean whole) {
        Read<ClusterState> reading =
                Shown.read(Tool.DMASMTOOL, "ls +A\nfile total [" + announced + "]......\nNO.1 name: a.log\nASM>\n");

        assertThat(lists(reading)).containsExactly(whole ? "+A: a.log." : "+A: a.log");
        assertThat(Shown.rules(reading)).isEqualTo(whole ? List.of() : List.of("STA-0111"));
    }

    @Test
    void a_total_above_the_directory_counts_for_the_directory() {
        Read<ClusterState> reading = Shown.read(Tool.DMASMTOOL, "total [2]\n+A\nNO.1 name: a.log\nASM>\n");

        assertThat(reading.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en())
                        .isEqualTo("The output names 2 entries, but 1 were recognised."));
    }
}
