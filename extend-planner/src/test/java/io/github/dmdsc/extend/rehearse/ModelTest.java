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
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One step in one state of the cluster: its changes, its outputs, and the immediate refusal of a bad step. */
class ModelTest {
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder().build());
    private static final FileId EXPORT = new FileId("10.1.0.1", "/data/dmdcr_cfg_bak.ini");
    private static final FileId FROM = new FileId("10.1.0.1", "/data/DSC0_conf");
    private static final FileId TO = new FileId("10.1.0.3", "/data/DSC2_conf");
    private static final FileId DMDCR = new FileId("10.1.0.3", "/data/DSC2/dmdcr.ini");

    /** A plan whose steps are carried out one by one. */
    private static final class Walk {
        private final Planned planned;
        private final PlanContext context;
        private ModelState state;

        private Walk(Planned planned) {
            this.planned = planned;
            this.context = PlanContext.of(planned.plan(), planned.files()).orElseThrow();
            this.state = ModelState.of(context);
        }

        private static Walk before(Planned planned, String step) {
            Walk walk = new Walk(planned);
            int at = BadPlans.index(planned.plan().steps(), step);
            planned.plan().steps().subList(0, at).forEach(each -> walk.state = next(walk.apply(each)));
            return walk;
        }

        private static Walk behind(Planned planned, String step) {
            Walk walk = before(planned, step);
            walk.state = next(walk.apply(walk.step(step)));
            return walk;
        }

        private Step step(String id) {
            List<Step> steps = planned.plan().steps();
            return steps.get(BadPlans.index(steps, id));
        }

        private Outcome apply(Step step) {
            return new Model(context, EnumSet.allOf(Requirement.class)).apply(state, step);
        }

        /** Carries out a step with another action and the command for it. */
        private Outcome apply(String id, Action action) {
            return apply(BadPlans.doing(planned, action, step(id)));
        }
    }

    private static ModelState next(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Next.class);
        return ((Outcome.Next) outcome).state();
    }

    private static void assertRefused(Requirement rule, Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.requirement()).isEqualTo(rule));
    }

    static Stream<Arguments> refusedAtOnce() {
        return Stream.of(
                arguments(
                        "export-dcr",
                        Requirement.DCR_DISKS,
                        BadPlans.doing(
                                GOOD,
                                new Look.ExportDcr(
                                        "/dev/other",
                                        new FileId("10.1.0.1", "/tmp/look.ini"),
                                        Look.DcrConfiguration.BASE),
                                BadPlans.step(GOOD, "export-dcr"))),
                arguments(
                        "export-dcr",
                        Requirement.DCR_DISKS,
                        mirrored("export-dcr", "export dcrvdisk '/dev/dcr' to '/data/dmdcr_cfg_bak.ini'")),
                arguments("check-dcr", Requirement.DCR_DISKS, mirrored("check-dcr", "check dcrvdisk '/dev/dcr'")),
                arguments(
                        "restart-monitor",
                        Requirement.MONITORS,
                        BadPlans.doing(
                                GOOD,
                                new Control.RestartMonitor(new FileId("monitor0", "/nowhere.ini"), Optional.empty()),
                                BadPlans.step(GOOD, "restart-monitor"))));
    }

    /** Returns the step with a command for the tool of the mirror edition. */
    private static Step mirrored(String step, String line) {
        return Step.builder()
                .from(BadPlans.step(GOOD, step))
                .command(new ToolCommand.ToolScript(
                        Optional.of("/opt/dmdbms/bin"), List.of("./dmasmcmdm"), List.of(line)))
                .build();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("refusedAtOnce")
    void an_impossible_step_is_refused_at_once(String id, Requirement rule, Step step) {
        assertRefused(rule, Walk.before(GOOD, id).apply(step));
    }

    @Test
    void log_files_are_added_once() {
        Walk walk = Walk.behind(GOOD, "add-log-files");

        assertRefused(Requirement.LOG_FILES, walk.apply(walk.step("add-log-files")));
    }

    @Test
    void the_first_export_needs_a_look_at_the_cluster() {
        Walk walk = new Walk(GOOD);

        assertRefused(
                Requirement.CLUSTER_OK,
                walk.apply(
                        "export-dcr",
                        new Look.ExportDcr(
                                "/dev/dcr", new FileId("10.1.0.1", "/tmp/look.ini"), Look.DcrConfiguration.BASE)));
    }

    /** The existing file must stay: the plan was made from it, and the way back needs it. */
    @Test
    void an_export_overwrites_no_file() {
        Walk walk = Walk.before(GOOD, "export-dcr");

        assertRefused(
                Requirement.EXPORTED,
                walk.apply("export-dcr", new Look.ExportDcr("/dev/dcr", EXPORT, Look.DcrConfiguration.BASE)));
        assertThat(next(walk.apply(walk.step("export-dcr"))).files()).isEqualTo(walk.state.files());
    }

    /**
     * The tool marks the new node as failed on the disk. The disk still counts as holding the planned configuration.
     */
    @Test
    void the_disk_holds_the_plan_with_the_new_node_as_failed() {
        Walk walk = Walk.behind(GOOD, "extend-dcr");
        StoredFile disk = Objects.requireNonNull(walk.state.disks().get("/dev/dcr"));
        List<Dcr.Group> groups = disk.dcr().groups();

        assertThat(groups)
                .filteredOn(group -> !group.head().get("DCR_GRP_TYPE").equals("CSS"))
                .hasSize(2)
                .allSatisfy(group -> {
                    assertThat(group.head().get("DCR_GRP_N_ERR_EP")).isEqualTo("1");
                    assertThat(group.head().get("DCR_GRP_ERR_EP_ARR")).isEqualTo("{2}");
                });
        assertThat(disk).isNotEqualTo(walk.state.files().get(EXPORT));
        assertThat(DiskContent.holds(disk, walk.state.files().get(EXPORT), 2)).isTrue();
        assertThat(DiskContent.holds(disk, walk.state.files().get(EXPORT), 1)).isFalse();
        assertThat(DiskContent.holds(disk, walk.state.files().get(EXPORT), -1)).isFalse();
    }

    @Test
    void an_incomplete_copy_may_be_removed() {
        Walk before = Walk.before(GOOD, "copy-config");
        Walk behind = Walk.behind(GOOD, "copy-config");
        FileId directory = ((Change.CopyDirectory) behind.step("copy-config").action()).to();

        ModelState next = next(behind.apply("copy-config", new Change.RemoveDirectory(directory)));

        assertThat(next.files()).isEqualTo(before.state.files()).isNotEqualTo(behind.state.files());
        assertThat(next.copies()).isEmpty();
    }

    @Test
    void processes_that_are_registered_as_services_are_started_as_services() {
        Planned services = ExtendedPlans.of(
                ClusterLayout.builder()
                        .asmRestart(Restart.SERVICE)
                        .dbRestart(Restart.SERVICE)
                        .build(),
                files -> files,
                ask -> ask.withServices(true));
        Walk walk = Walk.behind(services, "start-css");

        assertThat(walk.step("start-css").command())
                .contains(new ToolCommand.Argv(List.of("systemctl", "start", "DmCSSServiceCSS2")));
        assertThat(walk.state.process(Kind.CSS, "CSS2"))
                .hasValueSatisfying(css -> assertThat(css.status()).isEqualTo(Endpoint.Status.WELL));
        assertThat(walk.state.process(Kind.ASM, "ASM2"))
                .hasValueSatisfying(asm -> assertThat(asm.status()).isEqualTo(Endpoint.Status.ERROR));
    }

    /** Returns a plan for a cluster in whose DCR configuration one endpoint of a group has failed. */
    private static Walk broken(Kind kind, int monitors) {
        Planned planned =
                ExtendedPlans.of(ClusterLayout.builder().monitors(monitors).build());
        String type = "DCR_GRP_TYPE = " + kind;
        return new Walk(BadPlans.madeFrom(
                planned,
                BadPlans.each(
                                "dmdcr_cfg_bak.ini",
                                text -> text.replace(type, type + "\nDCR_GRP_N_ERR_EP = 1\nDCR_GRP_ERR_EP_ARR = {1}"))
                        .apply(planned.files())));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_monitor_with_a_failed_endpoint_does_not_show_an_ok_cluster(Kind kind) {
        Walk walk = broken(kind, 1);

        ModelState seen = next(walk.apply(walk.step("cluster-ok")));

        assertThat(seen.facts()).containsExactly(Fact.ASPECTS_SEEN_LAST);
    }

    @Test
    void a_failed_instance_answers_no_query() {
        Walk walk = broken(Kind.DB, 1);

        assertRefused(
                Requirement.GRAMMAR,
                walk.apply(Step.builder()
                        .from(walk.step("ep-info"))
                        .id("cluster-ok")
                        .build()));
        assertRefused(Requirement.GRAMMAR, walk.apply(walk.step("ep-info")));
    }

    /** The view shows instances only. It is enough only until a monitor exists, and only if all endpoints run. */
    @ParameterizedTest
    @CsvSource({"0, false, true", "0, true, false", "1, false, false"})
    void the_view_is_enough_only_without_a_monitor(int monitors, boolean failed, boolean enough) {
        Walk walk = failed
                ? broken(Kind.ASM, monitors)
                : new Walk(ExtendedPlans.of(
                        ClusterLayout.builder().monitors(monitors).build()));

        Look.ViewInstances view = (Look.ViewInstances) walk.step("ep-info").action();
        ModelState seen = next(walk.apply(Step.builder()
                .from(walk.step("ep-info"))
                .action(new Look.ViewInstances(view.port(), Look.ExpectedState.OK_BEFORE))
                .build()));

        assertThat(seen.knows(Fact.CLUSTER_SEEN_WELL)).isEqualTo(enough);
        assertThat(seen.knows(Fact.EVERY_GROUP_SEEN_WELL)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"reinit.stop.dmserver.10.1.0.1", "reinit.init-dcr", "reinit.start"})
    void only_one_rule_refuses_steps_of_a_way_back(String id) {
        Walk walk = Walk.before(GOOD, "export-dcr");
        Step step = GOOD.plan().reinitialise().get(BadPlans.index(GOOD.plan().reinitialise(), id));
        Set<Requirement> others = EnumSet.complementOf(EnumSet.of(Requirement.NO_STATE_CHANGE));

        assertRefused(Requirement.NO_STATE_CHANGE, walk.apply(step));
        assertThat(next(new Model(walk.context, others).apply(walk.state, step)))
                .isEqualTo(walk.state);
    }

    @Test
    void an_instance_that_fails_in_the_last_step_is_detected_at_the_end() {
        Walk walk = new Walk(GOOD);
        for (Step step : GOOD.plan().steps()) {
            walk.state = next(walk.apply(step));
        }
        Model model = new Model(walk.context, EnumSet.allOf(Requirement.class));

        assertThat(model.end(walk.state)).isEmpty();
        assertThat(model.end(walk.state.withFailed("DSC1")).map(Outcome.Rejected::requirement))
                .isEqualTo(Optional.of(Requirement.NO_INSTANCE_FAILS));
    }

    private static PlanContext context(Planned planned) {
        return PlanContext.of(planned.plan(), planned.files()).orElseThrow();
    }

    private static FileId below(FileId directory, String name) {
        return new FileId(directory.host(), directory.path() + "/" + name);
    }

    private static List<FileId> onTheNewHost(ModelState state) {
        return state.files().ids().stream()
                .filter(file -> file.host().equals(TO.host()))
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_copy_has_the_same_files_except_those_left_out() {
        Planned planned = new Planned(
                GOOD.plan(),
                GOOD.files()
                        .with(below(FROM, "bak/dm.ini"), bytes("MAL_INI = 0\n"))
                        .with(below(FROM, "trace.log"), bytes("old"))
                        .with(new FileId("10.1.0.2", FROM.path() + "/dmarch.ini"), bytes("ARCH_WAIT_APPLY = 0\n")));
        PlanContext context = context(planned);
        ModelState state = ModelState.of(context);
        Judge judge = new Judge(EnumSet.of(Requirement.CONFIG_DIRECTORY));

        ModelState copied =
                new FileWrites(context, state, judge).copy(new ForwardAct.Copy(FROM, TO, List.of("trace*")));

        assertThat(judge.rejected()).isEmpty();
        assertThat(onTheNewHost(copied))
                .containsExactlyInAnyOrder(below(TO, "bak/dm.ini"), below(TO, "dm.ini"), below(TO, "dmmal.ini"));
        assertThat(copied.files().get(below(TO, "dm.ini")))
                .isEqualTo(state.files().get(below(FROM, "dm.ini")));
    }

    /** A pattern leaves out the paths that match it, with everything below them. */
    @ParameterizedTest
    @CsvSource({
        "*bak*, ctl_bak/dm.ctl, true",
        "*bak*, dm.ini, false",
        "trace, trace/dm.trc, true",
        "trace, tracer, false",
        "*.ini.*, dm.ini.2023, true",
        "*.ini.*, dm.ini, false",
        "a.b, axb, false",
    })
    void a_pattern_leaves_out_matching_paths(String pattern, String name, boolean left) {
        assertThat(new Change.CopyDirectory(FROM, TO, List.of(pattern)).leavesOut(name))
                .isEqualTo(left);
    }

    /** Traces below the directory belong to the old node, and a backup could take effect on the new node. */
    @ParameterizedTest
    @CsvSource({"trace, dm.ini.2023", "trace, old/dm.ini.bak", "dm.*, x"})
    void a_copy_of_files_that_belong_to_the_old_node_is_refused(String except, String file) {
        PlanContext context =
                context(new Planned(GOOD.plan(), GOOD.files().with(below(FROM, file), bytes("MAL_INI = 0\n"))));
        Judge judge = new Judge(EnumSet.of(Requirement.CONFIG_DIRECTORY));

        new FileWrites(context, ModelState.of(context), judge).copy(new ForwardAct.Copy(FROM, TO, List.of(except)));

        assertThat(judge.rejected()).isPresent();
    }

    @Test
    void an_incomplete_copy_is_removed_and_made_again() {
        PlanContext context = context(GOOD);
        Judge judge = new Judge(EnumSet.of(Requirement.CONFIG_DIRECTORY, Requirement.NO_REMOVAL));
        ForwardAct.Copy copy = new ForwardAct.Copy(FROM, TO, List.of("trace"));
        ModelState copied = new FileWrites(context, ModelState.of(context), judge).copy(copy);

        ModelState removed = new FileWrites(context, copied, judge).removeLeftOver(TO);
        ModelState again = new FileWrites(context, removed, judge).copy(copy);

        assertThat(judge.rejected()).isEmpty();
        assertThat(onTheNewHost(removed)).isEmpty();
        assertThat(again.files()).isEqualTo(copied.files());
    }

    @Test
    void on_the_way_forward_only_the_copy_on_the_new_host_may_be_removed() {
        FileId elsewhere = new FileId("10.1.0.2", TO.path());
        PlanContext context =
                context(BadPlans.inserted(GOOD, "copy-config", new Change.CopyDirectory(FROM, elsewhere, List.of())));

        for (FileId file : List.of(elsewhere, DMDCR, FROM)) {
            Judge judge = new Judge(EnumSet.of(Requirement.NO_REMOVAL));
            new FileWrites(context, ModelState.of(context), judge).removeLeftOver(file);

            refused(judge, Requirement.NO_REMOVAL, file);
        }
    }

    @Test
    void a_file_must_have_the_hash_of_its_step() {
        Judge judge = new Judge(EnumSet.of(Requirement.FRESH_FILES));
        put(ModelState.of(context(GOOD)), DMDCR, Hashes.sha256(bytes("DMDCR_SEQNO = 2\n")), judge);

        refused(judge, Requirement.FRESH_FILES, DMDCR);
    }

    @Test
    void a_missing_old_file_is_not_written_like_a_new_one() {
        FileId mal = below(FROM, "dmmal.ini");
        ModelState state = ModelState.of(context(GOOD));
        Judge judge = new Judge(EnumSet.of(Requirement.FRESH_FILES));
        put(state.with(state.files().without(mal)), mal, change(mal).after(), judge);

        refused(judge, Requirement.FRESH_FILES, mal);
    }

    /** Writes a file with the content of the plan, on its own host. */
    private static void put(ModelState state, FileId file, String sha256, Judge judge) {
        Step step = Step.builder()
                .from(GOOD.plan().steps().get(0))
                .host(file.host())
                .build();
        new FileWrites(context(GOOD), state, judge)
                .put(new WayBackAct.Put(file, change(file).content(), sha256, false), step);
    }

    private static FileChange change(FileId file) {
        return GOOD.plan().files().stream()
                .filter(change -> change.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(Judge judge, Requirement rule, FileId where) {
        assertThat(judge.rejected()).hasValueSatisfying(rejected -> {
            assertThat(rejected.requirement()).isEqualTo(rule);
            assertThat(rejected.why().where()).contains(where.toString());
        });
    }

    /** Nodes may have their files at the same paths, so only the host shows which node the archives belong to. */
    @ParameterizedTest
    @CsvSource({
        "10.1.0.3, /data/DSC2_conf/dmarch.ini, CONFIG_DIRECTORY",
        "10.1.0.1, /data/DSC2_conf/dmarch.ini, ARCHIVES_OF_OTHERS",
        "10.1.0.3, /data/DSC2_confs/dmarch.ini, ARCHIVES_OF_OTHERS"
    })
    void archives_belong_to_the_copied_directory_or_to_others(String host, String path, Chapter chapter) {
        byte[] archives = bytes("[ARCHIVE_LOCAL1]\nARCH_TYPE = LOCAL\n");
        PlanContext context = context(GOOD);
        WayBackAct.Put put =
                new WayBackAct.Put(new FileId(host, path), FileContent.of(archives), Hashes.sha256(archives), false);
        Step step = GOOD.plan().steps().get(0);

        ModelState written =
                new FileWrites(context, ModelState.of(context).withCopy(FROM, TO), new Judge(Set.of())).put(put, step);

        assertThat(written.chapter()).isEqualTo(chapter);
    }

    @Test
    void a_file_must_not_have_the_content_of_another() {
        byte[] another = change(below(TO, "dmmal.ini")).content().bytes();
        Planned bad = new Planned(GOOD.plan(), GOOD.files().with(DMDCR, another));

        refused(bad, Requirement.FRESH_FILES, DMDCR);
    }

    private static void refused(Planned bad, Requirement rule, FileId where) {
        RehearsalResult.Failure failure = BadPlans.refused(bad, rule);

        assertThat(failure.step()).startsWith("write.").endsWith(where.toString());
        assertThat(failure.why().where()).contains(where.toString());
    }
}
