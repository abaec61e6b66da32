package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiffCommandTest {
    @TempDir
    private Path work = Path.of("");

    private final StringWriter stdout = new StringWriter();
    private final StringWriter stderr = new StringWriter();

    private int run(String... arguments) {
        return Main.run(
                Main.Language.en,
                InputStream.nullInputStream(),
                CommandLineRun.buffered(stdout),
                CommandLineRun.buffered(stderr),
                arguments);
    }

    private String directory(String name, ClusterFiles files) {
        Path directory = work.resolve(name);
        assertThat(ClusterDirectory.write(files, directory)).isEmpty();
        return directory.toString();
    }

    private static ClusterFiles recommented() {
        byte[] bytes = Example.files().bytes(Example.DMDCR_1);
        String text = "# looked at\n" + new String(bytes, StandardCharsets.UTF_8);
        return Example.files().with(Example.DMDCR_1, text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void equal_directories_do_not_differ() {
        assertThat(run("diff", directory("a", Example.files()), directory("b", Example.files())))
                .isZero();
        assertThat(stdout.toString()).isEqualTo("No difference.\n");
    }

    @Test
    void a_difference_is_shown_with_its_places_and_on_request_with_lines() {
        String a = directory("a", Example.files());
        String b = directory("b", Example.set(Example.files(), Example.DMDCR_2, "DMDCR_AUTO_OPEN_CHECK", "91"));

        assertThat(run("diff", a, b, "--unified")).isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString())
                .contains("DMDCR_AUTO_OPEN_CHECK", Example.DMDCR_2.toString())
                .contains("+++ " + Example.DMDCR_2, "91\n");
        assertThat(stderr.toString()).isEmpty();
    }

    @Test
    void the_language_is_chinese() {
        assertThat(run(
                        "diff",
                        directory("a", Example.files()),
                        directory("b", Example.manual().target()),
                        "--lang=zh"))
                .isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("+ 主机 10.0.2.103");
    }

    @Test
    void json_is_one_canonical_line() throws Exception {
        assertThat(run(
                        "diff",
                        directory("a", Example.files()),
                        directory("b", Example.manual().target()),
                        "--format=json"))
                .isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString().lines()).hasSize(1);
        JsonNode json = new ObjectMapper().readTree(stdout.toString());
        assertThat(json.at("/changes/0/change").asText()).isEqualTo("part-added");
    }

    @Test
    void a_comment_is_a_difference_unless_semantic_is_given() {
        String a = directory("a", Example.files());
        String b = directory("b", recommented());

        assertThat(run("diff", a, b)).isEqualTo(Main.FINDINGS);
        assertThat(run("diff", a, b, "--semantic")).isZero();
    }

    @Test
    void drift_compares_the_nodes_of_one_cluster() {
        assertThat(run("diff", "--drift", directory("a", Example.files()))).isZero();
        assertThat(run(
                        "diff",
                        "--drift",
                        directory("b", Example.set(Example.files(), Example.DM_INI_1, "BUFFER", "9"))))
                .isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("dm.ini: BUFFER");
    }

    @Test
    void drift_counts_a_file_that_one_node_lacks() {
        String a = directory("a", Example.files().without(Example.ARCH_1));

        assertThat(run("diff", "--drift", a)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("dmarch.ini: file\n    " + Example.ARCH_1 + "  (absent)");
        assertThat(run("diff", "--drift", a, "--ignore=10.0.2.101:**/dmarch.ini"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--unified", "--semantic"})
    void drift_refuses_options_of_two_states(String option) {
        String a = directory("a", Example.files());

        assertThat(run("diff", "--drift", a, option)).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("--drift", option);
    }

    @Test
    void drift_of_files_without_a_cluster_is_a_finding() {
        String a = directory("a", Example.files().without(Example.DCR_1).without(Example.DCR_2));

        assertThat(run("diff", "--drift", a)).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains("CLU-0102");
    }

    @Test
    void an_unreadable_state_is_a_finding_and_no_difference() {
        String a = directory("a", Example.files());
        String missing = work.resolve("missing").toString();

        assertThat(run("diff", a, missing)).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString()).contains(missing).doesNotContain("No difference");
    }

    @Test
    void bad_command_lines_are_refused() {
        String a = directory("a", Example.files());

        assertThat(run("diff")).isEqualTo(Main.UNREADABLE);
        assertThat(run("diff", a)).isEqualTo(Main.UNREADABLE);
        assertThat(run("diff", "--drift", a, a)).isEqualTo(Main.UNREADABLE);
        assertThat(run("diff", a, a, "--format=xml")).isEqualTo(Main.UNREADABLE);
        assertThat(stdout.toString() + stderr).doesNotContain("Exception", "internal error");
    }

    @ParameterizedTest
    @CsvSource({
        "**/dmdcr.ini, true",
        "dmdcr.ini, true",
        "10.0.2.102:/home/*/dmdcr.ini, true",
        "10.0.2.102:/*/dmdcr.ini, false",
        "10.0.2.101:**, false"
    })
    void files_that_match_a_pattern_are_left_out(String pattern, boolean leftOut) {
        String a = directory("a", Example.files());
        String b = directory("b", Example.set(Example.files(), Example.DMDCR_2, "DMDCR_AUTO_OPEN_CHECK", "91"));

        assertThat(run("diff", a, b, "--ignore=" + pattern)).isEqualTo(leftOut ? Main.OK : Main.FINDINGS);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ignored_files_are_reported_with_text_output_only() throws Exception {
        String a = directory("a", Example.files());
        Path pipe = work.resolve("a/10.0.2.101/home/data/pipe.ini");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(run("diff", a, a, "--format=json")).isZero();
        assertThat(stdout.toString()).doesNotContain("pipe.ini");
        assertThat(run("diff", a, a)).isZero();
        assertThat(stdout.toString()).contains("pipe.ini", "[FIL-0108]");
    }

    @Test
    void findings_about_either_state_are_shown_with_the_differences() {
        String good = directory("a", Example.files());
        String bad = directory("b", Example.set(Example.files(), Example.DMDCR_2, "DMDCR_AUTO_OPEN_CHECK", "soon"));

        assertThat(run("diff", bad, good)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).containsOnlyOnce("[INI-0101]");
        stdout.getBuffer().setLength(0);
        assertThat(run("diff", good, bad)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).containsOnlyOnce("[INI-0101]");
    }

    @Test
    void lines_are_shown_only_on_request_and_never_in_json() {
        String a = directory("a", Example.files());
        String b = directory("b", recommented());

        run("diff", a, b);
        assertThat(stdout.toString()).isNotEmpty().doesNotContain("+# looked at");
        stdout.getBuffer().setLength(0);
        run("diff", a, b, "--unified");
        assertThat(stdout.toString()).contains("\n+# looked at\n");
        stdout.getBuffer().setLength(0);
        run("diff", a, b, "--unified", "--format=json");
        assertThat(stdout.toString().lines()).hasSize(1);
    }

    @Test
    void drift_is_shown_as_json_and_in_chinese() throws Exception {
        String a = directory("a", Example.set(Example.files(), Example.DM_INI_1, "BUFFER", "9"));

        assertThat(run("diff", "--drift", a, "--format=json")).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString().lines()).hasSize(1);
        assertThat(new ObjectMapper().readTree(stdout.toString()).toString()).contains("BUFFER");
        stdout.getBuffer().setLength(0);
        assertThat(run("diff", "--drift", a, "--lang=zh")).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("BUFFER").matches("(?s).*\\p{IsHan}.*");
    }
}
