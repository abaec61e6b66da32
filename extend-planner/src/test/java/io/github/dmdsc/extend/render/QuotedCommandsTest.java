package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dmdsc.extend.Example;
import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Text;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words and commands as the script runs them, and as somebody would type them. */
class QuotedCommandsTest {
    private static final FileContent NONE = new FileContent("utf-8", "");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "^^, ''",
                "dmcss, dmcss",
                "INI_PATH=/a/b-c.d:1+2@x%y, INI_PATH=/a/b-c.d:1+2@x%y",
                "a b, 'a b'",
                "it's, 'it'\\''s'",
                "节点, '节点'",
                "${HOME}, '${HOME}'",
                "${DMDSC_SYSDBA_PASSWORD}, \"${DMDSC_SYSDBA_PASSWORD:-}\"",
                "SYSDBA/${DMDSC_A}@x y${DMDSC_B_C}z, SYSDBA/\"${DMDSC_A:-}\"'@x y'\"${DMDSC_B_C:-}\"z",
                "${dmdsc_a}, '${dmdsc_a}'"
            })
    void aWordIsQuotedWhereItMustBeAndAPlaceholderBecomesAVariable(String word, String quoted) {
        assertThat(Quoting.word(word)).isEqualTo(quoted);
    }

    @Test
    void aCodeSpanIsOnOneLineAndABlockKeepsItsLines() {
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
                "1.2.3, 1\\.2.3",
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
    void whatWouldMakeAListIsEscapedWhereItWould(String text, String escaped) {
        assertThat(Quoting.markdown(text)).isEqualTo(escaped);
    }

    private static String typed(Command command) {
        return Quoting.typed(command, false);
    }

    @Test
    void whatIsTypedIsTheToolAndItsLines() {
        assertThat(typed(new Command.Argv(List.of("ss", "-ltn"), false))).isEqualTo("ss -ltn");
        assertThat(typed(new Command.Argv(List.of("dmcss", "DCR_INI=/a b"), true)))
                .isEqualTo("dmcss 'DCR_INI=/a b' &");
        assertThat(typed(new Command.Console(List.of("dmcssm", "INI_PATH=/m.ini"), List.of("show", "exit"))))
                .isEqualTo("dmcssm INI_PATH=/m.ini\nshow\nexit");
        assertThat(typed(new Command.Observe(new Text("look", "看")))).isEqualTo("look");
        assertThat(Quoting.typed(new Command.Observe(new Text("look", "看")), true))
                .isEqualTo("看");
    }

    /** RET_FLAG makes a tool stop at an error; who types sees the error. */
    @Test
    void noPasswordIsTypedThatIsAPlaceholder() {
        Command init = new Command.ToolScript(
                List.of("dmasmcmd", "RET_FLAG=1"),
                List.of("init dcrdisk '/d' from '/f' identified by '${DMDSC_DCR_PASSWORD}'", "check dcrdisk '/d'"));
        Command sql = new Command.Sql(
                List.of("disql", "/nolog"), "SYSDBA/${DMDSC_SYSDBA_PASSWORD}@localhost:5236", "select 1;");

        assertThat(typed(init))
                .isEqualTo("dmasmcmd\ninit dcrdisk '/d' from '/f' identified by <password of the DCR disk, in single"
                        + " quotes>\ncheck dcrdisk '/d'");
        assertThat(Quoting.typed(init, true)).contains("identified by <DCR 磁盘的口令，用单引号括起>\n");
        assertThat(typed(sql)).isEqualTo("disql /nolog\nconn SYSDBA/<password of SYSDBA>@localhost:5236\nselect 1;");
        assertThat(Quoting.typed(sql, true)).contains("conn SYSDBA/<SYSDBA 的口令>@localhost:5236\n");
    }

    @Test
    void filesAreNamedAsTheyLieInTheDirectoryOfThePlan() {
        FileId file = new FileId("h1", "/etc/dm/dmcssm.ini");

        assertThat(typed(new Command.WriteFile(file, "00", false, NONE)))
                .isEqualTo("files/h1/etc/dm/dmcssm.ini\n-> h1:/etc/dm/dmcssm.ini");
        assertThat(typed(new Command.WriteFile(file, "00", true, NONE))).startsWith("staged/h1/etc/dm/dmcssm.ini\n");
        assertThat(typed(new Command.WriteFile(new FileId("h1", "relative"), "00", false, NONE)))
                .startsWith("files/h1:relative\n");
    }

    @Test
    void aWaitSaysHowLong() {
        Command await = new Command.AwaitAutoStart(Tool.DMSERVER, 60, 330);

        assertThat(typed(await)).isEqualTo("wait for dmserver (60 s … 330 s)");
        assertThat(Quoting.typed(await, true)).isEqualTo("等待 dmserver (60 s … 330 s)");
    }

    @Test
    void aDirectoryIsCopiedWithoutWhatStaysBehind() {
        Command copy = new Command.CopyTree(
                new FileId("h1", "/data/a"), new FileId("h2", "/data/b c"), List.of("dmarch.ini", "old x"));

        assertThat(typed(copy))
                .isEqualTo("ssh h1 'tar -C /data/a --exclude=./dmarch.ini '\\''--exclude=./old x'\\'' -cf - .' | ssh h2"
                        + " 'mkdir -p -- '\\''/data/b c'\\'' && tar -C '\\''/data/b c'\\'' -xpf -'");
        assertThat(run(copy)).contains("  copy_tree h1 /data/a h2 '/data/b c' dmarch.ini 'old x'\n");
    }

    /** What the copied directory brings may lie where the plan writes; on any other host it is somebody else's. */
    @Test
    void aCopiedFileIsExpectedOnTheHostOfTheCopyAlone() {
        ExtendPlan plan = Example.manual().plan();
        FileId file = new FileId("10.0.2.103", "/home/data/dsc2_config/dmarch.ini");
        String old = Hashes.sha256(Example.files().bytes(Example.ARCH_1));
        String after = Hashes.sha256(Example.manual().target().bytes(file));
        Command copy = plan.steps().stream()
                .map(Step::command)
                .filter(Command.CopyTree.class::isInstance)
                .findFirst()
                .orElseThrow();
        Command elsewhere = new Command.CopyTree(
                ((Command.CopyTree) copy).from(), new FileId("10.0.2.104", "/home/data/dsc2_config"), List.of());
        String fresh = "  fresh 10.0.2.103 /home/data/dsc2_config/dmarch.ini - ";

        assertThat(run(copy)).contains(fresh + old + " " + after + "\n");
        assertThat(run(elsewhere)).contains(fresh + after + "\n");
    }

    @Test
    void aFileWithoutAPlaceInTheDirectoryOfThePlanHasNoScript() {
        Command odd = new Command.WriteFile(new FileId("h1", "relative"), "00", false, NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(odd))
                .withMessage("no place in a directory tree: h1:relative");
    }

    /** A text with line breaks, from a file name for example, is said on one line. */
    @Test
    void aTextOfSeveralLinesIsSaidOnOne() {
        assertThat(run(new Command.Observe(new Text("a\r\nb\nc", "看")))).contains("  say 'a  b c'\n");
    }

    /** The script of a plan whose first step runs a command. */
    private static String run(Command command) {
        ExtendPlan plan = Example.manual().plan();
        Step first = Step.builder().from(plan.steps().get(0)).command(command).build();
        return ShellScript.of(
                ExtendPlan.builder().from(plan).steps(List.of(first)).build(), Locale.ENGLISH);
    }
}
