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
 * Carries out a plan on a model of the cluster, step by step in the plan's order, and says whether every step is one
 * that the manual and the cluster allow. Pure; thread-safe.
 */
public final class Rehearsal {
    /** The names that a failure before the first or after the last step has instead of a step's. */
    private static final String START = "start";

    private static final String END = "end";

    private static final String REINITIALISE = "reinitialise";

    private final Set<Requirement> rules;

    /** A rehearsal that knows some of the rules only: to show that each of them matters. */
    Rehearsal(Set<Requirement> rules) {
        this.rules = EnumSet.copyOf(rules);
    }

    /**
     * Rehearses a plan, with nothing in its way.
     *
     * @param plan the plan
     * @param files the files of the cluster that it was made for
     */
    public static Certificate rehearse(ExtendPlan plan, ClusterFiles files) {
        return new Rehearsal(EnumSet.allOf(Requirement.class)).run(plan, files, Optional.empty());
    }

    /**
     * Rehearses a plan, and if it passes, once more for each fault at each step.
     *
     * @param plan the plan
     * @param files the files of the cluster that it was made for
     * @param rescue who knows the ways out
     */
    public static Certificate rehearse(ExtendPlan plan, ClusterFiles files, Rescue rescue) {
        return rehearse(plan, files, rescue, Progress.NONE);
    }

    /**
     * Rehearses a plan, and if it passes, once more for each fault at each step.
     *
     * @param plan the plan
     * @param files the files of the cluster that it was made for
     * @param rescue who knows the ways out
     * @param progress who is told after each step
     */
    public static Certificate rehearse(ExtendPlan plan, ClusterFiles files, Rescue rescue, Progress progress) {
        return new Rehearsal(EnumSet.allOf(Requirement.class)).run(plan, files, Optional.of(rescue), progress);
    }

    /**
     * Rehearses a plan with one fault at one step.
     *
     * @param plan the plan
     * @param files the files of the cluster that it was made for
     * @param step the id of the step
     * @param fault what goes wrong there
     * @param rescue who knows the ways out
     * @return empty where the plan has no such step, does not get there, or the fault cannot happen there
     */
    public static Optional<Incident> incident(
            ExtendPlan plan, ClusterFiles files, String step, Fault fault, Rescue rescue) {
        Rehearsal rehearsal = new Rehearsal(EnumSet.allOf(Requirement.class));
        List<String> ids = plan.steps().stream().map(Step::id).toList();
        int index = ids.indexOf(step);
        return Setting.of(plan, files).flatMap(setting -> {
            Run run = rehearsal.new Run(setting);
            boolean passes = run.go(Optional.empty(), Progress.NONE).passed();
            return passes && index >= 0
                    ? new FaultRun(setting, rehearsal.rules, rescue, run.moments).incident(index, fault)
                    : Optional.empty();
        });
    }

    /** Who wants to know how far a rehearsal is. */
    @FunctionalInterface
    public interface Progress {
        /** Wants to know nothing. */
        Progress NONE = (done, of) -> {};

        /** So many steps have had all their faults. */
        void at(int done, int of);
    }

    Certificate run(ExtendPlan plan, ClusterFiles files, Optional<Rescue> rescue) {
        return run(plan, files, rescue, Progress.NONE);
    }

    private Certificate run(ExtendPlan plan, ClusterFiles files, Optional<Rescue> rescue, Progress progress) {
        Optional<Setting> setting = Setting.of(plan, files);
        if (setting.isEmpty()) {
            Certificate.Failure failure =
                    new Certificate.Failure("", Violation.of(Requirement.EXPORTED, "dmdcr_cfg.ini"));
            return certificate(plan, List.of(), List.of(), Optional.of(failure));
        }
        return new Run(setting.get()).go(rescue, progress);
    }

    private Certificate certificate(
            ExtendPlan plan,
            List<World> moments,
            List<Certificate.FaultVerdict> faults,
            Optional<Certificate.Failure> failure) {
        boolean stranded = faults.stream().anyMatch(verdict -> verdict.ending() == Ending.STRANDED);
        return new Certificate(
                plan.planId(),
                List.copyOf(rules),
                new HashSet<>(moments).size(),
                Math.max(0, moments.size() - 1),
                faults,
                failure.isEmpty() && !stranded,
                failure);
    }

    /** One plan under way. */
    private final class Run {
        private final Setting setting;
        private final Model model;
        /** The state before each step, and the one after the last. */
        private final List<World> moments = new ArrayList<>();

