package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Read;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests special cases in the readers of dmasmcmd (checks of disks), dmctlcvt (files) and DIsql (instances). */
class CheckedAndNamedTest {
    /** Returns each check as {@code disk OUTCOME}. */
    private static List<String> checks(Read<ClusterState> reading) {
        return reading.value().dcrChecks().stream()
                .map(Placed::value)
                .map(check -> check.disk().orElse("?") + " " + check.outcome())
                .toList();
    }

    private static Read<ClusterState> asm(String text) {
        return Shown.read(Tool.DMASMCMD, text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "check dcrdisk '/dev/raw 1'; /dev/raw 1",
                "check dcrdisk \"/dev/raw 1\"; /dev/raw 1",
                "check dcrdisk /dev/raw1; /dev/raw1",
                "`check dcrdisk /dev/raw1;`; /dev/raw1",
                "`CHECK DCRVDISK '/dev/raw1' ;`; /dev/raw1"
            })
    void the_disk_is_read_from_every_spelling_of_the_command(String command, String disk) {
        String outcome = "ASMCMD check DCRDISK success\n";

        assertThat(checks(asm(command + "\n" + outcome))).containsExactly(disk + " SUCCESS");
        assertThat(checks(ClusterState.read(ToolOutput.of(Tool.DMASMCMD, "capture", command, outcome))))
                .containsExactly(disk + " SUCCESS");
    }

    @ParameterizedTest
    @CsvSource({"succeeded, SUCCESS", "成功, SUCCESS", "Failed, FAILED", "失败, FAILED", "pending, UNKNOWN"})
    void the_outcome_is_read_in_both_languages_and_an_unknown_one_is_reported(String word, DcrCheck.Outcome outcome) {
        Read<ClusterState> reading = asm("check dcrdisk /d\nASMCMD check DCRDISK " + word + ".\n");

        assertThat(checks(reading)).containsExactly("/d " + outcome);
        assertThat(Shown.rules(reading))
                .isEqualTo(outcome == DcrCheck.Outcome.UNKNOWN ? List.of("STA-0107") : List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"check dcrdisk /e", "export dcrdisk '/e' to '/i'", "listdisks '/dev'"})
    void an_outcome_after_another_command_does_not_belong_to_the_check(String other) {
        Read<ClusterState> reading = asm("check dcrdisk /d\n" + other + "\nASMCMD check DCRDISK success\n");

        assertThat(checks(reading)).contains("/d UNKNOWN").doesNotContain("/d SUCCESS");
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message().en()).isEqualTo("No result follows check /d.");
            assertThat(finding.primary().line()).isEqualTo(1);
        });
    }

    @Test
    void a_second_outcome_after_one_echo_belongs_to_an_unknown_disk() {
        String text = "check dcrdisk /d\nASMCMD check DCRDISK failed\nASMCMD check DCRDISK success\n";

        assertThat(checks(asm(text))).containsExactly("/d FAILED", "? SUCCESS");
    }

    @Test
    void the_last_of_several_checks_of_a_disk_counts() {
        String failed = "check dcrdisk /d\nASMCMD check DCRDISK failed\n";

        assertThat(checks(asm(failed + failed.replace("/d", "/e") + failed.replace("failed", "success"))))
                .containsExactly("/e FAILED", "/d SUCCESS");
    }

    private static Read<ClusterState> ctl(String text) {
        return Shown.read(Tool.DMCTLCVT, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cannot open dm.ctl\n", "ts_name=RLOG\nts_nth=0\nfil_path=\n"})
    void a_text_without_a_file_is_not_the_text_of_dm_ctl(String text) {
        assertThat(ctl(text).value().controlFile()).isEmpty();
        assertThat(Shown.rules(ctl(text))).containsExactly("STA-0101");
    }

    @Test
    void an_invalid_node_number_is_not_read() {
        assertThat(ctl("ts_name=RLOG\nts_nth=1234567890\nfil_path=+L/a.log\n")
                        .value()
                        .controlFile()
                        .orElseThrow()
                        .value()
                        .files())
                .extracting(file -> file.value().node())
                .containsExactly(Optional.empty());
    }

    @Test
    void a_line_longer_than_any_tool_prints_is_ignored() {
        String longest = "fil_path=+" + "x".repeat(1990);

        assertThat(longest).hasSize(2000);
        assertThat(ctl(longest).value().controlFile()).isPresent();
        assertThat(ctl(longest + "x").value().controlFile()).isEmpty();
    }

    private static final String VIEW = "LINEID EP_NAME EP_STATUS\n1 DSC0 OK\n";

    private static InstanceView view(Read<ClusterState> reading) {
        return reading.value().instances().orElseThrow().value();
    }

    private static Read<ClusterState> sql(String text) {
        return Shown.read(Tool.DISQL, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "SQL>\n", "SQL> exit\n", "used time: 1(ms).\n", "已用时间: 1(毫秒).\n", "1 rows got\n"})
    void the_view_is_complete_at_the_end_of_the_answer(String end) {
        Read<ClusterState> reading = sql(VIEW + end + "2 remarks, not OK\n");

        assertThat(view(reading).closed()).isTrue();
        assertThat(view(reading).rows()).hasSize(1);
        assertThat(reading.findings()).isEmpty();
        assertThat(view(sql(VIEW)).closed()).isFalse();
    }

    @Test
    void a_blank_line_above_the_first_row_does_not_end_the_view() {
        assertThat(view(sql(VIEW.replace("1 DSC0", "\n1 DSC0"))).rows()).hasSize(1);
    }

    @Test
    void the_last_of_several_answers_counts() {
        Read<ClusterState> reading = sql(VIEW + "\n" + VIEW.replace("DSC0", "DSC1") + "\n");

        assertThat(view(reading).rows()).extracting(row -> row.value().name()).containsExactly("DSC1");
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.message().en())
                    .isEqualTo("V$DSC_EP_INFO was printed more than once. The last output counts.");
            assertThat(finding.primary().line()).isEqualTo(4);
        });
    }

    @Test
    void an_unreadable_row_of_the_view_is_reported_and_kept() {
        Read<ClusterState> reading = sql(VIEW + "2 DSC1\n\n");

        assertThat(view(reading).unread()).extracting(Placed::value).containsExactly("2 DSC1");
        assertThat(Shown.rules(reading)).containsExactly("STA-0102");
    }

    @Test
    void an_answer_without_statuses_or_names_is_reported() {
        assertThat(sql("LINEID EP_NAME EP_SEQNO\n1 DSC0 0\n\n").findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message().en())
                        .isEqualTo("The headings of this table lack EP_STATUS, so its rows cannot be used."));
        assertThat(Shown.rules(sql("LINEID EP_SEQNO EP_STATUS\n1 0 OK\n\n"))).containsExactly("STA-0101");
    }

    @Test
    void the_location_does_not_count_for_equality() {
        Placed<String> here = new Placed<>("a", new Location("", "x", 1, 0));

        assertThat(here)
                .isEqualTo(new Placed<>("a", new Location("", "y", 2, 0)))
                .isNotEqualTo("a");
        assertThat(here)
                .isNotEqualTo(new Placed<>("b", here.at()))
                .doesNotHaveSameHashCodeAs(new Placed<>("b", here.at()));
        assertThat(new HashSet<>(List.of(here, new Placed<>("b", here.at()))))
                .contains(new Placed<>("a", new Location("", "y", 2, 0)));
        assertThat(new Reported<>(Health.OK, "正常")).hasToString("正常");
    }
}
