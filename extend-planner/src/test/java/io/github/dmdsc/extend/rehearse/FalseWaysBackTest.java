package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ways back that do not lead back, or that do harm. The reason names the place. */
class FalseWaysBackTest {
    private static final Set<Requirement> ALL = EnumSet.allOf(Requirement.class);
    private static final FileId MAL = new FileId("10.1.0.1", "/data/DSC0_conf/dmmal.ini");
    private static final FileId OTHER_MAL = new FileId("10.1.0.2", "/data/DSC1_conf/dmmal.ini");
    private static final FileId OLD = new FileId("10.1.0.1", "/data/DSC0_conf/dm.ini");
    private static final FileId NEW = new FileId("10.1.0.3", "/data/DSC2/dmdcr.ini");
    private static final FileId DIRECTORY = new FileId("10.1.0.3", "/data/DSC2_conf");
    /** A file that the plan copies with its directory and does not write itself. */
    private static final FileId LOGGING = new FileId("10.1.0.1", "/data/DSC0_conf/sqllog.ini");

    private static final String INIT = "reinit.init-dcr";
    private static final String START = "reinit.start";
    private static final List<String> HOSTS = List.of("10.1.0.1", "10.1.0.2");
    private static final FileId NO_MONITOR = new FileId("monitor0", "/data/other.ini");
    private static final FileId MONITOR = new FileId("monitor0", "/data/dmcssm.ini");

    private static final Planned PLANNED =
            ExtendedPlans.of(ClusterLayout.builder().build());
    private static final ClusterFiles FILES = PLANNED.files().with(LOGGING, bytes("BUF_TOTAL_SIZE = 10240\n"));
    private static final PlanContext CONTEXT =
            PlanContext.of(PLANNED.plan(), FILES).orElseThrow();
    /** The state after every file was written and before the first step that cannot be undone. */
    private static final ModelState WRITTEN = before(CONTEXT, "cluster-still-ok");
    /** The state after the DCR disk was extended and before {@code extend node}. */
    private static final ModelState EXTENDED = before(CONTEXT, "extend-node");

    /** The state after the last step. */
    private static final ModelState JOINED = before(CONTEXT, "the end");

