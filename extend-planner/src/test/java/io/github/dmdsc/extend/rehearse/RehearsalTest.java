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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Good plans pass in every order that their dependencies allow. A plan with a missing or early step does not. */
class RehearsalTest {
    private static final Planned MANUAL = ExtendedPlans.manual();
    /**
     * Steps whose absence the model cannot detect, with the reason. In most of them a person does a task outside the
     * cluster, which no tool and no file shows.
     */
    private static final Map<String, String> OUTSIDE = Map.of(
            "log-files.new", "the new instance is seen by ep-info.new",
            "archives.new", "the new instance is seen by ep-info.new",
            "disk-groups.new", "the new instance is seen by ep-info.new",
            "look-after", "jobs, agents and backups are not in the model",
            "archives-later", "a reminder for after the extension: nothing depends on it",
            "clients", "dm_svc.conf lies with the clients, not with the cluster");

    @Provide
    Arbitrary<Planned> plans() {
        return ExtendedPlans.withFiles();
    }

    /** Returns plans with their steps in another order that their dependencies allow. */
    @Provide
    Arbitrary<Planned> reordered() {
        return Combinators.combine(ExtendedPlans.withFiles(), Arbitraries.longs())
                .as((planned, seed) ->
                        BadPlans.steps(planned, anyOrder(planned.plan().steps(), new Random(seed))));
    }

    private static List<Step> anyOrder(List<Step> steps, Random random) {
        List<Step> left = new ArrayList<>(steps);
        List<Step> order = new ArrayList<>();
        Set<String> done = new HashSet<>();
        while (!left.isEmpty()) {
            List<Step> ready = left.stream()
                    .filter(step -> done.containsAll(step.dependsOn()))
                    .toList();
            Step next = ready.get(random.nextInt(ready.size()));
            left.remove(next);
            order.add(next);
            done.add(next.id());
        }
        return order;
    }

    @Test
    void the_plan_of_the_manuals_chapter_passes() {
        RehearsalResult certificate = Rehearsal.rehearse(MANUAL.plan(), MANUAL.files());

        assertThat(certificate.failure()).isEmpty();
        assertThat(certificate.passed()).isTrue();
        assertThat(certificate.planId()).isEqualTo(MANUAL.plan().planId());
        assertThat(certificate.requirements()).containsExactly(Requirement.values());
        assertThat(certificate.stepsExecuted()).isEqualTo(MANUAL.plan().steps().size());
        assertThat(certificate.statesVisited())
                .isBetween(15, MANUAL.plan().steps().size() + 1);
    }

    @Property(tries = 20)
    void the_plan_for_any_cluster_passes(@ForAll("plans") Planned planned) {
        assertThat(BadPlans.refusal(planned)).isEmpty();
    }

    @Property(tries = 30)
    void a_plan_passes_in_every_order_that_its_dependencies_allow(@ForAll("reordered") Planned planned) {
        assertThat(BadPlans.refusal(planned)).isEmpty();
    }

    @Test
    void a_new_mal_section_that_is_missing_on_one_host_is_refused_before_the_point_of_no_return() {
        for (String name : List.of("dmmal.ini", "dmasvrmal.ini")) {
            for (var change : MANUAL.plan().files()) {
                if (change.file().name().equals(name)) {
                    Planned spoilt = BadPlans.rewritten(
                            MANUAL, change::equals, text -> text.substring(0, text.lastIndexOf("[")));
                    assert_refused(spoilt, Requirement.MAL_FILES, "extend-dcr");
                }
            }
        }
    }

    @Test
    void a_wrong_seqno_in_the_new_dmdcr_ini_is_refused() {
        Planned spoilt = BadPlans.rewritten(
                MANUAL,
                change -> change.file().name().equals("dmdcr.ini"),
                text -> text.replaceFirst("(DMDCR_SEQNO\\s*=\\s*)2", "$11"));

        assert_refused(spoilt, Requirement.NEW_DMDCR, "extend-dcr");
    }

    @Test
    void one_log_file_only_is_refused() {
        Planned spoilt = BadPlans.logFiles(MANUAL, BadPlans::firstLogFileOnly);

        assert_refused(spoilt, Requirement.LOG_FILES, "extend-dcr");
    }

    @Test
    void a_file_that_was_changed_is_not_overwritten() {
        var change = MANUAL.plan().files().stream()
                .filter(each -> each.before().isPresent() && each.file().name().equals("dmmal.ini"))
                .findFirst()
                .orElseThrow();
        byte[] changed = (new String(MANUAL.files().bytes(change.file()), StandardCharsets.UTF_8) + "\n#by hand\n")
                .getBytes(StandardCharsets.UTF_8);

        assert_refused(
                new Planned(MANUAL.plan(), MANUAL.files().with(change.file(), changed)),
                Requirement.FRESH_FILES,
                "start");
    }

    @Test
    void a_failure_has_its_requirement_and_place_in_both_languages() {
        RehearsalResult.Failure failure = Rehearsal.rehearse(
                        BadPlans.without(MANUAL, "add-log-files").plan(), MANUAL.files())
                .failure()
                .orElseThrow();

        assertThat(failure.why().text().en())
                .startsWith(failure.requirement().text().en())
                .contains(failure.why().where());
        assertThat(failure.why().text().zh())
                .startsWith(failure.requirement().text().zh())
                .contains(failure.why().where());
    }

    private static void assert_refused(Planned planned, Requirement rule, String step) {
        assertThat(BadPlans.refused(planned, rule).step()).startsWith(step);
    }

    static Stream<Planned> samples() {
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
    @MethodSource("samples")
    void only_steps_outside_the_cluster_can_be_left_out(Planned planned) {
        List<String> unnoticed = new ArrayList<>();
        for (Step step : planned.plan().steps()) {
            List<Step> steps = new ArrayList<>(planned.plan().steps());
            steps.remove(step);
            if (passes(BadPlans.chained(planned, steps))) {
                unnoticed.add(step.id());
                // No later step depends on the other views of the new instance.
                boolean view = step.action() instanceof Look.QueryView;
                assertThat(view || (step.command().isEmpty() && step.tool() == Tool.OPERATOR))
                        .as(step.id())
                        .isTrue();
            }
        }
        assertThat(unnoticed).isNotEmpty().allMatch(OUTSIDE::containsKey);
    }

    /** Returns one plan of each edition, because every pair of steps needs a rehearsal. */
    static Stream<Planned> editions() {
        return Stream.concat(samples().limit(1), samples().skip(2).limit(1));
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

    /** Returns all steps that each step waits for, directly or indirectly. */
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
     * Whether two orders are equivalent: the changes come in the same order, and the same looks come between the same
     * changes.
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
                        + step.command()
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
