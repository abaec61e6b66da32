package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommandLineTest extends CommandLineRun {
    @Test
    void a_complete_plan_is_written_with_a_summary() throws Exception {
        input(Example.files());

        assertThat(plan()).isZero();

        try (Stream<Path> entries = Files.list(out)) {
            assertThat(entries.map(entry -> String.valueOf(entry.getFileName())))
                    .containsExactlyInAnyOrder("files", "staged", "changes.diff", "plan.html", "plan.json", "plan.md");
        }
        assertThat(out.resolve("files/10.0.2.103/home/data/dsc2_config/dm.ini")).isRegularFile();
        assertThat(stdout.toString())
                .contains("+ 10.0.2.103:/home/data/dsc2_config/dm.ini")
                .contains("css.DCR_EP_PORT = 9345  (continues 9341, 9343)")
                .contains("Steps: ")
                .contains("Point of no return: extend-dcr, extend-node")
                .contains(out.toString());
        assertThat(stderr.toString()).isEmpty();
    }

    @Test
    void without_a_directory_the_summary_or_the_questions_are_only_printed() throws Exception {
        input(Example.files());
        List<String> arguments = new ArrayList<>(List.of("plan", input.toString()));
        arguments.addAll(NODE);

        assertThat(run(arguments.toArray(String[]::new))).isZero();
        assertThat(stdout.toString())
                .contains("css.DCR_EP_PORT = 9345", "Point of no return: extend-dcr, extend-node", "--out");
        stdout.getBuffer().setLength(0);
        assertThat(run("plan", input.toString(), "--host=10.0.2.103")).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("--service-host=");
        assertThat(stderr.toString()).isEmpty();
        try (Stream<Path> entries = Files.list(out.resolveSibling(""))) {
            assertThat(entries).containsExactly(input);
        }
    }

    @Test
    void the_plan_as_json_has_its_steps_in_order_with_all_their_members() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();

        JsonNode json = new ObjectMapper().readTree(out.resolve("plan.json").toFile());

        assertThat(json.get("steps"))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.fieldNames())
                        .toIterable()
                        .contains("id", "phase", "host", "tool", "rollbackClass", "action", "verify", "dependsOn"));
        assertThat(json.fieldNames())
                .toIterable()
                .contains(
                        "formatVersion", "planId", "identity", "base", "request", "decisions", "files", "reinitialise");
    }

    @Test
    void the_summary_and_the_runbook_are_in_chinese() throws Exception {
        input(Example.files());

        assertThat(plan("--lang=zh")).isZero();

        assertThat(stdout.toString()).contains("不可回退点", "延续 9341、9343");
        assertThat(Files.readString(out.resolve("plan.md"))).contains("## 步骤");
    }

    @Test
    void an_existing_directory_is_not_overwritten() throws Exception {
        input(Example.files());
        Files.createDirectories(out);
        Files.writeString(out.resolve("mine.txt"), "mine");

        assertThat(plan()).isEqualTo(Main.UNREADABLE);

        assertThat(stdout.toString()).contains(out.toString());
        assertThat(out.resolve("mine.txt")).hasContent("mine");
        try (Stream<Path> entries = Files.list(out)) {
            assertThat(entries).hasSize(1);
        }
    }

    @Test
    void a_missing_directory_cannot_be_read() {
        assertRefused(plan(), Main.UNREADABLE, input.toString());
    }

    @Test
    void an_empty_directory_cannot_be_read() throws Exception {
        Files.createDirectories(input);
        assertRefused(plan(), Main.UNREADABLE, input.toString());
    }

    @Test
    void a_cluster_without_dmdcr_ini_is_refused() {
        ClusterFiles files = Example.files();
        input(files.without(Example.DMDCR_1).without(Example.DMDCR_2));
        assertRefused(plan(), Main.FINDINGS, "CLU-0101", "dmdcr.ini");
    }

    @Test
    void two_exports_that_differ_are_refused_with_both_names() {
        input(Example.set(Example.files(), Example.DCR_2, "DCR_OGUID", "63636"));
        assertRefused(
                plan(), Main.FINDINGS, "CLU-0103", Example.DCR_1.toString(), Example.DCR_2.toString(), "--dcr-config");
    }

    @Test
    void one_of_two_exports_that_differ_can_be_chosen() {
        input(Example.set(Example.files(), Example.DCR_2, "DCR_OGUID", "63636"));
        assertThat(plan("--dcr-config=" + Example.DCR_1)).isZero();
    }

    @Test
    void a_host_directory_that_fits_no_node_is_a_warning() {
        input(Example.files().with(new FileId("10.0.2.109", "/home/data/notes.ini"), bytes("A = 1\n")));
        assertThat(plan()).isZero();
        assertThat(stdout.toString()).contains("CLU-0107", "10.0.2.109");
    }

    @Test
    void a_file_that_is_not_ini_is_refused() {
        input(Example.files().with(Example.MONITOR, bytes("<html>\n<body>\nhello\n</body>\n</html>\n")));
        assertRefused(plan(), Main.FINDINGS, "INI-0104", Example.MONITOR + ":1:1");
    }

    @Test
    void an_undecodable_byte_is_refused_with_its_line() {
        byte[] bytes = Example.files().bytes(Example.DMDCR_1);
        byte[] broken = Arrays.copyOf(bytes, bytes.length + 7);
        System.arraycopy(
                new byte[] {'#', (byte) 0xff, ' ', (byte) 0x80, (byte) 0xff, ' ', '\n'}, 0, broken, bytes.length, 7);
        input(Example.files().with(Example.DMDCR_1, broken));

        int line = new String(bytes, StandardCharsets.UTF_8).split("\n", -1).length;
        assertRefused(plan(), Main.FINDINGS, "INI-0102", Example.DMDCR_1 + ":" + line);
    }

    @Test
    void a_port_in_use_is_refused_with_both_places() {
        input(Example.files());
        List<String> sameMachine = new ArrayList<>(NODE);
        sameMachine.set(0, "--host=10.0.2.102");
        assertRefused(
                plan(sameMachine, "--same-machine", "--css-port=9343", "--db-port=5237"),
                Main.FINDINGS,
                "9343",
                "--css-port",
                Example.DCR_1.toString());
    }

    @Test
    void equal_ports_of_the_new_node_are_refused() {
        input(Example.files());
        assertRefused(plan("--css-port=9500", "--asm-port=9500"), Main.FINDINGS, "9500", "--css-port", "--asm-port");
    }

    @Test
    void a_name_in_use_is_refused_with_both_places() {
        input(Example.files());
        assertRefused(plan("--css-name=CSS1"), Main.FINDINGS, "CSS1", "--css-name", Example.DCR_1.toString());
    }

    @Test
    void a_host_that_is_a_node_with_other_values_is_refused() {
        input(Example.files());
        List<String> node = new ArrayList<>(NODE);
        node.set(0, "--host=10.0.2.102");
        node.remove(1);
        assertRefused(
                plan(node, "--css-port=9500"), Main.FINDINGS, "EXT-0101", Example.DMDCR_2.toString(), "9343", "9500");
    }

    @Test
    void a_host_that_is_a_node_with_the_same_values_needs_no_plan() {
        input(Example.files());
        List<String> node = new ArrayList<>(NODE);
        node.set(0, "--host=10.0.2.102");
        node.remove(1);
        assertRefused(plan(node, "--css-port=9343"), Main.NOTHING_TO_DO, "EXT-0102");
    }

    @Test
    void all_findings_come_in_one_run() {
        ClusterFiles files = Example.files();
        files = Example.set(files, Example.DMDCR_2, "DMDCR_AUTO_OPEN_CHECK", "soon");
        files = Example.set(files, Example.MONITOR, "CSSM_OGUID", "-1");
        files = files.with(new FileId("10.0.2.109", "/x.ini"), bytes("A = 1\n"));
        input(files);
        assertRefused(plan("--log-file=oops"), Main.FINDINGS, "INI-0101", "soon", "-1", "CLU-0107", "EXT-0110");
    }

    @Test
    void all_missing_values_are_asked_for_at_once() {
        input(Example.files());
        assertRefused(
                plan(List.of("--host=10.0.2.103")),
                Main.FINDINGS,
                "--service-host",
                "--log-file",
                "+DMDATA/data/dsc/DSC2_log01.log",
                "--log-size");
    }

    @Test
    void bad_command_lines_are_refused_without_a_stack_trace() {
        assertRefused(plan(List.of()), Main.UNREADABLE, "--host");
        assertRefused(plan("--css-port=80"), Main.UNREADABLE, "80", "1024");
        assertRefused(plan("--css-port=many"), Main.UNREADABLE, "many");
        assertRefused(plan("--monitor=nowhere"), Main.UNREADABLE, "nowhere");
        assertRefused(run("dance"), Main.UNREADABLE, "dance");
        assertRefused(run(), Main.UNREADABLE, "Usage");
    }

    @Test
    void the_input_is_never_changed() {
        input(Example.files());
        assertThat(plan()).isZero();
        assertThat(snapshot(ClusterDirectory.read(input).value())).isEqualTo(snapshot(Example.files()));
    }

    private static Map<FileId, String> snapshot(ClusterFiles files) {
        Map<FileId, String> snapshot = new TreeMap<>();
        files.ids().forEach(id -> snapshot.put(id, new String(files.bytes(id), StandardCharsets.ISO_8859_1)));
        return snapshot;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
