package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The outputs of tools that show whether a step was done. */
class ShownStepsTest {
    private static final ExtendPlan MANUAL = Example.manual().plan();
    private static final ClusterFiles RESTARTING = restarting();
    private static final ExtendPlan AUTOMATIC =
            Example.planned(RESTARTING, Example.manualRequest().build()).plan();
    private static final List<String> OLD_LOGS = List.of("DSC0_log01.log", "DSC1_log01.log");
    private static final List<String> NEW_LOGS = List.of("DSC2_log01.log", "DSC2_log02.log");

    /** Returns the example in which dmcss starts the other processes by itself. */
    private static ClusterFiles restarting() {
        ClusterFiles files = Example.files();
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            files = Example.set(files, dmdcr, "DMDCR_ASM_RESTART_INTERVAL", "30");
            files = Example.set(files, dmdcr, "DMDCR_DB_RESTART_INTERVAL", "30");
        }
        return files;
    }

    private static List<Step> before(ExtendPlan plan, String id) {
        return plan.steps().stream().takeWhile(step -> !step.id().equals(id)).toList();
    }

    private static List<Step> upTo(ExtendPlan plan, String id) {
        return plan.steps().subList(0, before(plan, id).size() + 1);
    }

    private static Set<String> ids(List<Step> steps) {
        return steps.stream().map(Step::id).collect(Collectors.toSet());
    }

    private static ClusterState read(Tool tool, String text) {
        return ClusterState.read(ToolOutput.of(tool, "capture", text)).value();
    }

    private static ClusterState monitor(ExtendPlan plan, String upTo) {
        return CarriedOut.state(plan, upTo(plan, upTo));
    }

    private static ClusterState controlFile(String... logs) {
        return read(Tool.DMCTLCVT, controlFileText(List.of(logs)));
    }

    private static String controlFileText(List<String> logs) {
        return "ts_name=RLOG\n"
                + logs.stream().map(log -> "fil_path=+DMLOG/log/" + log + "\n").collect(Collectors.joining());
    }

    private static ClusterState listing(String... logs) {
        return read(Tool.DMASMTOOL, listingText(List.of(logs)));
    }

    private static String listingText(List<String> logs) {
        return "ASM>ls +DMLOG/log\n"
                + logs.stream().map(log -> "NO.1 name: " + log + "\n").collect(Collectors.joining())
                + "Used time: 1(ms).\n";
    }

    private static ClusterState logFiles(List<String> inControlFile, List<String> onAsm) {
        return ClusterState.read(List.of(
                        ToolOutput.of(Tool.DMCTLCVT, "ctl", controlFileText(inControlFile)),
                        ToolOutput.of(Tool.DMASMTOOL, "ls", listingText(onAsm))))
                .value();
    }

    private static ClusterState view(String status) {
        return read(Tool.DISQL, """
                SQL> select * from v$dsc_ep_info;

                LINEID     EP_NAME EP_SEQNO    EP_MODE      EP_STATUS
                ---------- ------- ----------- ------------ ---------
                1          DSC0    0           Control Node OK
                2          DSC1    1           Normal Node  OK
                3          DSC2    2           Normal Node  %s

                used time: 1.204(ms). Execute id is 58.
                SQL>
                """.formatted(status));
    }

    private static ClusterState check(String disk, String result) {
        return read(Tool.DMASMCMD, "ASM>check dcrdisk '" + disk + "'\nASMCMD check DCRDISK " + result + "\n");
    }

    private static Status remaining(ExtendPlan plan, List<Step> made, Set<String> journal, ClusterState shown) {
        ClusterFiles base = plan.equals(MANUAL) ? Example.files() : RESTARTING;
        Observed observed =
                Observed.of(CarriedOut.files(plan, base, made)).with(shown).withDone(journal);
        Status status = Status.of(plan, observed);
        assertThat(status).returns(true, Status::fits);
        return status;
    }

    static Stream<Arguments> looks() {
        return Stream.of(
                Arguments.of(MANUAL, "cluster-ok", monitor(MANUAL, "export-dcr"), view("OK")),
                Arguments.of(
                        MANUAL,
                        "verify-dmctl",
                        controlFile("DSC2_log01.log", "DSC2_log02.log"),
                        controlFile("DSC2_log01.log")),
                Arguments.of(
                        MANUAL,
                        "verify-log-files",
                        listing("DSC2_log01.log", "DSC2_log02.log"),
                        listing("DSC2_log01.log")),
                Arguments.of(
                        MANUAL, "check-dcr.disk1", check("/dev/raw/raw1", "success"), check("/dev/raw/raw1", "failed")),
                Arguments.of(
                        MANUAL,
                        "check-dcr.disk1",
                        check("/dev/raw/raw1", "success"),
                        check("/dev/raw/raw2", "success")),
                Arguments.of(MANUAL, "show-extended", monitor(MANUAL, "extend-node"), controlFile("DSC2_log01.log")),
                Arguments.of(MANUAL, "ep-info", view("OK"), view("ERROR")),
                Arguments.of(AUTOMATIC, "await-asm", monitor(AUTOMATIC, "await-asm"), monitor(AUTOMATIC, "start-css")),
                Arguments.of(AUTOMATIC, "await-db", monitor(AUTOMATIC, "await-db"), monitor(AUTOMATIC, "await-asm")));
    }

    /** The journal ends before the look. */
    @ParameterizedTest(name = "{1}")
    @MethodSource("looks")
    void a_look_counts_only_if_its_own_output_shows_it(
            ExtendPlan plan, String look, ClusterState good, ClusterState other) {
        List<Step> made = before(plan, look);

        assertThat(remaining(plan, made, ids(made), good).remaining())
                .extracting(Step::id)
                .doesNotContain(look);
        assertThat(remaining(plan, made, ids(made), other).remaining())
                .extracting(Step::id)
                .contains(look);
    }

    static Stream<Arguments> starts() {
        return Stream.of(
                Arguments.of("start-css", "extend-node"),
                Arguments.of("start-asm", "start-css"),
                Arguments.of("start-db", "start-asm"));
    }

    /** A started process may end again, so an output takes precedence over the journal. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("starts")
    void a_process_that_does_not_run_is_started_again(String start, String last) {
        List<Step> made = upTo(MANUAL, start);

        Status left = remaining(MANUAL, made, ids(MANUAL.steps()), monitor(MANUAL, last));
        assertThat(left.remaining()).extracting(Step::id).contains(start);
        assertThat(left.findings())
                .as("it may be started again")
                .noneMatch(finding -> finding.message().en().contains(start));
        assertThat(remaining(MANUAL, made, Set.of(), monitor(MANUAL, start)).remaining())
                .extracting(Step::id)
                .doesNotContain(start);
    }

    @Test
    void a_look_in_the_journal_counts_even_if_the_cluster_fails_later() {
        ClusterState broken = monitor(AUTOMATIC, "extend-node");
        Set<String> journal = Set.of("cluster-ok");

        assertThat(remaining(AUTOMATIC, upTo(AUTOMATIC, "extend-node"), journal, broken)
                        .remaining())
                .extracting(Step::id)
                .doesNotContain("cluster-ok");
    }

    @Test
    void the_last_look_includes_the_old_nodes_and_the_new_one() {
        List<Step> made = upTo(MANUAL, "restart-monitor.1");
        Set<String> journal = ids(made);

        assertThat(remaining(MANUAL, made, journal, monitor(MANUAL, "start-asm"))
                        .remaining())
                .extracting(Step::id)
                .contains("all-ok", "start-db");
        Observed observed = Observed.of(CarriedOut.files(MANUAL, Example.files(), made))
                .with(monitor(MANUAL, "start-db"))
                .withDone(journal);
        assertThat(Status.of(MANUAL, observed).remaining()).isEmpty();
    }

    /** dm.ctl was converted to text before the redo log files were added. An open instance has its redo log files. */
    @Test
    void an_open_instance_overrules_an_older_text_of_dm_ctl() {
        List<Step> made = upTo(MANUAL, "start-db");
        ClusterState older = ClusterState.read(List.of(
                        ToolOutput.of(Tool.DMCTLCVT, "capture", "ts_name=RLOG\nfil_path=+DMLOG/log/DSC0_log01.log\n"),
                        CarriedOut.shown(MANUAL, made)))
                .value();

        assertThat(remaining(MANUAL, made, Set.of(), older).remaining())
                .extracting(Step::id)
                .doesNotContain("add-log-files");
    }

    @Test
    void log_files_can_be_added_if_none_of_them_exists() {
        ClusterState none = logFiles(OLD_LOGS, OLD_LOGS);
        Observed observed = Observed.of(Example.files()).with(none);

        assertThat(Recovery.recover(MANUAL, "add-log-files", observed).ways())
                .first()
                .satisfies(way -> {
                    assertThat(way.kind()).isEqualTo(Recovery.Kind.RETRY);
                    assertThat(way.when()).isEqualTo(Recovery.When.CERTAINLY_NOT_DONE);
                    assertThat(way.steps()).extracting(Step::id).containsExactly("add-log-files");
                });
        assertThat(remaining(MANUAL, List.of(), Set.of("export-dcr"), none).uncertain())
                .isEmpty();
    }

    static Stream<Arguments> halfAdded() {
        List<String> first = List.of("DSC0_log01.log", "DSC2_log01.log");
        return Stream.of(
                Arguments.of(OLD_LOGS, NEW_LOGS),
                Arguments.of(NEW_LOGS, OLD_LOGS),
                Arguments.of(NEW_LOGS, first),
                Arguments.of(OLD_LOGS, first),
                Arguments.of(first, NEW_LOGS),
                Arguments.of(first, first));
    }

    @ParameterizedTest
    @MethodSource("halfAdded")
    void log_files_are_half_added_if_a_look_misses_one_of_them(List<String> inControlFile, List<String> onAsm) {
        ClusterState half = logFiles(inControlFile, onAsm);

        assertThat(Recovery.recover(
                                MANUAL,
                                "add-log-files",
                                Observed.of(Example.files()).with(half))
                        .ways())
                .singleElement()
                .returns(Recovery.Kind.LOOK, Recovery.Way::kind)
                .returns(Recovery.When.PARTLY_DONE, Recovery.Way::when)
                .returns(Optional.empty(), Recovery.Way::resumeIfNot);
        Status left = remaining(MANUAL, List.of(), Set.of(), half);
        assertThat(left.findings()).extracting(Finding::ruleId).containsExactly("EXT-0310");
        assertThat(left.uncertain()).extracting(Step::id).contains("add-log-files");
    }

    static Stream<ClusterState> oneLook() {
        return Stream.of(
                controlFile("DSC0_log01.log"),
                listing("DSC0_log01.log"),
                read(Tool.DMASMTOOL, "ASM>ls +DMLOG/log\nNO.1 name: DSC2_log01.log\n"));
    }

    @ParameterizedTest
    @MethodSource("oneLook")
    void one_of_two_looks_does_not_show_that_log_files_can_be_added(ClusterState shown) {
        assertThat(Recovery.recover(
                                MANUAL,
                                "add-log-files",
                                Observed.of(Example.files()).with(shown))
                        .ways())
                .singleElement()
                .returns(Recovery.Kind.LOOK, Recovery.Way::kind)
                .returns(Recovery.When.UNKNOWN, Recovery.Way::when)
                .returns(Optional.of("add-log-files"), Recovery.Way::resumeIfNot);
    }

    @Test
    void one_look_that_shows_all_log_files_shows_that_they_were_added() {
        Stream.of(controlFile(NEW_LOGS.toArray(String[]::new)), listing(NEW_LOGS.toArray(String[]::new)))
                .forEach(all -> assertThat(Recovery.recover(
                                        MANUAL,
                                        "add-log-files",
                                        Observed.of(Example.files()).with(all))
                                .ways())
                        .first()
                        .returns(Recovery.Kind.GO_ON, Recovery.Way::kind));
    }

    @Test
    void an_incomplete_effect_shows_that_the_plan_was_begun() {
        Status left = remaining(MANUAL, List.of(), Set.of(), controlFile("DSC2_log02.log"));

        assertThat(left.begun()).isTrue();
        assertThat(left.uncertain()).extracting(Step::id).containsExactly("add-log-files", "extend-dcr", "extend-node");
        assertThat(left.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("EXT-0310");
            assertThat(finding.isBlocking()).isFalse();
            assertThat(finding.message().en())
                    .isEqualTo("A part of the result of add-log-files is there, and a part is missing.");
            assertThat(finding.primary().toString()).contains(MANUAL.planId());
        });
    }

    @Test
    void a_look_at_an_incomplete_effect_is_simply_repeated() {
        List<Step> made = before(MANUAL, "verify-log-files");

        Status left = remaining(MANUAL, made, ids(made), listing("DSC2_log01.log"));

        assertThat(left.findings()).extracting(Finding::ruleId).containsExactly("EXT-0310");
        assertThat(left.remaining()).extracting(Step::id).contains("add-log-files", "verify-log-files");
        assertThat(Recovery.recover(
                                MANUAL,
                                "verify-log-files",
                                Observed.of(Example.files()).with(listing("DSC2_log01.log")))
                        .ways())
                .first()
                .extracting(Recovery.Way::kind)
                .isEqualTo(Recovery.Kind.RETRY);
    }

    @Test
    void a_step_in_the_journal_counts_if_nothing_contradicts_it() {
        List<Step> made = upTo(MANUAL, "extend-dcr");
        Set<String> journal = new HashSet<>(ids(made));

        Status left = remaining(MANUAL, made, journal, monitor(MANUAL, "extend-dcr"));

        assertThat(left.findings()).extracting(Finding::ruleId).isEmpty();
        assertThat(left.remaining())
                .extracting(Step::id)
                .doesNotContain("extend-dcr")
                .contains("extend-node");
        assertThat(left.uncertain()).isEmpty();
    }

    @Test
    void a_check_of_a_disk_does_not_count_as_a_list_of_disks() {
        Set<String> journal = Set.of("cluster-ok", "new-host", "ports-free");

        assertThat(remaining(MANUAL, List.of(), journal, check("/dev/raw", "success"))
                        .remaining())
                .extracting(Step::id)
                .startsWith("disks-known", "disks-visible");
    }
}
