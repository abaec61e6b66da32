package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.rehearse.Certificate.FaultVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rescue that leads nowhere is found out. */
class BadRescueTest {
    private static final Planned MANUAL = ExtendedPlans.manual();

    private static List<FaultVerdict> stranded(Rescue rescue, Fault fault) {
        Certificate certificate = Rehearsal.rehearse(MANUAL.plan(), MANUAL.files(), rescue);

        assertThat(certificate.failure()).isEmpty();
        assertThat(certificate.passed()).isFalse();
        return certificate.faults().stream()
                .filter(verdict -> verdict.fault() == fault && verdict.ending() == Ending.STRANDED)
                .toList();
    }

    /** All of the plan from the step that failed. */
    private static List<Step> again(Rescue.Situation situation) {
        return situation.plan().steps().stream()
                .dropWhile(
                        step -> situation.failedStep().filter(step.id()::equals).isEmpty())
                .toList();
    }

    @Test
    void who_knows_no_way_is_stranded_everywhere() {
        assertThat(stranded(situation -> List.of(), Fault.CLEAN_FAILURE))
                .hasSameSizeAs(MANUAL.plan().steps());
    }

    @Test
    void what_must_not_be_done_twice_is_not_done_twice() {
        assertThat(stranded(
                        situation -> List.of(new Rescue.Way(Ending.RESUMED, again(situation))),
                        Fault.LOST_ACKNOWLEDGEMENT))
                .extracting(FaultVerdict::step)
                .contains("add-log-files", "extend-dcr", "extend-node", "copy-config");
    }

    /** Whoever does the right thing only once somebody told him what became of the step. */
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
    void who_knows_what_nobody_looked_at_is_found_out() {
        assertThat(stranded(BadRescueTest::trusting, Fault.LOST_ACKNOWLEDGEMENT))
                .extracting(FaultVerdict::step)
                .contains("add-log-files", "extend-dcr", "extend-node");
        assertThat(stranded(BadRescueTest::trusting, Fault.PARTIAL_EFFECT))
                .extracting(FaultVerdict::step)
                .contains("extend-node");
    }

    @Test
    void a_look_that_changes_something_is_none() {
        Rescue changing = situation -> List.of(new Rescue.Way(
                Ending.RESUMED, again(situation).stream().limit(1).toList(), true));

        assertThat(stranded(changing, Fault.CLEAN_FAILURE))
                .extracting(FaultVerdict::step)
                .contains("add-log-files", "copy-config", "extend-dcr", "extend-node", "start-db");
    }

    /** To check a disk is no way to see whether it was extended, and not to look at all is none either. */
    @Test
    void a_look_that_cannot_tell_is_none() {
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
    void nobody_goes_on_after_an_instance_failed() {
        assertThat(stranded(
                        situation -> List.of(new Rescue.Way(Ending.RESUMED, again(situation))), Fault.INSTANCE_FAILS))
                .hasSameSizeAs(MANUAL.plan().steps());
    }

    @Test
    void giving_up_is_no_rollback() {
        assertThat(stranded(
                        situation -> List.of(new Rescue.Way(Ending.ROLLED_BACK_CLEAN, List.of())), Fault.CLEAN_FAILURE))
                .extracting(FaultVerdict::step)
                .doesNotContain("cluster-ok", "add-log-files")
                .contains("extend-node", "start-db", "clients");
    }

    @Test
    void a_file_that_somebody_edited_must_be_refused() {
        assertThat(stranded(situation -> List.of(new Rescue.Way(Ending.RESUMED, again(situation))), Fault.FILE_CHANGED))
                .hasSameSizeAs(MANUAL.plan().steps());
    }
}
