package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.StepEvidence.Effect;
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
    private final PlanFiles planFiles;
    private final StepTask task;
    private final Replay replay;
    private final Step step;

    Inquiry(ExtendPlan plan, PlanFiles planFiles, StepTask task, Replay replay, Step step) {
        this.plan = plan;
        this.planFiles = planFiles;
        this.task = task;
        this.replay = replay;
        this.step = step;
    }

    /**
     * Looks at the effect of the step, asks a person, and keeps the answer. If a look shows whether the step was done,
     * the person can only confirm it or stop the run.
     */
    void settle() {
        Effect effect = effect();
        if (effect == Effect.PARTIAL) {
            throw task.stop(List.of(ResumeFindings.partial(plan, step)));
        }
        Move.Choice choice = switch (effect) {
            case DONE -> task.ask(Move.Question.STEP_DONE, Move.Choice.DONE);
            case NOT_DONE -> task.ask(Move.Question.STEP_DONE, Move.Choice.NOW);
            default -> task.ask(Move.Question.STEP_DONE, Move.Choice.DONE, Move.Choice.NOW);
        };
        if (choice == Move.Choice.DONE) {
            replay.append(new JournalEntry.FoundDone(step.id()));
        } else if (choice == Move.Choice.NOW) {
            replay.append(new JournalEntry.FoundNotDone(step.id()));
        } else {
            throw task.stop();
        }
    }

    private Effect effect() {
        Set<Effect> disks = new HashSet<>();
        List<ToolOutput> outputs = new ArrayList<>();
        for (Step look : looks()) {
            if (look.action() instanceof Look.ExportDcr export) {
                ExportComparison comparison = task.export(look, export);
                disks.add(
                        comparison.holdsPlanned()
                                ? Effect.DONE
                                : comparison.holdsBase() ? Effect.NOT_DONE : Effect.PARTIAL);
            } else if (look.action() instanceof Look.ConvertControlFile convert) {
                outputs.addAll(task.controlFile(look, convert));
            } else {
                outputs.addAll(task.output(look));
            }
        }
        if (!disks.isEmpty()) {
            return disks.size() == 1 ? disks.iterator().next() : Effect.PARTIAL;
        }
        ClusterState state = ClusterState.read(outputs).value();
        StepEvidence evidence = new StepEvidence(plan, planFiles, SeenFiles.NONE, Optional.of(state));
        Effect effect = evidence.of(step);
        return effect == Effect.NOT_DONE && !evidence.certainlyNotDone(step) ? Effect.UNKNOWN : effect;
    }

    /** Returns the looks of the plan that show whether the step was done. */
    private List<Step> looks() {
        if (step.action() instanceof Control.Start) {
            return plan.steps().stream()
                    .filter(look -> look.action() instanceof Look.ShowCluster show
                            && show.expected() == Look.ExpectedState.NEW_NODE_LISTED)
                    .toList();
        }
        return plan.steps().stream()
                .filter(look -> stepShownBy(plan, look).equals(Optional.of(step)))
                .toList();
    }

    /**
     * Returns the step whose effect a look shows. The check of a DCR disk shows no effect, because the old
     * configuration passes it.
     */
    static Optional<Step> stepShownBy(ExtendPlan plan, Step look) {
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

    static Effect effect(Verdict verdict) {
        return verdict.accept(new Verdict.Visitor<>() {
            @Override
            public Effect proven(Verdict.Proven proven) {
                return Effect.DONE;
            }

            @Override
            public Effect refuted(Verdict.Refuted refuted) {
                return Effect.NOT_DONE;
            }

            @Override
            public Effect partial(Verdict.Partial partial) {
                return Effect.PARTIAL;
            }

            @Override
            public Effect noEvidence(Verdict.NoEvidence none) {
                return Effect.UNKNOWN;
            }
        });
    }
}
