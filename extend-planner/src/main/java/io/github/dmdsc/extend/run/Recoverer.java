package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Recovery.Kind;
import io.github.dmdsc.extend.run.Recovery.Way;
import io.github.dmdsc.extend.run.Recovery.When;
import io.github.dmdsc.extend.run.StepEvidence.Known;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the ways from one step. */
final class Recoverer {
    private final ExtendPlan plan;
    private final Observed observed;
    private final StepEvidence evidence;

    Recoverer(ExtendPlan plan, Observed observed) {
        this.plan = plan;
        this.observed = observed;
        this.evidence = new StepEvidence(plan, observed);
    }

    Recovery recover(String failedStep) {
        List<Step> steps = plan.steps();
        int at = 0;
        while (at < steps.size() && !steps.get(at).id().equals(failedStep)) {
            at++;
        }
        if (at == steps.size()) {
            throw new IllegalArgumentException("the plan has no step " + failedStep);
        }
        List<Step> undone = beforePointOfNoReturn(at) ? steps.subList(0, at + 1) : List.of();
        List<Finding> findings = ForeignFiles.findings(plan, observed, evidence, undone);
        return new Recovery(steps.get(at), findings.isEmpty() ? ways(at) : List.of(), findings);
    }

    private List<Way> ways(int at) {
        List<Way> ways = new ArrayList<>();
        ways.add(on(at));
        if (!beforePointOfNoReturn(at)) {
            ways.add(back(Kind.REINITIALISE, When.BEYOND_REPAIR, plan.reinitialise()));
            return ways;
        }
        List<Step> undo = new UndoSteps(plan, evidence).upTo(at);
        if (!undo.isEmpty()) {
            ways.add(back(Kind.UNDO, When.GIVEN_UP, undo));
        }
        return ways;
    }

    private Way on(int at) {
        Step failed = plan.steps().get(at);
        Optional<String> next =
                plan.steps().stream().skip(at + 1L).map(Step::id).findFirst();
        boolean onlyOnce = failed.rollbackClass().onlyOnce();
        Known known = known(at);
        if (known == Known.DONE && failed.rollbackClass() != RollbackClass.READ_ONLY) {
            return new Way(Kind.GO_ON, When.DONE, List.of(), next, Optional.empty());
        } else if (known == Known.PARTIAL) {
            return new Way(Kind.LOOK, When.PARTLY_DONE, looks(at), next, Optional.empty());
        } else if (known == Known.UNKNOWN && onlyOnce) {
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

    /** Where an output shows nothing of a step that the journal has, or that others followed, it may be the older one. */
    private Known known(int at) {
        Step step = plan.steps().get(at);
        Known known = evidence.of(step);
        boolean older =
                known == Known.NOT_DONE && plan.steps().stream().skip(at).anyMatch(this::madeOrJournalled);
        return older ? Known.UNKNOWN : known;
    }

    private boolean madeOrJournalled(Step step) {
        boolean made = step.rollbackClass() != RollbackClass.READ_ONLY && evidence.of(step) == Known.DONE;
        return made || observed.done().contains(step.id());
    }

    /** What shows whether a step took effect: the steps behind it that only look. */
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
