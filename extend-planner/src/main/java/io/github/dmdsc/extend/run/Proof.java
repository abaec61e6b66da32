package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.rehearse.Ending;
import io.github.dmdsc.extend.rehearse.Fault;
import io.github.dmdsc.extend.rehearse.Incident;
import io.github.dmdsc.extend.rehearse.Rehearsal;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.rehearse.Rescue;
import io.github.dmdsc.extend.rehearse.Shown;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.GroupType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rehearses a plan with faults. A plan passes if it passes its rehearsal without faults, and if from each fault at each
 * step at least one offered way leads to a good {@link io.github.dmdsc.extend.rehearse.Ending}.
 */
public final class Proof {
    private Proof() {}

    /**
     * Rehearses a plan with each fault at each step. Takes some milliseconds for each step. The same arguments give the
     * same result.
     *
     * @param plan the plan
     * @param files the files of the cluster before the extension
     * @return the result; {@link RehearsalResult#passed} tells whether the plan has passed
     */
    public static RehearsalResult of(ExtendPlan plan, ClusterFiles files) {
        return of(plan, files, Rehearsal.Progress.NONE);
    }

    /**
     * Rehearses a plan with each fault at each step.
     *
     * @param plan the plan
     * @param files the files of the cluster before the extension
     * @param progress is called after each step
     * @return the result; {@link RehearsalResult#passed} tells whether the plan has passed
     */
    public static RehearsalResult of(ExtendPlan plan, ClusterFiles files, Rehearsal.Progress progress) {
        return Rehearsal.rehearse(plan, files, new Advice(plan)::ways, progress);
    }

    /**
     * Rehearses a plan with one fault at one step.
     *
     * @param plan the plan
     * @param files the files of the cluster before the extension
     * @param step the id of the step
     * @param fault the fault
     * @return the result; empty if the plan has no such step, if the plan fails without the fault, or if the fault
     *     cannot happen at the step
     */
    public static Optional<Incident> incident(ExtendPlan plan, ClusterFiles files, String step, Fault fault) {
        return Rehearsal.incident(plan, files, step, fault, new Advice(plan)::ways);
    }

    /**
     * Works out the ways from the faults of one plan. Caches results, because several faults cause the same
     * observations.
     */
    private static final class Advice {
        private final ExtendPlan plan;
        private final PlanFiles planFiles;
        private final Map<Shown, ClusterState> seen = new HashMap<>();
        private final Map<Observed, Status> left = new HashMap<>();

        private Advice(ExtendPlan plan) {
            this.plan = plan;
            this.planFiles = new PlanFiles(plan, EnumSet.allOf(Law.class));
        }

        private List<Rescue.Way> ways(Rescue.Situation situation) {
            Observed observed = observed(situation);
            if (situation.failedStep().isEmpty()) {
                return rest(
                        situation,
                        left.computeIfAbsent(
                                observed,
                                now -> Situation.of(plan, planFiles, now).status()));
            }
            Recovery recovery = Situation.of(plan, planFiles, observed)
                    .recovery(situation.failedStep().get());
            List<Rescue.Way> ways = new ArrayList<>();
            if (recovery.findings().isEmpty()) {
                if (!situation.beyondRepair()) {
                    recovery.ways().forEach(way -> on(situation, way).ifPresent(ways::add));
                }
                ways.add(back(recovery));
            }
            return List.copyOf(ways);
        }

        private Observed observed(Rescue.Situation situation) {
            Observed files = Observed.of(situation.files()).withDone(situation.done());
            return situation
                    .shown()
                    .map(shown -> files.with(seen.computeIfAbsent(shown, Proof::state)))
                    .orElse(files);
        }
    }

    private static ClusterState state(Shown shown) {
        Map<GroupType, Map<String, Boolean>> endpoints = new EnumMap<>(GroupType.class);
        shown.endpoints()
                .forEach(each -> endpoints
                        .computeIfAbsent(each.type(), none -> new LinkedHashMap<>())
                        .put(each.name(), each.well()));
        return ClusterState.shown(endpoints);
    }

    /** Returns the way on: the steps that are left, or the last looks if no step is left. */
    private static List<Rescue.Way> rest(Rescue.Situation situation, Status status) {
        if (!status.fits()) {
            return List.of();
        }
        List<Step> steps = status.remaining().isEmpty() ? lastLooks(situation) : status.remaining();
        return List.of(new Rescue.Way(Ending.RESUMED, steps));
    }

    private static List<Step> lastLooks(Rescue.Situation situation) {
        // This way has only looks. If the status is wrong and a change is left, the rehearsal must reject the way.
        return situation.plan().steps().stream()
                .filter(step -> step.phase() == Phase.POSTFLIGHT)
                .filter(step -> !situation.done().contains(step.id()))
                .toList();
    }

    /** Returns a way that leads on, followed by the remaining steps of the plan. */
    private static Optional<Rescue.Way> on(Rescue.Situation situation, Recovery.Way way) {
        boolean done = situation.failedStep().filter(situation.done()::contains).isPresent();
        if (way.kind() == Recovery.Kind.LOOK && !situation.looked()) {
            return Optional.of(new Rescue.Way(Ending.RESUMED, way.steps(), true));
        }
        Optional<String> from = way.kind() == Recovery.Kind.LOOK && !done ? way.resumeIfNot() : way.resumeAt();
        boolean leads = switch (way.kind()) {
            case GO_ON, RETRY -> true;
            case LOOK -> from.isPresent();
            case UNDO, REINITIALISE -> false;
        };
        if (!leads) {
            return Optional.empty();
        }
        Stream<Step> rest = situation.plan().steps().stream()
                .dropWhile(step -> from.filter(step.id()::equals).isEmpty());
        return Optional.of(new Rescue.Way(
                Ending.RESUMED, Stream.concat(way.steps().stream(), rest).toList()));
    }

    /** Returns the way back. If the recovery has none, nothing has changed yet, and the way has no steps. */
    private static Rescue.Way back(Recovery recovery) {
        for (Recovery.Way way : recovery.ways()) {
            if (way.kind() == Recovery.Kind.UNDO) {
                return new Rescue.Way(Ending.ROLLED_BACK_CLEAN, way.steps());
            } else if (way.kind() == Recovery.Kind.REINITIALISE) {
                return new Rescue.Way(Ending.REINITIALISED_AS_DOCUMENTED, way.steps());
            }
        }
        return new Rescue.Way(Ending.ROLLED_BACK_CLEAN, List.of());
    }
}
