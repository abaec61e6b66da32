package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ids.PlanIds;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.rehearse.Fault;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.ini.files.ClusterDirectory;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RehearseCommandTest {
    private final StringWriter stdout = new StringWriter();
    private final StringWriter stderr = new StringWriter();
    private final Path files;
    private final Path json;

    RehearseCommandTest(@TempDir Path directory) {
        this.files = directory.resolve("in");
        this.json = directory.resolve("plan.json");
    }

    @BeforeEach
    void write() throws Exception {
        ClusterDirectory.write(Example.files(), files);
        Files.writeString(json, PlanJson.write(Example.manual().plan()));
    }

    private int rehearse(String... more) {
        stdout.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("rehearse", json.toString(), files.toString()));
        all.addAll(Arrays.asList(more));
        return Main.run(
                Main.Language.en,
                InputStream.nullInputStream(),
                CommandLineRun.buffered(stdout),
                CommandLineRun.buffered(stderr),
                all.toArray(String[]::new));
    }

    @Test
    void a_plan_is_rehearsed_with_every_fault_at_every_step() throws Exception {
        assertThat(rehearse()).isZero();
        assertThat(stdout.toString())
                .contains("44 steps", "it is half done (PARTIAL_EFFECT) -> stopped and initialised again")
                .doesNotContain("no way out");
        assertThat(stderr.toString()).isEmpty();
        assertThat(rehearse("--format=json")).isZero();
        JsonNode certificate = new ObjectMapper().readTree(stdout.toString()).get("certificate");
        assertThat(certificate.get("passed").asBoolean()).isTrue();
        assertThat(certificate.get("faults")).hasSizeGreaterThan(100);
        assertThat(rehearse("--lang=zh")).isZero();
        assertThat(stdout.toString()).contains("操作中断后继续（STOPPED_AND_RESUMED） -> 完成扩展");
    }

    @Test
    void a_plan_for_other_files_does_not_pass() throws Exception {
        Files.writeString(files.resolve("10.0.2.101/home/data/dmasvrmal.ini"), "mal_check_interval = 1\n");

        assertThat(rehearse()).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("start: M3: ", "dmasvrmal.ini\n    @@", "    +mal_check_interval = 1\n");
        assertThat(rehearse("--fail-at=extend-dcr")).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("start: M3: ");
    }

    @Test
    void one_fault_shows_the_cluster_before_and_after_it_and_the_ways_out() {
        assertThat(rehearse("--fail-at=extend-node", "--fault=PARTIAL_EFFECT")).isZero();
        assertThat(stdout.toString())
                .containsSubsequence(
                        "extend-node: it is half done (PARTIAL_EFFECT) -> stopped and initialised again",
                        "--- before",
                        "CSS1",
                        "--- after",
                        "CSS2",
                        "--- stopped and initialised again",
                        "init dcrdisk '/dev/raw/raw1'");
        assertThat(rehearse("--fail-at=read-logs", "--fault=PARTIAL_EFFECT")).isZero();
        assertThat(stdout.toString()).isEqualTo("read-logs: it is half done (PARTIAL_EFFECT) - cannot happen there\n");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void without_a_kind_of_fault_every_kind_is_tried(Fault fault) {
        assertThat(rehearse("--fail-at=copy-config")).isZero();
        assertThat(stdout.toString().lines().filter(line -> line.startsWith("copy-config: ")))
                .hasSize(Fault.values().length);
        assertThat(rehearse("--fail-at=copy-config", "--fault=" + fault)).isZero();
        assertThat(stdout.toString().lines().filter(line -> line.startsWith("copy-config: ")))
                .hasSize(1);
    }

    @Test
    void an_unknown_step_is_reported() {
        assertThat(rehearse("--fail-at=dance")).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("no step dance").doesNotContain("Exception");
    }

    @Test
    void the_bar_fills_from_left_to_right_and_ends_its_line() {
        assertThat(RehearseCommand.bar(0, 4)).isEqualTo("\r[" + ".".repeat(40) + "] 0/4");
        assertThat(RehearseCommand.bar(1, 4)).isEqualTo("\r[" + "#".repeat(10) + ".".repeat(30) + "] 1/4");
        assertThat(RehearseCommand.bar(3, 7)).isEqualTo("\r[" + "#".repeat(17) + ".".repeat(23) + "] 3/7");
        assertThat(RehearseCommand.bar(0, 0)).isEqualTo("\r[" + "#".repeat(40) + "] 0/0\n");
        assertThat(RehearseCommand.bar(4, 4)).isEqualTo("\r[" + "#".repeat(40) + "] 4/4\n");
    }

    @Test
    void the_bar_is_shown_only_on_a_terminal() {
        assertThat(rehearse()).isZero();
        assertThat(stderr.toString()).isEmpty();
        CommandLineRun.onATerminal(() -> assertThat(rehearse()).isZero());
        assertThat(stderr.toString())
                .startsWith("\r[.")
                .contains("\r[" + "#".repeat(20) + ".".repeat(20) + "] 22/44\r")
                .endsWith("\r[" + "#".repeat(40) + "] 44/44\n");
    }

    /** After the point of no return, the only way back is the re-initialisation. */
    @Test
    void a_plan_without_a_way_back_does_not_pass() throws Exception {
        ExtendPlan stranded = Example.manual().plan().withReinitialise(List.of());
        ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(PlanJson.write(stranded));
        tree.put("planId", PlanIds.of(tree));
        Files.writeString(json, tree.toString());

        assertThat(rehearse("--fail-at=extend-node", "--fault=PARTIAL_EFFECT")).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).startsWith("reinitialise: R14: ");
        assertThat(rehearse("--fail-at=extend-node", "--lang=zh")).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).startsWith("reinitialise: R14: ").matches("(?s).*\\p{IsHan}.*");
    }

    @Test
    void unreadable_files_are_not_rehearsed() throws Exception {
        Path missing = files.resolveSibling("missing");

        assertThat(Main.run(
                        Main.Language.en,
                        InputStream.nullInputStream(),
                        CommandLineRun.buffered(stdout),
                        CommandLineRun.buffered(stderr),
                        "rehearse",
                        json.toString(),
                        missing.toString()))
                .isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains(missing.toString());
        assertThat(stderr.toString()).isEmpty();
        Files.delete(json);
        assertThat(rehearse()).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains(json + " cannot be read: ");
    }
}
