package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A rehearsal tries enough orders of the steps, and none that their dependencies forbid. Also its progress and its
 * failures. A step is written {@code name<needed+needed}.
 */
class RehearsedOrdersTest {
    private static final Planned GOOD = ExtendedPlans.of(ClusterLayout.builder().build());
    private static final Step ANY = GOOD.plan().steps().get(0);
    private static final Rescue HELPLESS = situation -> List.of();

    @ParameterizedTest
    @CsvSource({
        "one alone,                        a,           a",
        "a chain has no other order,       a b<a c<b,   a b c",
        "what is free is turned round,     a b c d,     d c b a",
        "a group before a group,           a b c<a+b d<a+b,  b a d c",
        "one that need not be so early,    a b c<a,     b a c | a c b",
        "and what waits for it goes along, a b c<a d<b, b d a c | a c b d",
    })
    void the_last_step_goes_first_if_allowed_and_others_are_held_back(String what, String steps, String orders) {
        assertThat(new OtherOrders(steps(steps)).orders())
                .as(what)
                .extracting(RehearsedOrdersTest::names)
                .containsExactly(orders.split(" \\| ", -1));
    }

    @ParameterizedTest
    @CsvSource({
        "a b<a c<a+b,",
        "a<b b,       a",
        "a b<never c, b",
        "a<a,         a",
        "a b<a b<a,   b",
    })
    void a_step_before_its_dependency_or_with_a_used_id_is_found(String steps, String found) {
        assertThat(new OtherOrders(steps(steps)).waitsInVain()).isEqualTo(Optional.ofNullable(found));
    }

    @Test
    void a_good_plan_needs_one_other_order_only() {
        assertThat(new OtherOrders(GOOD.plan().steps()).orders()).hasSize(1);
    }

    @Property(tries = 70)
    void exactly_the_independent_steps_change_places_in_an_order(
            @ForAll @IntRange(min = 1, max = 8) int count,
            @ForAll @IntRange(min = 1, max = 9) int rare,
            @ForAll long seed) {
        List<Step> steps = new ArrayList<>();
        List<Set<Integer>> needed = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            List<String> dependsOn = new ArrayList<>();
            Set<Integer> all = new HashSet<>();
            for (int before = 0; before < i; before++) {
                if (random.nextInt(rare) == 0) {
                    dependsOn.add("s" + before);
                    all.add(before);
                    all.addAll(needed.get(before));
                }
            }
            needed.add(all);
            steps.add(step("s" + i, dependsOn));
        }

        List<List<Step>> orders = new OtherOrders(steps).orders();

        assertThat(orders).allSatisfy(order -> assertThat(order).containsExactlyInAnyOrderElementsOf(steps));
        for (int later = 0; later < count; later++) {
            for (int early = 0; early < later; early++) {
                Step one = steps.get(early);
                Step other = steps.get(later);
                assertThat(orders.stream().anyMatch(order -> order.indexOf(other) < order.indexOf(one)))
                        .as("%s before %s", other.id(), one.id())
                        .isNotEqualTo(needed.get(later).contains(early));
            }
        }
    }

    private static List<Step> steps(String text) {
        return Stream.of(text.split(" ", -1))
                .map(word -> word.split("<", -1))
                .map(word -> step(word[0], word.length == 1 ? List.of() : List.of(word[1].split("\\+", -1))))
                .toList();
    }

    private static Step step(String id, List<String> dependsOn) {
        return Step.builder().from(ANY).id(id).dependsOn(dependsOn).build();
    }

    private static String names(List<Step> steps) {
        return String.join(" ", steps.stream().map(Step::id).toList());
    }

    @Test
    void the_progress_is_reported_after_each_step() {
        int steps = GOOD.plan().steps().size();
        List<String> told = new ArrayList<>();

        RehearsalResult certificate =
                Rehearsal.rehearse(GOOD.plan(), GOOD.files(), HELPLESS, (done, of) -> told.add(done + "/" + of));

        assertThat(told)
                .isEqualTo(IntStream.rangeClosed(1, steps)
                        .mapToObj(done -> done + "/" + steps)
                        .toList());
        assertThat(certificate.failure()).isEmpty();
        assertThat(certificate.passed()).isFalse();
    }

    @Test
    void a_last_look_must_not_be_able_to_come_early() {
        // Only the look may come early. The steps that waited for it wait for its dependencies instead.
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
            assertThat(failure.requirement()).isEqualTo(Requirement.WAITING);
            assertThat(failure.why().where()).contains("end M13");
        });
    }

    @Test
    void a_changed_file_is_reported_before_the_first_step() {
        FileId file = new FileId("10.1.0.2", "/data/DSC1/dmdcr.ini");
        byte[] other = "DMDCR_SEQNO = 1\n".getBytes(StandardCharsets.UTF_8);

        assertThat(Rehearsal.rehearse(GOOD.plan(), GOOD.files().with(file, other))
                        .failure())
                .hasValueSatisfying(failure -> {
                    assertThat(failure.step()).isEqualTo("start");
                    assertThat(failure.requirement()).isEqualTo(Requirement.FRESH_FILES);
                    assertThat(failure.why().where()).contains("10.1.0.2:/data/DSC1/dmdcr.ini");
                });
    }

    @Test
    void there_is_no_incident_at_an_unknown_or_unreached_step() {
        Planned bad = BadPlans.without(GOOD, "add-log-files");

        assertThat(Rehearsal.incident(GOOD.plan(), GOOD.files(), "never", Fault.INSTANCE_FAILS, HELPLESS))
                .isEmpty();
        assertThat(Rehearsal.incident(
                        bad.plan(), bad.files(), bad.plan().steps().get(0).id(), Fault.STOPPED_AND_RESUMED, HELPLESS))
                .isEmpty();
    }
}
