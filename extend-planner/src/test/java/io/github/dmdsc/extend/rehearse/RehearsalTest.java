package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Good plans pass, in every order that their dependencies allow. */
class RehearsalTest {
    private static final Planned MANUAL = ExtendedPlans.manual();

    @Provide
    Arbitrary<Planned> plans() {
        return ExtendedPlans.withFiles();
    }

    /** A plan whose steps stand in another order that its dependencies allow. */
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
        Certificate certificate = Rehearsal.rehearse(MANUAL.plan(), MANUAL.files());

        assertThat(certificate.failure()).isEmpty();
        assertThat(certificate.passed()).isTrue();
        assertThat(certificate.planId()).isEqualTo(MANUAL.plan().planId());
        assertThat(certificate.rules()).containsExactly(Requirement.values());
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
    void a_wrong_number_in_the_new_dmdcr_ini_is_refused() {
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
    void a_file_that_somebody_has_changed_since_is_not_overwritten() {
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
    void a_failure_says_in_both_languages_what_is_not_so_and_where() {
        Certificate.Failure failure = Rehearsal.rehearse(
                        BadPlans.without(MANUAL, "add-log-files").plan(), MANUAL.files())
                .failure()
                .orElseThrow();

        assertThat(failure.why().words().en())
                .startsWith(failure.rule().words().en())
                .contains(failure.why().where());
        assertThat(failure.why().words().zh())
                .startsWith(failure.rule().words().zh())
                .contains(failure.why().where());
    }

    private static void assert_refused(Planned planned, Requirement rule, String step) {
        assertThat(BadPlans.refusal(planned)).hasValueSatisfying(failure -> {
            assertThat(failure.rule()).isEqualTo(rule);
            assertThat(failure.step()).startsWith(step);
        });
    }
}
