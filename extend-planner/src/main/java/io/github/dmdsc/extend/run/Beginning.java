package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.RunFindings.Unplanned;
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
    private final PlanFiles planFiles;
    private final Replay replay;

    Beginning(ExtendPlan plan, Set<Law> laws, PlanFiles planFiles, Replay replay) {
        this.plan = plan;
        this.laws = laws;
        this.planFiles = planFiles;
        this.replay = replay;
    }

    void carryOut(List<JournalEntry> journal, Optional<String> from) {
        if (journal.isEmpty()) {
            replay.append(new JournalEntry.Opened(plan.planId()));
        }
        List<FileId> files = List.copyOf(planFiles.files());
        Answer.Hashes now = replay.hashes(Optional.empty(), files);
        SeenFiles seen = SeenFiles.of(files, now);
        requireKnownFiles(seen);
        Progress progress = new Progress(plan, laws, planFiles, journal, journal.size(), seen, Set.of());
        requireNoLateWrites(progress);
        requireNoLinks(progress, seen, now.links());
        from.ifPresent(step -> skip(progress, step, seen));
    }

    /** Stops the run if a file is neither as the plan found it nor as the plan writes it. */
    private void requireKnownFiles(SeenFiles seen) {
        StepEvidence evidence = new StepEvidence(plan, planFiles, seen, Optional.empty());
        List<Finding> findings = new ForeignFiles(plan, evidence, Optional.empty()).findings(List.of());
        if (!findings.isEmpty()) {
            throw replay.changed(Optional.empty(), findings, seen);
        }
    }

    /**
     * Stops the run if a point of no return was begun or done, and a file that an earlier step wrote has another hash
     * now. It is then too late to write the file again.
     */
    private static void requireNoLateWrites(Progress progress) {
        List<Finding> findings = progress.lateWrites(step -> false);
        if (!findings.isEmpty()) {
            throw stop(findings);
        }
    }

    /** Stops the run if a file that it is to replace is a symbolic link. */
    private void requireNoLinks(Progress progress, SeenFiles seen, Set<FileId> links) {
        List<Finding> findings = plan.steps().stream()
                .filter(step -> step.action() instanceof Change.WriteFile write
                        && links.contains(write.file())
                        && !planFiles.isAsWritten(step, seen)
                        && !progress.done(step))
                .map(step -> planFiles.notWritten(step, Unplanned.LINK, seen))
                .toList();
        if (!findings.isEmpty()) {
            throw stop(findings);
        }
    }

    private void skip(Progress progress, String from, SeenFiles seen) {
        List<Step> over = plan.steps().stream()
                .takeWhile(step -> !step.id().equals(from))
                .filter(step -> !progress.done(step))
                .toList();
        if (over.isEmpty()) {
            return;
        }
        Unplanned why = over.stream().anyMatch(step -> step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN)
                ? Unplanned.LATE
                : Unplanned.SKIPPED;
        List<Finding> findings = over.stream()
                .flatMap(step -> planFiles.notAsPlanned(step, why, seen).stream())
                .toList();
        if (!findings.isEmpty()) {
            throw stop(findings);
        }
        if (laws.contains(Law.CONFIRM_SKIPPED_STEPS)) {
            Set<Move.Choice> choices = EnumSet.of(Move.Choice.DONE, Move.Choice.STOP);
            if (replay.ask(new Move.Ask(Move.Question.SKIPPED_STEPS_DONE, over, choices)) != Move.Choice.DONE) {
                throw stop(List.of());
            }
        }
        over.forEach(step -> replay.append(new JournalEntry.Skipped(step.id())));
    }

    private static Replay.Pending stop(List<Finding> findings) {
        return new Replay.Pending(new Move.Stop(Optional.empty(), findings, ClusterFiles.empty()));
    }
}
