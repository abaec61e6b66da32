package io.github.dmdsc.extend.rehearse;

import static io.github.dmdsc.extend.rehearse.BadPlans.bad;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.StorageEdition;
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

/** Each condition of a rule matters: for each there is a bad plan that is refused. */
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
                bad("nothing there is", Requirement.GRAMMAR, () -> shows("show nonsense")),
                bad("the disks of another directory", Requirement.PREFLIGHT, () -> disks(GOOD)),
                bad("the disks of another directory, of the mirror", Requirement.PREFLIGHT, () -> disks(MIRROR)),
                bad(
                        "the disks with the mirror's tool",
                        Requirement.DCR_DISKS,
                        () -> tool(GOOD, "disks-visible", "dmasmcmdm")),
                bad(
                        "the disks with no mirror's tool",
                        Requirement.DCR_DISKS,
                        () -> tool(MIRROR, "disks-visible", "dmasmcmd")),
                bad(
                        "the log files with the mirror's tool",
                        Requirement.DCR_DISKS,
                        () -> tool(GOOD, "verify-log", "dmasmtoolm")),
                bad(
                        "a second statement",
                        Requirement.GRAMMAR,
                        () -> sql("ep-info", sql -> sql + " shutdown immediate;")),
                bad(
                        "a statement in a statement",
                        Requirement.GRAMMAR,
                        () -> sql("ep-info", to("ep_name,", "(shutdown immediate), ep_name,"))),
                bad("a state is changed", Requirement.NO_STATE_CHANGE, () -> shows("set GRP_ASM auto restart off")),
                bad("what the monitor does not know", Requirement.GRAMMAR, () -> shows("extend the node")),
                bad("nothing of a process that nobody starts", Requirement.AUTO_START, () -> awaited(GroupType.CSS)),
                bad("a start that no start command says", Requirement.START_ORDER, () -> startedWith("mount")),
                bad("disks that nobody compares", Requirement.PREFLIGHT, () -> comparedWith(Optional.empty())),
                bad(
                        "disks compared with their own",
                        Requirement.PREFLIGHT,
                        () -> comparedWith(Optional.of("10.1.0.3"))),
                bad(
                        "disks compared with a list that nobody made",
                        Requirement.PREFLIGHT,
                        () -> comparedWith(Optional.of("10.1.0.2"))),
                bad(
                        "space of which nothing is known",
                        Requirement.LOG_FILES_SEEN,
                        () -> BadPlans.without(GOOD, "space-free")),
                bad(
                        "sizes of which nothing is known",
                        Requirement.LOG_FILES_SEEN,
                        () -> BadPlans.without(GOOD, "log-sizes")),
                bad(
                        "the space of an instance that is not there",
                        Requirement.GRAMMAR,
                        () -> space(show -> new Look.ShowSpace(13999, show.groups()))),
                bad("the space of another group", Requirement.LOG_FILES_SEEN, () -> room("OTHER", 0)),
                bad("space for less than is added", Requirement.LOG_FILES_SEEN, () -> room("LOG", -1)),
                bad(
                        "the sizes of an instance that is not there",
                        Requirement.GRAMMAR,
                        () -> sizes(view -> new Look.ViewLogFiles(13999, view.size(), view.groups()))),
                bad(
                        "the sizes of other files",
                        Requirement.LOG_FILES_SEEN,
                        () -> sizes(view -> new Look.ViewLogFiles(view.port(), view.size() + 1, view.groups()))),
                bad(
                        "one of the files in dm.ctl",
                        Requirement.LOG_FILES_SEEN,
                        () -> BadPlans.acting(
                                GOOD,
                                "verify-dmctl",
                                Look.ConvertControlFile.class,
                                convert -> new Look.ConvertControlFile(
                                        convert.source(),
                                        convert.to(),
                                        convert.dmdcr(),
                                        BadPlans.firstLogFileOnly(convert.files())))),
                bad(
                        "one of the files on ASM",
                        Requirement.LOG_FILES_SEEN,
                        () -> BadPlans.acting(
                                GOOD,
                                "verify-log-files",
                                Look.ListLogFiles.class,
                                list -> new Look.ListLogFiles(list.dmdcr(), BadPlans.firstLogFileOnly(list.files())))),
                bad(
                        "a node that is not there yet, before anything is done",
                        Requirement.CLUSTER_OK,
                        () -> shows("cluster-ok", Look.ExpectedState.NEW_NODE_LISTED)),
                bad(
                        "a node that is well before it is there",
                        Requirement.CLUSTER_OK,
                        () -> shows("cluster-still-ok", Look.ExpectedState.OK_WITH_NEW_NODE)),
                bad(
                        "no new node behind its extension",
                        Requirement.NEW_NODE_SHOWN,
                        () -> shows("show-extended", Look.ExpectedState.STILL_OK)),
                bad(
                        "a new node that need not be well in the end",
                        Requirement.PROVED,
                        () -> shows("all-ok", Look.ExpectedState.NEW_NODE_LISTED)),
                bad(
                        "the old instances only, in the end",
                        Requirement.PROVED,
                        () -> viewed("ep-info", Look.ExpectedState.OK_BEFORE)),
                bad(
                        "an instance that need not be well, in the end",
                        Requirement.PROVED,
                        () -> viewed("ep-info.new", Look.ExpectedState.NEW_NODE_LISTED)),
                bad("an export over a file that somebody keeps", Requirement.EXPORTED, () -> exportedOver()),
                bad(
                        "no comparison before anything is done",
                        Requirement.EXPORTED,
                        () -> exports("export-dcr", "PLANNED")),
                bad("no comparison right before", Requirement.EXPORTED, () -> exports("dcr-still-base", "BASE")),
                bad("no comparison behind", Requirement.DCR_CHECKED, () -> exports("dcr-extended", "STILL_BASE")),
                bad(
                        "a cluster in which no node rejoins",
                        Requirement.CLUSTER_OK,
                        () -> seeing(GOOD, "cluster-still-ok", List.of())),
                bad(
                        "disks that may have failed",
                        Requirement.CLUSTER_OK,
                        () -> seeing(MIRROR, "cluster-still-ok", List.of(Look.Aspect.AUTO_CHECK))),
                bad("a comparison too early", Requirement.EXPORTED, EveryClauseMattersTest::comparedTooEarly),
                bad("a server with a console", Requirement.GRAMMAR, EveryClauseMattersTest::onAConsole),
                bad(
                        "a program that finds no libraries",
                        Requirement.GRAMMAR,
                        () -> tool(GOOD, "disks-visible", "bin/dmasmcmd")));
    }

    /**
     * Commands that show less than any action says. Even without the rule that compares commands with actions, the plan
     * is refused, because they show too little.
     */
    static Stream<Arguments> lessThanTheActionSays() {
        return Stream.of(
                bad("the monitors only", Requirement.CLUSTER_OK, () -> shows("show monitor")),
                bad("the configuration only", Requirement.CLUSTER_OK, () -> shows("show config")),
                bad("one group only", Requirement.CLUSTER_OK, () -> shows("show GRP_CSS")),
                bad("one group in the end", Requirement.PROVED, () -> shown(GOOD, "all-ok", "show GRP_DB")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lessThanTheActionSays")
    void is_refused_twice(String what, Requirement rule, Supplier<Planned> made) {
        Planned bad = made.get();

        BadPlans.refused(bad, Requirement.SAID);
        BadPlans.refused(BadPlans.allBut(Requirement.SAID), bad, rule);
    }

    static Stream<Arguments> malFiles() {
        return Stream.of(
                bad("an old port", Requirement.MAL_FILES, () -> file("dmmal.ini", to("15001", "15009"))),
                bad("a global", Requirement.MAL_FILES, () -> file("dmmal.ini", to("INTERVAL = 60", "INTERVAL = 61"))),
                bad(
                        "a line more",
                        Requirement.MAL_FILES,
                        () -> file("dmasvrmal.ini", text -> "MAL_CHECK_TIMEOUT = 9\n" + text)),
                bad("no port", Requirement.MAL_FILES, () -> file("dmasvrmal.ini", to("MAL_PORT = 16002", ""))),
                bad("another's address", Requirement.MAL_FILES, () -> file("dmasvrmal.ini", to(".3\nMAL", ".2\nMAL"))),
                bad("nobody's address", Requirement.MAL_FILES, () -> file("dmasvrmal.ini", to(".3\nMAL", ".9\nMAL"))),
                bad("another's clients", Requirement.MAL_FILES, () -> file("dmmal.ini", to("168.1.3", "168.1.2"))),
                bad(
                        "no zone, but what looks like one",
                        Requirement.MAL_FILES,
                        () -> BadPlans.rewritten(
                                GOOD,
                                change -> change.file().path().equals("/data/DSC2/dmasvrmal.ini"),
                                text -> text.replace("INTERVAL = 60", "INTERVAL = 60%5"))));
    }

    static Stream<Arguments> startCommands() {
        return Stream.of(
                bad(
                        "the old dm.ini, by its place",
                        Requirement.NEW_DMDCR,
                        () -> dmdcr(to("path=/data/DSC2_conf", "/data/DSC0_conf"))),
                bad(
                        "the old dm.ini, in capitals",
                        Requirement.NEW_DMDCR,
                        () -> dmdcr(to("path=/data/DSC2", "PATH=/data/DSC0"))),
                bad("no dm.ini", Requirement.NEW_DMDCR, () -> dmdcr(to("path=/data/DSC2_conf/dm.ini", ""))),
                bad(
                        "no dmdcr.ini",
                        Requirement.NEW_DMDCR,
                        () -> dmdcr(to("dm.ini dcr_ini=/data/DSC2/dmdcr.ini", "dm.ini"))),
                bad(
                        "no dmdcr.ini for ASM",
                        Requirement.NEW_DMDCR,
                        () -> dmdcr(to("dmasmsvr dcr_ini=/data/DSC2/dmdcr.ini", "dmasmsvr"))),
                bad(
                        "two of dm.ini",
                        Requirement.NEW_DMDCR,
                        () -> dmdcr(to("dmserver path", "dmserver /data/DSC0_conf/dm.ini path"))),
                bad("another program", Requirement.NEW_DMDCR, () -> dmdcr(to("/opt/dmdbms/bin/dmserver", "/bin/echo"))),
                bad(
                        "a program of another place",
                        Requirement.NEW_DMDCR,
                        () -> dmdcr(to("/opt/dmdbms/bin/dmserver", "/tmp/dmserver"))),
                bad("the other edition's", Requirement.NEW_DMDCR, () -> dmdcr(to("dmasmsvr ", "dmasmsvrm "))));
    }

    static Stream<Arguments> dcrConfigurations() {
        return Stream.of(
                bad("a number too high", Requirement.DCR_CONFIGURATION, () -> dcr(to("SEQNO = 2", "SEQNO = 7"))),
                bad(
                        "another's address",
                        Requirement.DCR_CONFIGURATION,
                        () -> dcr(to(".3\nDCR_EP_PORT = 12", ".1\nDCR_EP_PORT = 12"))),
                bad(
                        "no shared memory key",
                        Requirement.DCR_CONFIGURATION,
                        () -> dcr(to("DCR_EP_SHM_KEY = 70002\n", ""))),
                bad("no port", Requirement.DCR_CONFIGURATION, () -> dcr(to("DCR_EP_PORT = 11002\n", ""))),
                bad(
                        "an empty port",
                        Requirement.DCR_CONFIGURATION,
                        () -> dcr(to("DCR_EP_PORT = 11002", "DCR_EP_PORT ="))),
                bad(
                        "no load path",
                        Requirement.DCR_CONFIGURATION,
                        () -> dcr(text -> text.replaceFirst("(?s)(70002.*?)DCR_EP_ASM_LOAD_PATH = /dev/asm\n", "$1"))),
                bad(
                        "another tolerance",
                        Requirement.DCR_CONFIGURATION,
                        () -> dcr(to("DCR_GRP_TYPE = DB", "DCR_GRP_TYPE = DB\nDCR_GRP_DSKCHK_CNT = 5"))),
                bad(
                        "a failed endpoint",
                        Requirement.DCR_CONFIGURATION,
                        () -> dcr(to("DCR_GRP_TYPE = DB", "DCR_GRP_TYPE = DB\nDCR_GRP_N_ERR_EP = 1"))),
                bad("another's virtual address", Requirement.DCR_CONFIGURATION, () -> virtualAddressTwice()),
                bad(
                        "a section of no group",
                        Requirement.DCR_CONFIGURATION,
                        () -> dcr(text -> text + "\n[MORE]\nKEY = 1\n")));
    }

    static Stream<Arguments> dcrDisks() {
        return Stream.of(
                bad(
                        "another DCR disk throughout",
                        Requirement.DCR_DISKS,
                        () -> everywhere(GOOD, "/dev/dcr", "/dev/raw/raw7")),
                bad(
                        "a DCRV disk elsewhere",
                        Requirement.DCR_DISKS,
                        () -> everywhere(MIRROR, "/dev/dcrv/d2", "/dev/raw/d2")),
                bad("one DCRV disk twice", Requirement.DCR_DISKS, () -> firstDiskTwice()));
    }

    static Stream<Arguments> configurations() {
        return Stream.of(
                bad(
                        "a script of the old node",
                        Requirement.CONFIG_DIRECTORY,
                        () -> withCopied("start.sh", "dmserver /data/DSC0_conf/dm.ini")),
                bad("logging without its section", Requirement.CONFIG_DIRECTORY, () -> withoutLogSection()),
                bad("MAL off", Requirement.CONFIG_DIRECTORY, () -> file("dm.ini", to("MAL_INI = 1", "MAL_INI = 0"))),
                bad("a line more", Requirement.CONFIG_DIRECTORY, () -> file("dm.ini", text -> text + "BUFFER = 99\n")),
                bad("a line less", Requirement.CONFIG_DIRECTORY, () -> file("dm.ini", to("MAL_INI = 1\n", ""))),
                bad(
                        "another value",
                        Requirement.CONFIG_DIRECTORY,
                        () -> file("dm.ini", to("+DATA/dsc\n", "+DATA/dsc2\n"))),
                bad(
                        "archives of no place",
                        Requirement.CONFIG_DIRECTORY,
                        () -> file("dmarch.ini", to("/arch/", "arch/"))),
                bad(
                        "one log file in two spellings",
                        Requirement.LOG_FILES,
                        () -> BadPlans.logFiles(GOOD, files -> List.of(files.get(0), "+LOG/N2_1.log"))),
                bad("an old node's log file", Requirement.LOG_FILES, () -> withOldLogFile()));
    }

    static Stream<Arguments> removals() {
        return Stream.of(
                bad("all", Requirement.NO_REMOVAL, () -> removes(OLD.host(), "/")),
                bad("all data", Requirement.NO_REMOVAL, () -> removes(OLD.host(), "/home/data/")),
                bad("the data of a node", Requirement.NO_REMOVAL, () -> removes(OLD.host(), "/data/DSC0_conf")),
                bad("a file of the plan", Requirement.NO_REMOVAL, () -> removes("10.1.0.3", "/data/DSC2/dmdcr.ini")),
                bad("a directory on the new host", Requirement.NO_REMOVAL, () -> removes("10.1.0.3", "/data")),
                bad(
                        "log files",
                        Requirement.NO_REMOVAL,
                        () -> sql("ep-info", old -> "alter database drop node logfile '+LOG/n2_1.log';")),
                bad(
                        "with other flags",
                        Requirement.GRAMMAR,
                        () -> inserted(new ToolCommand.Argv(List.of("rm", "-i", "--", "/")))),
                bad(
                        "what nobody needs to stop",
                        Requirement.NO_STATE_CHANGE,
                        () -> BadPlans.inserted(
                                GOOD, "new-host", new Task.StopProcess(GroupType.DB, Optional.empty()))),
                bad(
                        "a reminder as if it were the logs",
                        Requirement.READ_LOGS,
                        () -> BadPlans.acting(
                                GOOD,
                                "read-logs",
                                Task.ReadLogs.class,
                                logs -> new Task.AgreeOnRestarts(List.of(), List.of()))));
    }

    static Stream<Arguments> gatesAndDependencies() {
        List<Arguments> all = new ArrayList<>();
        for (String gated : List.of("extend-dcr", "extend-node")) {
            all.add(bad(gated, Requirement.CONFIRMED, () -> BadPlans.step(GOOD, gated, step -> step.gate(false))));
        }
        all.add(bad(
                "waits for nothing there is",
                Requirement.WAITING,
                () -> BadPlans.step(GOOD, "clients", step -> step.dependsOn(List.of("never")))));
        all.add(bad(
                "waits for what comes later",
                Requirement.WAITING,
                () -> BadPlans.step(GOOD, "ports-free", step -> step.dependsOn(List.of("clients")))));
        for (Planned planned : List.of(GOOD, MIRROR)) {
            for (Step step : planned.plan().steps()) {
                // The first step has no dependency, and tasks outside the cluster need none.
                if (!step.dependsOn().isEmpty()
                        && !List.of("new-host", "look-after", "clients").contains(step.id())) {
                    all.add(bad(
                            "nothing before " + step.id(),
                            Requirement.WAITING,
                            () -> BadPlans.step(planned, step.id(), each -> each.dependsOn(List.of()))));
                }
            }
        }
        Step edit = GOOD.plan().steps().get(BadPlans.index(GOOD.plan().steps(), "write.edit-dcr"));
        for (String id : edit.dependsOn()) {
            List<String> others = new ArrayList<>(edit.dependsOn());
            others.remove(id);
            all.add(bad(
                    "not " + id,
                    Requirement.WAITING,
                    () -> BadPlans.step(GOOD, edit.id(), step -> step.dependsOn(others))));
        }
        List<Step> back = new ArrayList<>(GOOD.plan().reinitialise());
        int init = BadPlans.index(back, "reinit.init-dcr");
        all.add(bad("init-dcr", Requirement.CONFIRMED, () -> wayBack(init, step -> step.gate(false))));
        all.add(bad(
                "init-dcr before all stops",
                Requirement.WAITING,
                () -> wayBack(init, step -> step.dependsOn(List.of()))));
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
    void is_refused(String what, Requirement rule, Supplier<Planned> made) {
        BadPlans.refused(made.get(), rule);
    }

    private static Planned wayBack(int at, UnaryOperator<Step.Builder> change) {
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
        return BadPlans.steps(
                GOOD,
                GOOD.plan().steps().stream()
                        .map(step -> step.action() instanceof Look.ShowCluster ? showing(step, line) : step)
                        .toList());
    }

    private static Planned everywhere(Planned planned, String from, String to) {
        return BadPlans.steps(
                planned,
                planned.plan().steps().stream()
                        .map(step -> BadPlans.replaced(step, from, to))
                        .toList());
    }

    private static Planned shown(Planned planned, String step, String line) {
        return BadPlans.step(
                planned,
                step,
                each -> each.command(showing(BadPlans.step(planned, step), line).command()));
    }

    private static Step showing(Step step, String line) {
        ToolCommand.Console console = (ToolCommand.Console) step.command().orElseThrow();
        return Step.builder()
                .from(step)
                .command(new ToolCommand.Console(console.directory(), console.argv(), List.of(line, "exit")))
                .build();
    }

    private static Planned disks(Planned planned) {
        return BadPlans.acting(
                planned,
                "disks-visible",
                Look.ListDisks.class,
                list -> new Look.ListDisks(List.of("/tmp"), list.disks(), list.sameAs()));
    }

    private static Planned firstDiskTwice() {
        return BadPlans.acting(MIRROR, "extend-dcr", Change.ExtendDcr.class, extend -> {
            List<String> disks = new ArrayList<>(extend.disks());
            disks.add(1, disks.get(0));
            return new Change.ExtendDcr(disks, extend.from());
        });
    }

    private static Planned comparedWith(Optional<String> host) {
        return BadPlans.acting(
                GOOD,
                "disks-visible",
                Look.ListDisks.class,
                list -> new Look.ListDisks(list.directories(), list.disks(), host));
    }

    private static Planned exportedOver() {
        FileId kept = new FileId("10.1.0.1", "/data/dmdcr_cfg_bak.ini");
        return BadPlans.acting(
                GOOD,
                "export-dcr",
                Look.ExportDcr.class,
                export -> new Look.ExportDcr(export.disk(), kept, export.expected()));
    }

    private static Planned seeing(Planned planned, String step, List<Look.Aspect> aspects) {
        return BadPlans.acting(
                planned,
                step,
                Look.ShowCluster.class,
                show -> new Look.ShowCluster(show.monitor(), show.expected(), aspects));
    }

    private static Planned shows(String step, Look.ExpectedState expected) {
        return BadPlans.acting(
                GOOD,
                step,
                Look.ShowCluster.class,
                show -> new Look.ShowCluster(show.monitor(), expected, show.aspects()));
    }

    private static Planned viewed(String step, Look.ExpectedState expected) {
        return BadPlans.acting(
                GOOD, step, Look.ViewInstances.class, view -> new Look.ViewInstances(view.port(), expected));
    }

    private static Planned space(Function<Look.ShowSpace, Action> change) {
        return BadPlans.acting(GOOD, "space-free", Look.ShowSpace.class, change);
    }

    private static Planned room(String group, int more) {
        return space(show -> new Look.ShowSpace(
                show.port(),
                show.groups().stream()
                        .map(need -> new Look.ShowSpace.Need(group, need.megabytes() + more, need.archives()))
                        .toList()));
    }

    private static Planned sizes(Function<Look.ViewLogFiles, Action> change) {
        return BadPlans.acting(GOOD, "log-sizes", Look.ViewLogFiles.class, change);
    }

    private static Planned exports(String step, String expected) {
        return BadPlans.acting(
                GOOD,
                step,
                Look.ExportDcr.class,
                export -> new Look.ExportDcr(export.disk(), export.to(), Look.DcrConfiguration.valueOf(expected)));
    }

    /** Returns a plan that compares before the last file is written. A change after that look would not be seen. */
    private static Planned comparedTooEarly() {
        List<Step> steps = new ArrayList<>(GOOD.plan().steps());
        Step look = steps.remove(BadPlans.index(steps, "dcr-still-base"));
        steps.add(BadPlans.index(steps, "write.edit-dcr-config"), look);
        return BadPlans.chained(GOOD, steps);
    }

    private static Planned startedWith(String option) {
        return BadPlans.acting(
                MIRROR,
                "start-db",
                Control.Start.class,
                start -> new Control.Start(
                        start.process(), start.service(), start.dmdcr(), start.dmIni(), List.of(option)));
    }

    private static Planned onAConsole() {
        return BadPlans.saying(MIRROR, "start-db", ToolCommand.Argv.class, run -> {
            List<String> argv = new ArrayList<>(run.argv());
            argv.remove("-noconsole");
            return new ToolCommand.Argv(run.directory(), argv, true);
        });
    }

    private static Planned tool(Planned planned, String step, String program) {
        return BadPlans.saying(planned, step, ToolCommand.ToolScript.class, script -> {
            List<String> argv = new ArrayList<>(script.argv());
            argv.set(0, "./" + program);
            return new ToolCommand.ToolScript(script.directory(), argv, script.lines());
        });
    }

    private static Planned sql(String step, UnaryOperator<String> change) {
        return BadPlans.saying(
                GOOD,
                step,
                ToolCommand.Sql.class,
                sql -> new ToolCommand.Sql(sql.directory(), sql.argv(), sql.login(), change.apply(sql.statement())));
    }

    private static Planned awaited(GroupType process) {
        return BadPlans.acting(
                GOOD, "await-db", Control.AwaitStart.class, await -> new Control.AwaitStart(process, 30, 330));
    }

    private static Planned removes(String host, String path) {
        Planned planned =
                BadPlans.inserted(GOOD, "write.write-dmdcr", new Change.RemoveDirectory(new FileId(host, path)));
        return BadPlans.step(planned, "inserted", step -> step.host(host));
    }

    private static Planned inserted(ToolCommand words) {
        return BadPlans.inserted(GOOD, "write.write-dmdcr", words);
    }

    /** Returns a plan that copies a script unchanged. The script would start the old node's instance. */
    private static Planned withCopied(String name, String line) {
        FileId file = new FileId(OLD.host(), "/data/DSC0_conf/" + name);
        byte[] text = (line + "\n").getBytes(StandardCharsets.UTF_8);
        return BadPlans.madeFrom(GOOD, GOOD.files().with(file, text));
    }

    /** Returns a plan whose new dm.ini names another section of sqllog.ini than the copied file has. */
    private static Planned withoutLogSection() {
        ClusterFiles files = GOOD.files();
        for (int node = 0; node < 2; node++) {
            FileId dmIni = new FileId("10.1.0." + (node + 1), "/data/DSC" + node + "_conf/dm.ini");
            String named = "SVR_LOG_NAME = SLOG_DSC" + node + "\n";
            files = files.with(
                    dmIni,
                    (new String(files.bytes(dmIni), StandardCharsets.UTF_8) + named).getBytes(StandardCharsets.UTF_8));
        }
        FileId logging = new FileId(OLD.host(), "/data/DSC0_conf/sqllog.ini");
        return BadPlans.madeFrom(GOOD, files.with(logging, "[SLOG_DSC0]\n".getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns a plan for a cluster with a dminit.ini, which lists the redo log files of the old nodes. */
    private static Planned withOldLogFile() {
        FileId made = new FileId(OLD.host(), "/data/dminit.ini");
        byte[] text = "[DSC0]\nLOG_PATH = +LOG/n2_1.log\nLOG_PATH = +LOG/n0_2.log\n".getBytes(StandardCharsets.UTF_8);
        return new Planned(GOOD.plan(), GOOD.files().with(made, text));
    }
}
