package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.rehearse.RehearsalResult.FaultVerdict;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The effects of faults on the cluster, and the ways out that the rehearsal accepts or refuses. */
class WaysOutTest {
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder().build());
    private static final Planned MIRROR = ExtendedPlans.of(
            ClusterLayout.builder().edition(StorageEdition.MIRROR).build());
    private static final Planned UNWATCHED =
            ExtendedPlans.of(ClusterLayout.builder().monitors(0).build());
    private static final Faults FAULTS = Faults.of(GOOD);
    private static final Faults MIRROR_FAULTS = Faults.of(MIRROR);
    private static final FileId SQLLOG = new FileId("10.1.0.1", "/data/DSC0_conf/sqllog.ini");
    private static final Planned LOGGING = ExtendedPlans.of(
            ClusterLayout.builder().build(),
            files -> files.with(SQLLOG, bytes("BUF_TOTAL_SIZE = 10240\n"))
                    .with(SQLLOG.sibling("/data/DSC0_conf.old/aaa.ini"), bytes("A = 1\n"))
                    .with(new FileId("10.1.0.2", "/data/DSC0_conf/aaa.ini"), bytes("A = 1\n")));
    private static final Planned MANUAL = ExtendedPlans.manual();

    /** A plan that has passed, in which faults can be tried one by one. */
    private record Faults(Planned planned, PlanContext context, List<ModelState> moments) {
        static Faults of(Planned planned) {
            PlanContext context =
                    PlanContext.of(planned.plan(), planned.files()).orElseThrow();
            Model model = new Model(context, EnumSet.allOf(Requirement.class));
            List<ModelState> moments = new ArrayList<>(List.of(ModelState.of(context)));
            for (Step step : planned.plan().steps()) {
                Outcome outcome = model.apply(moments.get(moments.size() - 1), step);
                moments.add(((Outcome.Next) outcome).state());
            }
            return new Faults(planned, context, moments);
        }

        Optional<Incident> incident(String step, Fault fault, Rescue rescue) {
            return new FaultRun(context, EnumSet.allOf(Requirement.class), rescue, moments)
                    .incident(BadPlans.index(planned.plan().steps(), step), fault);
        }

        FaultVerdict verdict(String step, Fault fault, Rescue rescue) {
            return incident(step, fault, rescue).orElseThrow().verdict();
        }
    }

    private static void assertStranded(FaultVerdict verdict, Requirement why) {
        assertThat(verdict.ending()).isEqualTo(Ending.STRANDED);
        assertThat(verdict.reason())
                .hasValueSatisfying(reason -> assertThat(reason.requirement()).isEqualTo(why));
    }

    /** Returns a way with all steps of the plan that are not known to be done. */
    private static Rescue.Way rest(Rescue.Situation situation) {
        return new Rescue.Way(
                Ending.RESUMED,
                situation.plan().steps().stream()
                        .filter(step -> !situation.done().contains(step.id()))
                        .toList());
    }

    private static Rescue.Way look(Step... steps) {
        return new Rescue.Way(Ending.RESUMED, List.of(steps), true);
    }

    private static Rescue.Way reinitialised(Rescue.Situation situation) {
        return new Rescue.Way(
                Ending.REINITIALISED_AS_DOCUMENTED, situation.plan().reinitialise());
    }

    private static Rescue.Way nothingBack() {
        return new Rescue.Way(Ending.ROLLED_BACK_CLEAN, List.of());
    }

    /** Returns a rescue that offers only a look until the look was taken. */
    private static Rescue looking(Step... steps) {
        return situation -> List.of(situation.looked() ? rest(situation) : look(steps));
    }

    /** Returns a step that exports a DCR disk to a new file, which shows its content. */
    private static Step exported(Planned planned, String disk) {
        Step export = BadPlans.step(planned, "export-dcr");
        Action look =
                new Look.ExportDcr(disk, new FileId(export.host(), "/tmp/look.ini"), Look.DcrConfiguration.PLANNED);
        return Step.builder()
                .from(BadPlans.doing(planned, look, export))
                .id("look")
                .build();
    }

    @Test
    void an_incident_shows_the_cluster_before_and_after_the_fault() {
        Incident incident = FAULTS.incident(
                        "extend-dcr", Fault.LOST_ACKNOWLEDGEMENT, looking(exported(GOOD, "/dev/dcr")))
                .orElseThrow();

        assertThat(incident.before()).contains("/dev/dcr: as before").doesNotContain("extended");
        assertThat(incident.after()).contains("/dev/dcr: extended").doesNotContain("as before");
        assertThat(incident.ways())
                .singleElement()
                .satisfies(way -> assertThat(way.steps()).first().isEqualTo(BadPlans.step(GOOD, "dcr-extended")));
        assertThat(incident.verdict())
                .isEqualTo(
                        new FaultVerdict("extend-dcr", Fault.LOST_ACKNOWLEDGEMENT, Ending.RESUMED, Optional.empty()));
    }

    @Test
    void there_is_no_incident_if_the_fault_cannot_happen() {
        assertThat(FAULTS.incident("new-host", Fault.PARTIAL_EFFECT, situation -> List.of()))
                .isEmpty();
    }

    /** Returns the situation that the rescue gets first. The rescue offers no way. */
    private static Rescue.Situation told(Faults faults, String step, Fault fault) {
        List<Rescue.Situation> told = new ArrayList<>();
        FaultVerdict verdict = faults.verdict(step, fault, situation -> {
            told.add(situation);
            return List.of();
        });

        assertThat(verdict.ending()).isEqualTo(Ending.STRANDED);
        assertThat(verdict.reason()).isEmpty();
        return told.get(0);
    }

    @Test
    void after_a_pause_there_is_no_failed_step() {
        assertThat(told(FAULTS, "add-log-files", Fault.STOPPED_AND_RESUMED).failedStep())
                .isEmpty();
        assertThat(told(FAULTS, "add-log-files", Fault.CLEAN_FAILURE).failedStep())
                .contains("add-log-files");
    }

    @Test
    void a_failed_instance_is_visible_without_a_look() {
        assertThat(told(FAULTS, "extend-node", Fault.INSTANCE_FAILS).beyondRepair())
                .isTrue();
    }

    @Test
    void a_lost_or_partial_effect_is_unknown_before_a_look() {
        assertThat(told(FAULTS, "extend-node", Fault.PARTIAL_EFFECT).beyondRepair())
                .isFalse();
        assertThat(told(FAULTS, "add-log-files", Fault.LOST_ACKNOWLEDGEMENT).done())
                .containsExactlyInAnyOrder(
                        "cluster-ok",
                        "new-host",
                        "ports-free",
                        "disks-known",
                        "disks-visible",
                        "export-dcr",
                        "log-sizes",
                        "space-free");
    }

    @Test
    void the_output_of_a_monitor_is_known_if_there_is_one() {
        assertThat(told(FAULTS, "new-host", Fault.CLEAN_FAILURE).shown())
                .hasValueSatisfying(shown -> assertThat(shown.endpoints())
                        .extracting(Shown.Endpoint::name)
                        .contains("CSS1", "ASM1", "DSC1"));
        assertThat(told(Faults.of(UNWATCHED), "new-host", Fault.CLEAN_FAILURE).shown())
                .isEmpty();
    }

    /** The effect of other steps is visible, whatever the look shows. */
    @ParameterizedTest
    @CsvSource({"add-log-files, verify-dmctl", "extend-node, show-extended", "copy-config, verify-log-files"})
    void a_look_shows_where_to_go_on(String failed, String look) {
        Rescue rescue = looking(BadPlans.step(GOOD, look));

        assertThat(FAULTS.verdict(failed, Fault.CLEAN_FAILURE, rescue).ending()).isEqualTo(Ending.RESUMED);
    }

    @ParameterizedTest
    @CsvSource({"add-log-files, verify-log-files", "extend-dcr, check-dcr", "extend-node, check-dcr"})
    void a_look_at_something_else_does_not_help(String failed, String look) {
        Rescue rescue = looking(BadPlans.step(GOOD, look));

        assertThat(FAULTS.verdict(failed, Fault.CLEAN_FAILURE, rescue).ending()).isEqualTo(Ending.STRANDED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CLEAN_FAILURE", "LOST_ACKNOWLEDGEMENT"})
    void only_exports_of_all_disks_show_whether_they_were_extended(Fault fault) {
        Step first = exported(MIRROR, "/dev/dcrv/d0");
        Step second = exported(MIRROR, "/dev/dcrv/d1");
        Step third = exported(MIRROR, "/dev/dcrv/d2");

        assertThat(MIRROR_FAULTS
                        .verdict("extend-dcr", fault, looking(BadPlans.step(MIRROR, "check-dcr"), first, second, third))
                        .ending())
                .isEqualTo(Ending.RESUMED);
        assertThat(MIRROR_FAULTS
                        .verdict("extend-dcr", fault, looking(first, third))
                        .ending())
                .isEqualTo(Ending.STRANDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"add-log-files", "copy-config", "extend-dcr", "extend-node", "start-css"})
    void a_look_must_not_change_anything(String step) {
        assertStranded(
                FAULTS.verdict(step, Fault.CLEAN_FAILURE, looking(BadPlans.step(GOOD, step))),
                Requirement.NO_STATE_CHANGE);
    }

    @Test
    void an_impossible_look_is_refused_for_its_own_reason() {
        Action show =
                new Look.ShowCluster(new FileId("monitor0", "/nowhere.ini"), Look.ExpectedState.STILL_OK, List.of());
        Step nowhere = BadPlans.doing(GOOD, show, BadPlans.step(GOOD, "cluster-ok"));

        assertStranded(FAULTS.verdict("extend-node", Fault.CLEAN_FAILURE, looking(nowhere)), Requirement.MONITORS);
    }

    @Test
    void a_way_back_beside_a_look_must_lead_back() {
        Step look = exported(GOOD, "/dev/dcr");
        Rescue good = situation -> List.of(situation.looked() ? rest(situation) : look(look), reinitialised(situation));
        Rescue bad = situation -> situation.looked() ? List.of(rest(situation)) : List.of(look(look), nothingBack());

        assertThat(FAULTS.verdict("extend-dcr", Fault.LOST_ACKNOWLEDGEMENT, good)
                        .ending())
                .isEqualTo(Ending.RESUMED);
        assertStranded(FAULTS.verdict("extend-dcr", Fault.LOST_ACKNOWLEDGEMENT, bad), Requirement.REINITIALISE);
    }

    /** Another look is allowed, but only a way after it counts. */
    @Test
    void a_second_look_is_no_way_out() {
        Step look = BadPlans.step(GOOD, "verify-dmctl");
        Rescue rescue = situation -> situation.looked() ? List.of(rest(situation), look(look)) : List.of(look(look));
        Incident incident =
                FAULTS.incident("add-log-files", Fault.CLEAN_FAILURE, rescue).orElseThrow();

        assertThat(incident.verdict().ending()).isEqualTo(Ending.RESUMED);
        assertThat(incident.ways()).hasSize(1);
        assertThat(FAULTS.verdict("add-log-files", Fault.CLEAN_FAILURE, situation -> List.of(look(look)))
                        .ending())
                .isEqualTo(Ending.STRANDED);
    }

    private static boolean edited(ClusterFiles files) {
        return files.ids().stream()
                .anyMatch(file -> new String(files.bytes(file), StandardCharsets.ISO_8859_1).contains("#edited"));
    }

    /** Returns a rescue that offers the given ways while the edited file exists, and then the rest of the plan. */
    private static Rescue whileEdited(Rescue.Way... ways) {
        return situation -> edited(situation.files()) ? List.of(ways) : List.of(rest(situation));
    }

    @Test
    void an_edited_file_must_be_put_back_before_going_on() {
        assertThat(FAULTS.verdict("new-host", Fault.FILE_CHANGED, whileEdited()).ending())
                .isEqualTo(Ending.RESUMED);
        assertStranded(
                FAULTS.verdict("new-host", Fault.FILE_CHANGED, situation -> List.of(rest(situation))),
                Requirement.FRESH_FILES);
    }

    @Test
    void a_way_back_may_leave_only_the_edited_file() {
        Rescue back = whileEdited(nothingBack());

        assertThat(FAULTS.verdict("new-host", Fault.FILE_CHANGED, back).ending())
                .isEqualTo(Ending.RESUMED);
        assertStranded(FAULTS.verdict("extend-node", Fault.FILE_CHANGED, back), Requirement.REINITIALISE);
    }

    @Test
    void an_incomplete_way_does_not_resume_the_plan() {
        Rescue stopping = situation -> List.of(new Rescue.Way(Ending.RESUMED, List.of()));

        assertStranded(FAULTS.verdict("start-db", Fault.CLEAN_FAILURE, stopping), Requirement.ALL_RUN);
    }

    /** The way has as many steps as the rest of the plan and starts in the same state, but has other steps. */
    @Test
    void a_way_with_other_steps_does_not_resume_the_plan() {
        Rescue instead = situation -> List.of(new Rescue.Way(
                Ending.RESUMED,
                rest(situation).steps().stream()
                        .map(step -> step.id().equals("extend-dcr") ? BadPlans.step(GOOD, "cluster-ok") : step)
                        .toList()));

        assertStranded(FAULTS.verdict("extend-dcr", Fault.CLEAN_FAILURE, instead), Requirement.DCR_DISKS);
    }

    @Test
    void a_way_out_may_be_longer_than_the_plan() {
        Rescue twice = situation -> List.of(new Rescue.Way(
                Ending.RESUMED,
                Stream.concat(Stream.of(BadPlans.step(GOOD, "cluster-ok")), rest(situation).steps().stream())
                        .toList()));

        assertThat(FAULTS.verdict("cluster-ok", Fault.CLEAN_FAILURE, twice).ending())
                .isEqualTo(Ending.RESUMED);
    }

    /** The request for a way out includes the output of the monitor. Without a monitor, nothing was seen. */
    @Test
    void asking_for_a_way_out_is_a_look_at_the_monitor() {
        Rescue withoutLook = situation -> List.of(new Rescue.Way(
                Ending.RESUMED, rest(situation).steps().stream().skip(1).toList()));

        assertThat(FAULTS.verdict("cluster-ok", Fault.CLEAN_FAILURE, withoutLook)
                        .ending())
                .isEqualTo(Ending.RESUMED);
        assertStranded(
                Faults.of(UNWATCHED).verdict("cluster-ok", Fault.CLEAN_FAILURE, withoutLook), Requirement.CLUSTER_OK);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String id(Planned planned, String prefix) {
        List<Step> steps = planned.plan().steps();
        return steps.get(BadPlans.index(steps, prefix)).id();
    }

    private static Optional<Incident> incident(Planned planned, String step, Fault fault, List<Rescue.Situation> seen) {
        return Rehearsal.incident(planned.plan(), planned.files(), id(planned, step), fault, situation -> {
            seen.add(situation);
            return List.of();
        });
    }

    private static Optional<Incident> incident(Planned planned, String step, Fault fault) {
        return incident(planned, step, fault, new ArrayList<>());
    }

    /** Returns the lines of the cluster's state that appear only after the fault. */
    private static List<String> gained(Incident incident) {
        List<String> gained = new ArrayList<>(incident.after().lines().toList());
        incident.before().lines().forEach(gained::remove);
        return gained;
    }

    @Test
    void a_partial_copy_has_the_first_file_of_its_directory() {
        assertThat(incident(LOGGING, "copy-config", Fault.PARTIAL_EFFECT))
                .hasValueSatisfying(
                        incident -> assertThat(gained(incident)).containsExactly("+ 10.1.0.3:/data/DSC2_conf/dm.ini"));
    }

    @Test
    void a_partial_write_reaches_the_first_of_several_disks() {
        assertThat(incident(MIRROR, "extend-dcr", Fault.PARTIAL_EFFECT)).hasValueSatisfying(incident -> {
            assertThat(gained(incident)).hasSize(1).first().asString().endsWith(": extended");
            assertThat(incident.after().lines().filter(line -> line.endsWith(": as before")))
                    .hasSizeGreaterThan(1);
        });
        assertThat(incident(LOGGING, "extend-dcr", Fault.PARTIAL_EFFECT)).isEmpty();
    }

    @Test
    void a_partial_extend_node_adds_the_css_only() {
        List<Rescue.Situation> seen = new ArrayList<>();

        assertThat(incident(LOGGING, "extend-node", Fault.PARTIAL_EFFECT, seen)).hasValueSatisfying(incident -> {
            assertThat(gained(incident)).singleElement().asString().contains("CSS2 ", "SHUTDOWN", "ERROR");
            assertThat(incident.verdict().ending()).isEqualTo(Ending.STRANDED);
        });
        assertThat(seen).isNotEmpty();
    }

    @Test
    void other_steps_have_no_partial_effect() {
        for (Step step : LOGGING.plan().steps()) {
            boolean half = step.id().equals("copy-config") || step.id().equals("extend-node");
            assertThat(incident(LOGGING, step.id(), Fault.PARTIAL_EFFECT).isPresent())
                    .as(step.id())
                    .isEqualTo(half);
        }
    }

    @Test
    void only_the_result_of_a_change_can_be_lost() {
        assertThat(incident(LOGGING, "cluster-ok", Fault.LOST_ACKNOWLEDGEMENT)).isEmpty();
        assertThat(incident(LOGGING, "verify-dmctl", Fault.LOST_ACKNOWLEDGEMENT))
                .isEmpty();
        assertThat(incident(LOGGING, "extend-dcr", Fault.LOST_ACKNOWLEDGEMENT))
                .hasValueSatisfying(incident ->
                        assertThat(gained(incident)).singleElement().asString().endsWith(": extended"));
    }

    @Test
    void a_failure_and_a_stop_leave_the_cluster_as_it_was() {
        for (Fault fault : List.of(Fault.CLEAN_FAILURE, Fault.STOPPED_AND_RESUMED)) {
            assertThat(incident(LOGGING, "extend-dcr", fault))
                    .hasValueSatisfying(incident -> assertThat(incident.after()).isEqualTo(incident.before()));
        }
    }

    /** Each step has another process and another file, so that every kind occurs. */
    @Test
    void each_step_has_its_own_failing_process_and_edited_file() {
        List<String> failed = new ArrayList<>();
        List<String> edited = new ArrayList<>();
        for (Step step : LOGGING.plan().steps().subList(0, 7)) {
            failed.addAll(
                    gained(incident(LOGGING, step.id(), Fault.INSTANCE_FAILS).orElseThrow()));
            edited.addAll(
                    gained(incident(LOGGING, step.id(), Fault.FILE_CHANGED).orElseThrow()));
        }

        assertThat(failed)
                .filteredOn(line -> line.startsWith("! "))
                .containsExactly("! CSS0", "! CSS1", "! ASM0", "! ASM1", "! DSC0", "! DSC1", "! CSS0");
        assertThat(edited).hasSize(7).allMatch(line -> line.startsWith("~ ")).doesNotHaveDuplicates();
    }

    private static List<FaultVerdict> stranded(Rescue rescue, Fault fault) {
        RehearsalResult certificate = Rehearsal.rehearse(MANUAL.plan(), MANUAL.files(), rescue);

        assertThat(certificate.failure()).isEmpty();
        assertThat(certificate.passed()).isFalse();
        return certificate.faults().stream()
                .filter(verdict -> verdict.fault() == fault && verdict.ending() == Ending.STRANDED)
                .toList();
    }

    /** Returns all steps of the plan from the failed step on. */
    private static List<Step> again(Rescue.Situation situation) {
        return situation.plan().steps().stream()
                .dropWhile(
                        step -> situation.failedStep().filter(step.id()::equals).isEmpty())
                .toList();
    }

    @Test
    void without_a_way_every_fault_is_stranded() {
        assertThat(stranded(situation -> List.of(), Fault.CLEAN_FAILURE))
                .hasSameSizeAs(MANUAL.plan().steps());
    }

    @Test
    void a_way_must_not_repeat_such_a_step() {
        assertThat(stranded(
                        situation -> List.of(new Rescue.Way(Ending.RESUMED, again(situation))),
                        Fault.LOST_ACKNOWLEDGEMENT))
                .extracting(FaultVerdict::step)
                .contains("add-log-files", "extend-dcr", "extend-node", "copy-config");
    }

    /** Returns the right ways, but only if the situation already says whether the step took effect. */
    private static List<Rescue.Way> trusting(Rescue.Situation situation) {
        return situation.beyondRepair()
                ? List.of(new Rescue.Way(
                        Ending.REINITIALISED_AS_DOCUMENTED, situation.plan().reinitialise()))
                : List.of(new Rescue.Way(
                        Ending.RESUMED,
                        again(situation).stream()
                                .filter(step -> !situation.done().contains(step.id()))
                                .toList()));
    }

    @Test
    void a_way_must_not_rely_on_knowledge_without_a_look() {
        assertThat(stranded(WaysOutTest::trusting, Fault.LOST_ACKNOWLEDGEMENT))
                .extracting(FaultVerdict::step)
                .contains("add-log-files", "extend-dcr", "extend-node");
        assertThat(stranded(WaysOutTest::trusting, Fault.PARTIAL_EFFECT))
                .extracting(FaultVerdict::step)
                .contains("extend-node");
    }

    @Test
    void a_look_that_changes_something_does_not_count() {
        Rescue changing = situation -> List.of(new Rescue.Way(
                Ending.RESUMED, again(situation).stream().limit(1).toList(), true));

        assertThat(stranded(changing, Fault.CLEAN_FAILURE))
                .extracting(FaultVerdict::step)
                .contains("add-log-files", "copy-config", "extend-dcr", "extend-node", "start-db");
    }

    /** Neither a check of a disk nor a task without a look shows whether the disk was extended. */
    @Test
    void a_look_that_shows_nothing_does_not_count() {
        for (String looking : List.of("check-dcr.disk1", "clients")) {
            Rescue rescue = situation -> situation.looked()
                    ? trusting(situation)
                    : List.of(new Rescue.Way(
                            Ending.RESUMED,
                            situation.plan().steps().stream()
                                    .filter(step -> step.id().equals(looking))
                                    .toList(),
                            true));

            assertThat(stranded(rescue, Fault.LOST_ACKNOWLEDGEMENT))
                    .extracting(FaultVerdict::step)
                    .contains("add-log-files", "extend-dcr", "extend-node");
        }
    }

    @Test
    void no_way_may_go_on_after_an_instance_failed() {
        assertThat(stranded(
                        situation -> List.of(new Rescue.Way(Ending.RESUMED, again(situation))), Fault.INSTANCE_FAILS))
                .hasSameSizeAs(MANUAL.plan().steps());
    }

    @Test
    void giving_up_without_steps_does_not_roll_back() {
        assertThat(stranded(
                        situation -> List.of(new Rescue.Way(Ending.ROLLED_BACK_CLEAN, List.of())), Fault.CLEAN_FAILURE))
                .extracting(FaultVerdict::step)
                .doesNotContain("cluster-ok", "add-log-files")
                .contains("extend-node", "start-db", "clients");
    }

    @Test
    void an_edited_file_must_be_refused() {
        assertThat(stranded(situation -> List.of(new Rescue.Way(Ending.RESUMED, again(situation))), Fault.FILE_CHANGED))
                .hasSameSizeAs(MANUAL.plan().steps());
    }
}
