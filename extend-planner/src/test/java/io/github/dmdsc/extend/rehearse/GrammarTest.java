package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.model.FileId;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The languages of the tools: the act of each form of a command, and commands that one word makes invalid. */
class GrammarTest {
    private static final String HOST = "10.1.0.3";
    private static final Optional<String> BIN = Optional.of("/dm/bin");
    private static final FileId MONITOR = new FileId(HOST, "/data/dmcssm.ini");
    private static final ForwardAct.LogFile LOG_1 = new ForwardAct.LogFile("+LOG/n2_1.log", "256");
    private static final ForwardAct.LogFile LOG_2 = new ForwardAct.LogFile("+LOG/n2_2.log", "256");

    /** Forms in which every word is needed. */
    static Stream<Arguments> wholeForms() {
        return Stream.of(
                script(
                        "dmasmcmd",
                        "export dcrdisk '/dev/dcr' to '/x.ini'",
                        new LookAct.Export(false, "/dev/dcr", "/x.ini")),
                script("dmasmcmdm", "export dcrvdisk '/d0' to '/x.ini'", new LookAct.Export(true, "/d0", "/x.ini")),
                script(
                        "dmasmcmd",
                        "extend dcrdisk '/dev/dcr' from '/x.ini'",
                        new ForwardAct.ExtendDcr(false, List.of("/dev/dcr"), "/x.ini")),
                script(
                        "dmasmcmdm",
                        "extend dcrvdisk '/d0','/d1','/d2' from '/x.ini'",
                        new ForwardAct.ExtendDcr(true, List.of("/d0", "/d1", "/d2"), "/x.ini")),
                script("dmasmcmd", "check dcrdisk '/dev/dcr'", new LookAct.CheckDcr(false, "/dev/dcr")),
                script("dmasmcmdm", "check dcrvdisk '/d0'", new LookAct.CheckDcr(true, "/d0")),
                script("dmasmcmd", "listdisks '/dev'", new LookAct.ListDisks(false, "/dev")),
                script("dmasmcmdm", "listdisks '/dev/dcrv'", new LookAct.ListDisks(true, "/dev/dcrv")),
                script(
                        "dmasmcmd",
                        "init dcrdisk '/dev/dcr' from '/x.ini' identified by '${PASSWORD}'",
                        new WayBackAct.InitDcr(false, List.of("/dev/dcr"), "/x.ini")),
                script(
                        "dmasmcmdm",
                        "create system diskgroup asmdisk '/d0','/d1' attribute config='/x.ini', passwd='${PASSWORD}'",
                        new WayBackAct.InitDcr(true, List.of("/d0", "/d1"), "/x.ini")),
                script("dmasmtool", "ls +LOG", new LookAct.ListAsm(false, "+LOG", "/data/dmdcr.ini")),
                script("dmasmtoolm", "ls +LOG/log", new LookAct.ListAsm(true, "+LOG/log", "/data/dmdcr.ini")),
                form(console("dmcssm", "extend node"), new ForwardAct.ExtendNode(MONITOR)),
                form(console("dmcssm", "ep startup GRP_DB"), new ForwardAct.ChangeState("ep startup GRP_DB")),
                form(
                        console("dmcssm", "ep stop GRP_DB"),
                        new WayBackAct.StopGroup(new FileId("10.1.0.3", "/data/dmcssm.ini"), "GRP_DB")),
                form(
                        console("dmcssm", "set GRP_DB auto restart off"),
                        new ForwardAct.ChangeState("set GRP_DB auto restart off")),
                form(console("dmcssm", "open force GRP_DB"), new ForwardAct.ChangeState("open force GRP_DB")),
                form(
                        sql("disql", "alter database add node logfile '+LOG/n2_1.log' size 256;"),
                        new ForwardAct.AddLogFiles("5236", List.of(LOG_1))),
                form(
                        sql(
                                "disql",
                                "alter database add node logfile '+LOG/n2_1.log' size 256, '+LOG/n2_2.log' size 256;"),
                        new ForwardAct.AddLogFiles("5236", List.of(LOG_1, LOG_2))),
                form(sql("disql", "select * from v$dsc_ep_info;"), new LookAct.ViewEndpoints("5236")),
                form(sql("disql", "select path, rlog_size from v$rlogfile;"), new LookAct.ViewLogFiles("5236")),
                form(
                        sql("disql", "select group_name, type, total_mb, free_mb from v$asmgroup;"),
                        new LookAct.ViewGroups("5236")),
                form(argv("ss", "-ltn"), new LookAct.ListPorts()),
                form(argv("systemctl", "start", "DmServiceDSC2"), new ForwardAct.StartService("DmServiceDSC2")),
                form(argv("systemctl", "restart", "watch"), new ForwardAct.RestartService("watch")),
                form(argv("rm", "-f", "--", "/x.ini"), new WayBackAct.RemoveFiles(new FileId(HOST, "/x.ini"), false)),
                form(argv("rm", "-rf", "--", "/x"), new WayBackAct.RemoveFiles(new FileId(HOST, "/x"), true)));
    }

