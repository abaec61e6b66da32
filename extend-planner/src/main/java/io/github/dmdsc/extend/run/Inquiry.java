package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.StepEvidence.Known;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.extend.state.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds out whether a step that was begun before was done: by looks, and by asking a person. */
final class Inquiry {
    private final ExtendPlan plan;
    private final Standing standing;
    private final StepTask task;
    private final Talk talk;
    private final Step step;

    Inquiry(ExtendPlan plan, Standing standing, StepTask task, Talk talk, Step step) {
        this.plan = plan;
        this.standing = standing;
        this.task = task;
        this.talk = talk;
        this.step = step;
    }

    /**
     * Looks at the effect of the step, asks a person, and keeps the answer. If a look shows whether the step was done,
     * the person can only confirm it or stop the run.
     */
    void settle() {
        Known known = known();
        if (known == Known.PARTIAL) {
            throw task.stop(List.of(ResumeFindings.partial(plan, step)));
        }
        Move.Choice choice = switch (known) {
            case DONE -> task.ask(Move.Question.STEP_DONE, Move.Choice.DONE);
            case NOT_DONE -> task.ask(Move.Question.STEP_DONE, Move.Choice.NOW);
            default -> task.ask(Move.Question.STEP_DONE, Move.Choice.DONE, Move.Choice.NOW);
        };
        if (choice == Move.Choice.DONE) {
            talk.append(new JournalEntry.FoundDone(step.id()));
        } else if (choice == Move.Choice.NOW) {
            talk.append(new JournalEntry.FoundNotDone(step.id()));
        } else {
            throw task.stop();
        }
    }

    private Known known() {
        Set<Known> disks = new HashSet<>();
        List<ToolOutput> outputs = new ArrayList<>();
        for (Step look : looks()) {
            if (look.action() instanceof Look.ExportDcr export) {
                ExportComparison comparison = task.export(look, export);
                disks.add(
                        comparison.holdsPlanned()
                                ? Known.DONE
                                : comparison.holdsBase() ? Known.NOT_DONE : Known.PARTIAL);
            } else if (look.action() instanceof Look.ConvertControlFile convert) {
                outputs.addAll(task.convert(look, convert));
            } else {
                outputs.addAll(task.print(look));
            }
        }
        if (!disks.isEmpty()) {
            return disks.size() == 1 ? disks.iterator().next() : Known.PARTIAL;
        }
        ClusterState state = ClusterState.read(outputs).value();
        return new StepEvidence(plan, standing, SeenFiles.NONE, Optional.of(state)).of(step);
    }

    /** Returns the looks of the plan that show whether the step was done. */
    private List<Step> looks() {
        if (step.action() instanceof Control.Start) {
            return plan.steps().stream()
                    .filter(look -> look.action() instanceof Look.ShowCluster show
                            && show.sight() == Look.Sight.NEW_NODE_LISTED)
                    .toList();
        }
        return plan.steps().stream()
                .filter(look -> lookedAt(plan, look).equals(Optional.of(step)))
                .toList();
    }

    /**
     * Returns the step whose effect a look shows. The check of a DCR disk shows no effect, because the old
     * configuration passes it.
     */
    static Optional<Step> lookedAt(ExtendPlan plan, Step look) {
        boolean tells = look.action() instanceof Look.ExportDcr
                || look.action() instanceof Look.ConvertControlFile
                || look.action() instanceof Look.ListLogFiles
                || look.action() instanceof Look.ShowCluster;
        return tells ? before(plan, look) : Optional.empty();
    }

    private static Optional<Step> before(ExtendPlan plan, Step look) {
        for (Step step : plan.steps()) {
            if (look.dependsOn().contains(step.id())) {
                if (step.rollbackClass().onlyOnce()) {
                    return Optional.of(step);
                } else if (step.rollbackClass() == RollbackClass.READ_ONLY) {
                    return before(plan, step);
                }
            }
        }
        return Optional.empty();
    }

    static Known known(Verdict verdict) {
        return verdict.accept(new Verdict.Visitor<>() {
            @Override
            public Known proven(Verdict.Proven proven) {
                return Known.DONE;
            }

            @Override
            public Known refuted(Verdict.Refuted refuted) {
                return Known.NOT_DONE;
            }

            @Override
            public Known partial(Verdict.Partial partial) {
                return Known.PARTIAL;
            }

            @Override
            public Known noEvidence(Verdict.NoEvidence none) {
                return Known.UNKNOWN;
            }
        });
    }
}
