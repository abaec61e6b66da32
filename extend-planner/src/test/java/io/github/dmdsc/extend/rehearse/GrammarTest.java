package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Verification;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tools' languages: what every form of a command does, and what is no command because of one word. */
class GrammarTest {
    private static final String HOST = "10.1.0.3";
    private static final FileId MONITOR = new FileId(HOST, "/data/dmcssm.ini");
    private static final Act.LogFile LOG_1 = new Act.LogFile("+LOG/n2_1.log", "256");
    private static final Act.LogFile LOG_2 = new Act.LogFile("+LOG/n2_2.log", "256");

    /** Forms of which every single word is needed. */
    static Stream<Arguments> wholeForms() {
        return Stream.of(
                script(
                        "dmasmcmd",
                        "export dcrdisk '/dev/dcr' to '/x.ini'",
                        new Act.Export(false, "/dev/dcr", "/x.ini")),
                script("dmasmcmdm", "export dcrvdisk '/d0' to '/x.ini'", new Act.Export(true, "/d0", "/x.ini")),
                script(
                        "dmasmcmd",
                        "extend dcrdisk '/dev/dcr' from '/x.ini'",
                        new Act.ExtendDcr(false, List.of("/dev/dcr"), "/x.ini")),
                script(
                        "dmasmcmdm",
                        "extend dcrvdisk '/d0','/d1','/d2' from '/x.ini'",
                        new Act.ExtendDcr(true, List.of("/d0", "/d1", "/d2"), "/x.ini")),
                script("dmasmcmd", "check dcrdisk '/dev/dcr'", new Act.CheckDcr(false, "/dev/dcr")),
                script("dmasmcmdm", "check dcrvdisk '/d0'", new Act.CheckDcr(true, "/d0")),
                script("dmasmcmd", "listdisks '/dev'", new Act.ListDisks(false, "/dev")),
                script("dmasmcmdm", "listdisks '/dev/dcrv'", new Act.ListDisks(true, "/dev/dcrv")),
                script(
                        "dmasmcmd",
                        "init dcrdisk '/dev/dcr' from '/x.ini' identified by '${PASSWORD}'",
                        new Act.InitDcr(false, List.of("/dev/dcr"), "/x.ini")),
                script(
                        "dmasmcmdm",
                        "create system diskgroup asmdisk '/d0','/d1' attribute config='/x.ini', passwd='${PASSWORD}'",
                        new Act.InitDcr(true, List.of("/d0", "/d1"), "/x.ini")),
                script("dmasmtool", "ls +LOG", new Act.ListAsm(false, "+LOG", "/data/dmdcr.ini")),
                script("dmasmtoolm", "ls +LOG/log", new Act.ListAsm(true, "+LOG/log", "/data/dmdcr.ini")),
                form(console("dmcssm", "extend node"), new Act.ExtendNode(MONITOR)),
                form(console("dmcssm", "ep startup GRP_DB"), new Act.ChangeState("ep startup GRP_DB")),
                form(console("dmcssm", "ep stop GRP_DB"), new Act.ChangeState("ep stop GRP_DB")),
                form(
                        console("dmcssm", "set GRP_DB auto restart off"),
                        new Act.ChangeState("set GRP_DB auto restart off")),
                form(console("dmcssm", "open force GRP_DB"), new Act.ChangeState("open force GRP_DB")),
                form(
                        sql("disql", "alter database add node logfile '+LOG/n2_1.log' size 256;"),
                        new Act.AddLogFiles("5236", List.of(LOG_1))),
                form(
                        sql(
                                "disql",
                                "alter database add node logfile '+LOG/n2_1.log' size 256, '+LOG/n2_2.log' size 256;"),
                        new Act.AddLogFiles("5236", List.of(LOG_1, LOG_2))),
                form(sql("disql", "select * from v$dsc_ep_info;"), new Act.ViewEndpoints("5236")),
                form(argv("ss", "-ltn"), new Act.ListPorts()),
                form(argv("systemctl", "start", "DmServiceDSC2"), new Act.StartService("DmServiceDSC2")),
                form(argv("rm", "-f", "--", "/x.ini"), new Act.RemoveFiles(new FileId(HOST, "/x.ini"))),
                form(argv("/bin/rm", "-rf", "--", "/x"), new Act.RemoveFiles(new FileId(HOST, "/x"))));
    }