        private Run(Setting setting) {
            this.setting = setting;
            this.model = new Model(setting, rules);
        }

        private Certificate go(Optional<Rescue> rescue, Progress progress) {
            Optional<Outcome.Rejected> stale = stale();
            if (stale.isPresent()) {
                return failed(START, stale.get());
            }
            World world = World.of(setting);
            moments.add(world);
            for (Step step : setting.plan().steps()) {
                Outcome outcome = model.apply(world, step);
                if (outcome instanceof Outcome.Rejected rejected) {
                    return failed(step.id(), rejected);
                }
                world = ((Outcome.Next) outcome).state();
                moments.add(world);
            }
            Optional<Outcome.Rejected> end = model.end(world);
            if (end.isPresent()) {
                return failed(END, end.get());
            }
            Optional<Outcome.Rejected> back = new WayBack(setting, rules, Optional.empty())
                    .reinitialised(world, setting.plan().reinitialise());
            if (back.isPresent()) {
                return failed(REINITIALISE, back.get());
            }
            Optional<Outcome.Rejected> otherwise = inAnotherOrder();
            if (otherwise.isPresent()) {
                return failed(END, otherwise.get());
            }
            return certificate(
                    setting.plan(),
                    moments,
                    rescue.map(known -> faults(known, progress)).orElse(List.of()),
                    Optional.empty());
        }

        /** Whether the steps could go wrong in an order that they allow, if not in their own. */
        private Optional<Outcome.Rejected> inAnotherOrder() {
            Judge judge = new Judge(rules);
            List<Step> steps = setting.plan().steps();
            List<Step> back = setting.plan().reinitialise();
            for (List<Step> each : List.of(steps, back)) {
                Optional<String> inVain = new OtherOrders(each).waitsInVain();
                judge.demand(Requirement.WAITING, inVain.isEmpty(), inVain.orElse(""));
            }
            for (List<Step> order : new OtherOrders(steps).orders()) {
                Optional<String> broken = forward(order);
                judge.demand(Requirement.WAITING, broken.isEmpty(), broken.orElse(""));
            }
            World extended = moments.get(moments.size() - 1);
            for (List<Step> order : new OtherOrders(back).orders()) {
                Optional<Outcome.Rejected> broken =
                        new WayBack(setting, rules, Optional.empty()).reinitialised(extended, order);
                judge.demand(Requirement.WAITING, broken.isEmpty(), REINITIALISE);
            }
            return judge.rejected();
        }

        private Optional<String> forward(List<Step> order) {
            World world = moments.get(0);
            for (int i = 0; i < order.size(); i++) {
                boolean sameStep =
                        order.get(i).id().equals(setting.plan().steps().get(i).id());
                // Where the same has been done so far, the same comes of it.
                boolean known = sameStep && world.equals(moments.get(i));
                Outcome outcome = known ? new Outcome.Next(moments.get(i + 1)) : model.apply(world, order.get(i));
                if (outcome instanceof Outcome.Rejected rejected) {
                    return Optional.of(order.get(i).id() + " " + rejected.rule().id());
                }
                world = ((Outcome.Next) outcome).state();
            }
            return model.end(world).map(rejected -> END + " " + rejected.rule().id());
        }

        private Optional<Outcome.Rejected> stale() {
            Judge judge = new Judge(rules);
            setting.plan().base().forEach(hash -> {
                Optional<String> now = setting.base().find(hash.file()).map(StoredFile::sha256);
                judge.demandEqual(Requirement.FRESH_FILES, now.orElse("-"), hash.sha256(), hash.file());
            });
            return judge.rejected();
        }

        private List<Certificate.FaultVerdict> faults(Rescue rescue, Progress progress) {
            FaultRun run = new FaultRun(setting, rules, rescue, moments);
            List<Certificate.FaultVerdict> verdicts = new ArrayList<>();
            for (int i = 0; i + 1 < moments.size(); i++) {
                for (Fault fault : Fault.values()) {
                    run.at(i, fault).ifPresent(verdicts::add);
                }
                progress.at(i + 1, moments.size() - 1);
            }
            return verdicts;
        }

        private Certificate failed(String step, Outcome.Rejected rejected) {
            return certificate(
                    setting.plan(), moments, List.of(), Optional.of(new Certificate.Failure(step, rejected.why())));
        }
    }
}
