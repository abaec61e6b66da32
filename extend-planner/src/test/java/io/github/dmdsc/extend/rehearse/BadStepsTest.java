package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Text;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans with a step that is missing, misplaced, done twice, or done where or with what it must not. */
class BadStepsTest {
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder().build());
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
                without(Rule.CLUSTER_OK, GOOD, "cluster-still-ok"),
                without(Rule.PREFLIGHT, GOOD, "disks-visible"),
                without(Rule.LOG_FILES_SEEN, GOOD, "verify-log-files"),
                without(Rule.CONFIG_DIRECTORY, GOOD, "copy-config"),
                without(Rule.NEW_DMDCR, GOOD, "write.write-dmdcr"),
                without(Rule.EXPORTED, GOOD, "export-dcr", "write.edit-dcr"),
                without(Rule.DCR_DISKS, GOOD, "extend-dcr"),
                without(Rule.START_ORDER, GOOD, "extend-node"),
                without(
                        Rule.ALL_RUN,
                        GOOD,
                        "extend-node",
                        "start-css",
                        "start-asm",
                        "start-db",
                        "write.update-mon",
                        "restart-monitor"),
                without(Rule.MONITORS, UNWATCHED, "restart-monitor"),
                without(Rule.SERVICES, SERVICES, "register-asm"));
    }

    static Stream<Arguments> misplaced() {
        return Stream.of(
                moved(Rule.READ_LOGS, GOOD, "read-logs", "extend-node"),
                moved(Rule.LOG_FILES_SEEN, GOOD, "verify-dmctl", "add-log-files"),
                moved(Rule.LOG_FILES_SEEN, GOOD, "verify-log-files", "add-log-files"),
                moved(Rule.DCR_CHECKED, GOOD, "check-dcr", "extend-dcr"),
                moved(Rule.AUTO_START, RESTARTED, "await-asm", "new-host"),
                moved(Rule.START_ORDER, GOOD, "start-asm", "new-host"));
    }

    static Stream<Arguments> twice() {
        return Stream.of(
                bad(
                        "the DCR disk is extended",
                        Rule.DCR_DISKS,
                        () -> BadPlans.inserted(GOOD, "extend-dcr", command(GOOD, "extend-dcr"))),
                bad(
                        "the node is extended, in another monitor",
                        Rule.OLD_MONITOR,
                        () -> BadPlans.inserted(GOOD, "extend-node", console("/nowhere.ini", "extend node"))),
                bad(
                        "the export is made, over what was edited",
                        Rule.CHAPTER_ORDER,
                        () -> BadPlans.inserted(GOOD, "write.edit-dcr", command(GOOD, "export-dcr"))),
                bad(
                        "one of three log files is named",
                        Rule.LOG_FILES,
                        () -> sql("add-log-files", "size 128;", "size 128, '+LOG/n2_2.log' size 128;")));
    }

    static Stream<Arguments> elsewhere() {
        return Stream.of(
                on("10.1.0.1", Rule.PREFLIGHT, "ports-free"),
                on("10.1.0.1", Rule.PREFLIGHT, "disks-visible"),
                on("10.1.0.2", Rule.LOG_FILES, "add-log-files"),
                on("10.1.0.2", Rule.GRAMMAR, "ep-info"),
                on("10.1.0.2", Rule.GRAMMAR, "verify-dmctl"),
                on("10.1.0.2", Rule.GRAMMAR, "verify-log-files"),
                on("10.1.0.1", Rule.FRESH_FILES, "write.write-dmdcr"),
                arguments("waiting for ASM on an old host", Rule.START_ORDER, (Supplier<Planned>)
                        () -> BadPlans.step(RESTARTED, "await-asm", step -> step.host("10.1.0.1"))),
                bad(
                        "log files at another port",
                        Rule.LOG_FILES,
                        () -> BadPlans.replaced(GOOD, "add-log-files", old -> login((Command.Sql) old))),
                bad(
                        "a last look at another port",
                        Rule.GRAMMAR,
                        () -> BadPlans.replaced(GOOD, "ep-info", old -> login((Command.Sql) old))),
                bad(
                        "a monitor that is not there is asked",
                        Rule.MONITORS,
                        () -> BadPlans.replaced(GOOD, "cluster-ok", old -> console("/nowhere.ini", "show"))),
                bad(
                        "a monitor that is not there is restarted",
                        Rule.MONITORS,
                        () -> BadPlans.replaced(
                                GOOD, "restart-monitor", old -> said("Leave it, then: dmcssm INI_PATH=/nowhere.ini"))),
                bad(
                        "an instance is asked where there is a monitor",
                        Rule.CLUSTER_OK,
                        () -> BadPlans.step(
                                BadPlans.replaced(GOOD, "cluster-ok", old -> command(GOOD, "ep-info")),
                                "cluster-ok",
                                step -> step.host("10.1.0.1"))),
                bad(
                        "log files in two directories, one of them listed",
                        Rule.LOG_FILES_SEEN,
                        () -> sql("add-log-files", "+LOG/n2_2", "+LOG2/n2_2")),
                bad(
                        "a log file in no directory",
                        Rule.LOG_FILES_SEEN,
                        () -> sql("add-log-files", "+LOG/n2_2", "+n2_2")),
                bad("another control file", Rule.GRAMMAR, () -> argv("verify-dmctl", "dm.ctl", "dm2.ctl")),
                bad("the disks of the root", Rule.PREFLIGHT, () -> script(MIRROR, "disks", "/dev/dcrv", "/")),
                bad(
                        "the export with the mirror's tool",
                        Rule.DCR_DISKS,
                        () -> BadPlans.replaced(
                                GOOD,
                                "export-dcr",
                                old -> exported("dmasmcmdm", "dcrvdisk", "/data/dmdcr_cfg_bak.ini"))),
                bad(
                        "a copy of another directory",
                        Rule.CONFIG_DIRECTORY,
                        () -> BadPlans.replaced(
                                GOOD,
                                "copy-config",
                                old -> new Command.CopyTree(
                                        new FileId("10.1.0.1", "/data/DSC0"),
                                        ((Command.CopyTree) old).to(),
                                        List.of()))),
                bad("a file that no plan knows", Rule.FRESH_FILES, () -> staged("/data/other.ini")),
                bad("an old file that the plan leaves alone", Rule.FRESH_FILES, () -> staged("/data/DSC0_conf/dm.ini")),
                bad("a file where the copy goes", Rule.CONFIG_DIRECTORY, () -> beside("/data/DSC2_conf/x.txt")),
                bad("a file that somebody else wrote", Rule.FRESH_FILES, () -> beside("/data/DSC2/dmdcr.ini")));
    }

    static Stream<Arguments> services() {
        return Stream.of(
                service("register-db", "/data/DSC2_conf/dm.ini", "/data/DSC0_conf/dm.ini"),
                service("register-db", "/data/DSC2/dmdcr.ini", "/data/DSC0/dmdcr.ini"),
                service("register-asm", "/data/DSC2/dmdcr.ini", "/data/DSC0/dmdcr.ini"),
                service("register-asm", "dmasmsvr", "dmasmsvrm"),
                service("register-asm", "ASM2", "ASM1"),
                bad(
                        "a service that nobody registered",
                        Rule.SERVICES,
                        () -> BadPlans.replaced(
                                GOOD,
                                "start-css",
                                old -> new Command.Argv(List.of("systemctl", "start", "None"), false))));
    }

    static Stream<Arguments> wayBackOnTheWayForward() {
        return Stream.of("reinit.stop.dmserver.10.1.0.1", "reinit.init-dcr", "reinit.start")
                .map(id -> bad(id, Rule.NO_STATE_CHANGE, () -> {
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
    void isRefused(String what, Rule rule, Supplier<Planned> made) {
        Planned bad = made.get();

        assertThat(BadPlans.refusal(bad))
                .as(what)
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(rule));
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                good("the disks are looked for beside the DCR disk", () -> script(GOOD, "disks", "/dev/asm", "/dev")),
                good(
                        "the disk is exported once more, elsewhere",
                        () -> BadPlans.inserted(GOOD, "extend-dcr", exported("dmasmcmd", "dcrdisk", "/tmp/look.ini"))),
                good(
                        "a file is written once more",
                        () -> BadPlans.inserted(GOOD, "write.write-dmdcr", command(GOOD, "write.write-dmdcr"))),
                good(
                        "a group is looked at",
                        () -> BadPlans.inserted(GOOD, "cluster-ok", console("/data/dmcssm.ini", "show grp_css"))),
                good(
                        "log files in two directories, both of them listed",
                        () -> BadPlans.replaced(
                                sql("add-log-files", "+LOG/n2_2", "+LOG2/n2_2"),
                                "verify-log-files",
                                old -> new Command.ToolScript(
                                        ((Command.ToolScript) old).argv(), List.of("ls +LOG", "ls +LOG2")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("harmless")
    void doesNoHarm(String what, Supplier<Planned> made) {
        Planned good = made.get();

        assertThat(BadPlans.refusal(good)).as(what).isEmpty();
    }

    @Test
    void logFilesThatAreNotOnAsmAreRefusedEvenIfNobodyLooksForThem() {
        Planned bad = sql("add-log-files", "'+LOG/n2_2", "'/LOG/n2_2");

        assertThat(BadPlans.refusal(EnumSet.complementOf(EnumSet.of(Rule.LOG_FILES_SEEN)), bad))
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(Rule.LOG_FILES));
    }

    private static Arguments bad(String what, Rule rule, Supplier<Planned> made) {
        return arguments(what, rule, made);
    }

    private static Arguments good(String what, Supplier<Planned> made) {
        return arguments(what, made);
    }

    private static Arguments without(Rule rule, Planned planned, String... steps) {
        return bad("without " + String.join(", ", steps), rule, () -> {
            Planned left = planned;
            for (String step : steps) {
                left = BadPlans.without(left, step);
            }
            return left;
        });
    }

    private static Arguments moved(Rule rule, Planned planned, String step, String before) {
        return bad(step + " before " + before, rule, () -> {
            List<Step> steps = new ArrayList<>(planned.plan().steps());
            Step early = steps.remove(BadPlans.index(steps, step));
            steps.add(BadPlans.index(steps, before), early);
            return BadPlans.chained(planned, steps);
        });
    }

    private static Arguments on(String host, Rule rule, String step) {
        return bad(step + " on " + host, rule, () -> BadPlans.step(GOOD, step, each -> each.host(host)));
    }

    private static Arguments service(String step, String from, String to) {
        return bad(
                step + " with " + to,
                Rule.SERVICES,
                () -> BadPlans.replaced(
                        SERVICES,
                        step,
                        old -> new Command.Argv(
                                ((Command.Argv) old)
                                        .argv().stream()
                                                .map(word -> word.equals(from) ? to : word)
                                                .toList(),
                                false)));
    }

    private static Command command(Planned planned, String step) {
        List<Step> steps = planned.plan().steps();
        return steps.get(BadPlans.index(steps, step)).command();
    }

    private static Command console(String ini, String line) {
        return new Command.Console(List.of("/opt/dm/bin/dmcssm", "INI_PATH=" + ini), List.of(line, "exit"));
    }

    private static Command said(String words) {
        return new Command.Observe(new Text(words, words));
    }

    private static Command exported(String tool, String word, String path) {
        return new Command.ToolScript(
                List.of("/opt/dm/bin/" + tool), List.of("export " + word + " '/dev/dcr' to '" + path + "'"));
    }

    private static Command login(Command.Sql sql) {
        return new Command.Sql(sql.argv(), sql.login().replace(":13000", ":13001"), sql.statement());
    }

    private static Planned sql(String step, String from, String to) {
        return BadPlans.replaced(GOOD, step, old -> {
            Command.Sql sql = (Command.Sql) old;
            return new Command.Sql(sql.argv(), sql.login(), sql.statement().replace(from, to));
        });
    }

    private static Planned argv(String step, String from, String to) {
        UnaryOperator<String> change = word -> word.replace(from, to);
        return BadPlans.replaced(
                GOOD,
                step,
                old -> new Command.Argv(
                        ((Command.Argv) old).argv().stream().map(change).toList(), false));
    }

    private static Planned script(Planned planned, String step, String from, String to) {
        return BadPlans.replaced(
                planned,
                step,
                old -> new Command.ToolScript(
                        ((Command.ToolScript) old).argv(),
                        ((Command.ToolScript) old)
                                .lines().stream()
                                        .map(line -> line.replace("'" + from + "'", "'" + to + "'"))
                                        .toList()));
    }

    /** A file of the first host is written that the plan says nothing of. */
    private static Planned staged(String path) {
        byte[] bytes = "INSTANCE_NAME = DSC0\n".getBytes(StandardCharsets.UTF_8);
        Planned planned = BadPlans.inserted(
                GOOD,
                "write.copy-config",
                new Command.WriteFile(new FileId("10.1.0.1", path), Hashes.sha256(bytes), true, FileContent.of(bytes)));
        return BadPlans.step(planned, "inserted", step -> step.host("10.1.0.1"));
    }

    private static Planned beside(String path) {
        byte[] bytes = "A = 1\n".getBytes(StandardCharsets.UTF_8);
        return new Planned(GOOD.plan(), GOOD.files().with(new FileId("10.1.0.3", path), bytes));
    }
}
