package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.StepTexts;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A plan that was begun is continued, given up or refused. No step is done twice that must not be. */
class ResumeTest {
    /** A plan, the files that it was made from, and the number of its steps that were carried out. */
    record Begun(ExtendPlan plan, ClusterFiles base, int count) {
        List<Step> done() {
            return plan.steps().subList(0, count);
        }

        List<Step> rest() {
            return CarriedOut.left(plan, count);
        }

        Set<String> journal() {
            return done().stream().map(Step::id).collect(Collectors.toSet());
        }

        ClusterFiles files() {
            return CarriedOut.files(plan, base, done());
        }

        @Override
        public String toString() {
            return plan.edition() + ", " + count + " of " + plan.steps().size() + " steps";
        }
    }

    @Provide
    Arbitrary<Begun> begun() {
        return GeneratedCluster.any().flatMap(generated -> {
            ClusterFiles base = generated.files();
            ExtendPlan plan =
                    Example.planned(base, generated.next(generated.nodes())).plan();
            return Arbitraries.integers().between(0, plan.steps().size()).map(count -> new Begun(plan, base, count));
        });
    }

    @Property(tries = 14)
    void after_some_steps_the_rest_of_the_plan_remains(@ForAll("begun") Begun begun) {
        Status status = Status.of(begun.plan(), Observed.of(begun.files()).withDone(begun.journal()));

        if (begun.rest().isEmpty()) {
            assertThat(status.remaining()).isEmpty();
        } else {
            assertThat(status.remaining()).isEqualTo(begun.rest());
            boolean changed = begun.done().stream().anyMatch(step -> step.rollbackClass() != RollbackClass.READ_ONLY);
            List<Step> onlyOnce = begun.rest().stream()
                    .filter(step -> step.rollbackClass().onlyOnce())
                    .toList();
            assertThat(status.uncertain()).isEqualTo(changed ? onlyOnce : List.of());
        }
    }

    @Property(tries = 14)
    void the_monitor_replaces_a_missing_journal(@ForAll("begun") Begun begun) {
        Status status =
                Status.of(begun.plan(), Observed.of(begun.files()).with(CarriedOut.state(begun.plan(), begun.done())));

        List<Step> again = status.remaining().stream()
                .filter(step -> begun.journal().contains(step.id()))
                .toList();
        assertThat(begun.rest())
                .filteredOn(step -> !status.remaining().contains(step))
                .as("not done and not remaining")
                .allSatisfy(step -> assertThat(step.rollbackClass()).isEqualTo(RollbackClass.READ_ONLY));
        // A step that is repeated is harmless, or it is reported that nothing shows whether it was done.
        assertThat(again).allSatisfy(step -> {
            assertThat(step.action()).isNotInstanceOfAny(Change.WriteFile.class, Change.CopyDirectory.class);
            if (step.rollbackClass() == RollbackClass.VERIFY_BEFORE_RETRY
                    || step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN) {
                assertThat(step.id()).isNotEqualTo("extend-node");
            }
        });
        if (begun.journal().contains("extend-node")) {
            assertThat(status.remaining()).extracting(Step::id).doesNotContain("extend-dcr", "extend-node");
        }
    }

    @Property(tries = 14)
    void files_alone_never_show_that_a_step_that_must_not_be_repeated_is_done(@ForAll("begun") Begun begun) {
        Status status = Status.of(begun.plan(), Observed.of(begun.files()));

        assertThat(status).satisfies(left -> {
            assertThat(left.remaining()).containsAll(begun.rest());
            assertThat(left.remaining()).extracting(Step::id).contains("add-log-files", "extend-dcr", "extend-node");
            boolean shows =
                    begun.journal().contains("copy-config") || begun.journal().contains("set-up-monitor");
            if (shows) {
                assertThat(left.uncertain())
                        .extracting(Step::id)
                        .containsExactly("add-log-files", "extend-dcr", "extend-node");
            }
            assertThat(left.begun()).isEqualTo(shows);
        });
    }

    @Property(tries = 14)
    void every_failed_step_has_a_way(@ForAll("begun") Begun begun) {
        for (Step step : begun.plan().steps()) {
            Recovery recovery = Recovery.recover(begun.plan(), step.id(), Observed.of(begun.files()));

            assertThat(recovery.failed()).isEqualTo(step);
            assertThat(recovery.ways()).isNotEmpty().allSatisfy(way -> {
                assertThat(new StepTexts(begun.plan(), Locale.ENGLISH).when(way.when(), step))
                        .isNotBlank();
                assertThat(way.kind() == Recovery.Kind.GO_ON || !way.steps().isEmpty())
                        .as("%s of %s has commands", way.kind(), step.id())
                        .isTrue();
            });
        }
    }

    @Property(tries = 14)
    void giving_up_restores_every_file(@ForAll("begun") Begun begun) {
        if (begun.count() == 0) {
            return;
        }
        Step last = begun.done().get(begun.count() - 1);
        Recovery recovery = Recovery.recover(begun.plan(), last.id(), Observed.of(begun.files()));

        Recovery.Way back = recovery.ways().get(recovery.ways().size() - 1);
        if (begun.files().equals(begun.base())) {
            return;
        }
        assertThat(back.kind()).isIn(Recovery.Kind.UNDO, Recovery.Kind.REINITIALISE);
        ClusterFiles after = CarriedOut.files(begun.plan(), begun.files(), back.steps());
        if (back.kind() == Recovery.Kind.UNDO) {
            assertThat(after.ids()).isEqualTo(begun.base().ids());
        }
        begun.base()
                .ids()
                .forEach(id -> assertThat(after.bytes(id))
                        .as("%s", id)
                        .isEqualTo(begun.base().bytes(id)));
        assertThat(back.resumeAt()).isEmpty();
    }
}
