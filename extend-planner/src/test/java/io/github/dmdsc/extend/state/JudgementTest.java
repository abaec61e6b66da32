package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.state.VerdictReason.Condition;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class JudgementTest {
    private static final ExpectedEndpoints TWO = new ExpectedEndpoints(Map.of(
            GroupType.CSS, List.of("CSS0", "CSS1"),
            GroupType.ASM, List.of("ASM0", "ASM1"),
            GroupType.DB, List.of("DSC0", "DSC1")));

    private static final ExpectedEndpoints NEW = new ExpectedEndpoints(
            Map.of(GroupType.CSS, List.of("CSS2"), GroupType.ASM, List.of("ASM2"), GroupType.DB, List.of("DSC2")));

    private static Verdict well(String text) {
        return Shown.show(text).allOkOpenActive(TWO);
    }

    private static void refuted(Verdict verdict, Condition condition, String subject, Location at) {
        assertThat(verdict).isInstanceOf(Verdict.Refuted.class);
        assertThat(verdict.reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.condition()).isEqualTo(condition);
            assertThat(reason.subject()).isEqualTo(subject);
            assertThat(reason.at()).isEqualTo(at);
            assertThat(reason.text().en()).contains(subject);
            assertThat(reason.text().zh()).contains(subject);
        });
    }

    @Example
    void the_output_of_a_cluster_without_faults_is_proof() {
        Verdict verdict = well(Shown.WELL);

        assertThat(verdict).isInstanceOf(Verdict.Proven.class);
        assertThat(verdict.reasons()).anySatisfy(reason -> {
            assertThat(reason.condition()).isEqualTo(Condition.OPEN);
            assertThat(reason.subject()).isEqualTo("DB DSC1");
            assertThat(reason.at()).isEqualTo(Shown.lineOf(Shown.WELL, "DSC1          1"));
        });
    }

    @Example
    void the_failing_instance_is_named_with_its_condition_and_line() {
        Location dsc1 = Shown.lineOf(Shown.WELL, "DSC1          1");
        String row = Shown.WELL.lines().toList().get(dsc1.line() - 1);

        refuted(well(Shown.WELL.replace(row, row.replace("OK  ", "ERROR"))), Condition.OK, "DB DSC1", dsc1);
        refuted(well(Shown.WELL.replace(row, row.replace("TRUE", "FALSE"))), Condition.ACTIVE, "DB DSC1", dsc1);
        refuted(well(Shown.WELL.replace(row, row.replace("OPEN", "MOUNT"))), Condition.OPEN, "DB DSC1", dsc1);
        refuted(well(Shown.WELL.replace(row, row.replace("WORKING", "SYSHALT"))), Condition.WORKING, "DB DSC1", dsc1);
        refuted(
                well(Shown.WELL.replace(row + "\n", "")),
                Condition.LISTED,
                "DB DSC1",
                Shown.lineOf(Shown.WELL, "group[name = GRP_DSC"));
    }

    @Example
    void a_group_that_handles_a_failure_is_refuted() {
        Location first = Shown.lineOf(Shown.WELL, "break ep");

        refuted(well(Shown.WELL.replaceFirst("break ep = NULL", "break ep = 1")), Condition.NO_BREAK, "GRP_ASM", first);
        refuted(
                well(Shown.WELL.replaceFirst("recover ep = NULL", "recover ep = 1")),
                Condition.NO_RECOVER,
                "GRP_ASM",
                Shown.lineOf(Shown.WELL, "recover ep"));
        refuted(
                well(Shown.WELL.replaceFirst("sta = OPEN", "sta = PROCESS_CRASH")),
                Condition.GROUP_OPEN,
                "GRP_ASM",
                Shown.lineOf(Shown.WELL, "sta = OPEN"));
    }

    @Example
    void a_css_without_auto_check_is_refuted() {
        refuted(
                well(Shown.WELL.replace("[CSS1] auto check = TRUE", "[CSS1] auto check = FALSE")),
                Condition.AUTO_CHECK,
                "CSS1",
                Shown.lineOf(Shown.WELL, "[CSS1] auto"));
    }

    @Example
    void each_disk_of_the_mirror_edition_must_be_ok() {
        String mirror = Shown.WELL.replace("[CSS0] auto", "DCRV_STATUS: OK, OK\n[CSS0] auto");

        assertThat(well(mirror)).isInstanceOf(Verdict.Proven.class);
        refuted(
                well(mirror.replace("OK, OK", "OK, FAILED")),
                Condition.DCRV_DISK_OK,
                "DCRV_STATUS",
                Shown.lineOf(mirror, "DCRV_STATUS"));
        assertThat(well(mirror.replace("OK, OK", "OK, UNKNOWN"))).isInstanceOf(Verdict.NoEvidence.class);
    }

    @Example
    void an_unexpected_endpoint_must_be_ok_too() {
        assertThat(well(Shown.extended())).isInstanceOf(Verdict.Refuted.class);
    }

    @Example
    void an_unknown_word_is_no_evidence() {
        Verdict verdict = well(Shown.WELL.replaceFirst("OPEN               WORKING", "DREAMING           WORKING"));

        assertThat(verdict).isInstanceOf(Verdict.NoEvidence.class);
        assertThat(verdict.reasons()).extracting(VerdictReason::subject).containsExactly("CSS CSS0");
    }

    @Example
    void the_output_of_a_css_with_only_its_own_group_is_no_evidence() {
        String own = Shown.WELL.substring(0, Shown.WELL.indexOf("=================== group[name = GRP_ASM"));

        Verdict verdict = well(own);

        assertThat(verdict).isInstanceOf(Verdict.NoEvidence.class);
        assertThat(verdict.reasons())
                .extracting(VerdictReason::subject)
                .containsExactlyInAnyOrder("ASM ASM0", "ASM ASM1", "DB DSC0", "DB DSC1");
    }

    @Example
    void an_older_show_does_not_complete_a_newer_one_that_was_cut_off() {
        String newer = Shown.WELL.substring(0, Shown.WELL.indexOf("=================== group[name = GRP_DSC"));
        String broken = Shown.WELL.replaceFirst(
                "WORKING      OK           TRUE         51600", "WORKING      ERROR        TRUE         51600");
        assertThat(well(broken)).isInstanceOf(Verdict.Refuted.class);

        for (String older : List.of(Shown.WELL, broken)) {
            for (String cut : List.of(
                    newer,
                    newer.replace("show\n", ""),
                    newer.replace(", n_group:3", ""),
                    newer.replace("monitor current time:2026-03-02 21:10:05, n_group:3\n", ""),
                    newer.substring(0, newer.indexOf("=================== group[name = GRP_ASM")),
                    newer.substring(0, newer.indexOf("=================== group[name = GRP_CSS")))) {
                Verdict verdict = well(older + cut);

                assertThat(verdict).isInstanceOf(Verdict.NoEvidence.class);
                assertThat(verdict.reasons()).extracting(VerdictReason::subject).contains("DB DSC0", "DB DSC1");
                assertThat(ClusterState.read(List.of(
                                        ToolOutput.of(Tool.DMCSSM, "older", older),
                                        ToolOutput.of(Tool.DMCSSM, "newer", cut)))
                                .value()
                                .allOkOpenActive(TWO))
                        .isInstanceOf(Verdict.NoEvidence.class);
            }
        }
    }

    @Example
    void a_command_that_is_typed_while_the_output_arrives_begins_no_round() {
        String typed =
                Shown.WELL.replace("        2026-03-02 21:10:04    ASM1", "show\n        2026-03-02 21:10:04    ASM1");

        assertThat(well(typed)).isInstanceOf(Verdict.Proven.class);
        assertThat(well(Shown.WELL + "show\n")).isInstanceOf(Verdict.Proven.class);
    }

    @Example
    void the_show_of_one_group_replaces_only_this_group() {
        String group = Shown.WELL.substring(Shown.WELL.indexOf("=================== group[name = GRP_DSC"));
        String broken = group.replaceFirst(
                "WORKING      OK           TRUE         51600", "WORKING      ERROR        TRUE         51600");
        String time = "monitor current time:2026-03-02 21:12:05, n_group:";

        for (String head : List.of("", "show GRP_DSC\n", "show grp_dsc\n" + time + "3\n", time + "1\n")) {
            assertThat(well(Shown.WELL + head + group)).isInstanceOf(Verdict.Proven.class);
            assertThat(well(Shown.WELL + head + broken)).isInstanceOf(Verdict.Refuted.class);
        }
    }

    @Example
    void no_output_at_all_is_no_evidence_for_anything() {
        ClusterState nothing = ClusterState.builder().build();

        assertThat(List.of(
                        nothing.allOkOpenActive(TWO),
                        nothing.allOkOpenActive(new ExpectedEndpoints(Map.of())),
                        nothing.newEndpointPresent(GroupType.DB, "DSC2"),
                        nothing.newEndpointsPresent(NEW),
                        nothing.newEndpointsPresent(new ExpectedEndpoints(Map.of())),
                        nothing.newEndpointOk(GroupType.DB, "DSC2"),
                        nothing.instanceOk("DSC2"),
                        nothing.dcrChecked(List.of("/d")),
                        nothing.dcrChecked(List.of()),
                        nothing.logFilesInControlFile(List.of("+A/b.log")),
                        nothing.logFilesOnAsm(List.of("+A/b.log"))))
                .allMatch(Verdict.NoEvidence.class::isInstance);
    }

    @Property
    void an_incomplete_text_never_refutes(@ForAll @IntRange(max = 5000) int length) {
        String text = Shown.WELL.substring(0, Math.min(length, Shown.WELL.length()));

        assertThat(well(text)).isNotInstanceOf(Verdict.Refuted.class);
    }

    @Property
    void every_proof_is_in_the_text(@ForAll @IntRange(max = 60) int line, @ForAll @IntRange(max = 60) int other) {
        List<String> lines = Shown.WELL.lines().toList();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            if (i != line && i != other) {
                text.append(lines.get(i)).append('\n');
            }
        }

        Verdict verdict = well(text.toString());

        if (verdict instanceof Verdict.Proven) {
            TWO.names()
                    .values()
                    .forEach(names -> names.forEach(
                            name -> assertThat(text.toString()).containsPattern(name + " +[01].* OPEN .* OK +TRUE ")));
        }
    }

    @Example
    void the_new_endpoint_is_known_and_not_yet_started() {
        ClusterState state = Shown.show(Shown.extended());

        assertThat(state.newEndpointPresent(GroupType.DB, "dsc2")).isInstanceOf(Verdict.Proven.class);
        assertThat(state.newEndpointOk(GroupType.DB, "DSC2").reasons())
                .extracting(VerdictReason::condition)
                .containsExactly(Condition.OK, Condition.ACTIVE, Condition.OPEN, Condition.WORKING);
        assertThat(state.newEndpointPresent(GroupType.ASM, "ASM2")).isInstanceOf(Verdict.Refuted.class);
    }

    @Example
    void endpoints_of_one_command_are_refuted_only_if_all_are_missing() {
        assertThat(Shown.show(Shown.WELL).newEndpointsPresent(NEW)).isInstanceOf(Verdict.Refuted.class);
        assertThat(Shown.show(Shown.extended()).newEndpointsPresent(NEW))
                .isInstanceOfSatisfying(
                        Verdict.Partial.class,
                        partial -> assertThat(partial.reasons())
                                .extracting(VerdictReason::subject)
                                .contains("ASM ASM2", "DB DSC2"));
        String own = Shown.WELL.substring(0, Shown.WELL.indexOf("=================== group[name = GRP_ASM"));
        assertThat(Shown.show(own).newEndpointsPresent(NEW)).isInstanceOf(Verdict.NoEvidence.class);
    }

    @Example
    void the_new_endpoint_is_started() {
        String started = Shown.extended()
                .replace(
                        "SHUTDOWN           SHUTDOWN     ERROR        FALSE",
                        "OPEN               WORKING      OK           TRUE ");
        ClusterState state = Shown.show(started);

        assertThat(state.newEndpointOk(GroupType.DB, "DSC2")).isInstanceOf(Verdict.Proven.class);
    }

    @Example
    void the_view_shows_whether_an_instance_is_ok() {
        String text = "LINEID EP_NAME EP_STATUS\n1 DSC0 OK\n2 DSC1 ERROR\n\nused time: 1(ms).\n";
        ClusterState state = Shown.state(Tool.DISQL, text);

        assertThat(state.instanceOk("DSC0")).isInstanceOf(Verdict.Proven.class);
        refuted(state.instanceOk("DSC1"), Condition.OK, "V$DSC_EP_INFO DSC1", new Location("", "capture", 3, 0));
        assertThat(state.instanceOk("DSC2")).isInstanceOf(Verdict.Refuted.class);
        ClusterState cut = Shown.state(Tool.DISQL, text.substring(0, text.indexOf("\n\n")));
        assertThat(cut.instanceOk("DSC2")).isInstanceOf(Verdict.NoEvidence.class);
    }

    @Example
    void every_disk_must_have_passed_its_check() {
        ClusterState state = Shown.read(Tool.DMASMCMDM, """
                        ASM>check dcrvdisk '/d0'
                        ASMCMD check DCRVDISK success
                        ASM>check dcrvdisk '/d1'
                        ASMCMD check DCRVDISK failed
                        """).value();

        assertThat(state.dcrChecked(List.of("/d0"))).isInstanceOf(Verdict.Proven.class);
        refuted(
                state.dcrChecked(List.of("/d0", "/d1", "/d2")),
                Condition.DCR_CHECKED,
                "/d1",
                new Location("", "capture", 4, 0));
        assertThat(state.dcrChecked(List.of("/d0", "/d2"))).isInstanceOf(Verdict.NoEvidence.class);
    }

    @Example
    void log_files_are_found_in_dm_ctl_and_on_asm() {
        String ctl = "ts_name=RLOG\nfil_path=+L/log/a.log\nfil_path=+L/log/b.log\n";
        ClusterState named = Shown.state(Tool.DMCTLCVT, ctl);
        assertThat(named.logFilesInControlFile(List.of("+L/log/a.log", "+L/log/b.log")))
                .isInstanceOf(Verdict.Proven.class);
        assertThat(named.logFilesInControlFile(List.of("+l/LOG/A.log", "+L/log/B.LOG")))
                .isInstanceOf(Verdict.Proven.class);
        assertThat(named.logFilesInControlFile(List.of("+L/log/a.log", "+L/log/c.log")))
                .isInstanceOfSatisfying(
                        Verdict.Partial.class,
                        partial -> assertThat(partial.reasons())
                                .extracting(VerdictReason::subject)
                                .containsExactly("+L/log/a.log", "+L/log/c.log"));
        refuted(
                named.logFilesInControlFile(List.of("+L/log/c.log")),
                Condition.IN_CONTROL_FILE,
                "+L/log/c.log",
                new Location("", "capture", 3, 0));
        ClusterState early = Shown.state(Tool.DMCTLCVT, "ts_name=SYSTEM\nfil_path=+D/SYSTEM.DBF\n");
        assertThat(early.logFilesInControlFile(List.of("+L/log/a.log"))).isInstanceOf(Verdict.NoEvidence.class);

        String list = "ASM>ls +L/log\nNO.1 name: a.log\nUsed time: 1(ms).\n";
        ClusterState listed = Shown.state(Tool.DMASMTOOL, list);
        assertThat(listed.logFilesOnAsm(List.of("+L/log/a.log"))).isInstanceOf(Verdict.Proven.class);
        assertThat(listed.logFilesOnAsm(List.of("+l/log/A.LOG"))).isInstanceOf(Verdict.Proven.class);
        assertThat(listed.logFilesOnAsm(List.of("+L/log/a.log", "+L/log/b.log")))
                .isInstanceOf(Verdict.Partial.class);
        refuted(
                listed.logFilesOnAsm(List.of("+L/log/b.log")),
                Condition.ON_ASM,
                "+L/log/b.log",
                new Location("", "capture", 1, 0));
        assertThat(listed.logFilesOnAsm(List.of("+M/log/a.log"))).isInstanceOf(Verdict.NoEvidence.class);
        ClusterState open = Shown.state(Tool.DMASMTOOL, "ASM>ls +L/log\nNO.1 name: a.log\n");
        assertThat(open.logFilesOnAsm(List.of("+L/log/b.log"))).isInstanceOf(Verdict.NoEvidence.class);
    }

    @Example
    void expected_endpoints_come_from_the_dcr_configuration() {
        DmdcrCfg dcr = DmdcrCfg.builder()
                .addGroups(DcrGroup.builder()
                        .type(GroupType.DB)
                        .addEndpoints(DcrEndpoint.builder().name("DSC0").build())
                        .addEndpoints(DcrEndpoint.builder().name("DSC1").build())
                        .build())
                .build();

        assertThat(ExpectedEndpoints.of(dcr).names()).isEqualTo(Map.of(GroupType.DB, List.of("DSC0", "DSC1")));
    }
}
