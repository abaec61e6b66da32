package io.github.dmdsc.extend.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.rehearse.ModelTransport;
import io.github.dmdsc.extend.rehearse.ModelTransport.Mishap;
import io.github.dmdsc.extend.run.CarryingOut.End;
import io.github.dmdsc.extend.run.CarryingOut.Kill;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Tests each law of the machine: the test passes with the law, and fails if only this law is switched off. */
class RunLawsTest {
    private static final Planned MANUAL = ExtendedPlans.manual();
    private static final CarryingOut CARRIED = new CarryingOut(MANUAL, CarryingOut.all());

    private static void holds(Law law, Consumer<Set<Law>> test) {
        test.accept(CarryingOut.all());
        Set<Law> others = EnumSet.complementOf(EnumSet.of(law));
        assertThatThrownBy(() -> test.accept(others)).as("%s is missed", law).isInstanceOf(AssertionError.class);
    }

    private static Predicate<Move> says(String step) {
        return move -> move instanceof Move.Perform say && say.step().id().equals(step);
    }

    private static Predicate<Move> asks(Move.Question question, String step) {
        return move -> move instanceof Move.Ask ask
                && ask.question() == question
                && ask.steps().get(0).id().equals(step);
    }

    private static Predicate<Move> prints(String step) {
        return move -> move instanceof Move.Read observe
                && observe.reading() instanceof Reading.Output
                && observe.step().filter(each -> each.id().equals(step)).isPresent();
    }

    /** Starts a run with the journal and the hosts of a moment. */
    private static Run again(int at, Set<Law> laws, Optional<String> from) {
        return Run.of(MANUAL.plan(), CARRIED.hosts(at).journal(), from, laws);
    }

    /** Returns the moves of a run up to the first that matches. */
    private static List<Move> moves(Run begun, ModelTransport hosts, Predicate<Move> last) {
        List<Move> moves = new ArrayList<>();
        Run run = begun;
        moves.add(run.move());
        while (!last.test(run.move()) && !CarryingOut.ended(run)) {
            run = CarryingOut.moved(run, hosts);
            moves.add(run.move());
        }
        return moves;
    }

    @Test
    void the_entry_of_a_begun_step_is_written_before_its_effect() {
        holds(Law.ENTRY_PRECEDES_EFFECT, laws -> new CarryingOut(MANUAL, laws));
    }

    @Test
    void a_begun_step_that_must_not_be_done_twice_is_asked_about() {
        int at = CARRIED.first(says("add-log-files"));

        holds(
                Law.ASK_ABOUT_BEGUN_STEP,
                laws -> assertThat(new CarryingOut(MANUAL, laws).after(at, Kill.AFTER))
                        .isEqualTo(End.FINISHED));
    }

    @Test
    void a_no_at_a_gate_begins_no_step() {
        int at = CARRIED.first(prints("cluster-still-ok"));

        holds(Law.GATE_PRECEDES_ENTRY, laws -> {
            ModelTransport hosts = CARRIED.hosts(at);
            moves(again(at, laws, Optional.empty()), hosts, asks(Move.Question.GATE, "extend-dcr"));
            assertThat(hosts.journal()).doesNotContain(new JournalEntry.Begun("extend-dcr"));
        });
    }

    @Test
    void no_step_begins_before_the_steps_it_depends_on() {
        List<Step> steps = new ArrayList<>(MANUAL.plan().steps());
        Step sizes = steps.stream()
                .filter(step -> step.id().equals("log-sizes"))
                .findFirst()
                .orElseThrow();
        steps.remove(sizes);
        steps.add(sizes);
        Planned shuffled = new Planned(
                ExtendPlan.builder().from(MANUAL.plan()).steps(steps).build(), MANUAL.files());

        holds(Law.DEPENDENCIES_FIRST, laws -> new CarryingOut(shuffled, laws));
    }

    @Test
    void skipped_steps_are_listed_and_confirmed() {
        holds(Law.CONFIRM_SKIPPED_STEPS, laws -> {
            List<Move> moves = moves(
                    again(0, laws, Optional.of("ports-free")),
                    CARRIED.hosts(0),
                    asks(Move.Question.SKIPPED_STEPS_DONE, "cluster-ok"));
            assertThat(moves.get(moves.size() - 1))
                    .isInstanceOfSatisfying(
                            Move.Ask.class,
                            ask -> assertThat(ask.steps())
                                    .extracting(Step::id)
                                    .containsExactly("cluster-ok", "new-host"));
        });
    }

    @Test
    void after_a_step_that_must_not_be_done_twice_no_earlier_step_is_offered() {
        int at = CARRIED.first(prints("show-extended"));
        List<JournalEntry> journal = new ArrayList<>(CARRIED.hosts(at).journal());
        journal.remove(new JournalEntry.Ended("extend-dcr"));

        holds(Law.OFFER_NO_EARLIER_STEP, laws -> {
            Run run = Run.of(MANUAL.plan(), journal, Optional.empty(), laws);
            assertThat(moves(run, CARRIED.hosts(at), asks(Move.Question.STEP_DONE, "extend-dcr")))
                    .noneMatch(asks(Move.Question.STEP_DONE, "extend-dcr"));
        });
    }

