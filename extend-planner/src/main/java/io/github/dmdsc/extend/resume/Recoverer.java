package io.github.dmdsc.extend.resume;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.resume.Recovery.Kind;
import io.github.dmdsc.extend.resume.Recovery.Way;
import io.github.dmdsc.extend.resume.StepEvidence.Known;
import io.github.dmdsc.model.check.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Chooses the ways from one step. */
final class Recoverer {
    private final ExtendPlan plan;
    private final StepEvidence evidence;

    Recoverer(ExtendPlan plan, Observed observed) {
        this.plan = plan;
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
        return new Recovery(steps.get(at), ways(at));
    }

    private List<Way> ways(int at) {
        Step failed = plan.steps().get(at);
        boolean changes = failed.rollbackClass() != RollbackClass.READ_ONLY;
        Known known = evidence.of(failed);
        List<Way> ways = new ArrayList<>();
        if (known == Known.DONE && changes) {
            Optional<String> next = at + 1 < plan.steps().size()
                    ? Optional.of(plan.steps().get(at + 1).id())
                    : Optional.empty();
            ways.add(new Way(Kind.GO_ON, text("go-on", failed), List.of(), next));
        }
        boolean onlyOnce = failed.rollbackClass() == RollbackClass.VERIFY_BEFORE_RETRY
                || failed.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN;
        if (onlyOnce && known == Known.UNKNOWN) {
            ways.add(new Way(Kind.LOOK, text("look", failed), looks(at), Optional.of(failed.id())));
        }
        if (known != Known.DONE || !changes) {
            ways.add(new Way(
                    Kind.RETRY,
                    text(onlyOnce ? "retry-once" : "retry", failed),
                    retried(failed),
                    Optional.of(failed.id())));
        }
        if (!beforePointOfNoReturn(at)) {
            ways.add(new Way(Kind.REINITIALISE, text("reinitialise", failed), plan.reinitialise(), Optional.empty()));
            return ways;
        }
        List<Step> undo = new UndoSteps(plan, evidence).upTo(at);
        if (!undo.isEmpty()) {
            ways.add(new Way(Kind.UNDO, text("undo", failed), undo, Optional.empty()));
        }
        return ways;
    }

    /** The step once more, without what a first attempt left behind. */
    private List<Step> retried(Step failed) {
        List<Step> steps = new ArrayList<>();
        if (evidence.leftOver(failed)) {
            steps.addAll(new UndoSteps(plan, evidence).of(failed));
        }
        steps.add(failed);
        return steps;
    }

    /** The steps behind this one that only look at what it does. */
    private List<Step> looks(int at) {
        List<Step> looks = new ArrayList<>();
        Predicate<Step> looking = step -> step.rollbackClass() == RollbackClass.READ_ONLY;
        for (int i = at + 1;
                i < plan.steps().size() && looking.test(plan.steps().get(i));
                i++) {
            looks.add(plan.steps().get(i));
        }
        return looks;
    }

    private boolean beforePointOfNoReturn(int at) {
        return plan.steps().subList(0, at + 1).stream()
                .noneMatch(step -> step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN);
    }

    private static Text text(String way, Step failed) {
        return ResumeFindings.MESSAGES.text("way." + way, Map.of("step", failed.id()));
    }
}
