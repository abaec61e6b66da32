package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Read;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the reader of what dmcssm prints about a group beside its table, and of several groups and rounds. */
class GroupTextTest {
    private static final String HEAD = "group[name = G, seq = 2, type = DB, Control Node = 0]\n";
    private static final String TABLE = "inst_name seqno is_ok active\nDSC0 0 OK TRUE\n";

    private static GroupState group(Read<ClusterState> reading) {
        return reading.value().groups().get(0).value();
    }

    private static Read<ClusterState> show(String text) {
        return Shown.read(Tool.DMCSSM, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=====",
                "=================== group[name = H, seq = 3, type = DB] ====\n" + TABLE + "=====",
                "group[name = H, seq = 3, type = DB]\n" + TABLE + "=====",
                "monitor current time:2026-03-02 21:10:05, n_group:0",
                "n_ok_ep = 1",
                "sta = OPEN, sub_sta = STARTUP",
                "break ep = NULL",
                "recover ep = NULL",
                "crash process over flag is TRUE",
                "[DSC0] auto restart = TRUE",
                "[CSS0] auto check = TRUE, global info:",
                "ok_ep_arr(index, seqno):",
                "self css info: 0 OK",
                "( 0 , 1 )",
                "CONN_TIME MID MON_IP FROM_NAME\n2026-03-02 21:00:01 1 10.0.2.110 dmcssm"
            })
    void a_known_line_after_a_table_shows_that_the_table_is_complete(String line) {
        Read<ClusterState> reading = show(HEAD + TABLE + line + "\n");

        assertThat(reading.findings()).isEmpty();
        assertThat(group(reading).closed()).isTrue();
        assertThat(group(reading).endpoints()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "[TRACE]something\n", "bye\n"})
    void a_table_without_a_known_line_after_it_may_be_incomplete(String rest) {
        assertThat(group(show(HEAD + TABLE + rest)).closed()).isFalse();
    }

    @Test
    void lines_directly_after_a_table_are_read() {
        GroupState group = group(show(HEAD + TABLE + """
                n_ok_ep = 1
                sta = PROCESS_CRASH, sub_sta = WAIT_STARTUP
                break ep = 1
                recover ep = 0
                crash process over flag is FALSE
                [A 1] auto restart = TRUE
                [CSS0] auto check = TRUE, global info:
                """));

        assertThat(group.okCount()).contains(1);
        assertThat(group.status().orElseThrow().value().meaning()).isEqualTo(GroupStatus.PROCESS_CRASH);
        assertThat(group.subStatus()).contains("WAIT_STARTUP");
        assertThat(group.breakEndpoint().orElseThrow().value()).isEqualTo("1");
        assertThat(group.recoverEndpoint().orElseThrow().value()).isEqualTo("0");
        assertThat(group.crashOver().orElseThrow().meaning()).isEqualTo(Activity.FALSE);
        assertThat(group.autoRestart()).as("auto check is not auto restart").containsOnlyKeys("A 1");
        assertThat(group.autoCheck()).hasSize(1).hasEntrySatisfying("CSS0", flag -> {
            assertThat(flag.value().meaning()).isEqualTo(Activity.TRUE);
            assertThat(flag.at().line()).isEqualTo(10);
        });
    }