    /** Forms in which a word may be left out, which changes their meaning. */
    static Stream<Arguments> otherForms() {
        return Stream.of(
                form(console("dmcssm", "show"), new LookAct.Show(MONITOR)),
                form(console("dmcssm", "show GRP_DB"), new LookAct.ShowPart(MONITOR, "GRP_DB")),
                form(
                        sql("disql", "select ep_name, ep_status from v$dsc_ep_info order by ep_seqno;"),
                        new LookAct.ViewEndpoints("5236")),
                script("dmasmcmd", "EXPORT DCRDISK '/d' TO '/x'", new LookAct.Export(false, "/d", "/x")),
                script("dmasmcmdm", "Check DcrvDisk '/d'", new LookAct.CheckDcr(true, "/d")),
                form(
                        called("dmctlcvt", "TYPE=1", "SRC=+DATA/dm.ctl", "DEST=/x.txt", "DCR_INI=/d.ini"),
                        new LookAct.ConvertControlFile("+DATA/dm.ctl", "/x.txt", "/d.ini")),
                started("dmcss", new ForwardAct.Start(Kind.CSS, false, "", "/d.ini", List.of()), "DCR_INI=/d.ini"),
                started("dmasmsvr", new ForwardAct.Start(Kind.ASM, false, "", "/d.ini", List.of()), "dcr_ini=/d.ini"),
                started("dmasmsvrm", new ForwardAct.Start(Kind.ASM, true, "", "/d.ini", List.of()), "dcr_ini=/d.ini"),
                started(
                        "dmserver",
                        new ForwardAct.Start(Kind.DB, false, "/m.ini", "/d.ini", List.of()),
                        "path=/m.ini",
                        "dcr_ini=/d.ini"),
                started(
                        "dmserver",
                        new ForwardAct.Start(Kind.DB, false, "/m.ini", "", List.of("mount")),
                        "path=/m.ini",
                        "mount"),
                form(
                        called("dmcssm", "INI_PATH=/data/dmcssm.ini"),
                        new ForwardAct.RestartMonitor(new FileId(HOST, "/data/dmcssm.ini"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"wholeForms", "otherForms"})
    void a_command_is_read_as_its_act(ToolCommand words, Act act) {
        assertThat(read(words)).containsExactly(act);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wholeForms")
    void a_command_with_one_word_less_or_more_is_invalid(ToolCommand words, Act act) {
        List<String> each = List.of(text(words).split(" ", -1));

        for (int i = 0; i <= each.size(); i++) {
            List<String> near = new ArrayList<>(each);
            if (i < each.size()) {
                near.remove(i);
            } else {
                near.add("more");
            }
            String text = String.join(" ", near);
            assertThat(read(with(words, text))).containsExactly(new ForwardAct.Unknown(text));
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
                bad(script("dmasmtool", "df")),
                bad(script("dmasmtool", "ls /LOG")),
                bad(script("dmasmtool", "listdisks '/dev'")),
                bad(console("dmcssm", "extend the node")),
                bad(console("dmcssm", "Exit")),
                bad(sql("disql", "select * from v$dsc_ep_info; shutdown immediate;")),
                bad(sql("disql", "alter database add logfile '+LOG/n2_1.log' size 256;")));
    }

    static Stream<Arguments> programsOfAnotherName() {
        return Stream.of(
                bad(script("dmasmcmdx", "check dcrdisk '/d'"), "/dm/bin: ./dmasmcmdx"),
                bad(script("dmsqltool", "ls +LOG"), "/dm/bin: ./dmsqltool"),
                bad(console("dmmonitor", "extend node"), "/dm/bin: ./dmmonitor INI_PATH=/data/dmcssm.ini"),
                bad(sql("isql", "select * from v$dsc_ep_info;"), "/dm/bin: ./isql /nolog"),
                bad(argv("ss", "-lun"), "ss -lun"),
                bad(argv("service", "start", "X"), "service start X"),
                bad(argv("systemctl", "stop", "X"), "systemctl stop X"),
                bad(argv("unlink", "-f", "--", "/x"), "unlink -f -- /x"),
                bad(argv("rm", "-i", "--", "/x"), "rm -i -- /x"),
                bad(argv("rm", "-rf", "/x", "/y"), "rm -rf /x /y"),
                bad(argv("rm", "-rf", "-f", "/x"), "rm -rf -f /x"),
                bad(
                        called("dmctlcvt", "TYPE=2", "SRC=/x", "DCR_INI=/d"),
                        "/dm/bin: ./dmctlcvt TYPE=2 SRC=/x DCR_INI=/d"),
                bad(argv("cat", "TYPE=1", "SRC=/x", "DCR_INI=/d"), "cat TYPE=1 SRC=/x DCR_INI=/d"),
                bad(new ToolCommand.Argv(Optional.empty(), List.of("sleep", "9"), true), "sleep 9"),
                bad(new ToolCommand.Argv(Optional.empty(), List.of("ss", "-ltn"), true), "ss -ltn"),
                bad(argv(), ""));
    }

    /** A program obeys its options, so an unknown option could change everything. */
    static Stream<Arguments> unknownOptions() {
        List<String> check = List.of("check dcrdisk '/d'");
        String view = "select * from v$dsc_ep_info;";
        return Stream.of(
                bad(
                        new ToolCommand.ToolScript(BIN, List.of("./dmasmcmd", "RET_FLAG=0"), check),
                        "/dm/bin: ./dmasmcmd RET_FLAG=0"),
                bad(
                        new ToolCommand.ToolScript(BIN, List.of("./dmasmcmd", "DFS_INI=/x"), check),
                        "/dm/bin: ./dmasmcmd DFS_INI=/x"),
                bad(
                        new ToolCommand.ToolScript(BIN, List.of("./dmasmtool", "HOST=x"), List.of("ls +L")),
                        "/dm/bin: ./dmasmtool HOST=x"),
                bad(
                        new ToolCommand.Console(
                                BIN, List.of("./dmcssm", "INI_PATH=/a", "INI_PATH=/b"), List.of("show")),
                        "/dm/bin: ./dmcssm INI_PATH=/a INI_PATH=/b"),
                bad(new ToolCommand.Console(BIN, List.of("./dmcssm", "/a"), List.of("show")), "/dm/bin: ./dmcssm /a"),
                bad(called("dmcssm", "INI_PATH=/a", "more"), "/dm/bin: ./dmcssm INI_PATH=/a more"),
                bad(
                        called("dmctlcvt", "TYPE=1", "SRC=/x", "DEST=/y", "DCR_INI=/d", "PWD=x"),
                        "/dm/bin: ./dmctlcvt TYPE=1 SRC=/x DEST=/y DCR_INI=/d PWD=x"),
                bad(
                        background("dmcss", "dcr_ini=/a", "dcr_ini=/b", "-noconsole"),
                        "/dm/bin: ./dmcss dcr_ini=/a dcr_ini=/b -noconsole"),
                bad(
                        installer("-t dmcss -p X -m open"),
                        "/dm/script/root: ./dm_service_installer.sh -t dmcss -p X -m open"),
                bad(
                        installer("-t dmcss -cssm_ini /m.ini -p X"),
                        "/dm/script/root: ./dm_service_installer.sh -t dmcss -cssm_ini /m.ini -p X"),
                bad(
                        installer("-t dmcssm -cssm_ini /m.ini -dcr_ini /d.ini -p X"),
                        "/dm/script/root: ./dm_service_installer.sh -t dmcssm -cssm_ini /m.ini -dcr_ini /d.ini -p X"),
                bad(
                        installer("-t dmcssm -cssm_ini /m.ini -y C.service -p X"),
                        "/dm/script/root: ./dm_service_installer.sh -t dmcssm -cssm_ini /m.ini -y C.service -p X"),
                bad(
                        installer("-t dmcssm -cssm_ini /m.ini"),
                        "/dm/script/root: ./dm_service_installer.sh -t dmcssm -cssm_ini /m.ini"),
                bad(installer("-t dmcss -p X -p Y"), "/dm/script/root: ./dm_service_installer.sh -t dmcss -p X -p Y"),
                bad(new ToolCommand.Sql(BIN, List.of("./disql"), "SYSDBA/x@localhost:5236", view), "/dm/bin: ./disql"),
                bad(
                        new ToolCommand.Sql(BIN, List.of("./disql", "-e"), "SYSDBA/x@localhost:5236", view),
                        "/dm/bin: ./disql -e"),
                bad(
                        new ToolCommand.Sql(BIN, List.of("./disql", "/nolog"), "SYSDBA/x@10.9.9.9:5236", view),
                        "10.9.9.9:5236"),
                bad(new ToolCommand.Sql(BIN, List.of("./disql", "/nolog"), "SYSDBA/x@localhost", view), "localhost"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"nearMisses", "programsOfAnotherName", "unknownOptions"})
    void an_unknown_command_is_shown_unchanged(ToolCommand words, String shown) {
        assertThat(read(words)).containsExactly(new ForwardAct.Unknown(shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dmcss", "dmasmsvr", "dmserver"})
    void a_server_must_run_in_the_background(String server) {
        assertThat(read(called(server, "dcr_ini=/d.ini", "-noconsole")))
                .containsExactly(new ForwardAct.Unknown("/dm/bin: ./" + server + " dcr_ini=/d.ini -noconsole"));
    }

    /** On the console a person could type exit, which stops the servers of all nodes. */
    @ParameterizedTest
    @ValueSource(strings = {"dmcss", "dmasmsvr", "dmserver"})
    void a_server_in_the_background_has_no_console(String server) {
        assertThat(read(background(server, "dcr_ini=/d.ini")))
                .containsExactly(new ForwardAct.Unknown("/dm/bin: ./" + server + " dcr_ini=/d.ini"));
    }

    static Stream<ToolCommand> elsewhere() {
        List<String> check = List.of("check dcrdisk '/d'");
        return Stream.of("dmasmcmd", "/dm/bin/dmasmcmd", "bin/dmasmcmd", "./bin/dmasmcmd", "./dmasmcmd")
                .flatMap(program -> Stream.of(Optional.<String>empty(), Optional.of("bin"), BIN)
                        .filter(directory -> !(directory.equals(BIN) && program.equals("./dmasmcmd")))
                        .map(directory -> new ToolCommand.ToolScript(directory, List.of(program), check)));
    }

    /** Dameng's programs find their libraries only in their directory. */
    @ParameterizedTest
    @MethodSource("elsewhere")
    void a_program_of_dameng_must_be_called_in_its_directory(ToolCommand words) {
        assertThat(read(words)).singleElement().isInstanceOf(ForwardAct.Unknown.class);
    }

    @Test
    void a_program_of_the_system_must_be_called_by_its_name() {
        assertThat(read(new ToolCommand.Argv(BIN, List.of("./ss", "-ltn"), false)))
                .containsExactly(new ForwardAct.Unknown("/dm/bin: ./ss -ltn"));
    }

    @Test
    void a_command_of_dmasmtool_has_at_most_1024_characters() {
        String longest = "ls +" + "L".repeat(1020);

        assertThat(read(script("dmasmtool", longest)))
                .containsExactly(new LookAct.ListAsm(false, longest.substring(3), "/data/dmdcr.ini"));
        assertThat(read(script("dmasmtool", longest + "L"))).containsExactly(new ForwardAct.Unknown(longest + "L"));
    }

    @Test
    void leaving_the_monitor_does_nothing() {
        assertThat(read(console("dmcssm", "exit"))).isEmpty();
    }

    @Test
    void a_line_after_exit_reaches_no_monitor() {
        ToolCommand words = new ToolCommand.Console(BIN, List.of("./dmcssm"), List.of("exit", "extend node"));

        assertThat(read(words)).containsExactly(new ForwardAct.Unknown("extend node"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop node 2", "remove node DSC2", "force DELETE NODE DSC2 now"})
    void removing_a_node_is_detected_in_every_tool(String line) {
        assertThat(read(console("dmcssm", line))).containsExactly(new ForwardAct.Remove(line));
        assertThat(read(sql("disql", line))).containsExactly(new ForwardAct.Remove(line));
    }

    @ParameterizedTest
    @CsvSource({
        "DCR_INI=/d.ini, /d.ini",
        "dcr_ini=/d.ini, /d.ini",
        "DCR_INI=/a=b.ini, /a=b.ini",
        "DCR_INI=, ''",
    })
    void an_option_has_a_name_an_equals_sign_and_a_value(String word, String value) {
        assertThat(read(background("dmcss", word, "-noconsole")))
                .containsExactly(new ForwardAct.Start(Kind.CSS, false, "", value, List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"INI_PATH", "INI_PATH:/d.ini", "INI_PATI=/d.ini", "AINI_PATH=/d.ini", "=/d.ini", ""})
    void another_word_is_no_option(String word) {
        assertThat(read(called("dmcssm", word))).containsExactly(new ForwardAct.Unknown("/dm/bin: ./dmcssm " + word));
    }

    /** The startup command of the new node, not the grammar, says whether the option is right. */
    @ParameterizedTest
    @ValueSource(strings = {"mount", "DCR_INJ=/d.ini", "path=/m.ini", "=/d.ini"})
    void another_word_to_a_server_is_one_of_its_options(String word) {
        assertThat(read(background("dmcss", "DCR_INI=/d.ini", word, "-noconsole")))
                .containsExactly(new ForwardAct.Start(Kind.CSS, false, "", "/d.ini", List.of(word)));
    }

    @Test
    void the_installer_registers_a_monitors_service() {
        assertThat(read(installer("-t dmcssm -cssm_ini /m.ini -p X")))
                .containsExactly(new ForwardAct.RegisterMonitor("DmCSSMonitorServiceX", new FileId(HOST, "/m.ini")));
    }

    /** The arguments of dm_service_installer.sh, with the service, the kind of process, the edition and the files. */
    @ParameterizedTest
    @CsvSource({
        "-t dmcss -dcr_ini /d.ini -p CSS2, DmCSSServiceCSS2, CSS, false, '', /d.ini, ''",
        "-p CSS2 -dcr_ini /d.ini -t dmcss, DmCSSServiceCSS2, CSS, false, '', /d.ini, ''",
        "-t dmasmsvr -dcr_ini /d.ini -p ASM2, DmASMSvrServiceASM2, ASM, false, '', /d.ini, ''",
        "-t dmasmsvrm -dcr_ini /d.ini -y C.service -p ASM2, DmASMSvrmServiceASM2, ASM, true, '', /d.ini, C.service",
        "-t dmserver -dm_ini /m.ini -dcr_ini /d.ini -p DSC2, DmServiceDSC2, DB, false, /m.ini, /d.ini, ''",
        "-t dmserver -p DSC2, DmServiceDSC2, DB, false, '', '', ''",
    })
    void the_installer_registers_a_service(
            String words, String service, Kind kind, boolean mirror, String dmIni, String dcrIni, String after) {
        assertThat(read(installer(words)))
                .containsExactly(new ForwardAct.Register(
                        service, new ForwardAct.Start(kind, mirror, dmIni, dcrIni, List.of()), after));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-t dmwatcher -p X", "-dcr_ini /d.ini -p CSS2", "-p CSS2 -t", "-t dmcss -p CSS2 -dcr_ini"})
    void the_installer_with_wrong_arguments_is_unknown(String words) {
        assertThat(read(installer(words)))
                .containsExactly(new ForwardAct.Unknown("/dm/script/root: ./dm_service_installer.sh " + words));
    }

    /**
     * A kind of act that the model does not handle must not compile: the visitor has a method for each kind, and none
     * has a default.
     */
    @Test
    void every_kind_of_act_has_a_method() {
        assertThat(Act.Visitor.class.getMethods())
                .allMatch(method -> Modifier.isAbstract(method.getModifiers()))
                .extracting(method -> method.getParameterTypes()[0])
                .containsExactlyInAnyOrder(Stream.of(Act.class.getPermittedSubclasses())
                        .flatMap(sort -> Stream.of(sort.getPermittedSubclasses()))
                        .toArray(Class<?>[]::new));
    }

    @Test
    void a_login_names_the_address_at_which_the_instance_listens() {
        ToolCommand.Sql words = new ToolCommand.Sql(
                BIN, List.of("./disql", "/nolog"), "SYSDBA/x@[fe80::1]:5236", "select * from v$dsc_ep_info;");

        assertThat(Grammar.acts(words, HOST, port -> port.equals("5236") ? "[fe80::1]" : "localhost"))
                .containsExactly(new LookAct.ViewEndpoints("5236"));
        assertThat(read(words)).containsExactly(new ForwardAct.Unknown("[fe80::1]:5236"));
    }

    private static List<Act> read(ToolCommand words) {
        return Grammar.acts(words, HOST, port -> "localhost");
    }

    private static Arguments form(ToolCommand words, Act act) {
        return arguments(words, act);
    }

    private static Arguments bad(ToolCommand words, String shown) {
        return arguments(words, shown);
    }

    private static Arguments bad(ToolCommand words) {
        return arguments(words, text(words));
    }

    private static Arguments script(String program, String line, Act act) {
        return form(script(program, line), act);
    }

    private static ToolCommand script(String program, String line) {
        List<String> argv = program.startsWith("dmasmtool")
                ? List.of("./" + program, "DCR_INI=/data/dmdcr.ini")
                : List.of("./" + program);
        return new ToolCommand.ToolScript(BIN, argv, List.of(line));
    }

    private static ToolCommand console(String program, String line) {
        return new ToolCommand.Console(BIN, List.of("./" + program, "INI_PATH=" + MONITOR.path()), List.of(line));
    }

    private static ToolCommand sql(String program, String statement) {
        return new ToolCommand.Sql(
                BIN, List.of("./" + program, "/nolog"), "SYSDBA/${PASSWORD}@localhost:5236", statement);
    }

    private static ToolCommand argv(String... words) {
        return new ToolCommand.Argv(List.of(words));
    }

    private static Arguments started(String program, Act act, String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.add("-noconsole");
        return form(background(program, words.toArray(String[]::new)), act);
    }

    private static ToolCommand background(String program, String... arguments) {
        return new ToolCommand.Argv(BIN, called(program, arguments).argv(), true);
    }

    /** Returns the call of one of Dameng's programs in its directory. */
    private static ToolCommand called(String program, String... arguments) {
        List<String> words = new ArrayList<>(List.of("./" + program));
        words.addAll(List.of(arguments));
        return new ToolCommand.Argv(BIN, words, false);
    }

    private static ToolCommand installer(String words) {
        List<String> argv = List.of(("./dm_service_installer.sh " + words).split(" ", -1));
        return new ToolCommand.Argv(Optional.of("/dm/script/root"), argv, false);
    }

    /** Returns the text of a command as one line. */
    private static String text(ToolCommand words) {
        if (words instanceof ToolCommand.ToolScript script) {
            return script.lines().get(0);
        } else if (words instanceof ToolCommand.Console console) {
            return console.lines().get(0);
        } else if (words instanceof ToolCommand.Sql sql) {
            return sql.statement();
        }
        return String.join(" ", ((ToolCommand.Argv) words).argv());
    }

    private static ToolCommand with(ToolCommand words, String text) {
        if (words instanceof ToolCommand.ToolScript script) {
            return new ToolCommand.ToolScript(script.directory(), script.argv(), List.of(text));
        } else if (words instanceof ToolCommand.Console console) {
            return new ToolCommand.Console(console.directory(), console.argv(), List.of(text));
        } else if (words instanceof ToolCommand.Sql sql) {
            return new ToolCommand.Sql(sql.directory(), sql.argv(), sql.login(), text);
        }
        return argv(text.split(" ", -1));
    }
}
