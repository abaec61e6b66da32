package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.StepEvidence.Known;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the steps that are done from those that are left. Not thread-safe. */
final class Replanner {
    private final ExtendPlan plan;
    private final Observed observed;
    private final StepEvidence evidence;
    private final Map<String, Known> known = new HashMap<>();
    /** Done by evidence, or by the journal where there is none. */
    private final Set<String> shown = new HashSet<>();
    /** What steps that are shown wait for, directly or not. */
    private final Set<String> waitedFor = new HashSet<>();

    Replanner(ExtendPlan plan, Observed observed) {
        this.plan = plan;
        this.observed = observed;
        this.evidence = new StepEvidence(plan, observed);
    }

    Replan replan() {
        List<Finding> findings = ForeignFiles.findings(plan, observed, evidence, List.of());
        if (!findings.isEmpty()) {
            return new Replan.Refused(findings);
        }
        look();
        Set<String> done = done();
        boolean changes = plan.steps().stream().anyMatch(step -> !done.contains(step.id()) && !lastLook(step));
        // What was seen before the last change is not yet the last look.
        List<Step> left = plan.steps().stream()
                .filter(step -> !done.contains(step.id()) || (changes && lastLook(step)) || guards(step, done))
                .toList();
        boolean proven = left.stream().allMatch(Replanner::lastLook);
        if (left.isEmpty() || (proven && known.get("all-ok") == Known.DONE)) {
            return new Replan.AlreadyExtended();
        }
        return new Replan.Remaining(left, left.stream().filter(this::uncertain).toList(), begun(), doubts());
    }

    private static boolean lastLook(Step step) {
        return step.phase() == Phase.POSTFLIGHT;
    }

    /** A journal says that somebody looked, not what can be seen now; what cannot be undone needs to know that. */
    private boolean guards(Step look, Set<String> done) {
        return look.rollbackClass() == RollbackClass.READ_ONLY
                && plan.steps().stream()
                        .filter(step -> step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN)
                        .limit(1)
                        .anyMatch(step -> step.dependsOn().contains(look.id()) && !done.contains(step.id()));
    }

    private void look() {
        for (Step step : plan.steps()) {
            Known told = evidence.of(step);
            known.put(step.id(), told);
            boolean journal = told == Known.UNKNOWN && observed.done().contains(step.id());
            if (journal || told == Known.DONE) {
                shown.add(step.id());
            }
        }
        for (int i = plan.steps().size() - 1; i >= 0; i--) {
            Step step = plan.steps().get(i);
            // That something can be seen now does not say that a person did what comes before the look.
            boolean performed = observed.done().contains(step.id())
                    || (shown.contains(step.id()) && step.rollbackClass() != RollbackClass.READ_ONLY);
            if (performed || waitedFor.contains(step.id())) {
                waitedFor.addAll(step.dependsOn());
            }
        }
    }

    private Set<String> done() {
        Set<String> done = new HashSet<>();
        for (Step step : plan.steps()) {
            boolean inOrder = done.containsAll(step.dependsOn());
            boolean implied = waitedFor.contains(step.id())
                    && !step.rollbackClass().onlyOnce()
                    && known(step) == Known.UNKNOWN
                    && inOrder;
            // A good disk was good before it was extended, too: what is seen too early is no look.
            boolean tooEarly = step.rollbackClass() == RollbackClass.READ_ONLY
                    && !observed.done().contains(step.id())
                    && !inOrder;
            if ((shown.contains(step.id()) && !tooEarly) || implied) {
                done.add(step.id());
            }
        }
        return done;
    }

    private boolean uncertain(Step step) {
        Known told = known(step);
        boolean open = told == Known.UNKNOWN || told == Known.PARTIAL || contradicted(step);
        return step.rollbackClass().onlyOnce() && open && begun();
    }

    /** Whether anything shows that a change of the plan was made. */
    private boolean begun() {
        return plan.steps().stream()
                .filter(step -> step.rollbackClass() != RollbackClass.READ_ONLY)
                .anyMatch(step -> shown.contains(step.id())
                        || known(step) == Known.PARTIAL
                        || observed.done().contains(step.id()));
    }

    /** Outputs carry no time: one from before the step says the same as one after a step that had no effect. */
    private boolean contradicted(Step step) {
        return step.rollbackClass().onlyOnce()
                && known(step) == Known.NOT_DONE
                && (observed.done().contains(step.id()) || waitedFor.contains(step.id()));
    }

    private List<Finding> doubts() {
        List<Finding> findings = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (contradicted(step)) {
                findings.add(ResumeFindings.contradicted(plan, step));
            } else if (known(step) == Known.PARTIAL) {
                findings.add(ResumeFindings.partial(plan, step));
            }
        }
        return findings;
    }

    private Known known(Step step) {
        return known.getOrDefault(step.id(), Known.UNKNOWN);
    }
}
