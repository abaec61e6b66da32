package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Enough orders of some steps, and none that their dependencies forbid. A step is written {@code name<needed+needed}. */
class OtherOrdersTest {
    private static final Step ANY =
            ExtendedPlans.of(ClusterLayout.builder().build()).plan().steps().get(0);

    @ParameterizedTest
    @CsvSource({
        "one alone,                        a,           a",
        "a chain has no other order,       a b<a c<b,   a b c",
        "what is free is turned round,     a b c d,     d c b a",
        "a group before a group,           a b c<a+b d<a+b,  b a d c",
        "one that need not be so early,    a b c<a,     b a c | a c b",
        "and what waits for it goes along, a b c<a d<b, b d a c | a c b d",
    })
    void the_last_goes_first_where_it_may_and_what_still_stands_first_is_held_back(
            String what, String steps, String orders) {
        assertThat(new OtherOrders(steps(steps)).orders())
                .as(what)
                .extracting(OtherOrdersTest::names)
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
    void a_step_that_comes_before_what_it_needs_or_has_the_name_of_another_is_found(String steps, String found) {
        assertThat(new OtherOrders(steps(steps)).waitsInVain()).isEqualTo(Optional.ofNullable(found));
    }

    @Test
    void a_good_plan_needs_one_other_order_only() {
        List<Step> steps =
                ExtendedPlans.of(ClusterLayout.builder().build()).plan().steps();

        assertThat(new OtherOrders(steps).orders()).hasSize(1);
    }

    @Property(tries = 70)
    void any_two_steps_of_which_neither_waits_for_the_other_change_places_in_an_order_and_no_others_do(
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
}
