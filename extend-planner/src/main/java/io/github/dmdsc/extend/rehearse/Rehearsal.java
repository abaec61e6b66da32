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
    /** The name that a failure after the last step has instead of a step's. */
    static final String END = "end";

    private static final String REINITIALISE = "reinitialise";

    private final Set<Rule> rules;

    /** A rehearsal that knows some of the rules only: to show that each of them matters. */
    Rehearsal(Set<Rule> rules) {
        this.rules = EnumSet.copyOf(rules);
    }

    /**
     * Rehearses a plan.
     *
     * @param plan the plan
     * @param files the files of the cluster that it was made for
     */
    public static Certificate rehearse(ExtendPlan plan, ClusterFiles files) {
        return new Rehearsal(EnumSet.allOf(Rule.class)).run(plan, files);
    }

    Certificate run(ExtendPlan plan, ClusterFiles files) {
        Optional<Setting> setting = Setting.of(plan, files);
        if (setting.isEmpty()) {
            Certificate.Failure failure =
                    new Certificate.Failure("", Rule.EXPORTED, Rule.EXPORTED.broken(plan.planId()));
            return certificate(plan, 0, 0, List.of(), Optional.of(failure));
        }
        return new Run(setting.get()).go();
    }

    private Certificate certificate(
            ExtendPlan plan,
            int states,
            int steps,
            List<Certificate.FaultVerdict> faults,
            Optional<Certificate.Failure> failure) {
        return new Certificate(plan.planId(), List.copyOf(rules), states, steps, faults, failure.isEmpty(), failure);
    }

    /** One plan under way. */
    private final class Run {
        private final Setting setting;
        private final Model model;
        private final Set<World> visited = new HashSet<>();
        private final List<Certificate.FaultVerdict> faults = new ArrayList<>();
        private int steps;

        private Run(Setting setting) {
            this.setting = setting;
            this.model = new Model(setting, rules);
        }

        private Certificate go() {
            World world = World.of(setting);
            visited.add(world);
            for (Step step : setting.plan().steps()) {
                instanceFails(world, step);
                Outcome outcome = model.apply(world, step);
                if (outcome instanceof Outcome.Rejected rejected) {
                    return failed(step.id(), rejected);
                }
                world = ((Outcome.Next) outcome).state();
                visited.add(world);
                steps++;
            }
            Optional<Outcome.Rejected> end = model.end(world);
            if (end.isPresent()) {
                return failed(END, end.get());
            }
            Optional<Outcome.Rejected> back =
                    new WayBack(setting, rules).judge(world, setting.plan().reinitialise());
            return back.map(rejected -> failed(REINITIALISE, rejected))
                    .orElseGet(() -> certificate(setting.plan(), visited.size(), steps, faults, Optional.empty()));
        }

        /** An instance that fails and that dmcss starts again at once: the extension has failed all the same (R4). */
        private void instanceFails(World world, Step step) {
            // Whichever it is: the first one stands for all.
            String name =
                    world.processes().isEmpty() ? "" : world.processes().get(0).name();
            boolean noticed = model.apply(world.withFailed(name), step) instanceof Outcome.Rejected;
            faults.add(new Certificate.FaultVerdict(step.id(), "INSTANCE_FAILS", noticed));
        }

        private Certificate failed(String step, Outcome.Rejected rejected) {
            return certificate(
                    setting.plan(),
                    visited.size(),
                    steps,
                    faults,
                    Optional.of(new Certificate.Failure(step, rejected.rule(), rejected.why())));
        }
    }
}
