package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out a plan on a model of the cluster, in the order of the plan, and checks that the manual and the state of
 * the cluster allow each step. It also checks other orders that the dependencies of the steps allow, and the
 * re-initialisation. All methods are pure functions and thread-safe.
 */
public final class Rehearsal {
    /** The values of {@link RehearsalResult.Failure#step} for a failure outside the steps. */
    private static final String START = "start";

    private static final String END = "end";

    private static final String REINITIALISE = "reinitialise";

    private final Set<Requirement> rules;

    /** A rehearsal that checks only some requirements. Tests use it to show that each requirement matters. */
    Rehearsal(Set<Requirement> rules) {
        this.rules = EnumSet.copyOf(rules);
    }

    /**
     * Rehearses a plan without faults.
     *
     * @param plan the plan
     * @param files the files of the cluster that the plan was made for
     * @return the result; {@link RehearsalResult#passed} tells whether the plan has passed
     */
    public static RehearsalResult rehearse(ExtendPlan plan, ClusterFiles files) {
        return new Rehearsal(EnumSet.allOf(Requirement.class)).run(plan, files, Optional.empty());
    }

    /**
     * Rehearses a plan without faults and, if it passes, with each fault at each step.
     *
     * @param plan the plan
     * @param files the files of the cluster that the plan was made for
     * @param rescue gives the ways out of a fault
     * @return the result; {@link RehearsalResult#passed} tells whether the plan has passed
     */
    public static RehearsalResult rehearse(ExtendPlan plan, ClusterFiles files, Rescue rescue) {
        return rehearse(plan, files, rescue, Progress.NONE);
    }

    /**
     * Rehearses a plan without faults and, if it passes, with each fault at each step.
     *
     * @param plan the plan
     * @param files the files of the cluster that the plan was made for
     * @param rescue gives the ways out of a fault
     * @param progress is called after each step
     * @return the result; {@link RehearsalResult#passed} tells whether the plan has passed
     */
    public static RehearsalResult rehearse(ExtendPlan plan, ClusterFiles files, Rescue rescue, Progress progress) {
        return new Rehearsal(EnumSet.allOf(Requirement.class)).run(plan, files, Optional.of(rescue), progress);
    }

    /**
     * Rehearses a plan with one fault at one step.
     *
     * @param plan the plan
     * @param files the files of the cluster that the plan was made for
     * @param step the id of the step
     * @param fault the fault
     * @param rescue gives the ways out of the fault
     * @return the result; empty if the plan has no such step, if the plan fails without the fault, or if the fault
     *     cannot happen at the step
     */
    public static Optional<Incident> incident(
            ExtendPlan plan, ClusterFiles files, String step, Fault fault, Rescue rescue) {
        Rehearsal rehearsal = new Rehearsal(EnumSet.allOf(Requirement.class));
        List<String> ids = plan.steps().stream().map(Step::id).toList();
        int index = ids.indexOf(step);
        return PlanContext.of(plan, files).flatMap(context -> {
            Run run = rehearsal.new Run(context);
            boolean passes = run.go(Optional.empty(), Progress.NONE).passed();
            return passes && index >= 0
                    ? new FaultRun(context, rehearsal.rules, rescue, run.moments).incident(index, fault)
                    : Optional.empty();
        });
    }

    /** Receives the progress of a rehearsal with faults. */
    @FunctionalInterface
    public interface Progress {
        /** Ignores the progress. */
        Progress NONE = (done, of) -> {};

        /**
         * Called after a step was rehearsed with each of its faults.
         *
         * @param done the number of steps that are finished
         * @param of the number of all steps
         */
        void at(int done, int of);
    }

    RehearsalResult run(ExtendPlan plan, ClusterFiles files, Optional<Rescue> rescue) {
        return run(plan, files, rescue, Progress.NONE);
    }

    private RehearsalResult run(ExtendPlan plan, ClusterFiles files, Optional<Rescue> rescue, Progress progress) {
        Optional<PlanContext> context = PlanContext.of(plan, files);
        if (context.isEmpty()) {
            RehearsalResult.Failure failure =
                    new RehearsalResult.Failure("", Violation.of(Requirement.EXPORTED, "dmdcr_cfg.ini"));
            return certificate(plan, List.of(), List.of(), Optional.of(failure));
        }
        return new Run(context.get()).go(rescue, progress);
    }

    private RehearsalResult certificate(
            ExtendPlan plan,
            List<ModelState> moments,
            List<RehearsalResult.FaultVerdict> faults,
            Optional<RehearsalResult.Failure> failure) {
        boolean stranded = faults.stream().anyMatch(verdict -> verdict.ending() == Ending.STRANDED);
        return new RehearsalResult(
                plan.planId(),
                List.copyOf(rules),
                new HashSet<>(moments).size(),
                Math.max(0, moments.size() - 1),
                faults,
                failure.isEmpty() && !stranded,
                failure);
    }