    @Test
    void before_the_point_of_no_return_every_file_is_as_planned() {
        int at = CARRIED.first(asks(Move.Question.GATE, "extend-dcr"));

        holds(Law.FILES_AS_PLANNED, laws -> new CarryingOut(MANUAL, laws).after(at, Mishap.FILE_REVERTED));
    }

    @Test
    void the_disks_are_checked_before_and_after_the_point_of_no_return() {
        int before = CARRIED.first(asks(Move.Question.GATE, "extend-dcr"));

        holds(Law.DISKS_AS_PLANNED, laws -> new CarryingOut(MANUAL, laws).after(before, Mishap.DISK_CHANGED));
    }

    @Test
    void a_disk_with_other_content_stops_the_run_and_is_named() {
        int at = CARRIED.first(asks(Move.Question.GATE, "extend-dcr"));
        ModelTransport hosts = CARRIED.hosts(at);
        hosts.letGoWrong(Mishap.DISK_CHANGED);

        Move.Stop stop = (Move.Stop) CarryingOut.on(again(at, CarryingOut.all(), Optional.empty()), hosts)
                .move();

        assertThat(stop.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("EXT-0316");
            assertThat(finding.parameters()).containsEntry("disk", "/dev/raw/raw1");
            assertThat(finding.parameters()).containsEntry("step", "dcr-still-base");
        });
    }

    @Test
    void a_wrong_report_of_a_tool_about_a_disk_is_detected() {
        int at = CARRIED.first(says("extend-dcr"));

        holds(Law.DISKS_AS_PLANNED, laws -> new CarryingOut(MANUAL, laws).after(at, Mishap.LYING_TOOL));
    }

    @Test
    void every_run_repeats_the_last_looks() {
        int at = CARRIED.first(asks(Move.Question.GATE, "extend-dcr"));

        holds(
                Law.REPEAT_LAST_LOOKS,
                laws -> assertThat(moves(again(at, laws, Optional.empty()), CARRIED.hosts(at), says("extend-dcr")))
                        .anyMatch(prints("cluster-still-ok"))
                        .anyMatch(says("dcr-still-base")));
    }

    @Test
    void an_unclear_output_does_not_open_a_gate() {
        holds(Law.ASK_IF_UNCLEAR, laws -> {
            CarryingOut out = new CarryingOut(MANUAL, laws);
            out.after(out.first(prints("check-dcr.disk1")), Mishap.VANISHED_PROGRAM);
        });
    }

    @Test
    void a_person_types_the_commands_of_a_monitor() {
        holds(Law.MONITOR_BY_HAND, laws -> {
            for (CarryingOut.Moment moment : new CarryingOut(MANUAL, laws).moments()) {
                Move move = moment.run().move();
                if (move instanceof Move.Perform say && say.step().tool() == Tool.DMCSSM) {
                    assertThat(say.byHand()).isTrue();
                } else if (move instanceof Move.Read observe
                        && observe.reading() instanceof Reading.Output output
                        && observe.step().orElseThrow().tool() == Tool.DMCSSM) {
                    assertThat(output.byHand()).isTrue();
                }
            }
        });
    }

    @Test
    void collected_files_that_the_plan_does_not_depend_on_may_change() {
        FileId log = new FileId("10.0.2.101", "/home/data/log/dm_DSC0_202603.log");
        ExtendPlan plan = ExtendPlan.builder()
                .from(MANUAL.plan())
                .addBase(new FileHash(log, "0".repeat(64)))
                .build();

        holds(Law.IGNORE_OTHER_FILES, laws -> new CarryingOut(new Planned(plan, MANUAL.files()), laws));
    }

    @Test
    void a_write_counts_only_while_its_file_has_the_planned_hash() {
        int at = CARRIED.first(asks(Move.Question.GATE, "extend-dcr"));

        holds(Law.DONE_WHILE_AS_PLANNED, laws -> {
            ModelTransport hosts = CARRIED.hosts(at);
            hosts.letGoWrong(Mishap.FILE_REVERTED);
            assertThat(CarryingOut.on(again(at, laws, Optional.empty()), hosts).move())
                    .isEqualTo(new Move.Finished());
        });
    }

    @Test
    void a_sent_file_is_complete_before_it_replaces_another() {
        int at = CARRIED.first(move -> move instanceof Move.Put put && put.source() instanceof Source.File);

        holds(Law.HASH_BEFORE_PLACING, laws -> {
            ModelTransport hosts = CARRIED.hosts(at);
            hosts.letGoWrong(Mishap.DROPPED_TRANSFER);
            CarryingOut.on(again(at, laws, Optional.empty()), hosts);
            assertThat(hosts.broken()).isEmpty();
        });
    }
}