    private static ModelState before(PlanContext context, String id) {
        ModelState state = ModelState.of(context);
        for (Step step : context.plan().steps()) {
            if (step.id().equals(id)) {
                break;
            }
            state = ((Outcome.Next) new Model(context, ALL).apply(state, step)).state();
        }
        return state;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the steps that restore every file, from the last one that was written to the first. */
    private static List<Step> undo() {
        List<Step> undo = new ArrayList<>();
        for (Step step : CONTEXT.plan().steps()) {
            if (step.action() instanceof Change.CopyDirectory copy) {
                undo.add(0, removal(copy.to()));
            } else if (step.action() instanceof Change.WriteFile write) {
                FileChange change = CONTEXT.plan().files().stream()
                        .filter(each -> each.file().equals(write.file()))
                        .findFirst()
                        .orElseThrow();
                undo.add(
                        0,
                        change.contentBefore()
                                .map(content -> written(write.file(), content))
                                .orElseGet(() -> removal(write.file())));
            }
        }
        // The monitors' files are written after the point of no return.
        undo.removeIf(step -> step.host().equals("monitor0"));
        return undo;
    }

    private static Step removal(FileId file) {
        return step(file, new Change.RemoveDirectory(file));
    }

    private static Step written(FileId file, FileContent content) {
        return step(file, BadPlans.written(file, Change.Purpose.PUT_BACK, content.bytes()));
    }

    private static Step step(FileId file, Action action) {
        Step step = Step.builder()
                .from(CONTEXT.plan().reinitialise().get(0))
                .id("undo." + file)
                .host(file.host())
                .build();
        return BadPlans.doing(PLANNED, action, step);
    }

    private static List<Step> reinitialise() {
        return new ArrayList<>(CONTEXT.plan().reinitialise());
    }

    private static List<Step> without(List<Step> steps, String... ids) {
        return steps.stream()
                .filter(step -> !Arrays.asList(ids).contains(step.id()))
                .toList();
    }

    private static List<Step> with(List<Step> steps, Step last) {
        return Stream.concat(steps.stream(), Stream.of(last)).toList();
    }

    private static List<Step> moved(String step, String before) {
        List<Step> steps = reinitialise();
        Step early = steps.remove(BadPlans.index(steps, step));
        steps.add(BadPlans.index(steps, before), early);
        return steps;
    }

    private static List<Step> otherwise(String id, UnaryOperator<Step.Builder> change) {
        List<Step> steps = reinitialise();
        int at = BadPlans.index(steps, id);
        steps.set(at, change.apply(Step.builder().from(steps.get(at))).build());
        return steps;
    }

    private static WayBack wayBack() {
        return new WayBack(CONTEXT, ALL, Optional.empty());
    }

    static Stream<Arguments> undone() {
        return Stream.of(
                undone(
                        "a file that is not put back",
                        Requirement.REINITIALISE,
                        MAL,
                        () -> without(undo(), "undo." + MAL)),
                undone(
                        "a file that is put back otherwise",
                        Requirement.REINITIALISE,
                        MAL,
                        () -> with(undo(), written(MAL, FileContent.of(bytes("MAL_CHECK_INTERVAL = 60\n"))))),
                undone("a new file that is left", Requirement.REINITIALISE, NEW, () -> without(undo(), "undo." + NEW)),
                undone(
                        "a copied file that is left",
                        Requirement.REINITIALISE,
                        "10.1.0.3:/data/DSC2_conf/sqllog.ini",
                        () -> without(undo(), "undo." + DIRECTORY)),
                undone("an old file that goes", Requirement.NO_REMOVAL, OLD, () -> with(undo(), removal(OLD))),
                undone(
                        "an old file of the plan that goes",
                        Requirement.NO_REMOVAL,
                        MAL,
                        () -> with(undo(), removal(MAL))),
                undone(
                        "all data of the new host",
                        Requirement.NO_REMOVAL,
                        "10.1.0.3:/data",
                        () -> with(undo(), removal(new FileId("10.1.0.3", "/data")))),
                undone(
                        "the directory of that name on another host",
                        Requirement.NO_REMOVAL,
                        "10.1.0.1:/data/DSC2_conf",
                        () -> with(undo(), removal(new FileId("10.1.0.1", "/data/DSC2_conf")))),
                undone(
                        "a step of the way forward",
                        Requirement.GRAMMAR,
                        "cluster-ok",
                        () -> with(undo(), CONTEXT.plan().steps().get(0))));
    }

    static Stream<Arguments> reinitialised() {
        return Stream.of(
                reinitialised(
                        "ASM is stopped under an instance",
                        Requirement.REINITIALISE,
                        "reinit.stop.dmasmsvr.10.1.0.1",
                        () -> moved("reinit.stop.dmasmsvr.10.1.0.1", "reinit.stop.dmserver.10.1.0.1")),
                reinitialised(
                        "dmcss is stopped under an ASM server",
                        Requirement.REINITIALISE,
                        "reinit.stop.dmcss.10.1.0.2",
                        () -> moved("reinit.stop.dmcss.10.1.0.2", "reinit.stop-group.asm")),
                reinitialised(
                        "the ASM servers are stopped under the instances",
                        Requirement.REINITIALISE,
                        "reinit.stop-group.asm",
                        () -> moved("reinit.stop-group.asm", "reinit.stop-group.db")),
                reinitialised(
                        "an instance is stopped that dmcss starts again",
                        Requirement.REINITIALISE,
                        "reinit.stop.dmserver.10.1.0.1",
                        () -> without(reinitialise(), "reinit.stop-group.db")),
                reinitialised(
                        "a group is stopped that nobody has",
                        Requirement.GRAMMAR,
                        "ep stop GRP_CSS",
                        () -> otherwise("reinit.stop-group.db", step -> stopping(step, MONITOR, "GRP_CSS"))),
                reinitialised(
                        "a monitor is used that is not there",
                        Requirement.MONITORS,
                        NO_MONITOR.toString(),
                        () -> otherwise("reinit.stop-group.db", step -> stopping(step, NO_MONITOR, "GRP_DB"))),
                reinitialised(
                        "the DCR disk is initialised while one dmcss runs",
                        Requirement.REINITIALISE,
                        INIT,
                        () -> without(reinitialise(), "reinit.stop.dmcss.10.1.0.2")),
                reinitialised(
                        "nobody confirms",
                        Requirement.CONFIRMED,
                        INIT,
                        () -> otherwise(INIT, step -> step.gate(false))),
                reinitialised(
                        "with the mirror's tool",
                        Requirement.REINITIALISE,
                        INIT,
                        () -> otherwise(
                                INIT,
                                step -> step.command(new ToolCommand.ToolScript(
                                        Optional.of("/opt/dmdbms/bin"),
                                        List.of("./dmasmcmdm"),
                                        List.of("create system diskgroup asmdisk '/dev/dcr' attribute"
                                                + " config='/data/dmdcr_cfg_bak.ini', passwd='x'"))))),
                reinitialised(
                        "a file is put back from another host",
                        Requirement.REINITIALISE,
                        "reinit.restore." + MAL,
                        () -> otherwise("reinit.restore." + MAL, step -> step.host("10.1.0.2"))),
                reinitialised(
                        "a file is put back with a hash that is not that of its bytes",
                        Requirement.REINITIALISE,
                        "reinit.restore." + MAL,
                        () -> otherwise("reinit.restore." + MAL, step -> step.action(withAnotherHash()))),
                reinitialised(
                        "with the file that failed",
                        Requirement.REINITIALISE,
                        "/dev/dcr",
                        () -> moved(INIT, "reinit.restore.10.1.0.1:/data/dmdcr_cfg_bak.ini")),
                reinitialised(
                        "the DCR disk is left extended",
                        Requirement.REINITIALISE,
                        "/dev/dcr",
                        () -> without(reinitialise(), INIT)),
                reinitialised(
                        "a file that is not put back",
                        Requirement.REINITIALISE,
                        MAL,
                        () -> without(reinitialise(), "reinit.restore." + MAL)),
                reinitialised(
                        "nobody restarts the monitors",
                        Requirement.REINITIALISE,
                        "monitor0:/data/dmcssm.ini",
                        () -> started(HOSTS, List.of())),
                reinitialised(
                        "a monitor that is not there is restarted",
                        Requirement.MONITORS,
                        "monitor0:/nowhere.ini",
                        () -> started(HOSTS, List.of(MONITOR, new FileId("monitor0", "/nowhere.ini")))),
                reinitialised(
                        "nobody starts anything",
                        Requirement.REINITIALISE,
                        "monitor0:/data/dmcssm.ini",
                        () -> without(reinitialise(), START)),
                arguments(
                        "nobody starts anything after an early failure", Requirement.REINITIALISE, "STOPPED", (Supplier<
                                        Optional<Outcome.Rejected>>)
                                () -> wayBack().reinitialised(EXTENDED, without(reinitialise(), START))));
    }

    static Stream<Arguments> places() {
        return Stream.of(
                arguments("an endpoint more", Requirement.REINITIALISE, "CSS2", (Supplier<Optional<Outcome.Rejected>>)
                        () -> wayBack()
                                .undone(
                                        running(new Endpoint(Kind.CSS, "CSS2", "10.1.0.3", Endpoint.Status.WELL)),
                                        List.of())),
                arguments(
                        "a file that lay there before",
                        Requirement.NO_REMOVAL,
                        "10.1.0.3:/data/DSC2_conf/notes.txt",
                        (Supplier<Optional<Outcome.Rejected>>) () -> {
                            FileId notes = new FileId(DIRECTORY.host(), DIRECTORY.path() + "/notes.txt");
                            PlanContext context = PlanContext.of(PLANNED.plan(), FILES.with(notes, bytes("mine")))
                                    .orElseThrow();
                            return new WayBack(context, ALL, Optional.empty())
                                    .undone(ModelState.of(context), List.of(removal(DIRECTORY)));
                        }));
    }

    private static ModelState running(Endpoint more) {
        ModelState state = ModelState.of(CONTEXT);
        return state.withProcesses(
                Stream.concat(state.processes().stream(), Stream.of(more)).toList());
    }

    /** Returns a way back whose last step is for these hosts and monitors. */
    private static List<Step> started(List<String> hosts, List<FileId> monitors) {
        return otherwise(START, step -> step.action(new Task.StartOldNodes(hosts, monitors)));
    }

    private static Action withAnotherHash() {
        FileContent before =
                CONTEXT.plan().change(MAL).flatMap(FileChange::contentBefore).orElseThrow();
        return new Change.WriteFile(MAL, "0".repeat(64), Change.Purpose.PUT_BACK, Optional.of(before));
    }

    private static Arguments undone(String what, Requirement rule, Object where, Supplier<List<Step>> steps) {
        return arguments(what, rule, where.toString(), (Supplier<Optional<Outcome.Rejected>>)
                () -> wayBack().undone(WRITTEN, steps.get()));
    }

    private static Arguments reinitialised(String what, Requirement rule, Object where, Supplier<List<Step>> steps) {
        return arguments(what, rule, where.toString(), (Supplier<Optional<Outcome.Rejected>>)
                () -> wayBack().reinitialised(JOINED, steps.get()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"undone", "reinitialised", "places"})
    void is_refused(String what, Requirement rule, String where, Supplier<Optional<Outcome.Rejected>> walked) {
        assertThat(walked.get()).as(what).hasValueSatisfying(rejected -> {
            assertThat(rejected.requirement()).isEqualTo(rule);
            assertThat(rejected.why().where()).contains(where);
        });
    }

    @Test
    void the_correct_ways_lead_back() {
        assertThat(wayBack().undone(WRITTEN, undo())).isEmpty();
        assertThat(wayBack().undone(ModelState.of(CONTEXT), List.of())).isEmpty();
        for (ModelState state : List.of(EXTENDED, JOINED)) {
            assertThat(wayBack().reinitialised(state, reinitialise())).isEmpty();
        }
    }

    private static Step.Builder stopping(Step.Builder step, FileId monitor, String group) {
        return step.host(monitor.host())
                .action(new Control.StopGroup(monitor, GroupType.DB, group))
                .command(new ToolCommand.Console(
                        Optional.of("/opt/dmdbms/bin"),
                        List.of("./dmcssm", "INI_PATH=" + monitor.path()),
                        List.of("ep stop " + group, "exit")));
    }

    @Test
    void a_file_that_another_person_edited_need_not_be_restored() {
        WayBack theirs = new WayBack(CONTEXT, ALL, Optional.of(MAL));

        assertThat(theirs.undone(WRITTEN, without(undo(), "undo." + MAL))).isEmpty();
        assertThat(theirs.undone(WRITTEN, without(undo(), "undo." + MAL, "undo." + OTHER_MAL)))
                .hasValueSatisfying(
                        rejected -> assertThat(rejected.why().where()).contains(OTHER_MAL.toString()));
    }

    @Test
    void a_new_monitor_need_not_list_the_old_cluster() {
        Planned unwatched = ExtendedPlans.of(ClusterLayout.builder().monitors(0).build());
        PlanContext context =
                PlanContext.of(unwatched.plan(), unwatched.files()).orElseThrow();
        ModelState joined = before(context, "the end");

        assertThat(joined.monitors()).isNotEmpty();
        assertThat(new WayBack(context, ALL, Optional.empty())
                        .reinitialised(joined, unwatched.plan().reinitialise()))
                .isEmpty();
    }
}
