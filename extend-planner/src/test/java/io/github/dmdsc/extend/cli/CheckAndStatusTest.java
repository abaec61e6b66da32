package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of check about a cluster, and of status about a plan that was begun. */
class CheckAndStatusTest extends CommandLineRun {
    @Test
    void check_finds_nothing_wrong_with_the_example() {
        input(Example.files());
        assertThat(run("check", input.toString())).isZero();
        assertThat(stdout.toString()).contains("Nodes: 2, monitors: 1");
    }

    /** The finding about exports that differ names an option, which the command that reports it must accept. */
    @Test
    void check_uses_the_named_one_of_several_exports() {
        input(Example.set(Example.files(), Example.DCR_2, "DCR_VTD_PATH", "/dev/raw/raw3"));

        assertThat(run("check", input.toString())).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("[CLU-0103]", "--dcr-config");
        assertThat(run("check", input.toString(), "--dcr-config=" + Example.DCR_2))
                .isZero();
        assertThat(run("check", input.toString(), "--dcr-config=nowhere")).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("--dcr-config", "nowhere", "<host>:<path>");
    }

    @Test
    void check_reads_the_output_of_a_monitor_and_reports_unreadable_files() throws Exception {
        input(Example.files());
        Path show = Files.writeString(input.resolveSibling("show.txt"), "nothing of a monitor\n");

        assertThat(run("check", input.toString(), "--shown=" + show)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("[STA-0101]", "[STA-0202]", "CSS CSS0");
        assertThat(run("check", input.toString(), "--shown=" + input)).isEqualTo(Main.UNREADABLE);
    }

    @Test
    void check_reads_the_output_of_a_tool_in_gb18030() throws Exception {
        input(Example.files());
        Path logs = Files.write(
                input.resolveSibling("logs.txt"),
                "行号 PATH RLOG_SIZE\n1 +DMLOG/log/DSC0_01.log 268435456\n\n已用时间: 1\n".getBytes("GB18030"));

        assertThat(run("check", input.toString(), "--shown=disql=" + logs))
                .as(stdout.toString())
                .isZero();
        assertThat(stdout.toString()).doesNotContain("CLI-0103");
    }

    @Test
    void check_compares_the_free_space_with_two_log_files() throws Exception {
        input(Example.files());
        Path logs = Files.writeString(
                input.resolveSibling("logs.txt"), "PATH RLOG_SIZE\n+DMLOG/log/DSC0_01.log 268435456\n\nused time: 1\n");
        Path groups = Files.writeString(
                input.resolveSibling("groups.txt"), "GROUP_NAME TYPE TOTAL_MB FREE_MB\nDMLOG EXTERNAL 900 511\n\n");

        assertThat(run("check", input.toString(), "--shown=disql=" + logs, "--shown=disql=" + groups))
                .isEqualTo(Main.OK);
        assertThat(stdout.toString()).contains("[STA-0204]", "511 MB").doesNotContain("[STA-0202]");
    }

    @Test
    void check_prints_findings_as_json() throws Exception {
        input(Example.set(Example.files(), Example.DMDCR_2, "DMDCR_SEQNO", "x"));

        assertThat(run("check", input.toString(), "--format=json")).isEqualTo(Main.FINDINGS);

        JsonNode json = new ObjectMapper().readTree(stdout.toString());
        assertThat(json.get("findings"))
                .anySatisfy(
                        finding -> assertThat(finding.get("ruleId").asText()).isEqualTo("INI-0101"));
        assertThat(json.at("/findings/0/primary/line").asInt()).isPositive();
    }

    @Test
    void check_prints_findings_as_sarif() throws Exception {
        input(Example.set(Example.files(), Example.MONITOR, "CSSM_OGUID", "7"));

        assertThat(run("check", input.toString(), "--format=sarif")).isEqualTo(Main.FINDINGS);

        JsonNode log = new ObjectMapper().readTree(stdout.toString());
        assertThat(log.at("/version").asText()).isEqualTo("2.1.0");
        assertThat(log.at("/runs/0/results/0/ruleId").asText()).isEqualTo("DSC-0209");
        JsonNode region = log.at("/runs/0/results/0/locations/0/physicalLocation/region");
        assertThat(region.at("/endColumn").asInt())
                .isEqualTo(region.at("/startColumn").asInt() + 1);
    }

    @Test
    void a_waived_finding_is_shown_and_does_not_stop_the_plan() {
        String command = "/opt/dmdbms/bin/dmasmsvr dcr_ini=/home/old/dmdcr.ini";
        input(Example.set(Example.files(), Example.DMDCR_2, "DMDCR_ASM_STARTUP_CMD", command));
        String waiver = "--waive=DSC-0215@10.0.2.102:/home/data/dmdcr.ini=gone on Friday";
        String value = "--value=dmdcr.DMDCR_ASM_STARTUP_CMD=/opt/dmdbms/bin/dmasmsvr dcr_ini=/home/data/dmdcr.ini";

        assertThat(run("check", input.toString(), waiver)).isZero();
        assertThat(stdout.toString()).contains("[DSC-0215]", "waived: gone on Friday");
        assertThat(plan(value)).isEqualTo(Main.FINDINGS);
        assertThat(plan(value, waiver)).isZero();
    }

    /** A monitor that does not reach the cluster cannot be waived, because extend node is typed in it. */
    @Test
    void a_waiver_does_not_help_a_plan_that_fails_its_rehearsal() {
        input(Example.set(Example.files(), Example.MONITOR, "CSSM_OGUID", "7"));
        String waiver = "--waive=DSC-0209@monitor:/home/data/cssm/dmcssm.ini=gone on Friday";

        assertThat(run("check", input.toString(), waiver)).isZero();
        assertThat(plan(waiver)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("[EXT-0112]", "cluster-ok", "R13", "dmcssm.ini");
        assertThat(out).doesNotExist();
        assertThat(plan(waiver, "--lang=zh")).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("[EXT-0112]", "R13");
    }

    @Test
    void some_rules_cannot_be_waived() {
        input(Example.set(Example.files(), Example.DMDCR_2, "DMDCR_SEQNO", "7"));

        assertThat(run("check", input.toString(), "--waive=DSC-0206@10.0.2.102=we know"))
                .isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("WAI-0101").doesNotContain("waived: we know");
        assertRefused(run("check", input.toString(), "--waive=DSC-0206"), Main.UNREADABLE, "<rule>@<place>=<reason>");
    }

    @Test
    void status_shows_the_remaining_steps() {
        input(Example.files());
        assertThat(plan()).isZero();
        String json = out.resolve("plan.json").toString();

        assertThat(status(json, input.toString())).isZero();
        assertThat(stdout.toString()).contains("  cluster-ok  ", "  extend-node  ");
        assertThat(status(json, input.toString(), "--done=cluster-ok,new-host")).isZero();
        assertThat(stdout.toString()).contains("x  1  cluster-ok  ").contains("  ports-free  ");
    }

    @Test
    void status_shows_the_ways_after_a_failed_step() {
        input(Example.files());
        assertThat(plan()).isZero();
        String json = out.resolve("plan.json").toString();

        assertThat(status(json, input.toString(), "--failed=extend-dcr")).isZero();
        assertThat(stdout.toString())
                .contains("Look first", "check dcrdisk '/dev/raw/raw1'", "init dcrdisk '/dev/raw/raw1'")
                .contains("export dcrdisk '/dev/raw/raw1' to '/home/data/dcr_node2_after_disk1.txt'")
                .contains(
                        "  => if it was done, go on with dcr-extended.disk1", "  => if it had no effect, do extend-dcr")
                .doesNotContain("Do it again")
                .contains("staged/10.0.2.101/home/data/dmasvrmal.ini");
        assertThat(out.resolve("staged/10.0.2.101/home/data/dmasvrmal.ini"))
                .hasBinaryContent(Example.files().bytes(new FileId("10.0.2.101", "/home/data/dmasvrmal.ini")));
        assertThat(status(json, input.toString(), "--failed=dance")).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("no step dance").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extend-dcr", "extend-d", "NUMBER"})
    void a_step_may_be_given_by_id_prefix_or_number(String named) throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        List<String> ids =
                PlanJson.read(Files.readString(out.resolve("plan.json")), "plan.json")
                        .value()
                        .orElseThrow()
                        .steps()
                        .stream()
                        .map(Step::id)
                        .toList();
        String step = named.equals("NUMBER") ? String.valueOf(ids.indexOf("extend-dcr") + 1) : named;

        assertThat(status(out.toString(), input.toString(), "--failed=" + step)).isZero();

        assertThat(stdout.toString()).contains("  => if it had no effect, do extend-dcr");
    }

    @Test
    void an_ambiguous_prefix_lists_the_matching_steps() {
        input(Example.files());
        assertThat(plan()).isZero();

        assertThat(status(out.toString(), input.toString(), "--failed=extend-")).isEqualTo(Main.UNREADABLE);
        assertThat(status(out.toString(), input.toString(), "--failed=99")).isEqualTo(Main.UNREADABLE);
        assertThat(status(out.toString(), input.toString(), "--failed=Still")).isEqualTo(Main.UNREADABLE);
        assertThat(status(out.toString(), input.toString(), "--failed=add-lgo")).isEqualTo(Main.UNREADABLE);

        assertThat(stderr.toString())
                .contains(
                        "extend-dcr, extend-node",
                        "no step 99",
                        "no step Still; did you mean dcr-still-base, cluster-still-ok?",
                        "no step add-lgo; did you mean add-log-files?");
    }

    @Test
    void a_plan_that_no_longer_fits_is_refused() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        String json = out.resolve("plan.json").toString();
        Path mal = input.resolve("10.0.2.101/home/data/dmasvrmal.ini");
        Files.writeString(mal, "mal_check_interval = 1\n");

        assertThat(status(json, input.toString())).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("EXT-0301");
        assertThat(status(mal.toString(), input.toString())).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains("EXT-0303", "dmasvrmal.ini:1:").doesNotContain("Exception");
        assertThat(status(json, input.toString(), "--shown=ls=" + mal)).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("--shown", "ls=", "dmcssm").doesNotContain("Exception");
    }

    @Test
    void a_plan_without_sign_of_a_beginning_is_only_noted() {
        input(Example.files());
        assertThat(plan()).isZero();
        String json = out.resolve("plan.json").toString();

        assertThat(status(json, input.toString())).isZero();
        assertThat(stdout.toString())
                .contains("Nothing shows whether this plan was begun")
                .contains("add-log-files, extend-dcr, extend-node")
                .doesNotContain("\n? ");
        assertThat(status(json, input.toString(), "--done=copy-config")).isZero();
        assertThat(stdout.toString())
                .contains("?  9  add-log-files  ", "\n? 26  extend-dcr  ", "\n? 29  extend-node  ")
                .doesNotContain("Nothing shows whether this plan");
        assertThat(status(json, input.toString(), "--done=cluster-ok,dance")).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("no step dance").doesNotContain("Exception");
    }

    @Test
    void several_outputs_of_one_tool_are_read() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        String json = out.resolve("plan.json").toString();
        Path first = out.resolve("first.txt");
        Path second = out.resolve("second.txt");
        Files.writeString(first, "ls +DMLOG/log\nNO.1 name: DSC2_log01.log\nUsed time: 1(ms).\n");
        Files.writeString(second, "check it\n");

        assertThat(status(json, input.toString(), "--shown=dmasmtool=" + first, "--shown=dmasmtool=" + second))
                .isZero();
        assertThat(stdout.toString()).contains("STA-0101", second.toString()).doesNotContain(first + ":");
        assertThat(status(json, input.toString(), "--shown=dmasmtool")).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("<tool>=<file>").doesNotContain("Exception");
    }

