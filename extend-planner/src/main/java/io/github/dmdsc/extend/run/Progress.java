package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.RunFindings.Unplanned;
import io.github.dmdsc.model.check.Finding;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The progress of a plan and the next step, according to the journal and to the hashes of the written files. */
final class Progress {
    private final ExtendPlan plan;
    private final Set<Law> laws;
    private final PlanFiles planFiles;
    /** The last observation of the files. */
    private final SeenFiles seen;

    private final int earlierEntries;
    private final Map<String, Step> steps = new HashMap<>();
    /**
     * The index of the last entry by which a step is done, by the id of the step. A later entry that the step begins or
     * is doubted removes it.
     */
    private final Map<String, Integer> ended = new HashMap<>();

    private final Set<String> begun = new HashSet<>();
    /** The ids of the skipped steps. A skipped look still has to be taken. */
    private final Set<String> skipped = new HashSet<>();

    private final Set<String> done = new HashSet<>();
    /** The ids of the steps that a run carried out to their end at any time. */
    private final Set<String> carriedOut = new HashSet<>();

    /** Whether the journal has entries. */
    private final boolean hasJournal;

    private final Set<String> doneByHand;

    /**
     * Reads a journal.
     *
     * @param earlierEntries the number of entries that earlier runs wrote
     * @param doneByHand the ids of steps that were done without a journal
     */
    Progress(
            ExtendPlan plan,
            Set<Law> laws,
            PlanFiles planFiles,
            List<JournalEntry> journal,
            int earlierEntries,
            SeenFiles seen,
            Set<String> doneByHand) {
        this.plan = plan;
        this.laws = laws;
        this.planFiles = planFiles;
        this.earlierEntries = earlierEntries;
        this.seen = seen;
        this.hasJournal = !journal.isEmpty();
        this.doneByHand = doneByHand;
        plan.steps().forEach(step -> steps.put(step.id(), step));
        for (int i = 0; i < journal.size(); i++) {
            journal.get(i).accept(new Reader(i));
        }
        int lastOnce = last(RollbackClass::onlyOnce);
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            boolean passed = laws.contains(Law.OFFER_NO_EARLIER_STEP)
                    && step.rollbackClass().onlyOnce()
                    && i < lastOnce;
            boolean now = doneByHand.contains(step.id()) || (ended.containsKey(step.id()) && !stale(step));
            if (passed || (now && !reverted(step))) {
                done.add(step.id());
            }
        }
        doneByHand.forEach(this::step);
    }

    /**
     * Returns the index of the last step of such a rollback class that the journal names as begun or done; -1 if there
     * is none.
     */
    private int last(Predicate<RollbackClass> which) {
        int last = -1;
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            boolean journalled = ended.containsKey(step.id()) || begun.contains(step.id());
            last = journalled && which.test(step.rollbackClass()) ? i : last;
        }
        return last;
    }

    boolean hasJournal() {
        return hasJournal;
    }

    boolean done(Step step) {
        return done.contains(step.id());
    }

    /** Returns whether the journal shows that a run carried out a step, even if the step must be done again. */
    boolean carriedOut(Step step) {
        return carriedOut.contains(step.id());
    }

    /** Returns whether a step was begun and it is unknown whether it was done. */
    boolean open(Step step) {
        return begun.contains(step.id()) && !done(step);
    }

    /** Returns whether a step was begun or done at some time, even if its result is gone now. */
    boolean wasBegun(Step step) {
        return ended.containsKey(step.id()) || begun.contains(step.id()) || doneByHand.contains(step.id());
    }

    /** Returns the next step; empty if all steps are done. */
    Optional<Step> next() {
        return plan.steps().stream()
                .filter(step -> !reached(step))
                .filter(step -> !laws.contains(Law.DEPENDENCIES_FIRST)
                        || step.dependsOn().stream().map(this::step).allMatch(this::reached))
                .findFirst();
    }

    /**
     * Returns whether the steps that depend on this step may begin: the step is done, or it is an export that the next
     * step takes itself.
     */
    private boolean reached(Step step) {
        if (isTakenByNextStep(step)) {
            return dependents(step).allMatch(later -> done(later) || open(later))
                    || step.dependsOn().stream().map(this::step).allMatch(this::reached);
        }
        return done(step) && !(laws.contains(Law.REPEAT_LAST_LOOKS) && isOld(step, this::done));
    }

    /**
     * Returns whether a step is an export that the next step takes itself, after its gate: directly before the disk is
     * written, it shows that the disk still holds the old configuration.
     */
    static boolean isTakenByNextStep(Step step) {
        return step.action() instanceof Look.ExportDcr export && export.expected() == Look.DcrConfiguration.STILL_BASE;
    }

    /**
     * Returns whether a look must be taken again: a point of no return that was not begun depends on it, and this run
     * has not taken it.
     *
     * @param passed returns whether a step is done
     */
    boolean isOld(Step look, Predicate<Step> passed) {
        boolean anew = ended.getOrDefault(look.id(), -1) >= earlierEntries && !skipped.contains(look.id());
        return look.rollbackClass() == RollbackClass.READ_ONLY
                && !anew
                && dependents(look)
                        .filter(step -> step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN)
                        .anyMatch(step -> !passed.test(step) && !open(step));
    }

    private Stream<Step> dependents(Step step) {
        return plan.steps().stream().filter(each -> each.dependsOn().contains(step.id()));
    }

    /** Returns whether a step that this step depends on was done again later. */
    private boolean stale(Step step) {
        return !step.rollbackClass().onlyOnce()
                && step.dependsOn().stream()
                        .map(this::step)
                        .filter(before -> before.rollbackClass() != RollbackClass.READ_ONLY)
                        .anyMatch(before -> ended.getOrDefault(before.id(), -1) > ended.getOrDefault(step.id(), -1));
    }

    /** Returns whether a file of the step was put back or removed since. */
    private boolean reverted(Step step) {
        return laws.contains(Law.DONE_WHILE_AS_PLANNED) && planFiles.isReverted(step, seen);
    }

    /**
     * Returns a finding for each file that a step before the last point of no return wrote or copied and that is not as
     * planned now. It is too late to write the file again.
     *
     * @param shown returns whether something other than the journal shows that a step was done
     */
    List<Finding> lateWrites(Predicate<Step> shown) {
        int last = last(RollbackClass.POINT_OF_NO_RETURN::equals);
        for (int i = last + 1; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            last = step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN && shown.test(step) ? i : last;
        }
        return plan.steps().subList(0, Math.max(last, 0)).stream()
                .filter(this::reverted)
                .flatMap(step -> planFiles.notAsPlanned(step, Unplanned.LATE, seen).stream())
                .toList();
    }

    private Step step(String id) {
        Step step = steps.get(id);
        if (step == null) {
            throw new IllegalArgumentException("the plan has no step " + id);
        }
        return step;
    }

    /** Applies the entries of the journal. */
    private final class Reader implements JournalEntry.Visitor<Boolean> {
        private final int at;

        private Reader(int at) {
            this.at = at;
        }

        @Override
        public Boolean opened(JournalEntry.Opened entry) {
            return true;
        }

        @Override
        public Boolean begun(JournalEntry.Begun entry) {
            return opens(entry.step());
        }

        @Override
        public Boolean ended(JournalEntry.Ended entry) {
            carriedOut.add(entry.step());
            return ends(entry.step());
        }

        @Override
        public Boolean foundDone(JournalEntry.FoundDone entry) {
            return ends(entry.step());
        }

        @Override
        public Boolean foundNotDone(JournalEntry.FoundNotDone entry) {
            ended.remove(entry.step());
            return begun.remove(entry.step());
        }

        @Override
        public Boolean skipped(JournalEntry.Skipped entry) {
            ends(entry.step());
            return skipped.add(entry.step());
        }

        @Override
        public Boolean doubted(JournalEntry.Doubted entry) {
            return opens(entry.step());
        }

        private boolean opens(String id) {
            ended.remove(step(id).id());
            skipped.remove(id);
            return begun.add(id);
        }

        private boolean ends(String id) {
            ended.put(step(id).id(), at);
            skipped.remove(id);
            return begun.remove(id);
        }
    }
}