    /** One rehearsal of a plan. */
    private final class Run {
        private final PlanContext context;
        private final Model model;
        /** The state before each step, and the state after the last step. */
        private final List<ModelState> moments = new ArrayList<>();

        private Run(PlanContext context) {
            this.context = context;
            this.model = new Model(context, rules);
        }

        private RehearsalResult go(Optional<Rescue> rescue, Progress progress) {
            Optional<Outcome.Rejected> stale = stale();
            if (stale.isPresent()) {
                return failed(START, stale.get());
            }
            ModelState state = ModelState.of(context);
            moments.add(state);
            for (Step step : context.plan().steps()) {
                Outcome outcome = model.apply(state, step);
                if (outcome instanceof Outcome.Rejected rejected) {
                    return failed(step.id(), rejected);
                }
                state = ((Outcome.Next) outcome).state();
                moments.add(state);
            }
            Optional<Outcome.Rejected> end = model.end(state);
            if (end.isPresent()) {
                return failed(END, end.get());
            }
            Optional<Outcome.Rejected> back = new WayBack(context, rules, Optional.empty())
                    .reinitialised(state, context.plan().reinitialise());
            if (back.isPresent()) {
                return failed(REINITIALISE, back.get());
            }
            Optional<Outcome.Rejected> otherwise = inAnotherOrder();
            if (otherwise.isPresent()) {
                return failed(END, otherwise.get());
            }
            return certificate(
                    context.plan(),
                    moments,
                    rescue.map(known -> faults(known, progress)).orElse(List.of()),
                    Optional.empty());
        }

        /**
         * The requirement that the steps do not meet in another order that their dependencies allow; empty if they meet
         * all.
         */
        private Optional<Outcome.Rejected> inAnotherOrder() {
            Judge judge = new Judge(rules);
            List<Step> steps = context.plan().steps();
            List<Step> back = context.plan().reinitialise();
            for (List<Step> each : List.of(steps, back)) {
                Optional<String> inVain = new OtherOrders(each).waitsInVain();
                judge.demand(Requirement.WAITING, inVain.isEmpty(), inVain.orElse(""));
            }
            for (List<Step> order : new OtherOrders(steps).orders()) {
                Optional<String> broken = forward(order);
                judge.demand(Requirement.WAITING, broken.isEmpty(), broken.orElse(""));
            }
            ModelState extended = moments.get(moments.size() - 1);
            for (List<Step> order : new OtherOrders(back).orders()) {
                Optional<Outcome.Rejected> broken =
                        new WayBack(context, rules, Optional.empty()).reinitialised(extended, order);
                judge.demand(Requirement.WAITING, broken.isEmpty(), REINITIALISE);
            }
            return judge.rejected();
        }

        private Optional<String> forward(List<Step> order) {
            ModelState state = moments.get(0);
            for (int i = 0; i < order.size(); i++) {
                boolean sameStep =
                        order.get(i).id().equals(context.plan().steps().get(i).id());
                // The same step in the same state has the same result, so it need not be carried out again.
                boolean known = sameStep && state.equals(moments.get(i));
                Outcome outcome = known ? new Outcome.Next(moments.get(i + 1)) : model.apply(state, order.get(i));
                if (outcome instanceof Outcome.Rejected rejected) {
                    return Optional.of(
                            order.get(i).id() + " " + rejected.requirement().id());
                }
                state = ((Outcome.Next) outcome).state();
            }
            return model.end(state)
                    .map(rejected -> END + " " + rejected.requirement().id());
        }

        private Optional<Outcome.Rejected> stale() {
            Judge judge = new Judge(rules);
            context.plan().base().forEach(hash -> {
                Optional<String> now = context.base().find(hash.file()).map(StoredFile::sha256);
                judge.demandEqual(Requirement.FRESH_FILES, now.orElse("-"), hash.sha256(), hash.file());
            });
            return judge.rejected();
        }

        private List<RehearsalResult.FaultVerdict> faults(Rescue rescue, Progress progress) {
            FaultRun run = new FaultRun(context, rules, rescue, moments);
            List<RehearsalResult.FaultVerdict> verdicts = new ArrayList<>();
            for (int i = 0; i + 1 < moments.size(); i++) {
                for (Fault fault : Fault.values()) {
                    run.at(i, fault).ifPresent(verdicts::add);
                }
                progress.at(i + 1, moments.size() - 1);
            }
            return verdicts;
        }

        private RehearsalResult failed(String step, Outcome.Rejected rejected) {
            return certificate(
                    context.plan(), moments, List.of(), Optional.of(new RehearsalResult.Failure(step, rejected.why())));
        }
    }
}
