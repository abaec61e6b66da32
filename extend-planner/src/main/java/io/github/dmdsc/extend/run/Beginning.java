package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The first task of a run: reads the hash of every file that the plan depends on, and lets a person confirm the skipped
 * steps.
 */
final class Beginning {
    private final ExtendPlan plan;
    private final Set<Law> laws;
    private final Standing standing;
    private final Talk talk;

    Beginning(ExtendPlan plan, Set<Law> laws, Standing standing, Talk talk) {
        this.plan = plan;
        this.laws = laws;
        this.standing = standing;
        this.talk = talk;
    }

    void carryOut(List<JournalEntry> journal, Optional<String> from) {
        if (journal.isEmpty()) {
            talk.append(new JournalEntry.Opened(plan.planId()));
        }
        List<FileId> files = List.copyOf(standing.files());
        Answer.Hashes now = talk.read(new Move.Read(Optional.empty(), new Reading.Hashes(files)), Answer.Hashes.class)
                .orElseThrow(() -> stop(List.of(RunFindings.unseen(files))));
        SeenFiles seen = SeenFiles.of(files, now);
        demandKnown(seen);
        Progress progress = new Progress(plan, laws, standing, journal, journal.size(), seen, Set.of());
        demandInTime(progress, seen);
        from.ifPresent(step -> passOver(progress, step, seen));
    }

    /** Stops the run if a file is neither as the plan found it nor as the plan writes it. */
    private void demandKnown(SeenFiles seen) {
        StepEvidence evidence = new StepEvidence(plan, standing, seen, Optional.empty());
        List<Finding> findings = new ForeignFiles(plan, evidence, Optional.empty()).findings(List.of());
        if (!findings.isEmpty()) {
            throw talk.changed(Optional.empty(), findings, seen);
        }
    }

    /**
     * Stops the run if a point of no return was begun or done, and a file that an earlier step wrote has another hash
     * now. It is then too late to write the file again.
     */
    private void demandInTime(Progress progress, SeenFiles seen) {
        List<Finding> findings = progress.tooLate().stream()
                .map(step -> notAsPlanned(step, seen))
                .toList();
        if (!findings.isEmpty()) {
            throw stop(findings);
        }
    }

    private Finding notAsPlanned(Step step, SeenFiles seen) {
        FileId file = ((Change.WriteFile) step.action()).file();
        return RunFindings.notAsPlanned(file, seen.hash(file), standing.leftBy(step));
    }

    private void passOver(Progress progress, String from, SeenFiles seen) {
        List<Step> over = plan.steps().stream()
                .takeWhile(step -> !step.id().equals(from))
                .filter(step -> !progress.done(step))
                .toList();
        if (over.isEmpty()) {
            return;
        }
        List<Finding> findings = over.stream()
                .filter(step -> step.action() instanceof Change.WriteFile && !standing.holds(step, seen))
                .map(step -> notAsPlanned(step, seen))
                .toList();
        if (!findings.isEmpty()) {
            throw stop(findings);
        }
        if (laws.contains(Law.CONFIRM_WHAT_IS_SKIPPED)) {
            Set<Move.Choice> choices = EnumSet.of(Move.Choice.DONE, Move.Choice.STOP);
            if (talk.ask(new Move.Ask(Move.Question.SKIPPED_STEPS_DONE, over, choices)) != Move.Choice.DONE) {
                throw stop(List.of());
            }
        }
        over.forEach(step -> talk.append(new JournalEntry.Skipped(step.id())));
    }

    private static Talk.Pending stop(List<Finding> findings) {
        return new Talk.Pending(new Move.Stop(Optional.empty(), findings, List.of(), ClusterFiles.empty()));
    }
}
