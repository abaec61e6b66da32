package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.StepEvidence.Effect;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The progress of a plan, from its journal and from what the files and the tools show. Not thread-safe. */
final class Situation {
    private final ExtendPlan plan;
    private final Progress progress;
    private final StepEvidence evidence;
    private final ForeignFiles foreign;
    private final Map<String, Effect> effects = new HashMap<>();
    /**
     * The ids of the steps that are done according to the files and the tools, or according to the journal if these
     * show nothing.
     */
    private final Set<String> shown = new HashSet<>();
    /** The ids of the steps on which done steps depend, directly or indirectly. */
    private final Set<String> dependencies = new HashSet<>();

    private final Set<String> done;

    Situation(ExtendPlan plan, Progress progress, StepEvidence evidence, Optional<ClusterFiles> collected) {
        this.plan = plan;
        this.progress = progress;
        this.evidence = evidence;
        this.foreign = new ForeignFiles(plan, evidence, collected);
        judgeSteps();
        this.done = done();
    }

    static Situation of(ExtendPlan plan, Observed observed) {
        return of(plan, new PlanFiles(plan, EnumSet.allOf(Law.class)), observed);
    }

    static Situation of(ExtendPlan plan, PlanFiles planFiles, Observed observed) {
        Set<Law> laws = EnumSet.allOf(Law.class);
        List<JournalEntry> journal = Run.own(plan, observed.journal());
        SeenFiles seen = observed.seen();
        Progress progress = new Progress(plan, laws, planFiles, journal, journal.size(), seen, observed.done());
        return new Situation(
                plan, progress, new StepEvidence(plan, planFiles, seen, observed.state()), observed.files());
    }

    Status status() {
        List<Finding> findings = misfits(List.of());
        boolean fits = findings.isEmpty();
        List<Step> left = left();
        List<Step> open = left.stream().filter(this::isOpen).toList();
        Optional<Step> next = left.stream()
                .filter(step -> fits && !Progress.isTakenByNextStep(step))
                .findFirst();
        Optional<Step> from = open.stream().findFirst().or(this::lastChange);
        Optional<Integer> at =
                from.filter(step -> fits && begun() && !left.isEmpty()).map(plan.steps()::indexOf);
        List<Recovery.Way> ways = at.map(place -> open.isEmpty()
                        ? recoverer().back(place).stream().toList()
                        : recoverer().ways(place))
                .orElse(List.of());
        return new Status(
                plan.steps().stream().filter(step -> !left.contains(step)).toList(),
                left,
                open,
                next,
                begun(),
                ways,
                at.map(plan.steps()::get),
                fits ? doubts() : findings);
    }

    /** Returns the ways from a step that failed, or of which it is unknown whether it was done. */
    Recovery recovery(String failed) {
        int at = plan.steps().stream().map(Step::id).toList().indexOf(failed);
        if (at < 0) {
            throw new IllegalArgumentException("the plan has no step " + failed);
        }
        List<Finding> findings = misfits(recoverer().undone(at));
        return new Recovery(
                plan.steps().get(at), findings.isEmpty() ? recoverer().ways(at) : List.of(), findings);
    }

    /**
     * Returns the findings because of which the plan does not fit the files.
     *
     * @param undone the steps that a way back undoes
     */
    private List<Finding> misfits(List<Step> undone) {
        List<Finding> changed = foreign.findings(undone);
        return changed.isEmpty() ? progress.lateWrites(step -> shown.contains(step.id())) : changed;
    }

    private Recoverer recoverer() {
        return new Recoverer(plan, evidence, progress);
    }

    private List<Step> left() {
        boolean changes = plan.steps().stream().anyMatch(step -> !done.contains(step.id()) && !lastLook(step));
        // A last look that was taken before the last change must be taken again.
        List<Step> left = plan.steps().stream()
                .filter(step -> !done.contains(step.id()) || (changes && lastLook(step)) || isOld(step))
                .toList();
        boolean proven = left.stream().allMatch(Situation::lastLook);
        return proven && effects.get("all-ok") == Effect.DONE ? List.of() : left;
    }

