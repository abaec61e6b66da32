package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.render.PlanJson;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompareExportCommandTest {
    private static final ExtendPlan PLAN = Example.manual().plan();

    private final StringWriter stdout = new StringWriter();
    private final Path json;
    private final Path base;
    private final Path planned;

    CompareExportCommandTest(@TempDir Path directory) {
        this.json = directory.resolve("plan.json");
        this.base = directory.resolve("base.txt");
        this.planned = directory.resolve("planned.txt");
    }

    @BeforeEach
    void write() throws Exception {
        Files.writeString(json, PlanJson.write(PLAN));
        Files.write(base, Example.files().bytes(Example.DCR_1));
        String text =
                new String(PLAN.change(Example.DCR_1).orElseThrow().content().bytes(), StandardCharsets.UTF_8);
        // The tool writes the export in another layout, and the cluster marks the new node as failed until it runs.
        Files.writeString(
                planned,
                text.replace(" = ", "=")
                        .replace("DCR_GRP_N_ERR_EP=0", "DCR_GRP_N_ERR_EP=1")
                        .replace("DCR_GRP_ERR_EP_ARR={}", "DCR_GRP_ERR_EP_ARR={2}"));
    }

    private int compare(String which, Path... exports) {
        stdout.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("compare-export", json.toString(), which));
        Arrays.stream(exports).map(Path::toString).forEach(all::add);
        return Main.run(
                Main.Language.en,
                InputStream.nullInputStream(),
                CommandLineRun.buffered(stdout),
                CommandLineRun.buffered(stdout),
                all.toArray(String[]::new));
    }

    @Test
    void an_export_holds_the_base_or_the_plan() {
        assertThat(compare("base", base)).isZero();
        assertThat(compare("planned", planned)).isZero();
        assertThat(stdout.toString()).contains("planned.txt: ", "the planned configuration");
        assertThat(compare("base", planned)).isEqualTo(Main.FINDINGS);
        assertThat(compare("planned", base)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("from before");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%sdmdba@dsc01:~$ ",
                "dmdba@dsc01:~$ cat -- /home/data/x.txt\r\n%s\r\ndmdba@dsc01:~$",
                "[dmdba@dsc01 bin]$ cat -- /home/data/x.txt\n%s\n[dmdba@dsc01 bin]$ \n\n[dmdba@dsc01 bin]$ \n",
                "[root@dsc01 ~]# cat x\n%s\n[root@dsc01 ~]# ",
                "(base) [dmdba@dsc01 bin]$ ./dmasmcmd RET_FLAG=1\n%s",
                "\u001B[?2004h\u001B]0;dmdba@dsc01:~\u0007\u001B[32mdmdba@dsc01\u001B[0m:\u001B[34m~\u001B[0m$ cat x\n%s",
                "\u001B[0m%s\u001B[0m",
                "cat -- /home/data/x.txt\n%s\nbash-4.2$ ",
                "C:\\dm>type x\n%s\nC:\\dm>",
                "ASM>export dcrdisk '/dev/raw/raw1' to 'x'\n%sASM>",
                "%.0s$ cat x\n%s$ "
            })
    void prompts_around_an_export_and_colours_do_not_count(String terminal) throws Exception {
        String content = Files.readString(planned);

        Files.writeString(planned, terminal.formatted(content, content));
        assertThat(compare("planned", planned)).as(stdout.toString()).isZero();
        assertThat(compare("base", planned)).isEqualTo(Main.FINDINGS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[dmdba@dsc01 bin]$ ", "dmdba@dsc01:~$ \n", "[root@dsc01 ~]# \n\n"})
    void a_prompt_may_follow_a_last_line_without_a_line_feed(String prompt) throws Exception {
        Files.writeString(planned, Files.readString(planned).stripTrailing() + prompt);

        assertThat(compare("planned", planned)).as(stdout.toString()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"logout\n%s", "%slogout\n", "%s[dmdba@dsc01 ~]$\nlogout\n"})
    void other_text_around_an_export_is_reported(String terminal) throws Exception {
        Files.writeString(planned, terminal.formatted(Files.readString(planned)));

        assertThat(compare("planned", planned)).isEqualTo(Main.FINDINGS);
    }

    @Test
    void a_prompt_before_an_export_does_not_change_the_numbers_of_its_lines() throws Exception {
        long line = Files.readAllLines(planned).stream()
                .takeWhile(each -> !each.contains("9500"))
                .count();
        Files.writeString(planned, "$ cat x\n" + Files.readString(planned).replace("9500", "9509"));

        assertThat(compare("planned", planned)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("planned.txt:" + (line + 2) + ":");
    }

    @Test
    void all_of_several_disks_must_hold_the_configuration() {
        assertThat(compare("planned", planned, planned)).isZero();
        assertThat(compare("planned", planned, base)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("planned.txt: ", "base.txt: ");
    }

    @Test
    void an_export_that_differs_from_both_is_reported() throws Exception {
        Files.writeString(planned, Files.readString(planned).replace("9500", "9509"));

        assertThat(compare("planned", planned)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString()).contains("neither", "DCR_EP_PORT", "9500", "9509");
    }

    @Test
    void each_place_names_the_file_that_has_the_line() throws Exception {
        Files.writeString(planned, Files.readString(planned).replace("9500", "9509"));

        assertThat(compare("planned", planned)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString())
                .containsPattern(Pattern.quote(Example.DCR_1.toString()) + ":\\d+:\\d+ -> "
                        + Pattern.quote(planned.toString()) + ":\\d+:\\d+\n")
                .doesNotContain("Files on both sides");
    }

    @Test
    void an_export_with_an_unreadable_line_and_no_other_value_is_not_called_equal() throws Exception {
        Files.writeString(planned, "Last login on Monday\n" + Files.readString(planned));

        assertThat(compare("planned", planned)).isEqualTo(Main.FINDINGS);
        assertThat(stdout.toString())
                .contains("no value differs from planned", planned + ":1:1: ", "INI-0103")
                .doesNotContain("No difference", "neither configuration");
    }

    @Test
    void the_directory_of_the_plan_stands_for_its_plan_json() {
        assertThat(Main.run(
                        Main.Language.en,
                        InputStream.nullInputStream(),
                        CommandLineRun.buffered(stdout),
                        CommandLineRun.buffered(stdout),
                        "compare-export",
                        json.getParent().toString(),
                        "planned",
                        planned.toString()))
                .isZero();
    }

    @Test
    void an_unreadable_export_is_not_compared() {
        assertThat(compare("planned", planned.resolveSibling("none"))).isEqualTo(Main.UNREADABLE);
        assertThat(compare("both", planned)).isEqualTo(Main.UNREADABLE);
        assertThat(compare("base")).isEqualTo(Main.UNREADABLE);
    }
}
