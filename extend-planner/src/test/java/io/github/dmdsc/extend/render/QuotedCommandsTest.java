package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the quoting of words and commands to type or paste. */
class QuotedCommandsTest {
    private static final ExtendPlan PLAN = Example.manual().plan();
    private static final Optional<String> BIN = Optional.of("/dm bin");
    private static final FileContent NONE = new FileContent("utf-8", "");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "^^, ''",
                "dmcss, dmcss",
                "INI_PATH=/a/b-c.d:1+2@x%y, INI_PATH=/a/b-c.d:1+2@x%y",
                "a b, 'a b'",
                "it's, \"it's\"",
                "it's ${A}, 'it'\\''s ${A}'",
                "节点, '节点'",
                "${HOME}, '${HOME}'",
                "${DMDSC_SYSDBA_PASSWORD}, '${DMDSC_SYSDBA_PASSWORD}'",
                "/a/${DMDSC_A}/{host}, '/a/${DMDSC_A}/{host}'"
            })
    void a_word_is_quoted_if_needed(String word, String quoted) {
        assertThat(Quoting.word(word)).isEqualTo(quoted);
    }

    @Test
    void a_code_span_is_on_one_line_and_a_block_keeps_its_lines() {
        assertThat(Quoting.code("a\r\nb\nc")).isEqualTo("`a  b c`");
        assertThat(Quoting.code("`a")).isEqualTo("`` `a ``");
        assertThat(Quoting.code("a`")).isEqualTo("`` a` ``");
        assertThat(Quoting.code("a``b`c")).isEqualTo("```a``b`c```");
        assertThat(Quoting.block("sh", "a")).isEqualTo("```sh\na\n```\n");
        assertThat(Quoting.block("sh", "a\n")).isEqualTo("```sh\na\n```\n");
        assertThat(Quoting.block("diff", "```` x\n")).isEqualTo("`````diff\n```` x\n`````\n");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "1. x, 1\\. x",
                "9. x, 9\\. x",
                "10) x, 10\\) x",
                "12) x, 12\\) x",
                "1.2.3, 1.2.3",
                "see /a/b_c.ini., see `/a/b_c.ini`.",
                "in V$DSC_EP_INFO: x, in `V$DSC_EP_INFO`: x",
                "(a_b) 在DMDCR_PATH中, (`a_b`) 在`DMDCR_PATH`中",
                "a1. x, a1. x",
                "a1) x, a1) x",
                "- x, \\- x",
                "+ x, \\+ x",
                "= x, \\= x",
                "a - b + c = d, a - b + c = d",
                "90, 90",
                "/.x, /.x",
                ":.x, :.x"
            })
    void markers_of_a_list_are_escaped_only_where_they_would_start_one(String text, String escaped) {
        assertThat(Quoting.markdown(text)).isEqualTo(escaped);
    }

    private static String typed(ToolCommand words) {
        return typed(words, false);
    }

    private static String typed(ToolCommand words, boolean chinese) {
        Step step = Step.builder().from(PLAN.steps().get(0)).command(words).build();
        return Quoting.typed(step, chinese).orElseThrow();
    }

    private static Step step(Action action) {
        return Step.builder()
                .from(PLAN.steps().get(0))
                .action(action)
                .command(Optional.empty())
                .build();
    }

    private static String typed(Action action) {
        return Quoting.typed(step(action), false).orElseThrow();
    }

    @Test
    void the_typed_text_is_the_call_of_the_tool_and_its_lines() {
        assertThat(typed(new ToolCommand.Argv(List.of("ss", "-ltn")))).isEqualTo("ss -ltn");
        assertThat(typed(new ToolCommand.Argv(BIN, List.of("./dmcss", "DCR_INI=/a b", "-noconsole"), true)))
                .isEqualTo("cd '/dm bin'\nnohup ./dmcss 'DCR_INI=/a b' -noconsole &");
        assertThat(typed(new ToolCommand.Console(BIN, List.of("./dmcssm", "INI_PATH=/m.ini"), List.of("show", "exit"))))
                .isEqualTo("cd '/dm bin'\n./dmcssm INI_PATH=/m.ini\nshow\nexit");
        assertThat(Quoting.typed(step(new Task.ReadLogs(List.of(), List.of())), false))
                .isEmpty();
    }

    /** RET_FLAG makes a tool stop at an error. A person who types sees the error and needs no RET_FLAG. */
    @Test
    void passwords_are_named_instead_of_their_placeholders() {
        ToolCommand init = new ToolCommand.ToolScript(
                BIN,
                List.of("./dmasmcmd", "RET_FLAG=1"),
                List.of("init dcrdisk '/d' from '/f' identified by '${DMDSC_DCR_PASSWORD}'", "check dcrdisk '/d'"));
        ToolCommand sql = new ToolCommand.Sql(
                BIN, List.of("./disql", "/nolog"), "SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:5236", "select 1;");

        assertThat(typed(init))
                .isEqualTo(
                        "cd '/dm bin'\n./dmasmcmd\ninit dcrdisk '/d' from '/f' identified by <password of the DCR disk, in single"
                                + " quotes>\ncheck dcrdisk '/d'");
        assertThat(typed(init, true)).contains("identified by <DCR 磁盘的密码，用单引号括起>\n");
        assertThat(typed(sql))
                .isEqualTo("cd '/dm bin'\n./disql /nolog\nconn SYSDBA/<password of SYSDBA>@localhost:5236\nselect 1;");
        assertThat(typed(sql, true)).contains("conn SYSDBA/<SYSDBA 的密码>@localhost:5236\n");
    }

    /** A path may look like the placeholder of a password. */
    @Test
    void only_the_placeholder_of_a_password_is_replaced() {
        String disk = "check dcrdisk '/d/${DMDSC_SYSDBA_PASSWORD}/${DMDSC_DCR_PASSWORD}'";
        String whole = "listdisks '${DMDSC_DCR_PASSWORD}'";

        assertThat(typed(new ToolCommand.ToolScript(BIN, List.of("./dmasmcmd"), List.of(disk, whole))))
                .isEqualTo("cd '/dm bin'\n./dmasmcmd\n" + disk + "\n" + whole);
        assertThat(typed(new ToolCommand.Argv(BIN, List.of("./dmcss", "DCR_INI=/${DMDSC_X}"), false)))
                .isEqualTo("cd '/dm bin'\n./dmcss 'DCR_INI=/${DMDSC_X}'");
    }

    @Test
    void files_are_named_by_their_paths_in_the_plan_directory() {
        FileId file = new FileId("h1", "/etc/dm/dmcssm.ini");

        assertThat(typed(new Change.WriteFile(file, "00", Change.Purpose.NEW_FILE, Optional.empty())))
                .isEqualTo("files/h1/etc/dm/dmcssm.ini\n-> h1:/etc/dm/dmcssm.ini");
        assertThat(typed(new Change.WriteFile(file, "00", Change.Purpose.SET_UP_MONITOR, Optional.of(NONE))))
                .startsWith("staged/h1/etc/dm/dmcssm.ini\n");
        assertThat(typed(new Change.WriteFile(
                        new FileId("h1", "relative"), "00", Change.Purpose.NEW_FILE, Optional.empty())))
                .startsWith("files/h1:relative\n");
    }

    @Test
    void a_directory_is_copied_without_the_excluded_files() {
        Action copy = new Change.CopyDirectory(
                new FileId("h1", "/data/a"), new FileId("h2", "/data/b c"), List.of("dmarch.ini", "old x"));

        assertThat(typed(copy))
                .isEqualTo("ssh h1 \"tar -C /data/a --exclude=./dmarch.ini '--exclude=./old x' -cf - .\" | ssh h2"
                        + " \"mkdir -p -- '/data/b c' && tar -C '/data/b c' -xpf -\"");
    }
}
