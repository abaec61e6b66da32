package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.Words;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Plans with a step that is missing, misplaced, done twice, or done where or with what it must not. */
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
                arguments("waiting for ASM on an old host", Requirement.START_ORDER, (Supplier<Planned>)
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
                                view -> new Look.ViewInstances(13001, view.sight()))),
                bad(
                        "a monitor that is not there is asked",
                        Requirement.MONITORS,
                        () -> BadPlans.acting(
                                GOOD,
                                "cluster-ok",
                                Look.ShowCluster.class,
                                show -> new Look.ShowCluster(NOWHERE, show.sight(), show.aspects()))),
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
                                Words.ToolScript.class,
                                old -> new Words.ToolScript(
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
                bad("a file that somebody else wrote", Requirement.FRESH_FILES, () -> beside("/data/DSC2/dmdcr.ini")));
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
                                Words.Argv.class,
                                old -> new Words.Argv(
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
        Planned bad = made.get();

        assertThat(BadPlans.refusal(bad))
                .as(what)
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(rule));
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
                                        "/dev/dcr", new FileId("10.1.0.1", "/tmp/look.ini"), Look.Held.BASE))),
                good(
                        "a file is written once more",
                        () -> BadPlans.inserted(GOOD, "write.write-dmdcr", BadPlans.step(GOOD, "write.write-dmdcr"))),
                good("log files in two directories, both of them listed", BadStepsTest::twoDirectories));
    }

    private static Planned twoDirectories() {
        Planned listed = BadPlans.logFiles(GOOD, files -> List.of("+LOG/n2_1.log", "+LOG2/n2_2.log"));
        assertThat(BadPlans.step(listed, "verify-log-files").words())
                .hasValueSatisfying(words -> assertThat(words)
                        .isInstanceOfSatisfying(
                                Words.ToolScript.class,
                                script -> assertThat(script.lines()).containsExactly("ls +LOG", "ls +LOG2")));
        return listed;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void does_no_harm(String what, Supplier<Planned> made) {
        Planned good = made.get();

        assertThat(BadPlans.refusal(good)).as(what).isEmpty();
    }

    @Test
    void log_files_that_are_not_on_asm_are_refused_even_if_nobody_looks_for_them() {
        Planned bad = BadPlans.replaced(GOOD, "add-log-files", "+LOG/n2_2", "/LOG/n2_2");

        assertThat(BadPlans.refusal(EnumSet.complementOf(EnumSet.of(Requirement.LOG_FILES_SEEN)), bad))
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(Requirement.LOG_FILES));
    }

    private static Arguments bad(String what, Requirement rule, Supplier<Planned> made) {
        return arguments(what, rule, made);
    }

    private static Arguments good(String what, Supplier<Planned> made) {
        return arguments(what, made);
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

    /** A file of the first host is written that the plan says nothing of. */
    private static Planned staged(String path) {
        byte[] bytes = "INSTANCE_NAME = DSC0\n".getBytes(StandardCharsets.UTF_8);
        Planned planned = BadPlans.inserted(
                GOOD,
                "write.copy-config",
                BadPlans.written(new FileId("10.1.0.1", path), Change.Purpose.NEW_FILE, bytes));
        return BadPlans.step(planned, "inserted", step -> step.host("10.1.0.1"));
    }

    private static Planned beside(String path) {
        byte[] bytes = "A = 1\n".getBytes(StandardCharsets.UTF_8);
        return new Planned(GOOD.plan(), GOOD.files().with(new FileId("10.1.0.3", path), bytes));
    }
}