    /** Forms in which something may be left out, and would mean something else. */
    static Stream<Arguments> otherForms() {
        FileId other = new FileId("10.1.0.1", "/data/DSC0_conf");
        FileId here = new FileId(HOST, "/data/DSC2_conf");
        FileContent content = FileContent.of(new byte[] {65});
        return Stream.of(
                form(console("dmcssm", "show"), new Act.Show(MONITOR)),
                form(console("dmcssm", "show GRP_DB"), new Act.ShowPart(MONITOR, "GRP_DB")),
                form(
                        sql("disql", "select ep_name, ep_status from v$dsc_ep_info order by ep_seqno;"),
                        new Act.ViewEndpoints("5236")),
                script("dmasmcmd", "EXPORT DCRDISK '/d' TO '/x'", new Act.Export(false, "/d", "/x")),
                script("dmasmcmdm", "Check DcrvDisk '/d'", new Act.CheckDcr(true, "/d")),
                form(
                        argv("/dm/bin/dmctlcvt", "TYPE=1", "SRC=+DATA/dm.ctl", "DEST=/x.txt", "DCR_INI=/d.ini"),
                        new Act.ConvertControlFile("+DATA/dm.ctl", "/d.ini")),
                started("dmcss", new Act.Start(Kind.CSS, false, "", "/d.ini"), "DCR_INI=/d.ini"),
                started("dmasmsvr", new Act.Start(Kind.ASM, false, "", "/d.ini"), "dcr_ini=/d.ini"),
                started("dmasmsvrm", new Act.Start(Kind.ASM, true, "", "/d.ini"), "dcr_ini=/d.ini"),
                started("dmserver", new Act.Start(Kind.DB, false, "/m.ini", "/d.ini"), "path=/m.ini", "dcr_ini=/d.ini"),
                form(new Command.WriteFile(here, "hash", true, content), new Act.Put(here, content, "hash", true)),
                form(new Command.CopyTree(other, here, List.of("trace")), new Act.Copy(other, here, List.of("trace"))),
                form(new Command.AwaitAutoStart(Tool.DMCSS, 60, 300), new Act.Await(Kind.CSS)),
                form(new Command.AwaitAutoStart(Tool.DMASMSVR, 60, 300), new Act.Await(Kind.ASM)),
                form(new Command.AwaitAutoStart(Tool.DMASMSVRM, 60, 300), new Act.Await(Kind.ASM)),
                form(new Command.AwaitAutoStart(Tool.DMSERVER, 60, 300), new Act.Await(Kind.DB)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"wholeForms", "otherForms"})
    void aCommandIsReadAsWhatItDoes(Command command, Act act) {
        assertThat(read(command)).containsExactly(act);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wholeForms")
    void withoutAnyOneOfItsWordsOrWithOneMoreItIsNoCommand(Command command, Act act) {
        List<String> words = List.of(words(command).split(" ", -1));

        for (int i = 0; i <= words.size(); i++) {
            List<String> near = new ArrayList<>(words);
            if (i < words.size()) {
                near.remove(i);
            } else {
                near.add("more");
            }
            String text = String.join(" ", near);
            assertThat(read(with(command, text))).containsExactly(new Act.Unknown(text));
        }
    }

    static Stream<Arguments> nearMisses() {
        return Stream.of(
                bad(script("dmasmcmd", "export dcrvdisk '/d' to '/x'")),
                bad(script("dmasmcmd", "extend dcrvdisk '/d' from '/x'")),
                bad(script("dmasmcmd", "check dcrvdisk '/d'")),
                bad(script("dmasmcmdm", "export dcrdisk '/d' to '/x'")),
                bad(script("dmasmcmdm", "extend dcrdisk '/d' from '/x'")),
                bad(script("dmasmcmdm", "check dcrdisk '/d'")),
                bad(script("dmasmcmdm", "init dcrdisk '/d' from '/x' identified by 'p'")),
                bad(script("dmasmcmd", "create system diskgroup asmdisk '/d' attribute config='/x', passwd='p'")),
                bad(script("dmasmcmd", "export dcrdisk '/d','/e' to '/x'")),
                bad(script("dmasmcmd", "export dcrdisk /d to /x")),
                bad(script("dmasmcmd", "ls +LOG")),
                bad(script("dmasmtool", "rm +LOG")),
                bad(script("dmasmtool", "ls /LOG")),
                bad(script("dmasmtool", "listdisks '/dev'")),
                bad(console("dmcssm", "extend the node")),
                bad(console("dmcssm", "Exit")),
                bad(sql("disql", "select * from v$dsc_ep_info; shutdown immediate;")),
                bad(sql("disql", "alter database add logfile '+LOG/n2_1.log' size 256;")));
    }

    static Stream<Arguments> programsOfAnotherName() {
        return Stream.of(
                bad(script("dmasmcmdx", "check dcrdisk '/d'"), "/dm/bin/dmasmcmdx DCR_INI=/data/dmdcr.ini"),
                bad(script("dmsqltool", "ls +LOG"), "/dm/bin/dmsqltool DCR_INI=/data/dmdcr.ini"),
                bad(console("dmmonitor", "extend node"), "dmmonitor"),
                bad(sql("isql", "select * from v$dsc_ep_info;"), "/dm/bin/isql -S"),
                bad(argv("ss", "-lun"), "ss -lun"),
                bad(argv("service", "start", "X"), "service start X"),
                bad(argv("systemctl", "stop", "X"), "systemctl stop X"),
                bad(argv("unlink", "-f", "--", "/x"), "unlink -f -- /x"),
                bad(argv("rm", "-i", "--", "/x"), "rm -i -- /x"),
                bad(argv("rm", "-rf", "/x", "/y"), "rm -rf /x /y"),
                bad(argv("dmctlcvt", "TYPE=2", "SRC=/x", "DCR_INI=/d"), "dmctlcvt TYPE=2 SRC=/x DCR_INI=/d"),
                bad(argv("cat", "TYPE=1", "SRC=/x", "DCR_INI=/d"), "cat TYPE=1 SRC=/x DCR_INI=/d"),
                bad(new Command.Argv(List.of("sleep", "9"), true), "sleep 9"),
                bad(new Command.AwaitAutoStart(Tool.DMCSSM, 60, 300), "dmcssm"),
                bad(argv(), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"nearMisses", "programsOfAnotherName"})
    void whatNoToolKnowsIsShownAsItStands(Command command, String shown) {
        assertThat(read(command)).containsExactly(new Act.Unknown(shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dmcss", "dmasmsvr", "dmserver"})
    void aServerInTheForegroundWouldNeverLetTheNextStepCome(String server) {
        assertThat(read(argv(server, "dcr_ini=/d.ini"))).containsExactly(new Act.Unknown(server + " dcr_ini=/d.ini"));
    }

    @Test
    void aCommandOfDmasmtoolHasAThousandAndTwentyFourCharactersAtMost() {
        String longest = "ls +" + "L".repeat(1020);

        assertThat(read(script("dmasmtool", longest)))
                .containsExactly(new Act.ListAsm(false, longest.substring(3), "/data/dmdcr.ini"));
        assertThat(read(script("dmasmtool", longest + "L"))).containsExactly(new Act.Unknown(longest + "L"));
    }

    @Test
    void leavingTheMonitorDoesNothing() {
        assertThat(read(console("dmcssm", "exit"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop node 2", "remove node DSC2", "force DELETE NODE DSC2 now"})
    void removingANodeIsNoticedWhereverItIsTyped(String line) {
        assertThat(read(console("dmcssm", line))).containsExactly(new Act.Remove(line));
        assertThat(read(sql("disql", line))).containsExactly(new Act.Remove(line));
    }

    @ParameterizedTest
    @CsvSource({
        "DCR_INI=/d.ini, /d.ini",
        "dcr_ini=/d.ini, /d.ini",
        "DCR_INI=/a=b.ini, /a=b.ini",
        "DCR_INI=, ''",
        "DCR_INI, ''",
        "DCR_INI:/d.ini, ''",
        "DCR_INJ=/d.ini, ''",
        "ADCR_INI=/d.ini, ''",
    })
    void anOptionIsItsNameAnEqualsSignAndItsValue(String word, String value) {
        assertThat(read(new Command.Argv(List.of("dmcss", word), true)))
                .containsExactly(new Act.Start(Kind.CSS, false, "", value));
    }

    /** What dm_service_installer.sh is told, and the service, kind, edition and files that come of it. */
    @ParameterizedTest
    @CsvSource({
        "-t dmcss -dcr_ini /d.ini -p CSS2, DmCSSServiceCSS2, CSS, false, '', /d.ini",
        "-p CSS2 -dcr_ini /d.ini -t dmcss, DmCSSServiceCSS2, CSS, false, '', /d.ini",
        "-t dmasmsvr -dcr_ini /d.ini -p ASM2, DmASMSvrServiceASM2, ASM, false, '', /d.ini",
        "-t dmasmsvrm -dcr_ini /d.ini -p ASM2, DmASMSvrServiceASM2, ASM, true, '', /d.ini",
        "-t dmserver -dm_ini /m.ini -dcr_ini /d.ini -p DSC2, DmServiceDSC2, DB, false, /m.ini, /d.ini",
        "-t dmcss -p CSS2 -dcr_ini, DmCSSServiceCSS2, CSS, false, '', ''",
        "-t dmserver -p DSC2, DmServiceDSC2, DB, false, '', ''",
    })
    void theInstallerRegistersAService(
            String words, String service, Kind kind, boolean mirror, String dmIni, String dcrIni) {
        assertThat(read(installer(words)))
                .containsExactly(new Act.Register(service, new Act.Start(kind, mirror, dmIni, dcrIni)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t dmwatcher -p X", "-dcr_ini /d.ini -p CSS2", "-p CSS2 -t"})
    void theInstallerOfNothingThatAClusterRunsIsUnknown(String words) {
        assertThat(read(installer(words)))
                .containsExactly(new Act.Unknown("/dm/script/root/dm_service_installer.sh " + words));
    }

    private static List<Act> read(Command command) {
        Text text = new Text("", "");
        Step step = Step.builder()
                .id("step")
                .phase(Phase.PREFLIGHT)
                .host(HOST)
                .tool(Tool.SHELL)
                .title(text)
                .command(command)
                .verify(new Verification(text, List.of(), List.of()))
                .rollbackClass(RollbackClass.READ_ONLY)
                .recovery(text)
                .manual("")
                .build();
        return Grammar.acts(step, List.of());
    }

    private static Arguments form(Command command, Act act) {
        return arguments(command, act);
    }

    private static Arguments bad(Command command, String shown) {
        return arguments(command, shown);
    }

    private static Arguments bad(Command command) {
        return arguments(command, words(command));
    }

    private static Arguments script(String program, String line, Act act) {
        return form(script(program, line), act);
    }

    private static Command script(String program, String line) {
        return new Command.ToolScript(List.of("/dm/bin/" + program, "DCR_INI=/data/dmdcr.ini"), List.of(line));
    }

    private static Command console(String program, String line) {
        return new Command.Console(List.of("/dm/bin/" + program, "INI_PATH=" + MONITOR.path()), List.of(line));
    }

    private static Command sql(String program, String statement) {
        return new Command.Sql(List.of("/dm/bin/" + program, "-S"), "SYSDBA/${PASSWORD}@10.1.0.3:5236", statement);
    }

    private static Command argv(String... words) {
        return new Command.Argv(List.of(words), false);
    }

    private static Arguments started(String program, Act act, String... arguments) {
        List<String> words = new ArrayList<>(List.of("/dm/bin/" + program));
        words.addAll(List.of(arguments));
        return form(new Command.Argv(words, true), act);
    }

    private static Command installer(String words) {
        return argv(("/dm/script/root/dm_service_installer.sh " + words).split(" ", -1));
    }

    /** What is typed, in one line. */
    private static String words(Command command) {
        if (command instanceof Command.ToolScript script) {
            return script.lines().get(0);
        } else if (command instanceof Command.Console console) {
            return console.lines().get(0);
        } else if (command instanceof Command.Sql sql) {
            return sql.statement();
        }
        return String.join(" ", ((Command.Argv) command).argv());
    }

    private static Command with(Command command, String words) {
        if (command instanceof Command.ToolScript script) {
            return new Command.ToolScript(script.argv(), List.of(words));
        } else if (command instanceof Command.Console console) {
            return new Command.Console(console.argv(), List.of(words));
        } else if (command instanceof Command.Sql sql) {
            return new Command.Sql(sql.argv(), sql.login(), words);
        }
        return argv(words.split(" ", -1));
    }
}
