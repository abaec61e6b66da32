package io.github.dmdsc.extend.resume;

import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.resume.StepEvidence.Known;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Diagnostic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        List<Diagnostic> findings = findings();
        if (!findings.isEmpty()) {
            return new Replan.Refused(findings);
        }
        look();
        Set<String> done = done();
        boolean changes = plan.steps().stream().anyMatch(step -> !done.contains(step.id()) && !lastLook(step));
        // What was seen before the last change is not yet the last look.
        List<Step> left = plan.steps().stream()
                .filter(step -> !done.contains(step.id()) || (changes && lastLook(step)))
                .toList();
        boolean proven = left.stream().allMatch(Replanner::lastLook);
        if (left.isEmpty() || (proven && known.get("all-ok") == Known.DONE)) {
            return new Replan.AlreadyExtended();
        }
        return new Replan.Remaining(left, left.stream().filter(this::uncertain).toList());
    }

    private static boolean lastLook(Step step) {
        return step.phase() == Phase.POSTFLIGHT && step.rollbackClass() == RollbackClass.READ_ONLY;
    }

    private List<Diagnostic> findings() {
        List<Diagnostic> changed = changed();
        // Where every file is as before or as planned, there is no need to read them: they are of this cluster.
        if (!changed.isEmpty()
                && Freshness.checkFresh(plan, observed.files()) instanceof Freshness.OtherCluster other) {
            return List.of(ResumeFindings.otherCluster(plan, other));
        }
        return changed;
    }

    private List<Diagnostic> changed() {
        List<Diagnostic> findings = new ArrayList<>();
        Set<FileId> changing = plan.files().stream().map(FileChange::file).collect(Collectors.toSet());
        for (FileHash base : plan.base()) {
            Optional<String> now = evidence.hash(base.file());
            if (!changing.contains(base.file()) && !now.equals(Optional.of(base.sha256()))) {
                findings.add(ResumeFindings.changed(base.file(), Optional.of(base.sha256()), now, Optional.empty()));
            }
        }
        for (FileChange change : plan.files()) {
            boolean foreign = plan.steps().stream()
                    .filter(step -> writes(step, change.file()))
                    .allMatch(step -> evidence.of(step) == Known.FOREIGN);
            if (foreign && plan.steps().stream().anyMatch(step -> writes(step, change.file()))) {
                findings.add(ResumeFindings.changed(
                        change.file(), change.before(), evidence.hash(change.file()), Optional.of(change.after())));
            }
        }
        return findings.stream().sorted(Diagnostic.ORDER).toList();
    }

    private static boolean writes(Step step, FileId file) {
        return step.command() instanceof Command.WriteFile write && write.file().equals(file);
    }

    private void look() {
        Map<String, Step> byId = plan.steps().stream().collect(Collectors.toMap(Step::id, step -> step));
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
            boolean performed = shown.contains(step.id())
                    && (step.rollbackClass() != RollbackClass.READ_ONLY
                            || observed.done().contains(step.id()));
            if (performed || waitedFor.contains(step.id())) {
                step.dependsOn().stream().filter(byId::containsKey).forEach(waitedFor::add);
            }
        }
    }

    private Set<String> done() {
        Set<String> done = new HashSet<>();
        for (Step step : plan.steps()) {
            boolean harmless = step.rollbackClass() != RollbackClass.VERIFY_BEFORE_RETRY
                    && step.rollbackClass() != RollbackClass.POINT_OF_NO_RETURN;
            boolean implied = waitedFor.contains(step.id())
                    && harmless
                    && known.get(step.id()) == Known.UNKNOWN
                    && done.containsAll(step.dependsOn());
            if (shown.contains(step.id()) || implied) {
                done.add(step.id());
            }
        }
        return done;
    }

    private boolean uncertain(Step step) {
        boolean onlyOnce = step.rollbackClass() == RollbackClass.VERIFY_BEFORE_RETRY
                || step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN;
        return onlyOnce && waitedFor.contains(step.id()) && known.get(step.id()) == Known.UNKNOWN;
    }
}
