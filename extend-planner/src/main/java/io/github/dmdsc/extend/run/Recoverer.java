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
import java.util.Set;
import java.util.stream.Stream;

/** Chooses the ways from one step. */
final class Recoverer {
    private final ExtendPlan plan;
    private final Evidence evidence;
    private final Set<String> journal;

    /**
     * Ways out of a plan.
     *
     * @param journal the ids of the steps that a journal says are done
     */
    Recoverer(ExtendPlan plan, Evidence evidence, Set<String> journal) {
        this.plan = plan;
        this.evidence = evidence;
        this.journal = journal;
    }

    static Recovery recover(ExtendPlan plan, Observed observed, String failedStep) {
        List<String> ids = plan.steps().stream().map(Step::id).toList();
        int at = ids.indexOf(failedStep);
        if (at < 0) {
            throw new IllegalArgumentException("the plan has no step " + failedStep);
        }
        StepEvidence evidence = new StepEvidence(plan, observed);
        Recoverer recoverer = new Recoverer(plan, evidence, observed.done());
        List<Step> undone = recoverer.beforePointOfNoReturn(at) ? plan.steps().subList(0, at + 1) : List.of();
        List<Finding> findings = ForeignFiles.findings(plan, observed, evidence, undone);
        return new Recovery(plan.steps().get(at), findings.isEmpty() ? recoverer.ways(at) : List.of(), findings);
    }

    /** The ways on and back from a step that was begun. */
    List<Way> ways(int at) {
        List<Way> ways = new ArrayList<>();
        ways.add(on(at));
        back(at).ifPresent(ways::add);
        return ways;
    }

    /** The way back from a step and all before it; empty where nothing has to be put back. */
    Optional<Way> back(int at) {
        if (!beforePointOfNoReturn(at)) {
            return Optional.of(back(Kind.REINITIALISE, When.BEYOND_REPAIR, plan.reinitialise()));
        }
        List<Step> undo = new UndoSteps(plan, evidence).upTo(at);
        return undo.isEmpty() ? Optional.empty() : Optional.of(back(Kind.UNDO, When.GIVEN_UP, undo));
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
        return made || journal.contains(step.id());
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
