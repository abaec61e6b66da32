package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A cluster at one moment of its history: the files on its hosts, and the plan that was begun. Each event gives the
 * next moment, and fails if the library reports something other than what happened.
 *
 * @param origin the cluster at the beginning of the history
 * @param files the present files
 * @param nodes the present number of nodes
 * @param underWay the plan that was begun and is not done; empty if there is none
 * @param notes the notes that people have written into files
 */
record History(
        GeneratedCluster origin, ClusterFiles files, int nodes, Optional<UnderWay> underWay, List<String> notes) {
    /**
     * A plan and its progress.
     *
     * @param plan the plan
     * @param base the files that it was made from
     * @param target the files that it leads to
     * @param done the number of its steps that are done
     */
    record UnderWay(ExtendPlan plan, ClusterFiles base, ClusterFiles target, int done) {
        List<Step> behind() {
            return plan.steps().subList(0, done);
        }

        List<Step> ahead() {
            return plan.steps().subList(done, plan.steps().size());
        }

        Set<String> journal() {
            return behind().stream().map(Step::id).collect(Collectors.toSet());
        }
    }

    static History of(GeneratedCluster origin) {
        return new History(origin, origin.files(), origin.nodes(), Optional.empty(), List.of());
    }

    UnderWay plan() {
        return underWay.orElseThrow();
    }

    History planned() {
        GeneratedCluster now = nodes == origin.nodes() ? origin : origin.withMonitor();
        PlanResult.Planned planned = Example.planned(files, now.next(nodes));
        return new History(
                origin, files, nodes, Optional.of(new UnderWay(planned.plan(), files, planned.target(), 0)), notes);
    }

    /**
     * Carries out some more steps. With the journal, exactly the other steps remain; after the last step, the cluster
     * is extended.
     */
    History carriedOn(int steps) {
        UnderWay before = plan();
        int done = Math.min(before.done + steps, before.plan.steps().size());
        UnderWay after = new UnderWay(before.plan, before.base, before.target, done);
        ClusterFiles next =
                CarriedOut.files(before.plan, files, before.plan.steps().subList(before.done, done));
        Status status = Status.of(after.plan, Observed.of(next).withDone(after.journal()));
        if (!after.ahead().isEmpty()) {
            assertThat(status.remaining()).isEqualTo(CarriedOut.left(after.plan, done));
            return new History(origin, next, nodes, Optional.of(after), notes);
        }
        assertThat(status.remaining()).isEmpty();
        assertThat(next).isEqualTo(after.target);
        return new History(origin, next, nodes + 1, Optional.empty(), notes).sound();
    }

    /**
     * Loses the journal. From the files and the monitor alone, no step is left out that is not done, and no step that
     * must not be repeated is repeated.
     */
    History journalLost() {
        UnderWay now = plan();
        Observed observed = Observed.of(files).with(CarriedOut.state(now.plan, now.behind()));
        List<Step> left = Status.of(now.plan, observed).remaining();

        assertThat(now.ahead())
                .filteredOn(step -> !left.contains(step))
                .allSatisfy(step -> assertThat(step.rollbackClass()).isEqualTo(RollbackClass.READ_ONLY));
        if (now.journal().contains("extend-node")) {
            assertThat(left).extracting(Step::id).doesNotContain("extend-dcr", "extend-node");
        }
        return this;
    }

    /** Edits a file while the plan is carried out. The plan is refused until the file is put back. */
    History editedUnderWay(int number) {
        UnderWay now = plan();
        FileId file = pick(number, now.base);
        Observed edited = Observed.of(noted(file, "not ours")).withDone(now.journal());

        assertThat(Status.of(now.plan, edited))
                .satisfies(refused -> assertThat(refused.findings())
                        .anyMatch(finding -> finding.primary().path().equals(file.path())));
        return this;
    }

    /**
     * Gives the plan up after a step has failed. The last way that is offered restores every file that the plan found.
     */
    History givenUp() {
        UnderWay now = plan();
        Step failed = now.plan.steps().get(Math.min(now.done, now.plan.steps().size() - 1));
        Recovery recovery = Recovery.recover(
                now.plan,
                failed.id(),
                Observed.of(files)
                        .with(CarriedOut.state(now.plan, now.behind()))
                        .withDone(now.journal()));
        List<Recovery.Way> ways = recovery.ways();
        Recovery.Way back = ways.get(ways.size() - 1);
        ClusterFiles after = back.kind() == Recovery.Kind.UNDO || back.kind() == Recovery.Kind.REINITIALISE
                ? CarriedOut.files(now.plan, files, back.steps())
                : files;
        for (FileId file : now.base.ids()) {
            assertThat(after.bytes(file)).as("%s", file).isEqualTo(now.base.bytes(file));
        }
        // The history goes on with the old files only. The way back may leave files that were made for the new node.
        return new History(origin, now.base, nodes, Optional.empty(), notes).sound();
    }

    /** Writes a note into a file between two plans. Every later plan keeps the note. */
    History noted(int number) {
        FileId file = pick(number, files);
        String note = "note " + notes.size() + " of " + number;
        List<String> all = new ArrayList<>(notes);
        all.add(note);
        return new History(origin, noted(file, note), nodes, underWay, all).sound();
    }

    private static FileId pick(int number, ClusterFiles from) {
        List<FileId> ids = List.copyOf(from.ids());
        return ids.get(number % ids.size());
    }

    private ClusterFiles noted(FileId file, String note) {
        String text = new String(files.bytes(file), StandardCharsets.UTF_8) + "# " + note + "\n";
        return files.with(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Checks the conditions that hold while no plan is carried out. */
    private History sound() {
        Cluster cluster = ClusterLens.get(files).cluster().orElseThrow();
        assertThat(cluster.nodes()).hasSize(nodes);
        // Archives in the form of editions before V8.1.3.61 give a warning.
        assertThat(StandardRules.book().check(cluster))
                .filteredOn(finding -> !finding.ruleId().equals("DSC-0236"))
                .isEmpty();
        String all = files.ids().stream()
                .map(file -> new String(files.bytes(file), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
        assertThat(notes).allSatisfy(note -> assertThat(all).contains(note));
        return this;
    }

    @Override
    public String toString() {
        return nodes + " nodes, " + underWay.map(way -> "step " + way.done()).orElse("no plan under way") + ", "
                + notes.size() + " notes";
    }
}
