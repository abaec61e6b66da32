package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The proof is not vacuous: a plan without one of its steps, or with two in the wrong order, does not pass. */
class LeftOutAndSwappedTest {
    /**
     * Steps that the model cannot miss, by kind: a person looks at something outside the cluster, of which no tool and
     * no file of it tells.
     */
    private static final Map<String, String> OUTSIDE = Map.of(
            "log-files.new", "the new instance is seen by ep-info.new",
            "archives.new", "the new instance is seen by ep-info.new",
            "disk-groups.new", "the new instance is seen by ep-info.new",
            "look-after", "jobs, agents and backups are not in the model",
            "archives-later", "a reminder for after the extension: nothing depends on it",
            "clients", "dm_svc.conf lies with the clients, not with the cluster");

    static Stream<Planned> plans() {
        return Stream.concat(
                Stream.of(ExtendedPlans.manual()),
                Stream.of(
                                ClusterLayout.builder().nodes(3).build(),
                                ClusterLayout.builder()
                                        .edition(StorageEdition.MIRROR)
                                        .monitors(0)
                                        .oneMachine(true)
                                        .archives(Archives.LOCAL_AND_REMOTE)
                                        .asmRestart(Restart.COMMAND)
                                        .dbRestart(Restart.SERVICE)
                                        .build(),
                                ClusterLayout.builder()
                                        .ipv6(true)
                                        .monitors(2)
                                        .archives(Archives.LOCAL)
                                        .asmRestart(Restart.COMMAND)
                                        .build())
                        .map(ExtendedPlans::of));
    }

    @ParameterizedTest
    @MethodSource("plans")
    void no_step_can_be_left_out_but_what_is_outside_the_cluster(Planned planned) {
        List<String> unnoticed = new ArrayList<>();
        for (Step step : planned.plan().steps()) {
            List<Step> steps = new ArrayList<>(planned.plan().steps());
            steps.remove(step);
            if (passes(BadPlans.chained(planned, steps))) {
                unnoticed.add(step.id());
                // What else the new instance shows is told of nothing that follows.
                boolean view = step.action() instanceof Look.QueryView;
                assertThat(view || (step.words().isEmpty() && step.tool() == Tool.OPERATOR))
                        .as(step.id())
                        .isTrue();
            }
        }
        assertThat(unnoticed).isNotEmpty().allMatch(OUTSIDE::containsKey);
    }

    /** One plan of each edition: every pair of steps is a rehearsal. */
    static Stream<Planned> editions() {
        return Stream.concat(plans().limit(1), plans().skip(2).limit(1));
    }

    @ParameterizedTest
    @MethodSource("editions")
    void no_two_steps_can_change_places_if_one_depends_on_the_other(Planned planned) {
        List<Step> steps = planned.plan().steps().stream()
                .filter(step -> !OUTSIDE.containsKey(step.id()))
                .toList();
        Map<String, Set<String>> before = before(planned.plan().steps());
        List<String> unnoticed = new ArrayList<>();
        int tried = 0;
        for (int later = 0; later < steps.size(); later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                Planned swapped = BadPlans.swapped(BadPlans.steps(planned, steps), earlier, later);
                boolean depends = before.getOrDefault(steps.get(later).id(), Set.of())
                        .contains(steps.get(earlier).id());
                if (!depends || looksAlike(steps, swapped.plan().steps())) {
                    continue;
                }
                tried++;
                if (passes(swapped)) {
                    unnoticed.add(
                            steps.get(earlier).id() + " <-> " + steps.get(later).id());
                }
            }
        }
        assertThat(unnoticed).isEmpty();
        assertThat(tried).isGreaterThan(200);
    }

    /** Whatever each step waits for, directly or not. */
    private static Map<String, Set<String>> before(List<Step> steps) {
        Map<String, Set<String>> before = new HashMap<>();
        for (Step step : steps) {
            Set<String> all = new HashSet<>(step.dependsOn());
            step.dependsOn().forEach(id -> all.addAll(before.getOrDefault(id, Set.of())));
            before.put(step.id(), all);
        }
        return before;
    }

    /**
     * Whether both orders do the same: what changes something comes in the same order, and everybody looks at the same
     * between the same two changes.
     */
    private static boolean looksAlike(List<Step> one, List<Step> other) {
        return gaps(one).equals(gaps(other));
    }

    private static List<List<String>> gaps(List<Step> steps) {
        List<List<String>> gaps = new ArrayList<>();
        List<String> looks = new ArrayList<>();
        for (Step step : steps) {
            boolean changes =
                    step.rollbackClass() != RollbackClass.READ_ONLY || step.action() instanceof Control.AwaitStart;
            if (changes) {
                gaps.add(looks.stream().sorted().toList());
                gaps.add(List.of(step.id()));
                looks.clear();
            } else {
                looks.add(step.host() + " "
                        + step.words()
                                .map(Object::toString)
                                .orElse(step.action().toString()));
            }
        }
        gaps.add(looks.stream().sorted().toList());
        return gaps;
    }

    private static boolean passes(Planned planned) {
        return Rehearsal.rehearse(planned.plan(), planned.files()).passed();
    }
}
