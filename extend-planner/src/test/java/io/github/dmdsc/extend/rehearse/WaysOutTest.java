package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.rehearse.Certificate.FaultVerdict;
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

/** What a fault does to the cluster, and which of the ways out that somebody offers are ways out. */
class WaysOutTest {
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder().build());
    private static final Planned MIRROR = ExtendedPlans.of(
            ClusterLayout.builder().edition(StorageEdition.MIRROR).build());
    private static final Planned UNWATCHED =
            ExtendedPlans.of(ClusterLayout.builder().monitors(0).build());

    private static final Faults FAULTS = Faults.of(GOOD);
    private static final Faults MIRROR_FAULTS = Faults.of(MIRROR);

    /** A plan that has passed, so that faults can be put in its way one by one. */
    private record Faults(Planned planned, Setting setting, List<World> moments) {
        static Faults of(Planned planned) {
            Setting setting = Setting.of(planned.plan(), planned.files()).orElseThrow();
            Model model = new Model(setting, EnumSet.allOf(Requirement.class));
            List<World> moments = new ArrayList<>(List.of(World.of(setting)));
            for (Step step : planned.plan().steps()) {
                Outcome outcome = model.apply(moments.get(moments.size() - 1), step);
                moments.add(((Outcome.Next) outcome).state());
            }
            return new Faults(planned, setting, moments);
        }

        Optional<Incident> incident(String step, Fault fault, Rescue rescue) {
            return new FaultRun(setting, EnumSet.allOf(Requirement.class), rescue, moments)
                    .incident(BadPlans.index(planned.plan().steps(), step), fault);
        }

        FaultVerdict verdict(String step, Fault fault, Rescue rescue) {
            return incident(step, fault, rescue).orElseThrow().verdict();
        }
    }

    private static void assertStranded(FaultVerdict verdict, Requirement why) {
        assertThat(verdict.ending()).isEqualTo(Ending.STRANDED);
        assertThat(verdict.reason())
                .hasValueSatisfying(reason -> assertThat(reason.rule()).isEqualTo(why));
    }

    /** All of the plan that is not known to be done. */
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

    /** Looks first, and offers nothing else until then. */
    private static Rescue looking(Step... steps) {
        return situation -> List.of(situation.looked() ? rest(situation) : look(steps));
    }

    /** The DCR disk is exported to a file beside the others, to see what it holds. */
    private static Step exported(Planned planned, String disk) {
        Step export = BadPlans.step(planned, "export-dcr");
        Action look = new Look.ExportDcr(disk, new FileId(export.host(), "/tmp/look.ini"), Look.Held.PLANNED);
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
    void there_is_no_incident_where_the_fault_cannot_happen() {
        assertThat(FAULTS.incident("new-host", Fault.PARTIAL_EFFECT, situation -> List.of()))
                .isEmpty();
    }

    /** What a rescue is told first, and nothing comes of it. */
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
    void whoever_comes_back_knows_no_step_that_failed() {
        assertThat(told(FAULTS, "add-log-files", Fault.STOPPED_AND_RESUMED).failedStep())
                .isEmpty();
        assertThat(told(FAULTS, "add-log-files", Fault.CLEAN_FAILURE).failedStep())
                .contains("add-log-files");
    }

    @Test
    void that_an_instance_failed_everybody_sees() {
        assertThat(told(FAULTS, "extend-node", Fault.INSTANCE_FAILS).beyondRepair())
                .isTrue();
    }

    @Test
    void that_something_is_done_or_half_done_nobody_knows_before_a_look() {
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
    void what_a_monitor_shows_is_known_where_there_is_one() {
        assertThat(told(FAULTS, "new-host", Fault.CLEAN_FAILURE).shown())
                .hasValueSatisfying(shown -> assertThat(shown.endpoints())
                        .extracting(Shown.Endpoint::name)
                        .contains("CSS1", "ASM1", "DSC1"));
        assertThat(told(Faults.of(UNWATCHED), "new-host", Fault.CLEAN_FAILURE).shown())
                .isEmpty();
    }

    /** What other steps did shows by itself, whatever is looked at. */
    @ParameterizedTest
    @CsvSource({"add-log-files, verify-dmctl", "extend-node, show-extended", "copy-config, verify-log-files"})
    void who_looks_first_knows_where_to_go_on(String failed, String look) {
        Rescue rescue = looking(BadPlans.step(GOOD, look));

        assertThat(FAULTS.verdict(failed, Fault.CLEAN_FAILURE, rescue).ending()).isEqualTo(Ending.RESUMED);
    }

    @ParameterizedTest
    @CsvSource({"add-log-files, verify-log-files", "extend-dcr, check-dcr", "extend-node, check-dcr"})
    void a_look_at_something_else_tells_nothing(String failed, String look) {
        Rescue rescue = looking(BadPlans.step(GOOD, look));

        assertThat(FAULTS.verdict(failed, Fault.CLEAN_FAILURE, rescue).ending()).isEqualTo(Ending.STRANDED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CLEAN_FAILURE", "LOST_ACKNOWLEDGEMENT"})
    void whether_the_disks_were_extended_only_a_look_at_each_of_them_tells(Fault fault) {
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
    void whoever_changes_something_in_order_to_look_is_told_so(String step) {
        assertStranded(
                FAULTS.verdict(step, Fault.CLEAN_FAILURE, looking(BadPlans.step(GOOD, step))),
                Requirement.NO_STATE_CHANGE);
    }

    @Test
    void a_look_that_cannot_be_taken_is_refused_for_its_own_reason() {
        Action show = new Look.ShowCluster(new FileId("monitor0", "/nowhere.ini"), Look.Sight.STILL_WELL, List.of());
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

    /** Who likes may look once more; what counts is the way behind it. */
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

    /** While somebody's edit is there: the ways that are given. Then the rest of the plan. */
    private static Rescue whileEdited(Rescue.Way... ways) {
        return situation -> edited(situation.files()) ? List.of(ways) : List.of(rest(situation));
    }

    @Test
    void where_somebody_edited_a_file_nobody_goes_on_until_it_is_put_back() {
        assertThat(FAULTS.verdict("new-host", Fault.FILE_CHANGED, whileEdited()).ending())
                .isEqualTo(Ending.RESUMED);
        assertStranded(
                FAULTS.verdict("new-host", Fault.FILE_CHANGED, situation -> List.of(rest(situation))),
                Requirement.FRESH_FILES);
    }

    @Test
    void a_way_back_may_leave_what_somebody_edited_but_nothing_else() {
        Rescue back = whileEdited(nothingBack());

        assertThat(FAULTS.verdict("new-host", Fault.FILE_CHANGED, back).ending())
                .isEqualTo(Ending.RESUMED);
        assertStranded(FAULTS.verdict("extend-node", Fault.FILE_CHANGED, back), Requirement.REINITIALISE);
    }

    @Test
    void who_gives_up_half_way_has_not_resumed() {
        Rescue stopping = situation -> List.of(new Rescue.Way(Ending.RESUMED, List.of()));

        assertStranded(FAULTS.verdict("start-db", Fault.CLEAN_FAILURE, stopping), Requirement.ALL_RUN);
    }

    /** As many steps as the plan has left, from where the plan stood: but not the plan's. */
    @Test
    void who_does_something_else_instead_has_not_resumed() {
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

    /** Whoever asks for a way out shows what the monitor prints; without a monitor nobody has seen anything. */
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
}