    @Test
    void no_way_is_shown_if_a_file_was_edited() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        Files.writeString(input.resolve("10.0.2.101/home/data/dmasvrmal.ini"), "mal_check_interval = 1\n");

        assertThat(status(out.resolve("plan.json").toString(), input.toString(), "--failed=extend-node"))
                .isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("EXT-0301").doesNotContain("=> ");
    }

    @Test
    void a_finished_plan_has_no_remaining_steps() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        Path json = out.resolve("plan.json");
        List<String> steps = new ArrayList<>();
        new ObjectMapper()
                .readTree(json.toFile())
                .get("steps")
                .forEach(step -> steps.add(step.get("id").asText()));
        Path after = out.resolve("files");
        String done = "--done=" + String.join(",", steps);

        assertThat(status(json.toString(), after.toString(), done)).isZero();
        assertThat(stdout.toString()).isEqualTo("Nothing is left to do: the cluster is extended.\n");
        assertThat(status(json.toString(), after.toString(), done, "--lang=zh")).isZero();
        assertThat(stdout.toString()).isEqualTo("没有剩余步骤：集群已完成扩展。\n");
    }

    @Test
    void unreadable_inputs_are_reported() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        String json = out.resolve("plan.json").toString();
        String missing = out.resolve("missing").toString();

        assertThat(status(missing, input.toString())).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains(missing + " cannot be read: ");
        assertThat(status(json, missing)).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains(missing);
        assertThat(status(json, input.toString(), "--shown=dmcssm=" + missing)).isEqualTo(Main.UNREADABLE);
        assertThat(status(json, input.toString(), "--done=dance,jump")).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("no step dance, jump").doesNotContain("Exception");
        Path odd = out.resolve("a=b.txt");
        Files.writeString(odd, "check it\n");
        assertThat(status(json, input.toString(), "--shown=dmcssm=" + odd)).isZero();
        assertThat(stdout.toString()).contains("STA-0101", odd.toString());
    }

    @Test
    void remaining_steps_follow_the_finding_about_a_doubt() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        Path half = out.resolve("dmctl.txt");
        Files.writeString(half, "ts_name=RLOG\nfil_path=+DMLOG/log/DSC2_log01.log\n");

        assertThat(status(out.resolve("plan.json").toString(), input.toString(), "--shown=dmctlcvt=" + half))
                .isZero();
        assertThat(stdout.toString()).containsSubsequence("[EXT-0310]", "?  9  add-log-files  ");
        assertThat(status(
                        out.resolve("plan.json").toString(),
                        input.toString(),
                        "--shown=dmctlcvt=" + half,
                        "--failed=add-log-files",
                        "--lang=zh"))
                .isZero();
        assertThat(stdout.toString()).contains("add-log-files: ").matches("(?s).*\\p{IsHan}.*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif"})
    void a_directory_that_cannot_be_read_is_a_finding_in_every_form(String format) {
        assertThat(run("check", input.toString(), "--format=" + format)).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString())
                .contains("FIL-01", input.toString())
                .doesNotContain("Nodes:")
                .as("no rule is applied to missing files")
                .doesNotContain("CLU-");
    }

    @Test
    void files_without_a_cluster_have_no_count_of_nodes() {
        input(Example.files().without(Example.DCR_1).without(Example.DCR_2));

        assertThat(run("check", input.toString())).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("[CLU-0102]").doesNotContain("Nodes:");
    }

    @Test
    void a_cluster_on_raw_devices_is_no_cluster_of_dmasm() throws Exception {
        input(Example.onRawDevices());

        run("check", input.toString());
        assertThat(stdout.toString())
                .contains("Raw devices without ASM. Nodes: 2")
                .doesNotContain("DMASM. ");

        stdout.getBuffer().setLength(0);
        run("check", input.toString(), "--format=json");
        assertThat(new ObjectMapper().readTree(stdout.toString()).get("edition").asText())
                .isEqualTo("RAW");
    }

    @Test
    void errors_come_first_and_the_language_is_the_requested_one() {
        input(Example.set(
                Example.set(Example.files(), Example.MONITOR, "CSSM_OGUID", "7"),
                Example.DMDCR_1,
                "DMDCR_ASM_STARTUP_CMD",
                "/opt/dmdbms/bin/dmasmsvr dcr_ini=/home/old/dmdcr.ini"));

        assertThat(run("check", input.toString(), "--lang=zh")).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString())
                .containsSubsequence("[DSC-0215]", "[DSC-0209]", "非镜像环境。节点：2，监视器：1", "错误：2，警告：0")
                .contains("错误：");
        stdout.getBuffer().setLength(0);
        assertThat(run("check", input.toString(), "--lang=zh", "--format=sarif"))
                .isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).matches("(?s).*\\p{IsHan}.*");
    }

    @Test
    void older_editions_may_have_more_nodes() {
        input(ClusterLens.create(ClusterLayout.builder().nodes(9).build().cluster()));

        assertThat(run("check", input.toString())).isEqualTo(Main.FINDINGS);
        assertThat(run("check", input.toString(), "--limits=older")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DSC-0215", "DSC-0215=we know", "DSC-0215@10.0.2.102", "@h=we know", "DSC-0215@=we know"})
    void an_incomplete_waiver_is_refused(String waiver) {
        input(Example.files());

        assertThat(run("check", input.toString(), "--waive=" + waiver)).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString())
                .contains("--waive cannot be " + waiver + "; give <rule>@<place>=<reason>")
                .doesNotContain("Exception", "internal error");
    }

    private int status(String... arguments) {
        stdout.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("status"));
        all.addAll(Arrays.asList(arguments));
        return run(all.toArray(String[]::new));
    }
}
