package io.github.dmdsc.extend.rehearse;

import static io.github.dmdsc.extend.rehearse.BadPlans.bad;
import static io.github.dmdsc.extend.rehearse.BadPlans.good;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Plans with a step that is missing, misplaced, done twice, or done on the wrong host or with wrong values. A task of a
 * person counts only for the hosts and monitors that its action names.
 */
class BadStepsTest {
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder().build());
    private static final FileId NOWHERE = new FileId("monitor0", "/nowhere.ini");
    private static final Planned MIRROR = ExtendedPlans.of(
            ClusterLayout.builder().edition(StorageEdition.MIRROR).build());
    private static final Planned UNWATCHED =
            ExtendedPlans.of(ClusterLayout.builder().monitors(0).build());
    private static final Planned SERVICES = ExtendedPlans.of(ClusterLayout.builder()
            .asmRestart(Restart.SERVICE)
            .dbRestart(Restart.SERVICE)
            .build());
    private static final Planned RESTARTED =
            ExtendedPlans.of(ClusterLayout.builder().asmRestart(Restart.COMMAND).build());
    private static final List<String> HOSTS = List.of("10.1.0.1", "10.1.0.2");
    private static final List<FileId> MONITORS =
            List.of(new FileId("monitor0", "/data/dmcssm.ini"), new FileId("monitor1", "/data/dmcssm.ini"));
    private static final Planned WATCHED =
            ExtendedPlans.of(ClusterLayout.builder().monitors(2).build());

    static Stream<Arguments> missing() {
        return Stream.of(
                without(Requirement.CLUSTER_OK, GOOD, "cluster-still-ok"),
                without(Requirement.PREFLIGHT, GOOD, "disks-visible"),
                without(Requirement.LOG_FILES_SEEN, GOOD, "verify-log-files"),
                without(Requirement.CONFIG_DIRECTORY, GOOD, "copy-config"),
                without(Requirement.NEW_DMDCR, GOOD, "write.write-dmdcr"),
                without(Requirement.EXPORTED, GOOD, "export-dcr", "write.edit-dcr"),
                without(Requirement.DCR_DISKS, GOOD, "extend-dcr"),
                without(Requirement.START_ORDER, GOOD, "extend-node"),
                without(
                        Requirement.ALL_RUN,
                        GOOD,
                        "extend-node",
                        "start-css",
                        "start-asm",
                        "start-db",
                        "write.update-mon",
                        "restart-monitor"),
                without(Requirement.MONITORS, UNWATCHED, "restart-monitor"),
                without(Requirement.SERVICES, SERVICES, "register-asm"));
    }

    static Stream<Arguments> misplaced() {
        return Stream.of(
                moved(Requirement.READ_LOGS, GOOD, "read-logs", "extend-node"),
                moved(Requirement.LOG_FILES_SEEN, GOOD, "verify-dmctl", "add-log-files"),
                moved(Requirement.LOG_FILES_SEEN, GOOD, "verify-log-files", "add-log-files"),
                moved(Requirement.DCR_CHECKED, GOOD, "check-dcr", "extend-dcr"),
                moved(Requirement.AUTO_START, RESTARTED, "await-asm", "new-host"),
                moved(Requirement.START_ORDER, GOOD, "start-asm", "new-host"));
    }

    static Stream<Arguments> twice() {
        return Stream.of(
                bad(
                        "the DCR disk is extended",
                        Requirement.DCR_DISKS,
                        () -> BadPlans.inserted(GOOD, "extend-dcr", BadPlans.step(GOOD, "extend-dcr"))),
                bad(
                        "the node is extended, in another monitor",
                        Requirement.OLD_MONITOR,
                        () -> BadPlans.inserted(GOOD, "extend-node", new Control.ExtendNode(NOWHERE))),
                bad(
                        "one of three log files is named",
                        Requirement.LOG_FILES,
                        () -> BadPlans.logFiles(
                                GOOD,
                                files -> Stream.concat(files.stream(), Stream.of("+LOG/n2_2.log"))
                                        .toList())));
    }

    static Stream<Arguments> elsewhere() {
        return Stream.of(
                on("10.1.0.1", Requirement.PREFLIGHT, "ports-free"),
                on("10.1.0.1", Requirement.PREFLIGHT, "disks-visible"),
                on("10.1.0.2", Requirement.LOG_FILES, "add-log-files"),
                on("10.1.0.2", Requirement.GRAMMAR, "ep-info"),
                on("10.1.0.2", Requirement.GRAMMAR, "verify-dmctl"),
                on("10.1.0.2", Requirement.GRAMMAR, "verify-log-files"),
                on("10.1.0.1", Requirement.FRESH_FILES, "write.write-dmdcr"),
                bad(
                        "waiting for ASM on an old host",
                        Requirement.START_ORDER,
                        () -> BadPlans.step(RESTARTED, "await-asm", step -> step.host("10.1.0.1"))),
                bad(
                        "log files at another port",
                        Requirement.LOG_FILES,
                        () -> BadPlans.acting(
                                GOOD,
                                "add-log-files",
                                Change.AddLogFiles.class,
                                add -> new Change.AddLogFiles(13001, add.files(), add.size()))),
                bad(
                        "a last look at another port",
                        Requirement.GRAMMAR,
                        () -> BadPlans.acting(
                                GOOD,
                                "ep-info",
                                Look.ViewInstances.class,
                                view -> new Look.ViewInstances(13001, view.expected()))),
                bad(
                        "a monitor that is not there is asked",
                        Requirement.MONITORS,
                        () -> BadPlans.acting(
                                GOOD,
                                "cluster-ok",
                                Look.ShowCluster.class,
                                show -> new Look.ShowCluster(NOWHERE, show.expected(), show.aspects()))),
                bad(
                        "a monitor that is not there is restarted",
                        Requirement.MONITORS,
                        () -> BadPlans.acting(
                                GOOD,
                                "restart-monitor",
                                Control.RestartMonitor.class,
                                restart -> new Control.RestartMonitor(NOWHERE, restart.service()))),
                bad(
                        "an instance is asked where there is a monitor",
                        Requirement.CLUSTER_OK,
                        () -> BadPlans.step(
                                BadPlans.like(GOOD, "cluster-ok", BadPlans.step(GOOD, "ep-info")),
                                "cluster-ok",
                                step -> step.host("10.1.0.1").tool(Tool.DISQL))),
                bad(
                        "log files in two directories, one of them listed",
                        Requirement.LOG_FILES_SEEN,
                        () -> BadPlans.replaced(GOOD, "add-log-files", "+LOG/n2_2", "+LOG2/n2_2")),
                bad(
                        "a log file in no directory",
                        Requirement.LOG_FILES_SEEN,
                        () -> BadPlans.replaced(GOOD, "add-log-files", "+LOG/n2_2", "+n2_2")),
                bad(
                        "another control file",
                        Requirement.GRAMMAR,
                        () -> BadPlans.replaced(GOOD, "verify-dmctl", "dm.ctl", "dm2.ctl")),
                bad("the disks of the root", Requirement.PREFLIGHT, () -> disks(MIRROR, "/")),
                bad(
                        "the export with the mirror's tool",
                        Requirement.DCR_DISKS,
                        () -> BadPlans.saying(
                                GOOD,
                                "export-dcr",
                                ToolCommand.ToolScript.class,
                                old -> new ToolCommand.ToolScript(
                                        old.directory(),
                                        List.of("./dmasmcmdm"),
                                        List.of("export dcrvdisk '/dev/dcr' to '/data/dmdcr_cfg_bak.ini'")))),
                bad(
                        "a copy of another directory",
                        Requirement.CONFIG_DIRECTORY,
                        () -> BadPlans.acting(
                                GOOD,
                                "copy-config",
                                Change.CopyDirectory.class,
                                copy -> new Change.CopyDirectory(
                                        new FileId("10.1.0.1", "/data/DSC0"), copy.to(), List.of()))),
                bad("a file that no plan knows", Requirement.FRESH_FILES, () -> staged("/data/other.ini")),
                bad(
                        "an old file that the plan leaves alone",
                        Requirement.FRESH_FILES,
                        () -> staged("/data/DSC0_conf/dm.ini")),
                bad("a file where the copy goes", Requirement.CONFIG_DIRECTORY, () -> beside("/data/DSC2_conf/x.txt")),
                bad("a file that somebody else wrote", Requirement.FRESH_FILES, () -> beside("/data/DSC2/dmdcr.ini")),
                bad(
                        "a copied MAL file that no instance reads",
                        Requirement.CONFIG_DIRECTORY,
                        () -> inTheSource("dmmal_old.ini", "[A]\nMAL_INST_NAME = DSC0\n")),
                bad(
                        "a copied dmarch.ini that no instance reads",
                        Requirement.CONFIG_DIRECTORY,
                        () -> inTheSource("dmarch_old.ini", "[A]\nARCH_TYPE = LOCAL\n")),
                bad(
                        "a copied DCR configuration",
                        Requirement.CONFIG_DIRECTORY,
                        () -> inTheSource("dcr.ini", "DCR_N_GRP = 3\n")));
    }

    static Stream<Arguments> services() {
        return Stream.of(
                service("register-db", "/data/DSC2_conf/dm.ini", "/data/DSC0_conf/dm.ini"),
                service("register-db", "/data/DSC2/dmdcr.ini", "/data/DSC0/dmdcr.ini"),
                service("register-asm", "/data/DSC2/dmdcr.ini", "/data/DSC0/dmdcr.ini"),
                service("register-asm", "ASM2", "ASM1"),
                bad(
                        "register-asm with dmasmsvrm",
                        Requirement.SERVICES,
                        () -> BadPlans.saying(
                                SERVICES,
                                "register-asm",
                                ToolCommand.Argv.class,
                                old -> new ToolCommand.Argv(
                                        old.directory(),
                                        old.argv().stream()
                                                .map(word -> word.equals("dmasmsvr") ? "dmasmsvrm" : word)
                                                .toList(),
                                        false))),
                bad(
                        "a service that nobody registered",
                        Requirement.SERVICES,
                        () -> BadPlans.acting(
                                GOOD,
                                "start-css",
                                Control.Start.class,
                                start -> new Control.Start(
                                        start.process(),
                                        Optional.of("None"),
                                        start.dmdcr(),
                                        start.dmIni(),
                                        List.of()))));
    }

    static Stream<Arguments> wayBackOnTheWayForward() {
        return Stream.of("reinit.stop.dmserver.10.1.0.1", "reinit.init-dcr", "reinit.start")
                .map(id -> bad(id, Requirement.NO_STATE_CHANGE, () -> {
                    Step step = GOOD.plan()
                            .reinitialise()
                            .get(BadPlans.index(GOOD.plan().reinitialise(), id));
                    List<Step> steps = new ArrayList<>(GOOD.plan().steps());
                    steps.add(BadPlans.index(steps, "export-dcr"), step);
                    return BadPlans.chained(GOOD, steps);
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"missing", "misplaced", "twice", "elsewhere", "services", "wayBackOnTheWayForward"})
    void is_refused(String what, Requirement rule, Supplier<Planned> made) {
        BadPlans.refused(made.get(), rule);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                good("the disks are looked for beside the DCR disk", () -> disks(GOOD, "/dev")),
                good(
                        "the disk is exported once more, elsewhere",
                        () -> BadPlans.inserted(
                                GOOD,
                                "extend-dcr",
                                new Look.ExportDcr(
                                        "/dev/dcr",
                                        new FileId("10.1.0.1", "/tmp/look.ini"),
                                        Look.DcrConfiguration.BASE))),
                good(
                        "a file is written once more",
                        () -> BadPlans.inserted(GOOD, "write.write-dmdcr", BadPlans.step(GOOD, "write.write-dmdcr"))),
                good("log files in two directories, both of them listed", BadStepsTest::twoDirectories));
    }

    private static Planned twoDirectories() {
        Planned listed = BadPlans.logFiles(GOOD, files -> List.of("+LOG/n2_1.log", "+LOG2/n2_2.log"));
        assertThat(BadPlans.step(listed, "verify-log-files").command())
                .hasValueSatisfying(words -> assertThat(words)
                        .isInstanceOfSatisfying(
                                ToolCommand.ToolScript.class,
                                script -> assertThat(script.lines()).containsExactly("ls +LOG", "ls +LOG2")));
        return listed;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void does_no_harm(String what, Supplier<Planned> made) {
        assertThat(BadPlans.refusal(made.get())).isEmpty();
    }

    @Test
    void log_files_outside_asm_are_refused_even_without_a_look() {
        Planned bad = BadPlans.replaced(GOOD, "add-log-files", "+LOG/n2_2", "/LOG/n2_2");

        BadPlans.refused(BadPlans.allBut(Requirement.LOG_FILES_SEEN), bad, Requirement.LOG_FILES);
    }

    private static Arguments without(Requirement rule, Planned planned, String... steps) {
        return bad("without " + String.join(", ", steps), rule, () -> {
            Planned left = planned;
            for (String step : steps) {
                left = BadPlans.without(left, step);
            }
            return left;
        });
    }

    private static Arguments moved(Requirement rule, Planned planned, String step, String before) {
        return bad(step + " before " + before, rule, () -> {
            List<Step> steps = new ArrayList<>(planned.plan().steps());
            Step early = steps.remove(BadPlans.index(steps, step));
            steps.add(BadPlans.index(steps, before), early);
            return BadPlans.chained(planned, steps);
        });
    }

    private static Arguments on(String host, Requirement rule, String step) {
        return bad(step + " on " + host, rule, () -> BadPlans.step(GOOD, step, each -> each.host(host)));
    }

    private static Arguments service(String step, String from, String to) {
        return bad(step + " with " + to, Requirement.SERVICES, () -> BadPlans.replaced(SERVICES, step, from, to));
    }

    private static Planned disks(Planned planned, String directory) {
        return BadPlans.acting(
                planned,
                "disks-visible",
                Look.ListDisks.class,
                list -> new Look.ListDisks(List.of(directory), list.disks(), list.sameAs()));
    }

    /** Returns a plan that writes a file of the first host which is not among the files of the plan. */
    private static Planned staged(String path) {
        byte[] bytes = "INSTANCE_NAME = DSC0\n".getBytes(StandardCharsets.UTF_8);
        Planned planned = BadPlans.inserted(
                GOOD,
                "write.copy-config",
                BadPlans.written(new FileId("10.1.0.1", path), Change.Purpose.NEW_FILE, bytes));
        return BadPlans.step(planned, "inserted", step -> step.host("10.1.0.1"));
    }

    /** Returns a plan whose source directory holds another file of a known kind, of which the plan does not know. */
    private static Planned inTheSource(String name, String text) {
        FileId file = new FileId("10.1.0.1", "/data/DSC0_conf/" + name);
        return new Planned(GOOD.plan(), GOOD.files().with(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Planned beside(String path) {
        byte[] bytes = "A = 1\n".getBytes(StandardCharsets.UTF_8);
        return new Planned(GOOD.plan(), GOOD.files().with(new FileId("10.1.0.3", path), bytes));
    }

    static Stream<List<String>> tooFewHosts() {
        return Stream.of(List.of(), HOSTS.subList(0, 1), HOSTS.subList(1, 2), List.of("10.1.0.1", "10.1.0.3"));
    }

    static Stream<List<FileId>> tooFewMonitors() {
        return Stream.of(List.of(), MONITORS.subList(0, 1), MONITORS.subList(1, 2));
    }

    private static Planned reading(List<String> hosts) {
        return BadPlans.acting(
                WATCHED,
                "read-logs",
                Task.ReadLogs.class,
                read -> new Task.ReadLogs(
                        hosts.stream()
                                .map(host -> read.logs().stream()
                                        .filter(logs -> logs.host().equals(host))
                                        .findFirst()
                                        .orElseGet(() -> new Task.ReadLogs.HostLogs(host, "/log", List.of())))
                                .toList(),
                        read.patterns()));
    }

    private static Planned starting(List<String> hosts, List<FileId> monitors) {
        List<Step> back = new ArrayList<>(WATCHED.plan().reinitialise());
        back.replaceAll(step -> step.action() instanceof Task.StartOldNodes
                ? Step.builder()
                        .from(step)
                        .action(new Task.StartOldNodes(hosts, monitors))
                        .build()
                : step);
        return new Planned(
                ExtendPlan.builder().from(WATCHED.plan()).reinitialise(back).build(), WATCHED.files());
    }

    private static void assertRefused(Planned bad, Requirement rule, String step) {
        assertThat(BadPlans.refused(bad, rule).step()).isEqualTo(step);
    }

    @Test
    void the_plan_names_every_old_host_and_every_monitor() {
        assertThat(WATCHED).isEqualTo(reading(HOSTS)).isEqualTo(starting(HOSTS, MONITORS));
        assertThat(BadPlans.refusal(WATCHED)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tooFewHosts")
    void the_logs_of_every_old_host_must_be_read(List<String> hosts) {
        assertRefused(reading(hosts), Requirement.READ_LOGS, "start-css");
    }

    @Test
    void the_logs_of_every_process_must_be_read() {
        assertRefused(
                BadPlans.acting(
                        WATCHED,
                        "read-logs",
                        Task.ReadLogs.class,
                        read -> new Task.ReadLogs(
                                read.logs().stream()
                                        .map(logs -> new Task.ReadLogs.HostLogs(
                                                logs.host(),
                                                logs.directory(),
                                                logs.files()
                                                        .subList(1, logs.files().size())))
                                        .toList(),
                                read.patterns())),
                Requirement.READ_LOGS,
                "start-css");
    }

    @Test
    void the_logs_must_be_searched_for_errors() {
        assertRefused(
                BadPlans.acting(
                        WATCHED,
                        "read-logs",
                        Task.ReadLogs.class,
                        read -> new Task.ReadLogs(read.logs(), List.of("ERROR"))),
                Requirement.READ_LOGS,
                "start-css");
    }

    @ParameterizedTest
    @EnumSource(value = Task.HostItem.class, names = "CAPABILITIES", mode = EnumSource.Mode.EXCLUDE)
    void a_host_that_lacks_one_condition_is_not_ready(Task.HostItem missing) {
        assertRefused(
                BadPlans.acting(WATCHED, "new-host", Task.PrepareHost.class, prepare -> without(prepare, missing)),
                Requirement.PREFLIGHT,
                "export-dcr");
    }

    @Test
    void capabilities_are_needed_if_a_link_is_checked() {
        Planned checked = ExtendedPlans.of(
                ClusterLayout.builder().build(),
                BadPlans.each("dmdcr.ini", text -> text + "DMDCR_LINK_CHECK_IP = 10.1.0.254\n"));

        assertRefused(
                BadPlans.acting(
                        checked,
                        "new-host",
                        Task.PrepareHost.class,
                        prepare -> without(prepare, Task.HostItem.CAPABILITIES)),
                Requirement.PREFLIGHT,
                "export-dcr");
    }

    @ParameterizedTest
    @EnumSource(
            value = Task.HostItem.class,
            names = {"SAME_VERSION", "LICENCE", "ADDRESSES", "DIRECTORIES", "FIREWALL"})
    void a_host_that_already_runs_a_node_needs_what_the_new_node_adds(Task.HostItem missing) {
        Planned oneMachine =
                ExtendedPlans.of(ClusterLayout.builder().oneMachine(true).build());

        assertRefused(
                BadPlans.acting(oneMachine, "new-host", Task.PrepareHost.class, prepare -> without(prepare, missing)),
                Requirement.PREFLIGHT,
                "export-dcr");
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, @127.0.0.1:, @localhost:", "*, @localhost:, @127.0.0.1:"})
    void an_instance_is_asked_only_at_the_address_at_which_it_listens(String address, String right, String wrong) {
        Planned planned = ExtendedPlans.of(
                ClusterLayout.builder().build(),
                BadPlans.each("dm.ini", text -> text + "INSTANCE_ADDR = " + address + "\n"));

        assertRefused(
                BadPlans.saying(
                        planned,
                        "log-sizes",
                        ToolCommand.Sql.class,
                        sql -> new ToolCommand.Sql(
                                sql.directory(), sql.argv(), sql.login().replace(right, wrong), sql.statement())),
                Requirement.GRAMMAR,
                "log-sizes");
    }

    private static Task.PrepareHost without(Task.PrepareHost prepare, Task.HostItem missing) {
        List<Task.HostItem> items =
                prepare.items().stream().filter(item -> item != missing).toList();
        return new Task.PrepareHost(
                items, prepare.addresses(), prepare.ports(), prepare.binDirectory(), prepare.directories());
    }

    @Test
    void more_logs_may_be_read() {
        assertThat(BadPlans.refusal(reading(List.of("10.1.0.3", "10.1.0.2", "10.1.0.1"))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("tooFewHosts")
    void every_old_host_must_be_started_again(List<String> hosts) {
        assertRefused(starting(hosts, MONITORS), Requirement.REINITIALISE, "reinitialise");
    }

    @ParameterizedTest
    @MethodSource("tooFewMonitors")
    void every_monitor_must_be_restarted(List<FileId> monitors) {
        assertRefused(starting(HOSTS, monitors), Requirement.REINITIALISE, "reinitialise");
    }

    /** Before {@code extend node}, the logs cannot show its outcome. */
    @Test
    void logs_that_are_read_too_early_do_not_count() {
        PlanContext context = PlanContext.of(WATCHED.plan(), WATCHED.files()).orElseThrow();
        ModelState before = ModelState.of(context);

        assertThat(apply(context, before, BadPlans.step(WATCHED, "read-logs"))).isEqualTo(new Outcome.Next(before));
    }

    static Stream<Action> outside() {
        return Stream.of(
                new Task.PrepareHost(List.of(), List.of(), List.of(), "/opt/dmdbms/bin", List.of()),
                new Task.LookAfter(List.of(Task.AfterItem.values())),
                new Task.AgreeOnRestarts(HOSTS, List.of()),
                new Task.TellClients("10.1.0.3", 5236));
    }

    @ParameterizedTest
    @MethodSource("outside")
    void a_task_outside_the_model_changes_nothing(Action action) {
        PlanContext context = PlanContext.of(WATCHED.plan(), WATCHED.files()).orElseThrow();
        ModelState state = ModelState.of(context);

        assertThat(apply(context, state, BadPlans.doing(WATCHED, action, BadPlans.step(WATCHED, "clients"))))
                .isEqualTo(new Outcome.Next(state));
    }

    private static Outcome apply(PlanContext context, ModelState state, Step step) {
        return new Model(context, EnumSet.allOf(Requirement.class)).apply(state, step);
    }

    /** A way back has only acts that lead back. */
    @ParameterizedTest
    @ValueSource(strings = {"new-host", "clients", "read-logs", "restart-monitor.1"})
    void a_way_back_has_no_act_of_the_way_forward(String id) {
        PlanContext context = PlanContext.of(WATCHED.plan(), WATCHED.files()).orElseThrow();
        List<Step> steps = new ArrayList<>(WATCHED.plan().reinitialise());
        steps.add(BadPlans.step(WATCHED, id));

        assertThat(new WayBack(context, EnumSet.allOf(Requirement.class), Optional.empty())
                        .reinitialised(ModelState.of(context), steps))
                .hasValueSatisfying(rejected -> {
                    assertThat(rejected.requirement()).isEqualTo(Requirement.GRAMMAR);
                    assertThat(rejected.why().where()).isEqualTo(id);
                });
    }
}
