package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Recovery.Kind;
import io.github.dmdsc.extend.run.Recovery.Way;
import io.github.dmdsc.extend.run.Recovery.When;
import io.github.dmdsc.extend.run.StepEvidence.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Works out the ways on and back from one step. */
final class Recoverer {
    private final ExtendPlan plan;
    private final StepEvidence evidence;
    private final Progress progress;

    Recoverer(ExtendPlan plan, StepEvidence evidence, Progress progress) {
        this.plan = plan;
        this.evidence = evidence;
        this.progress = progress;
    }

    /** Returns the steps that the way back from a step undoes; none after a point of no return. */
    List<Step> undone(int at) {
        return beforePointOfNoReturn(at) ? plan.steps().subList(0, at + 1) : List.of();
    }

    /** Returns the ways on and back from a step that was begun, the way on first. */
    List<Way> ways(int at) {
        List<Way> ways = new ArrayList<>();
        ways.add(wayOn(at));
        back(at).ifPresent(ways::add);
        return ways;
    }

    /** Returns the way that undoes a step and all steps before it; empty if there is nothing to undo. */
    Optional<Way> back(int at) {
        if (!beforePointOfNoReturn(at)) {
            return Optional.of(back(Kind.REINITIALISE, When.BEYOND_REPAIR, plan.reinitialise()));
        }
        List<Step> undo = new UndoSteps(plan, evidence).upTo(at);
        return undo.isEmpty() ? Optional.empty() : Optional.of(back(Kind.UNDO, When.GIVEN_UP, undo));
    }

    private Way wayOn(int at) {
        Step failed = plan.steps().get(at);
        Optional<String> next =
                plan.steps().stream().skip(at + 1L).map(Step::id).findFirst();
        boolean onlyOnce = failed.rollbackClass().onlyOnce();
        Effect effect = effect(at);
        if (effect == Effect.DONE && failed.rollbackClass() != RollbackClass.READ_ONLY) {
            return new Way(Kind.GO_ON, When.DONE, List.of(), next, Optional.empty());
        } else if (effect == Effect.PARTIAL) {
            return new Way(Kind.LOOK, When.PARTLY_DONE, looks(at), next, Optional.empty());
        } else if (effect == Effect.UNKNOWN && onlyOnce) {
            return new Way(Kind.LOOK, When.UNKNOWN, looks(at), next, Optional.of(failed.id()));
        }
        List<Step> leftOver = evidence.leftOver(failed) ? new UndoSteps(plan, evidence).of(failed) : List.of();
        When when = onlyOnce ? When.CERTAINLY_NOT_DONE : leftOver.isEmpty() ? When.HARMLESS : When.LEFT_OVER;
        List<Step> again = Stream.concat(leftOver.stream(), Stream.of(failed)).toList();
        return new Way(Kind.RETRY, when, again, next, Optional.empty());
    }

    private static Way back(Kind kind, When when, List<Step> steps) {
        return new Way(kind, when, steps, Optional.empty(), Optional.empty());
    }

    /**
     * Returns whether a step was done. If tools show that it was not, but the journal or a later step shows that it
     * was, the output may be older than the step. The result is then unknown. It is also unknown if only one of two
     * looks shows that the step was not done.
     */
    private Effect effect(int at) {
        Step step = plan.steps().get(at);
        Effect effect = evidence.of(step);
        boolean unclear = effect == Effect.NOT_DONE
                && (!evidence.certainlyNotDone(step)
                        || plan.steps().stream().skip(at).anyMatch(this::madeOrJournalled));
        return unclear ? Effect.UNKNOWN : effect;
    }

    private boolean madeOrJournalled(Step step) {
        boolean made = step.rollbackClass() != RollbackClass.READ_ONLY && evidence.of(step) == Effect.DONE;
        return made || progress.done(step);
    }

    /** Returns the looks directly after a step, which show whether it took effect. */
    private List<Step> looks(int at) {
        List<Step> looks = new ArrayList<>();
        plan.steps().stream()
                .skip(at + 1L)
                .takeWhile(step -> step.rollbackClass() == RollbackClass.READ_ONLY)
                .forEach(looks::add);
        return looks;
    }

    private boolean beforePointOfNoReturn(int at) {
        return plan.steps().subList(0, at + 1).stream()
                .noneMatch(step -> step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN);
    }
}
