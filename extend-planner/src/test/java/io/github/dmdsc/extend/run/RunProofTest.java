package io.github.dmdsc.extend.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.rehearse.ModelTransport;
import io.github.dmdsc.extend.rehearse.ModelTransport.Mishap;
import io.github.dmdsc.extend.run.CarryingOut.End;
import io.github.dmdsc.extend.run.CarryingOut.Kill;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests that a run breaks no law and the plan ends well, whatever mishap happens and whenever the run is killed. */
class RunProofTest {
    private static final Planned MANUAL = ExtendedPlans.manual();
    private static final Planned MIRROR = ExtendedPlans.of(ClusterLayout.builder()
            .edition(StorageEdition.MIRROR)
            .monitors(0)
            .archives(Archives.LOCAL_AND_REMOTE)
            .asmRestart(Restart.COMMAND)
            .dbRestart(Restart.COMMAND)
            .build());

    /** A prime number, so that the sample contains each kind of case at each kind of move. */
    private static final int STRIDE = 31;

    /** A case: a plan with one mishap, and how it ends. */
    private record Case(String kind, Supplier<End> end) {}

    private static List<Case> cases(CarryingOut out) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < out.moments().size(); i++) {
            int at = i;
            Move move = out.moments().get(at).run().move();
            for (Mishap mishap : Mishap.values()) {
                cases.add(new Case(mishap.name(), () -> out.after(at, mishap)));
            }
            for (Kill kill : move instanceof Move.Append ? Kill.values() : new Kill[] {Kill.BEFORE}) {
                cases.add(new Case("KILLED", () -> out.after(at, kill)));
            }
            for (Move.Choice choice : move instanceof Move.Ask ? Move.Choice.values() : new Move.Choice[0]) {
                cases.add(new Case("ANSWERED", () -> out.after(at, choice)));
            }
            if (move instanceof Move.Perform say && say.step().rollbackClass().onlyOnce()) {
                for (Kill kill : List.of(Kill.BEFORE, Kill.AFTER)) {
                    for (Move.Choice choice : Move.Choice.values()) {
                        cases.add(new Case("KILLED_AND_ANSWERED", () -> out.after(at, kill, choice)));
                    }
                }
            }
        }
        return cases;
    }

    /** Counts the cases by kind and ending. */
    private static Map<String, Integer> ends(List<Case> cases, int stride) {
        Map<String, Integer> ends = new TreeMap<>();
        IntStream.iterate(0, at -> at < cases.size(), at -> at + stride)
                .mapToObj(cases::get)
                .forEach(each -> ends.merge(each.kind() + " " + each.end().get(), 1, Integer::sum));
        return ends;
    }

    @Test
    void an_undisturbed_plan_is_carried_out_to_its_end() throws IOException {
        ModelTransport cluster = new ModelTransport(MIRROR.plan(), MIRROR.files());
        List<Step> steps = MIRROR.plan().steps();

        Run end = Run.of(MIRROR.plan(), List.of()).drive(cluster, cluster);

        assertThat(cluster.offences()).isEmpty();
        assertThat(end.move()).isEqualTo(new Move.Finished());
        assertThat(cluster.notExtended()).isEmpty();
        assertThat(end.journal()).isEqualTo(cluster.journal());
        assertThat(end.status().done()).isEqualTo(steps);
        assertThat(end.status().remaining()).isEmpty();
        assertThat(end.status().next()).isEmpty();
    }

    @Test
    void a_sample_of_all_cases_ends_well() {
        Map<String, Integer> ends = ends(cases(new CarryingOut(MANUAL, CarryingOut.all())), STRIDE);

        assertThat(ends.keySet())
                .contains("KILLED FINISHED", "INSTANCE_FAILS ROLLED_BACK", "INSTANCE_FAILS REINITIALISED")
                .contains("ANSWERED FINISHED", "KILLED_AND_ANSWERED FINISHED");
    }

    @Test
    void every_answer_about_a_begun_step_ends_well() {
        List<Case> answers = cases(new CarryingOut(MANUAL, CarryingOut.all())).stream()
                .filter(each -> each.kind().equals("KILLED_AND_ANSWERED"))
                .toList();

        assertThat(answers).hasSize(30);
        assertThat(ends(answers, 1)).containsOnlyKeys("KILLED_AND_ANSWERED FINISHED");
    }

    @Test
    @Tag("exhaustive")
    void every_mishap_at_every_move_of_the_plan_of_the_manual_ends_well() throws IOException {
        proved(MANUAL);
    }

    @Test
    @Tag("exhaustive")
    void every_mishap_at_every_move_of_a_mirror_plan_ends_well() throws IOException {
        proved(MIRROR);
    }

    /** Runs every case and reports the number of cases by kind and ending. */
    private static void proved(Planned planned) throws IOException {
        CarryingOut out = new CarryingOut(planned, CarryingOut.all());
        List<Case> cases = cases(out);
        Map<String, Integer> ends = ends(cases, 1);

        Files.writeString(
                Path.of("target", "run-proof-" + planned.plan().edition() + ".txt"),
                out.moments().size() + " moves, " + cases.size() + " cases: " + ends + "\n");
        assertThat(ends.values().stream().mapToInt(count -> count).sum()).isEqualTo(cases.size());
    }

    @Test
    void a_run_stops_if_an_entry_cannot_be_written() {
        ModelTransport cluster = new ModelTransport(MANUAL.plan(), MANUAL.files());
        Set<String> kept = Set.of("cluster-ok", "new-host");
        Journal held = entry -> {
            if (!entry.about().map(kept::contains).orElse(true)) {
                throw new IOException("another run has it");
            }
            cluster.append(entry);
        };

        assertThatThrownBy(() -> Run.of(MANUAL.plan(), List.of()).drive(cluster, held))
                .isInstanceOf(IOException.class);
        assertThat(cluster.journal()).hasSize(3);
    }
}
