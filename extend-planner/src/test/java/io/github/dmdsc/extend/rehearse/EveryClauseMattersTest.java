package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ImmutableStep;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Text;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule demands several things: for each of them there is a bad plan that is refused. */
class EveryClauseMattersTest {
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder()
            .archives(Archives.LOCAL)
            .asmRestart(Restart.COMMAND)
            .dbRestart(Restart.COMMAND)
            .build());
    private static final Planned MIRROR = ExtendedPlans.of(
            ClusterLayout.builder().edition(StorageEdition.MIRROR).build());
    private static final FileId OLD = new FileId("10.1.0.1", "/data");

    static Stream<Arguments> looks() {
        return Stream.of(
                bad("the monitors only", Rule.CLUSTER_OK, () -> shows("show monitor")),
                bad("the configuration only", Rule.CLUSTER_OK, () -> shows("show config")),
                bad("one group only", Rule.CLUSTER_OK, () -> shows("show GRP_CSS")),
                bad("nothing there is", Rule.GRAMMAR, () -> shows("show nonsense")),
                bad(
                        "one group in the end",
                        Rule.PROVED,
                        () -> lines(GOOD, "all-ok", line -> line.equals("show") ? "show GRP_DB" : line)),
                bad(
                        "the disks of another directory",
                        Rule.PREFLIGHT,
                        () -> lines(GOOD, "disks", to("/dev/asm", "/tmp"))),
                bad(
                        "the disks of another directory, of the mirror",
                        Rule.PREFLIGHT,
                        () -> lines(MIRROR, "disks", to("/dev/dcrv", "/tmp"))),
                bad("the disks with the mirror's tool", Rule.DCR_DISKS, () -> tool(GOOD, "disks", "dmasmcmdm")),
                bad("the disks with no mirror's tool", Rule.DCR_DISKS, () -> tool(MIRROR, "disks", "dmasmcmd")),
                bad(
                        "the log files with the mirror's tool",
                        Rule.DCR_DISKS,
                        () -> tool(GOOD, "verify-log", "dmasmtoolm")),
                bad("a second statement", Rule.GRAMMAR, () -> sql("ep-info", sql -> sql + " shutdown immediate;")),
                bad(
                        "a statement in a statement",
                        Rule.GRAMMAR,
                        () -> sql("ep-info", to("ep_name,", "(shutdown immediate), ep_name,"))),
                bad("nothing of an unknown process", Rule.GRAMMAR, () -> awaited(Tool.DMCSSM)));
    }

    static Stream<Arguments> malFiles() {
        return Stream.of(
                bad("an old port", Rule.MAL_FILES, () -> file("dmmal.ini", to("15001", "15009"))),
                bad("a global", Rule.MAL_FILES, () -> file("dmmal.ini", to("INTERVAL = 60", "INTERVAL = 61"))),
                bad(
                        "a line more",
                        Rule.MAL_FILES,
                        () -> file("dmasvrmal.ini", text -> "MAL_CHECK_TIMEOUT = 9\n" + text)),
                bad("no port", Rule.MAL_FILES, () -> file("dmasvrmal.ini", to("MAL_PORT = 16002", ""))),
                bad("another's address", Rule.MAL_FILES, () -> file("dmasvrmal.ini", to(".3\nMAL", ".2\nMAL"))),
                bad("nobody's address", Rule.MAL_FILES, () -> file("dmasvrmal.ini", to(".3\nMAL", ".9\nMAL"))),
                bad("another's clients", Rule.MAL_FILES, () -> file("dmmal.ini", to("168.1.3", "168.1.2"))),
                bad(
                        "no zone, but what looks like one",
                        Rule.MAL_FILES,
                        () -> BadPlans.rewritten(
                                GOOD,
                                change -> change.file().path().equals("/data/DSC2/dmasvrmal.ini"),
                                text -> text.replace("INTERVAL = 60", "INTERVAL = 60%5"))));
    }

    static Stream<Arguments> startCommands() {
        return Stream.of(
                bad(
                        "the old dm.ini, by its place",
                        Rule.NEW_DMDCR,
                        () -> dmdcr(to("path=/data/DSC2_conf", "/data/DSC0_conf"))),
                bad(
                        "the old dm.ini, in capitals",
                        Rule.NEW_DMDCR,
                        () -> dmdcr(to("path=/data/DSC2", "PATH=/data/DSC0"))),
                bad("no dm.ini", Rule.NEW_DMDCR, () -> dmdcr(to("path=/data/DSC2_conf/dm.ini", ""))),
                bad("no dmdcr.ini", Rule.NEW_DMDCR, () -> dmdcr(to("dm.ini dcr_ini=/data/DSC2/dmdcr.ini", "dm.ini"))),
                bad(
                        "no dmdcr.ini for ASM",
                        Rule.NEW_DMDCR,
                        () -> dmdcr(to("dmasmsvr dcr_ini=/data/DSC2/dmdcr.ini", "dmasmsvr"))),
                bad(
                        "two of dm.ini",
                        Rule.NEW_DMDCR,
                        () -> dmdcr(to("dmserver path", "dmserver /data/DSC0_conf/dm.ini path"))),
                bad("another program", Rule.NEW_DMDCR, () -> dmdcr(to("/opt/dm/bin/dmserver", "/bin/echo"))),
                bad(
                        "a program of another place",
                        Rule.NEW_DMDCR,
                        () -> dmdcr(to("/opt/dm/bin/dmserver", "/tmp/dmserver"))),
                bad("the other edition's", Rule.NEW_DMDCR, () -> dmdcr(to("dmasmsvr ", "dmasmsvrm "))));
    }

    static Stream<Arguments> dcrConfigurations() {
        return Stream.of(
                bad("a number too high", Rule.DCR_CONFIGURATION, () -> dcr(to("SEQNO = 2", "SEQNO = 7"))),
                bad(
                        "another's address",
                        Rule.DCR_CONFIGURATION,
                        () -> dcr(to(".3\nDCR_EP_PORT = 12", ".1\nDCR_EP_PORT = 12"))),
                bad("no shared memory key", Rule.DCR_CONFIGURATION, () -> dcr(to("DCR_EP_SHM_KEY = 70002\n", ""))),
                bad("no port", Rule.DCR_CONFIGURATION, () -> dcr(to("DCR_EP_PORT = 11002\n", ""))),
                bad("an empty port", Rule.DCR_CONFIGURATION, () -> dcr(to("DCR_EP_PORT = 11002", "DCR_EP_PORT ="))),
                bad(
                        "no load path",
                        Rule.DCR_CONFIGURATION,
                        () -> dcr(text -> text.replaceFirst("(?s)(70002.*?)DCR_EP_ASM_LOAD_PATH = /dev/asm\n", "$1"))),
                bad(
                        "another tolerance",
                        Rule.DCR_CONFIGURATION,
                        () -> dcr(to("DCR_GRP_TYPE = DB", "DCR_GRP_TYPE = DB\nDCR_GRP_DSKCHK_CNT = 5"))),
                bad(
                        "a failed endpoint",
                        Rule.DCR_CONFIGURATION,
                        () -> dcr(to("DCR_GRP_TYPE = DB", "DCR_GRP_TYPE = DB\nDCR_GRP_N_ERR_EP = 1"))),
                bad("another's virtual address", Rule.DCR_CONFIGURATION, () -> virtualAddressTwice()),
                bad("a section of no group", Rule.DCR_CONFIGURATION, () -> dcr(text -> text + "\n[MORE]\nKEY = 1\n")));
    }

    static Stream<Arguments> dcrDisks() {
        return Stream.of(
                bad(
                        "another DCR disk throughout",
                        Rule.DCR_DISKS,
                        () -> everywhere(GOOD, "/dev/dcr'", "/dev/raw/raw7'")),
                bad("a DCRV disk elsewhere", Rule.DCR_DISKS, () -> everywhere(MIRROR, "/dev/dcrv/d2'", "/dev/raw/d2'")),
                bad(
                        "one DCRV disk twice",
                        Rule.DCR_DISKS,
                        () -> lines(MIRROR, "extend-dcr", to("'/dev/dcrv/d0'", "'/dev/dcrv/d0','/dev/dcrv/d0'"))));
    }

    static Stream<Arguments> configurations() {
        return Stream.of(
                bad("MAL off", Rule.CONFIG_DIRECTORY, () -> file("dm.ini", to("MAL_INI = 1", "MAL_INI = 0"))),
                bad("a line more", Rule.CONFIG_DIRECTORY, () -> file("dm.ini", text -> text + "BUFFER = 99\n")),
                bad("a line less", Rule.CONFIG_DIRECTORY, () -> file("dm.ini", to("MAL_INI = 1\n", ""))),
                bad("another value", Rule.CONFIG_DIRECTORY, () -> file("dm.ini", to("+DATA/dsc\n", "+DATA/dsc2\n"))),
                bad("archives of no place", Rule.CONFIG_DIRECTORY, () -> file("dmarch.ini", to("/arch/", "arch/"))),
                bad(
                        "one log file in two spellings",
                        Rule.LOG_FILES,
                        () -> sql("add-log-files", to("+LOG/n2_2", "+LOG/N2_1"))),
                bad("an old node's log file", Rule.LOG_FILES, () -> withOldLogFile()));
    }

    static Stream<Arguments> removals() {
        return Stream.of(
                bad("all", Rule.NO_REMOVAL, () -> removes(OLD.host(), "/")),
                bad("all data", Rule.NO_REMOVAL, () -> removes(OLD.host(), "/home/data/")),
                bad("the data of a node", Rule.NO_REMOVAL, () -> removes(OLD.host(), "/data/DSC0_conf")),
                bad("a file of the plan", Rule.NO_REMOVAL, () -> removes("10.1.0.3", "/data/DSC2/dmdcr.ini")),
                bad("a directory on the new host", Rule.NO_REMOVAL, () -> removes("10.1.0.3", "/data")),
                bad(
                        "with other flags",
                        Rule.GRAMMAR,
                        () -> inserted(new Command.Argv(List.of("rm", "-i", "--", "/"), false))),
                bad("by a person", Rule.GRAMMAR, () -> inserted(said("Kill dmserver and drop all tablespaces."))),
                bad(
                        "what nobody needs to stop",
                        Rule.GRAMMAR,
                        () -> inserted(
                                said("Stop dmserver on 10.1.0.1; make sure that dmcss does not start it again."))),
                bad(
                        "as if it were the logs",
                        Rule.GRAMMAR,
                        () -> BadPlans.replaced(GOOD, "read-logs", old -> said("Kill dmserver."))));
    }

    static Stream<Arguments> gatesAndDependencies() {
        List<Arguments> all = new ArrayList<>();
        for (String gated : List.of("extend-dcr", "extend-node")) {
            all.add(bad(gated, Rule.CONFIRMED, () -> BadPlans.step(GOOD, gated, step -> step.gate(Optional.empty()))));
        }
        all.add(bad(
                "waits for nothing there is",
                Rule.WAITING,
                () -> BadPlans.step(GOOD, "clients", step -> step.dependsOn(List.of("never")))));
        all.add(bad(
                "waits for what comes later",
                Rule.WAITING,
                () -> BadPlans.step(GOOD, "ports-free", step -> step.dependsOn(List.of("clients")))));
        for (Planned planned : List.of(GOOD, MIRROR)) {
            for (Step step : planned.plan().steps()) {
                // The first step waits for nothing, and what is outside the cluster need not wait.
                if (!step.dependsOn().isEmpty()
                        && !List.of("new-host", "clients").contains(step.id())) {
                    all.add(bad(
                            "nothing before " + step.id(),
                            Rule.WAITING,
                            () -> BadPlans.step(planned, step.id(), each -> each.dependsOn(List.of()))));
                }
            }
        }
        Step edit = GOOD.plan().steps().get(BadPlans.index(GOOD.plan().steps(), "write.edit-dcr"));
        for (String id : edit.dependsOn()) {
            List<String> others = new ArrayList<>(edit.dependsOn());
            others.remove(id);
            all.add(bad(
                    "not " + id, Rule.WAITING, () -> BadPlans.step(GOOD, edit.id(), step -> step.dependsOn(others))));
        }
        List<Step> back = new ArrayList<>(GOOD.plan().reinitialise());
        int init = BadPlans.index(back, "reinit.init-dcr");
        all.add(bad("init-dcr", Rule.CONFIRMED, () -> wayBack(init, step -> step.gate(Optional.empty()))));
        all.add(bad("init-dcr before all stops", Rule.WAITING, () -> wayBack(init, step -> step.dependsOn(List.of()))));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({
        "looks",
        "malFiles",
        "startCommands",
        "dcrConfigurations",
        "dcrDisks",
        "configurations",
        "removals",
        "gatesAndDependencies"
    })
    void isRefused(String what, Rule rule, Supplier<Planned> made) {
        Planned bad = made.get();
        assertThat(BadPlans.refusal(bad))
                .as(what)
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(rule));
    }

    /** Made late: whoever runs one case alone need not plan for all. */
    private static Arguments bad(String what, Rule rule, Supplier<Planned> made) {
        return arguments(what, rule, made);
    }

    private static Planned wayBack(int at, UnaryOperator<ImmutableStep.Builder> change) {
        List<Step> back = new ArrayList<>(GOOD.plan().reinitialise());
        back.set(at, change.apply(Step.builder().from(back.get(at))).build());
        return new Planned(
                ExtendPlan.builder().from(GOOD.plan()).reinitialise(back).build(), GOOD.files());
    }

    private static UnaryOperator<String> to(String from, String to) {
        return text -> text.replace(from, to);
    }

    private static Planned file(String name, UnaryOperator<String> change) {
        return BadPlans.rewritten(GOOD, each -> each.file().name().equals(name), change);
    }

    private static Planned dmdcr(UnaryOperator<String> change) {
        return file("dmdcr.ini", change);
    }

    private static Planned virtualAddressTwice() {
        Planned planned =
                ExtendedPlans.of(ClusterLayout.builder().virtualAddresses(true).build());
        return BadPlans.rewritten(
                planned,
                change -> change.file().name().equals("dmdcr_cfg_bak.ini"),
                to("DCR_VIP = 192.168.1.103", "DCR_VIP = 192.168.1.101"));
    }

    private static Planned dcr(UnaryOperator<String> change) {
        return file("dmdcr_cfg_bak.ini", change);
    }

    private static Planned shows(String line) {
        return each(GOOD, step -> withLines(step.command(), old -> old.equals("show") ? line : old));
    }

    private static Planned everywhere(Planned planned, String from, String to) {
        return each(planned, step -> withLines(step.command(), to(from, to)));
    }

    private static Planned lines(Planned planned, String step, UnaryOperator<String> change) {
        return BadPlans.replaced(planned, step, command -> withLines(command, change));
    }

    private static Planned each(Planned planned, Function<Step, Command> change) {
        return BadPlans.steps(
                planned,
                planned.plan().steps().stream()
                        .<Step>map(step -> Step.builder()
                                .from(step)
                                .command(change.apply(step))
                                .build())
                        .toList());
    }

    private static Command withLines(Command command, UnaryOperator<String> change) {
        if (command instanceof Command.Console console) {
            return new Command.Console(
                    console.argv(), console.lines().stream().map(change).toList());
        } else if (command instanceof Command.ToolScript script) {
            return new Command.ToolScript(
                    script.argv(), script.lines().stream().map(change).toList());
        }
        return command;
    }

    private static Planned tool(Planned planned, String step, String program) {
        return BadPlans.replaced(planned, step, command -> {
            Command.ToolScript script = (Command.ToolScript) command;
            List<String> argv = new ArrayList<>(script.argv());
            argv.set(0, "/opt/dmdbms/bin/" + program);
            return new Command.ToolScript(argv, script.lines());
        });
    }

    private static Planned sql(String step, UnaryOperator<String> change) {
        return BadPlans.replaced(GOOD, step, command -> {
            Command.Sql sql = (Command.Sql) command;
            return new Command.Sql(sql.argv(), sql.login(), change.apply(sql.statement()));
        });
    }

    private static Planned awaited(Tool process) {
        return BadPlans.replaced(GOOD, "await-db", old -> new Command.AwaitAutoStart(process, 30, 330));
    }

    private static Planned removes(String host, String path) {
        Planned planned = inserted(new Command.Argv(List.of("rm", "-rf", "--", path), false));
        return BadPlans.step(planned, "inserted", step -> step.host(host));
    }

    private static Planned inserted(Command command) {
        return BadPlans.inserted(GOOD, "write.write-dmdcr", command);
    }

    private static Command said(String words) {
        return new Command.Observe(new Text(words, words));
    }

    /** The file that the cluster was made from is still there, and tells where its log files are. */
    private static Planned withOldLogFile() {
        FileId made = new FileId(OLD.host(), "/data/dminit.ini");
        byte[] text = "[DSC0]\nLOG_PATH = +LOG/n2_1.log\nLOG_PATH = +LOG/n0_2.log\n".getBytes(StandardCharsets.UTF_8);
        return new Planned(GOOD.plan(), GOOD.files().with(made, text));
    }
}