    private static boolean lastLook(Step step) {
        return step.phase() == Phase.POSTFLIGHT;
    }

    /**
     * Returns whether a look before a point of no return must be taken again. The entry in the journal is not enough,
     * because the state may have changed since then.
     */
    private boolean isOld(Step look) {
        return effect(look) != Effect.DONE && progress.isOld(look, step -> done.contains(step.id()));
    }

    private void judgeSteps() {
        for (Step step : plan.steps()) {
            Effect told = evidence.of(step);
            effects.put(step.id(), told);
            if (told == Effect.DONE || (told == Effect.UNKNOWN && progress.done(step))) {
                shown.add(step.id());
            }
        }
        for (int i = plan.steps().size() - 1; i >= 0; i--) {
            Step step = plan.steps().get(i);
            // A look whose condition holds now does not show that the steps before it were done.
            boolean performed = progress.done(step)
                    || (shown.contains(step.id()) && step.rollbackClass() != RollbackClass.READ_ONLY);
            if (performed || dependencies.contains(step.id())) {
                dependencies.addAll(step.dependsOn());
            }
        }
    }

    private Set<String> done() {
        Set<String> all = new HashSet<>();
        for (Step step : plan.steps()) {
            boolean inOrder = all.containsAll(step.dependsOn());
            boolean implied = dependencies.contains(step.id())
                    && !step.rollbackClass().onlyOnce()
                    && effect(step) == Effect.UNKNOWN
                    && inOrder;
            // A look does not count before the steps that it depends on are done. For example, the check of a DCR disk
            // also succeeds before the disk is extended.
            boolean tooEarly = step.rollbackClass() == RollbackClass.READ_ONLY && !progress.done(step) && !inOrder;
            if ((shown.contains(step.id()) && !tooEarly) || implied) {
                all.add(step.id());
            }
        }
        return all;
    }

    /**
     * Returns whether a remaining step is uncertain: it was begun, or it must not be done twice and it is unknown
     * whether it was done.
     */
    private boolean isOpen(Step step) {
        if (progress.open(step) || evidence.isPartlyCopied(step)) {
            return true;
        }
        Effect told = effect(step);
        // If there is a journal, a step without an entry was not begun.
        boolean unknown = told == Effect.UNKNOWN && !progress.hasJournal();
        return step.rollbackClass().onlyOnce() && begun() && (unknown || told == Effect.PARTIAL || contradicted(step));
    }

    /** Returns whether the journal, the files or the tools show that a change of the plan was made. */
    private boolean begun() {
        return plan.steps().stream()
                .filter(step -> step.rollbackClass() != RollbackClass.READ_ONLY)
                .anyMatch(step -> shown.contains(step.id())
                        || effect(step) == Effect.PARTIAL
                        || evidence.isPartlyCopied(step)
                        || progress.wasBegun(step));
    }

    private Optional<Step> lastChange() {
        return plan.steps().stream()
                .filter(step -> step.rollbackClass() != RollbackClass.READ_ONLY && done.contains(step.id()))
                .reduce((first, second) -> second);
    }

    /**
     * Returns whether tools show that a step was not done, but the journal or a later step shows that it was. Outputs
     * have no time: this output may be older than the step.
     */
    private boolean contradicted(Step step) {
        return step.rollbackClass().onlyOnce()
                && effect(step) == Effect.NOT_DONE
                && (progress.done(step) || dependencies.contains(step.id()));
    }

    private List<Finding> doubts() {
        List<Finding> findings = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (contradicted(step)) {
                findings.add(ResumeFindings.contradicted(plan, step));
            } else if (effect(step) == Effect.PARTIAL) {
                findings.add(ResumeFindings.partial(plan, step));
            }
        }
        return findings;
    }

    private Effect effect(Step step) {
        return effects.getOrDefault(step.id(), Effect.UNKNOWN);
    }
}
