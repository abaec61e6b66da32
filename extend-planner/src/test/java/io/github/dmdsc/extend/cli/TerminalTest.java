package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The output on the terminal: colours, languages, questions and errors. */
class TerminalTest extends CommandLineRun {
    private static final String ESCAPE = "\u001b[";

    @Test
    void an_existing_node_is_an_info_and_no_error() {
        input(Example.files());

        assertThat(plan(List.of("--host=10.0.2.102", "--css-port=9343"), "--color=always"))
                .isEqualTo(Main.NOTHING_TO_DO);

        assertThat(stdout.toString()).contains(ESCAPE + "36minfo:" + ESCAPE + "0m ");
    }

    @Test
    void colour_is_for_terminals_unless_the_option_says_otherwise() {
        input(Example.set(Example.files(), Example.DMDCR_2, "DMDCR_SEQNO", "0"));

        run("check", input.toString(), "--color=auto");
        onATerminal(() -> run("check", input.toString(), "--color=never"));
        assertThat(stdout.toString()).contains("error: ").doesNotContain(ESCAPE);
        onATerminal(() -> run("check", input.toString()));
        assertThat(stdout.toString()).contains(ESCAPE);
    }

    @Test
    void a_question_shows_its_option_and_the_values_of_the_others() {
        input(Example.files());

        assertThat(plan(List.of("--host=10.0.2.103"))).isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString()).isEqualTo("""
                Addresses
                  --service-host=192.168.56.103 (suggested)
                      dmmal.MAL_INST_HOST of the new node; seen: 192.168.56.101, 192.168.56.102 \
                (10.0.2.101:/home/data/dsc0_config/dmmal.ini:8:17); the new value does not follow from these.
                Redo log files
                  --log-file=+DMDATA/data/dsc/DSC2_log01.log,+DMDATA/data/dsc/DSC2_log02.log (suggested)
                      log.files of the new node; no file of the cluster holds it.
                  --log-size=<MB>
                      log.size of the new node; no file of the cluster holds it.
                Nothing was planned, nothing was written.
                To answer in a file, write the file with this command, fill it in, and plan again with --request:
                  dmdsc plan %s --out=%s --host=10.0.2.103 --write-request request.ini
                """.formatted(input, out));
    }

    @Test
    void an_answer_of_several_values_has_the_form_of_its_suggestion() {
        input(Example.files());

        assertThat(plan(
                        List.of("--host=10.0.2.103"),
                        "--service-host=192.168.56.103",
                        "--log-file=+DMLOG/log/a.log,+DMLOG/log/b.log",
                        "--log-size=256"))
                .isZero();
    }

    @Test
    void questions_are_shown_together_with_errors_and_their_lines() {
        input(Example.set(Example.files(), Example.DMDCR_2, "DMDCR_SEQNO", "0"));

        assertThat(plan(List.of("--host=10.0.2.103"))).isEqualTo(Main.FINDINGS);

        assertThat(stdout.toString())
                .contains("[DSC-0206]", "    | DMDCR_SEQNO    = 0", "    -> ")
                .contains("Nothing was planned, nothing was written.\n");
    }

    @Test
    void questions_are_shown_together_with_errors_and_waived_findings() {
        input(Example.set(
                Example.files(),
                Example.DMDCR_1,
                "DMDCR_ASM_STARTUP_CMD",
                "/opt/dmdbms/bin/dmasmsvr dcr_ini=/home/old/dmdcr.ini"));

        assertThat(plan(List.of("--host=10.0.2.103"))).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).containsSubsequence("error: ", "[DSC-0215]", "--log-file=");
        stdout.getBuffer().setLength(0);
        assertThat(plan(List.of("--host=10.0.2.103"), "--waive=DSC-0215@10.0.2.101:/home/data/dmdcr.ini=we know"))
                .isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).containsSubsequence("[DSC-0215]", "== waived: we know", "--log-file=");
    }

    @Test
    void a_plan_that_cannot_be_written_is_reported() throws Exception {
        input(Example.files());
        out = Files.writeString(out, "a file").resolve("plan");

        assertThat(plan()).isEqualTo(Main.UNREADABLE);

        assertThat(stdout.toString()).contains("[FIL-", out.toString()).doesNotContain("The plan is in");
    }

    @Test
    void the_summary_of_a_plan_is_short() {
        input(Example.files());

        assertThat(plan()).isZero();

        assertThat(stdout.toString().lines())
                .containsSubsequence(
                        "Files (+ new, ~ changed):",
                        "  ~ 10.0.2.101:/home/data/dmasvrmal.ini",
                        "  + 10.0.2.103:/home/data/dmdcr.ini",
                        "  ~ monitor:/home/data/cssm/dmcssm.ini",
                        "Values of the new node:",
                        "  css.DCR_EP_NAME = CSS2  (continues CSS0, CSS1)",
                        "  log.size = 256  (given in the request)",
                        "Steps: 44",
                        "Point of no return: extend-dcr, extend-node",
                        "The plan is in " + out + "  (plan.md, plan.html, plan.json, changes.diff, files/, staged/)")
                .hasSize(39);
    }

    @Test
    void a_directory_of_another_level_is_one_finding_with_the_right_one() {
        input(Example.files());
        Path cluster = input;
        for (Path wrong : List.of(cluster.resolve("10.0.2.102"), Objects.requireNonNull(cluster.getParent()))) {
            stdout.getBuffer().setLength(0);

            assertThat(run("check", wrong.toString())).isEqualTo(Main.UNREADABLE);

            assertThat(stdout.toString()).containsOnlyOnce("error: ").contains("[CLI-0104]", "-> Give " + cluster);
        }
    }

    @Test
    void the_directory_of_a_plan_as_cluster_leads_to_a_hint() {
        input(Example.files());
        assertThat(plan()).isZero();

        assertThat(run("check", out.toString())).isEqualTo(Main.UNREADABLE);

        assertThat(stdout.toString())
                .contains("[CLI-0104]", "-> Give " + out.resolve("files"))
                .doesNotContain("FIL-0106");
        assertThat(run("check", out.resolve("files").toString())).isZero();
    }

    @Test
    void open_questions_are_written_to_a_request_file() throws Exception {
        input(Example.files());
        Path request = input.resolveSibling("request.ini");
        assertThat(plan(List.of("--host=10.0.2.103"), "--write-request=" + request))
                .isEqualTo(Main.FINDINGS);
        String text = Files.readString(request);
        assertThat(plan(List.of("--request=" + request))).isEqualTo(Main.FINDINGS);
        assertThat(plan(List.of("--request=" + request), "--write-request=" + request))
                .isEqualTo(Main.FINDINGS);
        assertThat(request).as("never overwritten").hasContent(text);
        assertThat(stdout.toString()).contains("[CLI-0105]");
        Files.writeString(
                request,
                text.replace("#serviceHost = 192.168.56.103", "serviceHost = 192.168.56.103")
                        .replace("#serviceHost = <address>", "serviceHost = 192.168.56.103")
                        .replace("#logSize = <MB>", "logSize = 1")
                        .replace("#logFiles", "logFiles"));
        stdout.getBuffer().setLength(0);

        assertThat(plan(List.of("--request=" + request, "--log-size=256")))
                .as(stdout.toString())
                .isZero();
    }

    @Test
    void a_finding_about_the_request_names_its_line() throws Exception {
        input(Example.files());
        Path request = Files.writeString(
                input.resolveSibling("request.ini"), "host = 10.0.2.103\ncssPort = 9341\nasmPort = 80\n");

        assertThat(plan(List.of("--request=" + request))).isEqualTo(Main.UNREADABLE);

        assertThat(stdout.toString()).contains(request + ":3:11: error: ", "[EXT-0403]");
    }

    @Test
    void an_archive_is_read_like_its_directory() throws Exception {
        input = input.resolveSibling("collected.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(input))) {
            for (FileId file : Example.files().ids()) {
                zip.putNextEntry(new ZipEntry(ClusterFiles.relativePath(file).orElseThrow()));
                zip.write(Example.files().bytes(file));
            }
        }

        assertThat(plan()).as(stdout.toString()).isZero();
        InputStream before = System.in;
        try (InputStream archive = Files.newInputStream(input)) {
            System.setIn(archive);
            assertThat(run("check", "-")).as(stdout.toString()).isZero();
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void the_same_plan_again_changes_nothing_and_succeeds() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        FileTime written = Files.getLastModifiedTime(out.resolve("plan.json"));

        assertThat(plan()).isZero();

        assertThat(stdout.toString()).contains("[FIL-0141]");
        assertThat(Files.getLastModifiedTime(out.resolve("plan.json"))).isEqualTo(written);
    }

    @Test
    void another_plan_in_a_used_directory_is_refused_with_a_suggestion() throws Exception {
        input(Example.files());
        assertThat(plan()).isZero();
        Files.writeString(out.resolve("notes"), "mine");

        assertThat(plan()).isEqualTo(Main.UNREADABLE);

        assertThat(stdout.toString()).contains("[FIL-0134]", out + "-2");
    }

    @Test
    void a_plan_is_not_written_into_the_directory_of_its_files() {
        input(Example.files());
        List<String> arguments =
                new ArrayList<>(List.of("plan", input.toString(), "--out=" + input.resolve("x/../plan")));
        arguments.addAll(NODE);

        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(Main.UNREADABLE);

        assertThat(stderr.toString()).contains("lies in the cluster's directory");
        assertThat(input.resolve("plan")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--lang zh dance,true",
        "dance --lang zh,true",
        "dance --lang=zh,true",
        "dance zh,false",
        "--lang en zh,false",
        "zh --lang en,false",
        "dance,false"
    })
    void the_hint_at_the_help_is_in_the_requested_language(String arguments, boolean chinese) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains((chinese ? "参见：" : "See: ") + "dmdsc --help\n");
    }

    @ParameterizedTest
    @CsvSource({
        "plan x --out=y --host=h --css-prot=9500, 无法识别：--css-prot=9500",
        "plan x --out=y --host=h --css-prot 9500, 无法识别：--css-prot",
        "check, 缺少：<cluster-dir>",
        "collect --host=a --dmdcr=/x, 缺少：--out",
        "check x --format=yaml, --format=<format> 不能是 yaml；可选值为 text",
        "diff x, 请给出两个目录",
        "rehearse x y --fault=CLEAN_FAILURE, --fault 需要 --fail-at",
        "plan x --out=y --host=h --css-port=80, --css-port 不能是 80",
        "plan x --out=y --host=h --css-port=abc, --css-port=<cssPort> 不能是 abc；请给出一个数字",
        "plan x --out=y --out=z --host=h, --out=<out> 重复给出",
        "check x --waive=y, --waive 不能是 y",
        "check x --dcr-config=y, --dcr-config 不能是 y",
        "status x --shown=y, --shown 不能是 y"
    })
    void errors_of_the_command_line_are_in_the_requested_language(String arguments, String expected) {
        assertThat(run((arguments + " --lang=zh").split(" ", -1))).isEqualTo(Main.UNREADABLE);

        assertThat(stderr.toString()).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource({"Windows 11,GBK,GBK", "Windows 11,,UTF-8", "Linux,GB18030,UTF-8", "Linux,,UTF-8", "Mac OS X,UTF-8,UTF-8"
    })
    void only_a_console_of_windows_has_a_charset_of_its_own(String system, String console, String expected) {
        assertThat(Main.charset(system, Optional.ofNullable(console).map(Charset::forName)))
                .isEqualTo(Charset.forName(expected));
    }

    @Test
    void a_mistyped_command_leads_to_a_suggestion() {
        assertThat(run("chekc", "in")).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString()).contains("check");
    }

    /** No input of a user leads to such an error. */
    @Test
    void an_error_of_the_program_itself_is_one_line() {
        input(Example.files());
        Writer broken = new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                throw new IllegalStateException("broken");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };

        int code = Main.run(
                Main.Language.en,
                InputStream.nullInputStream(),
                new PrintWriter(broken, true),
                buffered(stderr),
                "check",
                input.toString());

        assertThat(code).isEqualTo(Main.UNREADABLE);
        assertThat(stderr.toString())
                .isEqualTo("dmdsc: internal error. Report it: java.lang.IllegalStateException: broken\n");
    }

    @Test
    void control_characters_of_a_file_are_escaped() {
        input(Example.files().with(Example.MONITOR, "\u001b[2J\n".getBytes(StandardCharsets.UTF_8)));

        run("check", input.toString());

        assertThat(stdout.toString()).doesNotContain("\u001b");
    }
}
