package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.ids.PlanIds;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.base.VisibleText;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * For any input, the command line answers with sentences and an exit code, and escapes control characters on the
 * terminal.
 */
class BadInputTest extends CommandLineRun {
    private static final String ORDER = "\u001b[2J";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new StackOverflowError(), "java.lang.StackOverflowError", "内部错误"),
                Arguments.of(new AssertionError("a\u0007"), "java.lang.AssertionError: a\\u0007", "内部错误"),
                Arguments.of(new IllegalStateException("a"), "java.lang.IllegalStateException: a", "内部错误"),
                Arguments.of(new OutOfMemoryError(), "-Xmx2g", "内存不足"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void any_failure_is_one_sentence_and_exit_code_2(Throwable failure, String english, String chinese) {
        input(Example.files());
        Writer broken = new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        for (List<String> arguments :
                List.of(List.of("check", input.toString()), List.of("check", input.toString(), "--lang=zh"))) {
            stderr.getBuffer().setLength(0);

            int code = Main.run(
                    Main.Language.en,
                    InputStream.nullInputStream(),
                    new PrintWriter(broken, true),
                    buffered(stderr),
                    arguments.toArray(String[]::new));

            assertThat(code).isEqualTo(Main.UNREADABLE);
            assertThat(stderr.toString().lines())
                    .singleElement()
                    .asString()
                    .contains(arguments.size() == 2 ? english : chinese);
        }
    }

    @Test
    void every_endless_input_is_a_finding() {
        Path zero = Path.of("/dev/zero");
        assumeThat(zero).exists();
        input(Example.files());

        assertRefused(
                run("status", zero.toString(), input.toString(), "--shown=dmcssm=" + zero, "--shown=disql=" + zero),
                Main.UNREADABLE,
                "[CLI-0102]");
        assertThat(stdout.toString().split("CLI-0102", -1)).hasSize(4);
        assertRefused(run("rehearse", zero.toString(), input.toString()), Main.UNREADABLE, "[CLI-0102]");
    }

    @Test
    void all_unreadable_inputs_are_findings_of_one_run() throws Exception {
        input(Example.files());
        Path wide = Files.write(input.resolveSibling("wide"), "show".getBytes(StandardCharsets.UTF_16));

        assertRefused(
                run("status", "missing.json", "nowhere", "--shown=dmcssm=" + wide, "--shown=disql=" + input),
                Main.UNREADABLE,
                "missing.json: error: missing.json cannot be read: no such file or directory. [CLI-0101]",
                "[FIL-0101]",
                wide + " is not text in UTF-8 or GB18030. [CLI-0103]",
                input + " cannot be read: ");
        stdout.getBuffer().setLength(0);
        assertRefused(run("status", "missing.json", input.toString(), "--lang=zh"), Main.UNREADABLE, "文件或目录不存在");
    }

    @Test
    void the_standard_input_is_read_for_one_file_only() {
        input(Example.files());
        String cluster = input.toString();
        for (List<String> arguments : List.of(
                List.of("check", "-", "--shown=-"),
                List.of("check", cluster, "--shown=-", "--shown=disql=-"),
                List.of("diff", "-", "-"),
                List.of("plan", "-", "--request=-"),
                List.of("status", "-", "-"),
                List.of("status", "-", "--shown=dmcssm=-"),
                List.of("rehearse", "-", "-"),
                List.of("compare-export", "-", "base", cluster, "-"))) {
            stderr.getBuffer().setLength(0);

            assertThat(run(arguments.toArray(String[]::new)))
                    .as("%s", arguments)
                    .isEqualTo(Main.UNREADABLE);
            assertThat(stderr.toString()).startsWith("- is given twice");
            assertThat(stdout.toString()).isEmpty();
        }
    }

    @Test
    void an_archive_of_one_host_leads_to_a_hint_about_its_content() throws Exception {
        input(Example.files());
        Path archive = input.resolveSibling("one.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (FileId file : Example.files().ids()) {
                if (file.host().equals("10.0.2.101")) {
                    zip.putNextEntry(new ZipEntry(file.path().substring(1)));
                    zip.write(Example.files().bytes(file));
                }
            }
        }

        assertThat(run("check", archive.toString(), "--format=json")).isEqualTo(Main.UNREADABLE);

        assertThat(MAPPER.readTree(stdout.toString()).at("/findings"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.path("ruleId").asText()).isEqualTo("CLI-0104");
                    assertThat(finding.path("variant").asText()).isEqualTo("packed");
                    assertThat(finding.path("primary").path("path").asText()).isEqualTo(archive.toString());
                });
    }

    @Test
    void an_argument_cannot_name_a_file_of_arguments() throws Exception {
        Path arguments = Files.writeString(input.resolveSibling("arguments"), "--help");

        assertRefused(run("check", "@" + arguments), Main.UNREADABLE, "[FIL-0101]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link/plan", "link/../in/plan", "link", "in/new/../plan"})
    void a_plan_is_never_written_into_the_directory_of_its_files(String way) throws Exception {
        input(Example.files());
        Files.createSymbolicLink(input.resolveSibling("link"), input);
        out = input.resolveSibling("x").resolveSibling(way);

        assertThat(plan()).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("lies in the cluster's directory");
        assertThat(plan("--lang=zh")).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("位于集群目录之内");
        assertThat(input.resolve("plan")).doesNotExist();
    }

    @Test
    void a_plan_may_be_written_through_a_link() throws Exception {
        input(Example.files());
        Path real = Files.createDirectory(input.resolveSibling("real"));
        out = Files.createSymbolicLink(input.resolveSibling("link"), real).resolve("in");

        assertThat(plan()).isZero();
        assertThat(real.resolve("in/plan.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {ORDER, "\u009b2J", "\u202e", "@|red x|@", "\r"})
    void control_characters_in_arguments_are_escaped(String order) {
        for (List<String> arguments : List.of(
                List.of("check", "--x" + order),
                List.of(order),
                List.of("check", "a" + order),
                List.of("check", "a", "--dcr-config=" + order),
                List.of("check", "a", "--limits=" + order),
                List.of("check", "a", "--waive=" + order),
                List.of("plan", "a", "--out=b", "--host=" + order),
                List.of("status", "a", "b", "--shown=" + order + "=c"))) {
            onATerminal(() -> assertThat(run(arguments.toArray(String[]::new))).isEqualTo(Main.UNREADABLE));
        }
        String said = (stdout.toString() + stderr).replaceAll("\u001b\\[[0-9;]*m", "");
        assertThat(said).contains(VisibleText.of(order));
        assertThat(VisibleText.firstInvisible(said.replace("\n", ""))).isEmpty();
    }

    /** A plan that was made by hand may hold any text, with an id that matches it. */
    @Test
    void no_command_prints_control_characters_of_a_plan() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        Path json = out.resolve("plan.json");
        ObjectNode spoilt = (ObjectNode) MAPPER.readTree(
                Files.readString(json).replaceAll("\"(export.dcr)", "\"\\\\u001b[2J\\\\u009b\\\\u202e$1"));
        spoilt.put("planId", PlanIds.of(spoilt));
        Files.writeString(json, spoilt.toString());

        assertThat(run("status", json.toString(), input.toString())).isZero();
        assertThat(run("status", json.toString(), input.toString(), "--failed=extend-node"))
                .isZero();
        assertThat(run("rehearse", json.toString(), input.toString())).isEqualTo(Main.FINDINGS);
        assertThat(run("rehearse", json.toString(), input.toString(), "--format=json"))
                .isEqualTo(Main.FINDINGS);
        assertThat(run("rehearse", json.toString(), input.toString(), "--fail-at=extend-node"))
                .isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("\\u001b[2J\\u009b\\u202eexport-dcr");
        assertThat(VisibleText.firstInvisible((stdout.toString() + stderr).replace("\n", "")))
                .isEmpty();
    }

    @Test
    void no_difference_prints_control_characters() throws Exception {
        ClusterFiles files = Example.files();
        input(files);
        Path other = input.resolveSibling("other");
        assertThat(ClusterDirectory.write(
                        Example.set(files, Example.DM_INI_1, "X_TEXT", "a" + ORDER + "\u009bb")
                                .with(
                                        new FileId("monitor", "/x.ini"),
                                        "\u202e = \u0007\n".getBytes(StandardCharsets.UTF_8)),
                        other))
                .isEmpty();

        for (String option : List.of("--semantic", "--unified", "--format=json")) {
            assertThat(run("diff", input.toString(), other.toString(), option)).isEqualTo(Main.FINDINGS);
        }
        run("diff", "--drift", other.toString());
        run("diff", "--drift", other.toString(), "--format=json");

        assertThat(stdout.toString()).contains("a\\u001b[2J\\u009bb");
        assertThat(VisibleText.firstInvisible((stdout.toString() + stderr).replace("\n", "")))
                .isEmpty();
    }

    @Test
    void escaped_characters_do_not_change_the_json_values() throws Exception {
        input(Example.set(Example.files(), Example.DMDCR_2, "DMDCR_SEQNO", "\u009b\udb40\udc01"));

        assertThat(run("check", input.toString(), "--format=json")).isEqualTo(Main.FINDINGS);

        assertThat(VisibleText.firstInvisible(stdout.toString().replace("\n", "")))
                .isEmpty();
        JsonNode read = MAPPER.readTree(stdout.toString());
        assertThat(read.at("/findings")).anySatisfy(finding -> {
            assertThat(finding.path("ruleId").asText()).isEqualTo("INI-0121");
            assertThat(finding.path("parameters").path("character").asText()).isEqualTo("U+009B");
        });
    }
}
