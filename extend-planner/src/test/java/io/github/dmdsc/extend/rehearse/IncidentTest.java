package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each fault leaves of the cluster, at the steps where it can happen. */
class IncidentTest {
    private static final FileId SQLLOG = new FileId("10.1.0.1", "/data/DSC0_conf/sqllog.ini");

    private final Planned dmasm = ExtendedPlans.of(
            ClusterLayout.builder().build(),
            files -> files.with(SQLLOG, bytes("BUF_TOTAL_SIZE = 10240\n"))
                    .with(SQLLOG.sibling("/data/DSC0_conf.old/aaa.ini"), bytes("A = 1\n"))
                    .with(new FileId("10.1.0.2", "/data/DSC0_conf/aaa.ini"), bytes("A = 1\n")));
    private final Planned mirror = ExtendedPlans.of(
            ClusterLayout.builder().edition(StorageEdition.MIRROR).build());

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

    /** The lines that the cluster shows after the fault and not before it. */
    private static List<String> gained(Incident incident) {
        List<String> gained = new ArrayList<>(incident.after().lines().toList());
        incident.before().lines().forEach(gained::remove);
        return gained;
    }

    @Test
    void half_a_copy_is_the_first_file_of_its_directory() {
        assertThat(incident(dmasm, "copy-config", Fault.PARTIAL_EFFECT))
                .hasValueSatisfying(
                        incident -> assertThat(gained(incident)).containsExactly("+ 10.1.0.3:/data/DSC2_conf/dm.ini"));
    }

    @Test
    void half_of_several_disks_is_the_first() {
        assertThat(incident(mirror, "extend-dcr", Fault.PARTIAL_EFFECT)).hasValueSatisfying(incident -> {
            assertThat(gained(incident)).hasSize(1).first().asString().endsWith(": extended");
            assertThat(incident.after().lines().filter(line -> line.endsWith(": as before")))
                    .hasSizeGreaterThan(1);
        });
        assertThat(incident(dmasm, "extend-dcr", Fault.PARTIAL_EFFECT)).isEmpty();
    }

    @Test
    void half_an_extension_is_a_dmcss_that_the_others_wait_for() {
        List<Rescue.Situation> seen = new ArrayList<>();

        assertThat(incident(dmasm, "extend-node", Fault.PARTIAL_EFFECT, seen)).hasValueSatisfying(incident -> {
            assertThat(gained(incident)).singleElement().asString().contains("CSS2 ", "SHUTDOWN", "ERROR");
            assertThat(incident.verdict().ending()).isEqualTo(Ending.STRANDED);
        });
        assertThat(seen).isNotEmpty();
    }

    @Test
    void other_steps_are_done_or_not() {
        for (Step step : dmasm.plan().steps()) {
            boolean half = step.id().equals("copy-config") || step.id().equals("extend-node");
            assertThat(incident(dmasm, step.id(), Fault.PARTIAL_EFFECT).isPresent())
                    .as(step.id())
                    .isEqualTo(half);
        }
    }

    @Test
    void only_what_changes_something_can_go_unacknowledged() {
        assertThat(incident(dmasm, "cluster-ok", Fault.LOST_ACKNOWLEDGEMENT)).isEmpty();
        assertThat(incident(dmasm, "verify-dmctl", Fault.LOST_ACKNOWLEDGEMENT)).isEmpty();
        assertThat(incident(dmasm, "extend-dcr", Fault.LOST_ACKNOWLEDGEMENT))
                .hasValueSatisfying(incident ->
                        assertThat(gained(incident)).singleElement().asString().endsWith(": extended"));
    }

    @Test
    void a_failure_and_a_stop_leave_the_cluster_as_it_was() {
        for (Fault fault : List.of(Fault.CLEAN_FAILURE, Fault.STOPPED_AND_RESUMED)) {
            assertThat(incident(dmasm, "extend-dcr", fault))
                    .hasValueSatisfying(incident -> assertThat(incident.after()).isEqualTo(incident.before()));
        }
    }

    /** Another process and another file at each step, so that every kind comes up. */
    @Test
    void each_step_has_a_process_that_fails_and_a_file_that_is_edited() {
        List<String> failed = new ArrayList<>();
        List<String> edited = new ArrayList<>();
        for (Step step : dmasm.plan().steps().subList(0, 7)) {
            failed.addAll(
                    gained(incident(dmasm, step.id(), Fault.INSTANCE_FAILS).orElseThrow()));
            edited.addAll(gained(incident(dmasm, step.id(), Fault.FILE_CHANGED).orElseThrow()));
        }

        assertThat(failed)
                .filteredOn(line -> line.startsWith("! "))
                .containsExactly("! CSS0", "! CSS1", "! ASM0", "! ASM1", "! DSC0", "! DSC1", "! CSS0");
        assertThat(edited).hasSize(7).allMatch(line -> line.startsWith("~ ")).doesNotHaveDuplicates();
    }
}