    /** The manual gives the words but no example of the whole line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "DCRV_STATUS: OK, OK, FAILED; OK OK FAILED",
                "[CSS0] DCRV_STATUS = OK; OK",
                "dcrv_status(0, OK) (1, UNUSED); OK UNUSED",
                "DCRV_STATUS: UNKNOWN; UNKNOWN",
                "DCRV_STATUS: dreaming; UNKNOWN"
            })
    void the_words_after_dcrv_status_belong_to_the_disks(String line, String words) {
        Read<ClusterState> reading = show(HEAD + TABLE + line + "\n");

        assertThat(reading.findings()).isEmpty();
        assertThat(group(reading).dcrvDisks().stream()
                        .map(disk -> disk.value().meaning().name()))
                .containsExactly(words.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"n_ok_ep = many", "n_ok_ep = 1234567890"})
    void an_invalid_count_is_not_read(String line) {
        assertThat(group(show(HEAD + TABLE + line + "\n")).okCount()).isEmpty();
    }

    @Test
    void an_unknown_state_of_the_group_is_kept_and_reported() {
        Read<ClusterState> reading = show(HEAD + TABLE + "sta = DREAMING\n");

        assertThat(group(reading).status().orElseThrow().value())
                .isEqualTo(new Reported<>(GroupStatus.UNKNOWN, "DREAMING"));
        assertThat(group(reading).subStatus()).isEmpty();
        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("STA-0107");
            assertThat(finding.primary().line()).isEqualTo(4);
            assertThat(finding.message().en()).contains("\"DREAMING\" is not a known value of sta");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "group[name = G, seq = 1, type = ASM, Control Node = 3]; G; 1; 3",
                "GROUP [Control  Node=3,type=asm,seq=1,name=G]; G; 1; 3",
                "group[name = G, seq = 1, type = ASM, control_node = 3]; G; 1; 3",
                "group[name = G, seq = x, type = ASM, Control Node = 1234567890]; G; -; -",
                "group[name = a=b, seq, type = ASM]; a=b; -; -",
            })
    void the_members_of_a_head_may_have_any_order_and_spelling(
            String head, String name, String sequence, String control) {
        Read<ClusterState> reading = show(head + "\n" + TABLE);

        assertThat(reading.findings()).isEmpty();
        assertThat(group(reading).name()).isEqualTo(name);
        assertThat(group(reading).type()).contains(GroupType.ASM);
        assertThat(group(reading).sequence().map(String::valueOf).orElse("-")).isEqualTo(sequence);
        assertThat(group(reading).controlNode().map(String::valueOf).orElse("-"))
                .isEqualTo(control);
    }

    @Test
    void a_head_may_take_up_to_three_lines() {
        String three = "group[name = G,\nseq = 2, type = DB,\nControl Node = 0]\n";

        Read<ClusterState> reading = show(three + TABLE);
        assertThat(reading.findings()).isEmpty();
        assertThat(group(reading).controlNode()).contains(0);
        assertThat(group(reading).endpoints()).hasSize(1);
        assertThat(Shown.rules(show(three.replace("seq = 2, ", "seq = 2,\n") + TABLE)))
                .contains("STA-0104");
    }

    @ParameterizedTest
    @ValueSource(strings = {"group[seq = 1]", "group[name, seq = 1]", "group[name = , seq = 1]", "group[=, seq = 1]"})
    void a_head_without_a_name_is_quoted_in_a_finding(String head) {
        Read<ClusterState> reading = show("  " + head + "\n" + HEAD + TABLE);

        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("STA-0104");
            assertThat(finding.message().en()).endsWith("cannot be read: " + head);
        });
        assertThat(group(reading).name()).isEqualTo("G");
    }

    @ParameterizedTest
    @CsvSource({"group[name = G], ''", "'group[name = G, type = X]', X"})
    void a_group_of_unknown_type_is_kept_and_reported(String head, String word) {
        Read<ClusterState> reading = show(head + "\n" + TABLE);

        assertThat(group(reading).type()).isEmpty();
        assertThat(group(reading).endpoints()).hasSize(1);
        assertThat(reading.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.message().en()).contains("\"" + word + "\" is not a known value of type"));
    }

    @Test
    void the_groups_of_each_round_are_compared_with_its_announcement() {
        String round = "monitor current time:2026-03-02 21:10:05, n_group:2\n" + HEAD + TABLE;

        Read<ClusterState> reading = show(round + round.replace("n_group:2", "n_group:1") + "=====\n");

        assertThat(reading.findings())
                .extracting(
                        finding -> finding.ruleId() + " " + finding.primary().line())
                .containsExactlyInAnyOrder("STA-0106 1", "STA-0108 6");
    }

    @Test
    void a_round_without_an_announced_number_may_have_any_number_of_groups() {
        Read<ClusterState> reading = show("monitor current time:2026-03-02 21:10:05\n" + HEAD + TABLE + "=====\n");

        assertThat(reading.findings()).isEmpty();
        assertThat(group(reading).endpoints()).hasSize(1);
    }

    @Test
    void a_table_without_any_status_is_reported() {
        Read<ClusterState> reading = show(HEAD + "inst_name seqno port\nDSC0 0 5236\n=====\n");

        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("STA-0103");
            assertThat(finding.message().en()).contains("inst_status, is_ok, active");
        });
        assertThat(group(reading).endpoints()).isEmpty();
        assertThat(group(reading).unread()).extracting(Placed::value).containsExactly("DSC0 0 5236");
    }

    private static final String MONITORS = """
            CONN_TIME            MID            MON_IP                   FROM_NAME
            2026-03-02 21:00:01  17730001       10.0.2.110               dmcssm
            """;

    private static List<String> monitors(Read<ClusterState> reading) {
        return reading.value().monitors().stream()
                .map(monitor -> monitor.value().address().orElseThrow())
                .toList();
    }

    @Test
    void the_last_list_of_monitors_counts_and_show_does_not_change_it() {
        String later = MONITORS.replace("10.0.2.110", "10.0.2.111");

        assertThat(monitors(show(MONITORS + "=====\n" + later))).containsExactly("10.0.2.111");
        assertThat(monitors(show(MONITORS + later))).containsExactly("10.0.2.111");
        assertThat(monitors(show(HEAD + TABLE + MONITORS))).containsExactly("10.0.2.110");
        assertThat(monitors(ClusterState.read(List.of(
                        ToolOutput.of(Tool.DMCSSM, "monitors", MONITORS),
                        ToolOutput.of(Tool.DMCSSM, "show", Shown.WELL)))))
                .containsExactly("10.0.2.110");
    }

    @Test
    void a_monitor_that_cannot_be_read_is_reported() {
        Read<ClusterState> reading = show(MONITORS + "2026-03-02 21:00:01  17730002\n");

        assertThat(Shown.rules(reading)).containsExactly("STA-0102");
        assertThat(monitors(reading)).containsExactly("10.0.2.110");
    }

    @Test
    void only_the_beginning_of_a_long_line_is_quoted() {
        // Two chars, one character: the cut must not fall into it.
        String sign = "𠀀";
        String fits = "group[seq = 1, " + "x".repeat(103) + sign + "]";
        assertThat(fits.codePointCount(0, fits.length())).isEqualTo(120);

        assertThat(show(fits).findings())
                .anySatisfy(finding -> assertThat(finding.message().en()).endsWith(": " + fits));
        assertThat(show("group[" + sign.repeat(115)).findings())
                .anySatisfy(
                        finding -> assertThat(finding.message().en()).endsWith(": group[" + sign.repeat(114) + "…"));
    }
}
