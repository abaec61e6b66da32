package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.resume.Freshness;
import io.github.dmdsc.extend.resume.Observed;
import io.github.dmdsc.extend.resume.Recovery;
import io.github.dmdsc.extend.resume.Replan;
import io.github.dmdsc.extend.resume.StaleFile;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A plan that was begun is gone on with, given up, or refused; nothing is done twice that must not be. */
class ResumeTest {
    /** A plan, the files it was made from, and how many of its steps were carried out. */
    record Begun(ExtendPlan plan, ClusterFiles base, int count) {
        List<Step> done() {
            return plan.steps().subList(0, count);
        }

        /** What was not done; and the last look before the point of no return, which is worth nothing later. */
        List<Step> rest() {
            boolean atThePoint = count < plan.steps().size()
                    && plan.steps().get(count).id().equals("extend-dcr");
            return plan.steps().subList(atThePoint ? count - 1 : count, plan.steps().size());
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

    private static List<Step> remaining(Replan replan) {
        return replan instanceof Replan.Remaining left ? left.steps() : List.of();
    }

    private static List<Step> uncertain(Replan replan) {
        return replan instanceof Replan.Remaining left ? left.uncertain() : List.of();
    }

    @Property(tries = 150)
    void after_some_steps_the_rest_of_the_plan_remains(@ForAll("begun") Begun begun) {
        Replan replan = Replan.replan(begun.plan(), Observed.of(begun.files()).withDone(begun.journal()));

        if (begun.rest().isEmpty()) {
            assertThat(replan).isInstanceOf(Replan.AlreadyExtended.class);
        } else {
            assertThat(remaining(replan)).isEqualTo(begun.rest());
            boolean changed = begun.done().stream().anyMatch(step -> step.rollbackClass() != RollbackClass.READ_ONLY);
            List<Step> onlyOnce = begun.rest().stream()
                    .filter(step -> step.rollbackClass().onlyOnce())
                    .toList();
            assertThat(uncertain(replan)).isEqualTo(changed ? onlyOnce : List.of());
        }
    }

    @Property(tries = 150)
    void the_monitor_proves_what_no_journal_tells(@ForAll("begun") Begun begun) {
        Replan replan = Replan.replan(
                begun.plan(), Observed.of(begun.files()).with(CarriedOut.state(begun.plan(), begun.done())));

        List<Step> again = remaining(replan).stream()
                .filter(step -> begun.journal().contains(step.id()))
                .toList();
        assertThat(begun.rest())
                .filteredOn(step -> !remaining(replan).contains(step))
                .as("not done and not remaining")
                .allSatisfy(step -> assertThat(step.rollbackClass()).isEqualTo(RollbackClass.READ_ONLY));
        // What is done again is harmless, or nobody can know of it and it is said so.
        assertThat(again).allSatisfy(step -> {
            assertThat(step.command()).isNotInstanceOfAny(Command.WriteFile.class, Command.CopyTree.class);
            if (step.rollbackClass() == RollbackClass.VERIFY_BEFORE_RETRY
                    || step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN) {
                assertThat(step.id()).isNotEqualTo("extend-node");
            }
        });
        if (begun.journal().contains("extend-node")) {
            assertThat(remaining(replan)).extracting(Step::id).doesNotContain("extend-dcr", "extend-node");
        }
    }

    @Property(tries = 100)
    void what_must_not_be_done_twice_is_never_taken_for_done_by_the_files_alone(@ForAll("begun") Begun begun) {
        Replan replan = Replan.replan(begun.plan(), Observed.of(begun.files()));

        assertThat(replan).isInstanceOfSatisfying(Replan.Remaining.class, left -> {
            assertThat(left.steps()).containsAll(begun.rest());
            assertThat(left.steps()).extracting(Step::id).contains("add-log-files", "extend-dcr", "extend-node");
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

    @Property(tries = 150)
    void from_every_step_there_is_a_way(@ForAll("begun") Begun begun) {
        for (Step step : begun.plan().steps()) {
            Recovery recovery = Recovery.recover(begun.plan(), step.id(), Observed.of(begun.files()));

            assertThat(recovery.failed()).isEqualTo(step);
            assertThat(recovery.ways()).isNotEmpty().allSatisfy(way -> {
                assertThat(way.when().en()).isNotBlank();
                assertThat(way.when().zh()).isNotEqualTo(way.when().en());
                assertThat(way.kind() == Recovery.Kind.GO_ON || !way.steps().isEmpty())
                        .as("%s of %s has commands", way.kind(), step.id())
                        .isTrue();
            });
        }
    }

    @Property(tries = 150)
    void giving_up_leaves_every_file_as_it_was(@ForAll("begun") Begun begun) {
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

    @Test
    void what_a_step_made_already_is_gone_on_from() {
        ExtendPlan plan = Example.manual().plan();
        List<Step> upToNode = plan.steps().stream()
                .takeWhile(step -> !step.id().equals("show-extended"))
                .toList();
        Observed observed =
                Observed.of(CarriedOut.files(plan, Example.files(), upToNode)).with(CarriedOut.state(plan, upToNode));

        Recovery recovery = Recovery.recover(plan, "extend-node", observed);

        assertThat(recovery.ways())
                .extracting(Recovery.Way::kind)
                .containsExactly(Recovery.Kind.GO_ON, Recovery.Kind.REINITIALISE);
        assertThat(recovery.ways().get(0).resumeAt()).contains("show-extended");
    }

    @Test
    void what_must_not_be_done_twice_is_looked_for_first() {
        ExtendPlan plan = Example.manual().plan();

        Recovery recovery = Recovery.recover(plan, "add-log-files", Observed.of(Example.files()));

        assertThat(recovery.ways()).extracting(Recovery.Way::kind).containsExactly(Recovery.Kind.LOOK);
        assertThat(recovery.ways().get(0).resumeAt()).contains("verify-dmctl");
        assertThat(recovery.ways().get(0).resumeIfNot()).contains("add-log-files");
        assertThat(recovery.ways().get(0).steps())
                .extracting(Step::id)
                .containsExactly("verify-dmctl", "verify-log-files");
        assertThatThrownBy(() -> Recovery.recover(plan, "no-step", Observed.of(Example.files())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-step");
    }

    @Test
    void what_a_copy_left_behind_is_removed_before_the_next_and_on_the_way_back() {
        ExtendPlan plan = Example.manual().plan();
        FileId leftOver = new FileId("10.0.2.103", "/home/data/dsc2_config/dm.ini");
        Observed observed =
                Observed.of(Example.files().with(leftOver, Example.files().bytes(Example.DM_INI_1)));

        Recovery recovery = Recovery.recover(plan, "copy-config", observed);

        assertThat(recovery.ways())
                .extracting(
                        Recovery.Way::kind,
                        way -> way.steps().stream().map(Step::id).toList())
                .containsExactly(
                        tuple(Recovery.Kind.RETRY, List.of("undo.copy-config", "copy-config")),
                        tuple(Recovery.Kind.UNDO, List.of("undo.copy-config")));
    }

    @Test
    void what_was_seen_before_the_last_change_is_not_the_last_look() {
        ExtendPlan plan = Example.manual().plan();
        List<Step> upToDb = plan.steps().stream()
                .takeWhile(step -> step.phase() != Phase.UPDATE_MONITORS)
                .toList();
        Observed observed = Observed.of(CarriedOut.files(plan, Example.files(), upToDb))
                .with(CarriedOut.state(plan, upToDb))
                .withDone(upToDb.stream().map(Step::id).collect(Collectors.toSet()));

        assertThat(remaining(Replan.replan(plan, observed)))
                .isEqualTo(plan.steps().subList(upToDb.size(), plan.steps().size()));
    }

    @Test
    void a_new_endpoint_that_is_not_listed_proves_that_extend_node_was_not_done() {
        ExtendPlan plan = Example.manual().plan();
        List<Step> upToDcr = plan.steps().stream()
                .takeWhile(step -> !step.id().equals("extend-node"))
                .toList();
        Observed observed =
                Observed.of(CarriedOut.files(plan, Example.files(), upToDcr)).with(CarriedOut.state(plan, upToDcr));

        assertThat(Recovery.recover(plan, "extend-node", observed).ways())
                .extracting(Recovery.Way::kind)
                .containsExactly(Recovery.Kind.RETRY, Recovery.Kind.REINITIALISE);
        assertThat(Recovery.recover(plan, "extend-dcr", observed).ways())
                .extracting(Recovery.Way::kind)
                .containsExactly(Recovery.Kind.LOOK, Recovery.Kind.REINITIALISE);
    }

    @Test
    void a_file_that_changed_under_way_is_refused_with_its_hashes() {
        ExtendPlan plan = Example.manual().plan();
        byte[] foreign = "mal_check_interval = 1\n".getBytes(StandardCharsets.UTF_8);
        FileId mal = new FileId("10.0.2.101", "/home/data/dmasvrmal.ini");
        ClusterFiles files = Example.files().with(mal, foreign).with(Example.DMDCR_1, foreign);

        Replan replan = Replan.replan(plan, Observed.of(files));

        assertThat(replan)
                .isInstanceOfSatisfying(
                        Replan.Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(
                                        Diagnostic::ruleId,
                                        finding -> finding.primary().path(),
                                        finding -> finding.parameters().get("now"))
                                .contains(
                                        tuple("EXT-0301", mal.path(), Hashes.sha256(foreign)),
                                        tuple("EXT-0301", Example.DMDCR_1.path(), Hashes.sha256(foreign))));
    }

    @Test
    void the_files_of_another_cluster_are_refused() {
        ExtendPlan plan = Example.manual().plan();
        ClusterFiles other = Example.set(
                Example.set(Example.files(), Example.DCR_1, "DCR_OGUID", "1"), Example.DCR_2, "DCR_OGUID", "1");

        assertThat(Freshness.checkFresh(plan, other))
                .isEqualTo(new Freshness.OtherCluster(
                        plan.identity(),
                        new ExtendPlan.Identity(1, plan.identity().dcrPath())));
        assertThat(Replan.replan(plan, Observed.of(other)))
                .isInstanceOfSatisfying(
                        Replan.Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Diagnostic::ruleId)
                                .containsExactly("EXT-0302"));
    }

    @Test
    void a_plan_is_fresh_until_any_file_differs() {
        ExtendPlan plan = Example.manual().plan();
        assertThat(Freshness.checkFresh(plan, Example.files())).isEqualTo(new Freshness.Fresh());

        for (FileId file : Example.files().ids()) {
            byte[] old = Example.files().bytes(file);
            byte[] changed =
                    (new String(old, StandardCharsets.ISO_8859_1) + "\n# x\n").getBytes(StandardCharsets.ISO_8859_1);
            StaleFile stale = only(Freshness.checkFresh(plan, Example.files().with(file, changed)));

            assertThat(stale.file()).isEqualTo(file);
            assertThat(stale.expected()).contains(Hashes.sha256(old));
            assertThat(stale.found()).contains(Hashes.sha256(changed));
            Optional<FileChange> change = plan.files().stream()
                    .filter(each -> each.file().equals(file))
                    .findFirst();
            assertThat(stale.diff().contains("+# x")).isEqualTo(change.isPresent());
        }
    }

    @Test
    void a_file_that_is_gone_or_new_makes_a_plan_stale() {
        ExtendPlan plan = Example.manual().plan();
        FileId fresh = new FileId("10.0.2.101", "/home/data/new.ini");

        StaleFile gone = only(Freshness.checkFresh(plan, Example.files().without(Example.ARCH_1)));
        StaleFile added = only(Freshness.checkFresh(plan, Example.files().with(fresh, new byte[0])));

        assertThat(gone.file()).isEqualTo(Example.ARCH_1);
        assertThat(gone.found()).isEmpty();
        assertThat(added.file()).isEqualTo(fresh);
        assertThat(added.expected()).isEmpty();
    }

    private static StaleFile only(Freshness freshness) {
        assertThat(freshness).isInstanceOf(Freshness.Stale.class);
        List<StaleFile> files = ((Freshness.Stale) freshness).files();
        assertThat(files).hasSize(1);
        return files.get(0);
    }
}
