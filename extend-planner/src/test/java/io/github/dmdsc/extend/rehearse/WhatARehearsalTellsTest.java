package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a rehearsal says beside the rule that is broken. */
class WhatARehearsalTellsTest {
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder().build());
    private static final Rescue HELPLESS = situation -> List.of();

    @Test
    void who_waits_is_told_after_each_step() {
        int steps = GOOD.plan().steps().size();
        List<String> told = new ArrayList<>();

        Certificate certificate =
                Rehearsal.rehearse(GOOD.plan(), GOOD.files(), HELPLESS, (done, of) -> told.add(done + "/" + of));

        assertThat(told)
                .isEqualTo(IntStream.rangeClosed(1, steps)
                        .mapToObj(done -> done + "/" + steps)
                        .toList());
        assertThat(certificate.failure()).isEmpty();
        assertThat(certificate.passed()).isFalse();
    }

    @Test
    void a_last_look_that_may_come_too_early_is_no_last_look() {
        // Only the look may come early; what waits for it waits for what it waited for.
        Planned early = GOOD;
        for (Step step : GOOD.plan().steps()) {
            if (step.dependsOn().contains("all-ok")) {
                List<String> waitsFor = BadPlans.step(GOOD, "all-ok").dependsOn();
                early = BadPlans.step(early, step.id(), each -> each.addAllDependsOn(waitsFor));
            }
        }
        early = BadPlans.step(early, "all-ok", step -> step.dependsOn(List.of()));

        assertThat(BadPlans.refusal(early)).hasValueSatisfying(failure -> {
            assertThat(failure.step()).isEqualTo("end");
            assertThat(failure.rule()).isEqualTo(Requirement.WAITING);
            assertThat(failure.why().where()).contains("end M13");
        });
    }

    @Test
    void a_file_that_is_not_as_the_plan_knows_it_is_named_before_the_first_step() {
        FileId file = new FileId("10.1.0.2", "/data/DSC1/dmdcr.ini");
        byte[] other = "DMDCR_SEQNO = 1\n".getBytes(StandardCharsets.UTF_8);

        assertThat(Rehearsal.rehearse(GOOD.plan(), GOOD.files().with(file, other))
                        .failure())
                .hasValueSatisfying(failure -> {
                    assertThat(failure.step()).isEqualTo("start");
                    assertThat(failure.rule()).isEqualTo(Requirement.FRESH_FILES);
                    assertThat(failure.why().where()).contains("10.1.0.2:/data/DSC1/dmdcr.ini");
                });
    }

    @Test
    void there_is_no_incident_at_a_step_that_the_plan_does_not_have_or_get_to() {
        Planned bad = BadPlans.without(GOOD, "add-log-files");

        assertThat(Rehearsal.incident(GOOD.plan(), GOOD.files(), "never", Fault.INSTANCE_FAILS, HELPLESS))
                .isEmpty();
        assertThat(Rehearsal.incident(
                        bad.plan(), bad.files(), bad.plan().steps().get(0).id(), Fault.STOPPED_AND_RESUMED, HELPLESS))
                .isEmpty();
    }
}
