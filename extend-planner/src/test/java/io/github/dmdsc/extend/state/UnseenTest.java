package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.state.VerdictReason.Condition;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests conditions that the output does not show: they are neither proven nor refuted, and the verdict tells where it
 * looked.
 */
class UnseenTest {
    private static final ExpectedEndpoints TWO = new ExpectedEndpoints(Map.of(
            GroupType.CSS, List.of("CSS0", "CSS1"),
            GroupType.ASM, List.of("ASM0", "ASM1"),
            GroupType.DB, List.of("DSC0", "DSC1")));

    private static Verdict well(String text) {
        return Shown.show(text).allOkOpenActive(TWO);
    }

    private static Location line(int line) {
        return new Location("", "capture", line, 0);
    }

    private static void open(Verdict verdict, Condition condition, String subject, Location at) {
        assertThat(verdict).isInstanceOf(Verdict.NoEvidence.class);
        assertThat(verdict.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.condition()).isEqualTo(condition);
            assertThat(reason.subject()).isEqualTo(subject);
            assertThat(reason.at()).isEqualTo(at);
        });
    }

    @ParameterizedTest
    @CsvSource({"CSS1          1, GRP_CSS", "DSC1          1, GRP_DSC"})
    void an_unreadable_row_leaves_its_group_undecided(String row, String group) {
        String strange = "        2026-03-02 21:10:04    XXXX 2 9999\n\n";
        int end = Shown.WELL.indexOf("\n\n====", Shown.WELL.indexOf(row)) + 1;
        String text = Shown.WELL.substring(0, end) + strange + Shown.WELL.substring(end);

        open(well(text), Condition.LISTED, group, Shown.lineOf(text, "XXXX"));
    }

    @Test
    void an_endpoint_may_be_in_an_unreadable_row() {
        String text = Shown.extended().replace("Normal Node  SHUTDOWN", "");

        open(
                Shown.show(text).newEndpointPresent(GroupType.DB, "DSC2"),
                Condition.LISTED,
                "DB DSC2",
                Shown.lineOf(text, "DSC2          2"));
    }

    @Test
    void an_endpoint_may_be_in_the_missing_part_of_a_text() {
        String text = Shown.WELL.substring(0, Shown.WELL.indexOf("\n\n===", Shown.WELL.indexOf("DSC1          1")));

        open(
                Shown.show(text).newEndpointPresent(GroupType.DB, "DSC2"),
                Condition.LISTED,
                "DB DSC2",
                Shown.lineOf(text, "group[name = GRP_DSC"));
    }

    @Test
    void a_condition_without_its_column_is_undecided() {
        String text = "group[name = G, seq = 0, type = CSS]\ninst_name inst_status is_ok\nCSS0 OPEN OK\n=====\n";

        Verdict verdict = Shown.show(text).newEndpointOk(GroupType.CSS, "CSS0");

        open(verdict, Condition.ACTIVE, "CSS CSS0", line(3));
        assertThat(verdict.reasons().get(0).text().en()).isEqualTo("Whether CSS CSS0 is active cannot be seen (-).");
    }

    @Test
    void an_edition_without_the_column_of_the_vote_disk_is_judged_by_the_others() {
        String text = "group[name = G, seq = 0, type = CSS]\ninst_name inst_status is_ok active\nCSS0 OPEN OK TRUE\n";

        assertThat(Shown.show(text).newEndpointOk(GroupType.CSS, "CSS0")).isInstanceOf(Verdict.Proven.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"break ep", "recover ep"})
    void without_its_line_the_handling_of_a_failure_or_recovery_is_undecided(String what) {
        Condition condition = what.startsWith("break") ? Condition.NO_BREAK : Condition.NO_RECOVER;
        Location group = Shown.lineOf(Shown.WELL, "group[name = GRP_ASM");
        Location own = Shown.lineOf(Shown.WELL, what);

        open(well(Shown.WELL.replaceFirst(what + " = NULL", "")), condition, "GRP_ASM", group);
        open(well(Shown.WELL.replaceFirst(what + " = NULL", what + " =")), condition, "GRP_ASM", own);
        open(well(Shown.WELL.replaceFirst(what + " = NULL", what + " = NU")), condition, "GRP_ASM", own);
        assertThat(well(Shown.WELL.replaceFirst(what + " = NULL", what + " = null")))
                .isInstanceOf(Verdict.Proven.class);
        assertThat(well(Shown.WELL.replaceFirst(what + " = NULL", what + " = NULL1")))
                .isInstanceOf(Verdict.Refuted.class);
    }

    @Test
    void the_proof_of_a_cluster_without_faults_cites_every_line() {
        Verdict verdict = well(Shown.WELL);

        assertThat(verdict.reasons())
                .filteredOn(reason -> reason.subject().startsWith("GRP"))
                .extracting(reason -> reason.subject() + " " + reason.condition())
                .containsExactlyInAnyOrder(
                        "GRP_ASM GROUP_OPEN",
                        "GRP_ASM NO_BREAK",
                        "GRP_ASM NO_RECOVER",
                        "GRP_DSC GROUP_OPEN",
                        "GRP_DSC NO_BREAK",
                        "GRP_DSC NO_RECOVER");
        assertThat(verdict.reasons())
                .filteredOn(reason -> reason.subject().equals("DB DSC0"))
                .extracting(VerdictReason::condition)
                .containsExactly(Condition.LISTED, Condition.OK, Condition.ACTIVE, Condition.OPEN, Condition.WORKING);
    }

    @Test
    void without_expectations_and_output_the_verdict_names_the_missing_groups() {
        Verdict verdict = ClusterState.builder().build().allOkOpenActive(new ExpectedEndpoints(Map.of()));

        open(verdict, Condition.LISTED, "CSS, ASM, DB", Location.outside("(no output)"));
    }

    @Test
    void without_the_needed_output_the_verdict_names_its_subject() {
        ClusterState nothing = ClusterState.builder().build();
        Location nowhere = Location.outside("(no output)");

        open(nothing.instanceOk("DSC2"), Condition.LISTED, "V$DSC_EP_INFO DSC2", nowhere);
        open(nothing.dcrChecked(List.of("/d")), Condition.DCR_CHECKED, "/d", nowhere);
        open(nothing.logFilesInControlFile(List.of("+A/b.log")), Condition.IN_CONTROL_FILE, "+A/b.log", nowhere);
        open(nothing.logFilesOnAsm(List.of("+A/b.log")), Condition.ON_ASM, "+A/b.log", nowhere);
    }

    private static final String VIEW =
            "LINEID EP_NAME EP_STATUS\n------ ------- ---------\n1 DSC0 OK\n2 DSC1 OK\n\nused time: 1(ms).\n";

    @Test
    void an_incomplete_view_never_refutes() {
        IntStream.rangeClosed(0, VIEW.length())
                .mapToObj(length -> VIEW.substring(0, length))
                .forEach(text -> assertThat(Shown.read(Tool.DISQL, text).value().instanceOk("DSC1"))
                        .as(text)
                        .isNotInstanceOf(Verdict.Refuted.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DSC0", "DSC1"})
    void an_older_view_does_not_stand_for_a_newer_one_that_was_cut_off(String name) {
        String older = "SQL> select * from v$dsc_ep_info;\n" + VIEW.replace("2 DSC1 OK", "2 DSC1 ERROR");
        String cut = "SQL> select * from V$DSC_EP_INFO;\n";

        open(
                Shown.read(Tool.DISQL, older + cut).value().instanceOk(name),
                Condition.LISTED,
                "V$DSC_EP_INFO " + name,
                line(8));
        assertThat(Shown.read(Tool.DISQL, older + cut + VIEW).value().instanceOk(name))
                .isInstanceOf(Verdict.Proven.class);
        assertThat(Shown.rules(Shown.read(Tool.DISQL, older + cut + VIEW))).containsExactly("STA-0108");
    }

    @Test
    void an_instance_may_be_in_an_unreadable_row_of_the_view() {
        open(
                Shown.read(Tool.DISQL, VIEW.replace("2 DSC1 OK", "2 DSC1"))
                        .value()
                        .instanceOk("DSC1"),
                Condition.LISTED,
                "V$DSC_EP_INFO DSC1",
                line(1));
    }

    @Test
    void a_check_without_an_outcome_is_undecided() {
        ClusterState state =
                Shown.read(Tool.DMASMCMD, "ASM>check dcrdisk '/d'\n").value();

        open(state.dcrChecked(List.of("/d")), Condition.DCR_CHECKED, "/d", line(1));
    }

    @ParameterizedTest
    @CsvSource({
        "ts_name=rlog, fil_path=+L/A.LOG, true",
        "ts_name=SYSTEM, fil_path=+L/a.log, true",
        "ts_name=SYSTEM, fil_path=+D/SYSTEM.DBF, false"
    })
    void dm_ctl_refutes_a_log_file_only_if_it_lists_other_log_files(String tablespace, String file, boolean refutes) {
        ClusterState state = Shown.state(Tool.DMCTLCVT, tablespace + "\n" + file + "\n");

        assertThat(state.logFilesInControlFile(List.of("+L/b.log")))
                .isInstanceOf(refutes ? Verdict.Refuted.class : Verdict.NoEvidence.class);
    }

    @Test
    void a_file_of_the_same_name_in_another_directory_does_not_count() {
        ClusterState state = Shown.state(Tool.DMASMTOOL, "ls +M/log\na.log\nASM>ls +L\n+L/log/c.log\nASM>\n");

        open(
                state.logFilesOnAsm(List.of("+L/log/a.log")),
                Condition.ON_ASM,
                "+L/log/a.log",
                Location.outside("(no output)"));
        assertThat(state.logFilesOnAsm(List.of("+L/log/c.log"))).isInstanceOf(Verdict.Proven.class);
        assertThat(state.logFilesOnAsm(List.of("c.log"))).isInstanceOf(Verdict.NoEvidence.class);
    }

    @Test
    void a_file_that_cannot_be_seen_leaves_the_verdict_undecided() {
        ClusterState state = Shown.state(Tool.DMASMTOOL, "ls +L\nASM>\n");

        open(
                state.logFilesOnAsm(List.of("+L/a.log", "+M/b.log")),
                Condition.ON_ASM,
                "+M/b.log",
                Location.outside("(no output)"));
        assertThat(state.logFilesOnAsm(List.of("+L/a.log", "+L/b.log"))).isInstanceOf(Verdict.Refuted.class);
    }
}
