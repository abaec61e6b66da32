package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Carries out a plan that passes with a fault at one step, and tries every way out that the rescue gives. */
final class FaultRun {
    private final PlanContext context;
    private final Set<Requirement> rules;
    private final Model model;
    private final Rescue rescue;
    private final List<ModelState> moments;

    /** Tries faults in a plan. {@code moments} holds the state before each step, and the state after the last step. */
    FaultRun(PlanContext context, Set<Requirement> rules, Rescue rescue, List<ModelState> moments) {
        this.context = context;
        this.rules = rules;
        this.model = new Model(context, rules);
        this.rescue = rescue;
        this.moments = moments;
    }

    /** Returns the result of a fault at a step; empty if the fault cannot happen there. */
    Optional<RehearsalResult.FaultVerdict> at(int index, Fault fault) {
        ModelState before = moments.get(index);
        ModelState after = moments.get(index + 1);
        Step step = context.plan().steps().get(index);
        return FaultEffect.of(fault, context, index, step, before, after).map(broken -> {
            Attempt attempt = attempt(index, fault, broken, before);
            return new RehearsalResult.FaultVerdict(step.id(), fault, attempt.ending, attempt.reason);
        });
    }

    /** Returns the result of a fault together with the cluster before and after the fault. */
    Optional<Incident> incident(int index, Fault fault) {
        ModelState before = moments.get(index);
        Step step = context.plan().steps().get(index);
        return FaultEffect.of(fault, context, index, step, before, moments.get(index + 1))
                .flatMap(broken -> at(index, fault)
                        .map(verdict -> new Incident(
                                StateText.state(context, before),
                                StateText.state(context, broken.state()),
                                after(index, fault, broken),
                                verdict)));
    }

    private Attempt attempt(int index, Fault fault, FaultEffect broken, ModelState before) {
        if (broken.foreign().isEmpty()) {
            return ended(index, fault, broken);
        }
        List<Rescue.Way> ways = rescue.ways(situation(index, fault, broken, false));
        if (ways.stream().anyMatch(way -> way.to() == Ending.RESUMED)) {
            return new Attempt(
                    Ending.STRANDED,
                    Optional.of(Violation.of(
                            Requirement.FRESH_FILES, broken.foreign().get())));
        }
        Attempt back = all(ways, broken.state(), broken.foreign());
        if (!ways.isEmpty() && back.ending == Ending.STRANDED) {
            return back;
        }
        // The operator puts the file back and continues.
        return ended(index, fault, new FaultEffect(before, false, false, Optional.empty()));
    }

    /**
     * Returns the ending for an operator who at first knows only the files, the monitor and the journal. Only a look
     * shows whether a step that must not be done twice took effect. If a way repeats such a step without a look, the
     * model refuses the way.
     */
    private Attempt ended(int index, Fault fault, FaultEffect broken) {
        Step failed = context.plan().steps().get(index);
        // The failure of an instance is known without a look.
        FaultEffect seen = fault == Fault.INSTANCE_FAILS ? broken : broken.unseen();
        List<Rescue.Way> ways = rescue.ways(situation(index, fault, seen, false));
        List<Rescue.Way> blind = ways.stream().filter(way -> !way.look()).toList();
        Optional<Rescue.Way> look = ways.stream().filter(Rescue.Way::look).findFirst();
        if (look.isEmpty() || !blind.isEmpty()) {
            Attempt attempt = all(blind, broken.state(), Optional.empty());
            if (attempt.ending == Ending.STRANDED || look.isEmpty()) {
                return attempt;
            }
        }
        Optional<Outcome.Rejected> rejected = looked(broken.state(), look.get().steps());
        return rejected.isPresent() || !tells(failed, look.get().steps())
                ? new Attempt(Ending.STRANDED, rejected.map(Outcome.Rejected::why))
                : all(after(index, fault, broken), broken.state(), Optional.empty());
    }

    /** Returns the ways that lead to an ending after the look was carried out. */
    private List<Rescue.Way> after(int index, Fault fault, FaultEffect broken) {
        return rescue.ways(situation(index, fault, broken, true)).stream()
                .filter(way -> !way.look())
                .toList();
    }

    /**
     * Carries out a look. Returns the reason why the model refuses it, or that it changes more than the operator's
     * knowledge; otherwise empty.
     */
    private Optional<Outcome.Rejected> looked(ModelState from, List<Step> steps) {
        ModelState state = from;
        for (Step step : steps) {
            Outcome outcome = model.apply(state, step);
            if (outcome instanceof Outcome.Rejected rejected) {
                return Optional.of(rejected);
            }
            ModelState next = ((Outcome.Next) outcome).state();
            if (!next.files().equals(state.files())
                    || !next.disks().equals(state.disks())
                    || !next.processes().equals(state.processes())
                    || !next.logFiles().equals(state.logFiles())) {
                return Optional.of(new Outcome.Rejected(Violation.of(Requirement.NO_STATE_CHANGE, step.id())));
            }
            state = next;
        }
        return Optional.empty();
    }

    /**
     * Whether a look shows the effect of a step. A check of a disk does not, because the old configuration passes it
     * too.
     */
    private boolean tells(Step failed, List<Step> look) {
        List<Act> seen = look.stream().flatMap(step -> acts(step).stream()).toList();
        return acts(failed).stream().allMatch(act -> {
            if (act instanceof ForwardAct.ExtendDcr extend) {
                return extend.disks().stream()
                        .allMatch(disk -> seen.stream()
                                .anyMatch(each -> each instanceof LookAct.Export export
                                        && export.disk().equals(disk)));
            } else if (act instanceof ForwardAct.AddLogFiles) {
                return seen.stream().anyMatch(LookAct.ConvertControlFile.class::isInstance);
            }
            // For any other act that must not be done twice, no look is known that shows its effect.
            return act instanceof ForwardAct.ExtendNode
                    ? seen.stream().anyMatch(LookAct.Show.class::isInstance)
                    : !failed.rollbackClass().onlyOnce();
        });
    }

    private List<Act> acts(Step step) {
        return context.meaning(step).performed();
    }

    private Rescue.Situation situation(int index, Fault fault, FaultEffect broken, boolean looked) {
        Set<String> done = new HashSet<>();
        List<Step> steps = context.plan().steps();
        steps.subList(0, broken.stepDone() ? index + 1 : index).forEach(step -> done.add(step.id()));
        return new Rescue.Situation(
                context.plan(),
                fault == Fault.STOPPED_AND_RESUMED
                        ? Optional.empty()
                        : Optional.of(steps.get(index).id()),
                broken.state().files().toClusterFiles(),
                broken.state().monitors().isEmpty() ? Optional.empty() : Optional.of(shown(broken.state())),
                done,
                broken.beyondRepair(),
                looked);
    }

    private static Shown shown(ModelState state) {
        return new Shown(Stream.of(Kind.values())
                .flatMap(kind -> state.processes().stream()
                        .filter(process -> process.kind() == kind)
                        .map(process -> new Shown.Endpoint(
                                GroupType.valueOf(kind.name()),
                                process.name(),
                                process.status() == Endpoint.Status.WELL)))
                .toList());
    }

    /**
     * Tries every way, because each must lead to its ending. The result is the ending of the first way, which is the
     * mildest.
     */
    private Attempt all(List<Rescue.Way> ways, ModelState from, Optional<FileId> foreign) {
        for (Rescue.Way way : ways) {
            Optional<Outcome.Rejected> rejected = switch (way.to()) {
                case RESUMED -> resumed(from, way.steps());
                case ROLLED_BACK_CLEAN -> new WayBack(context, rules, foreign).undone(from, way.steps());
                case REINITIALISED_AS_DOCUMENTED ->
                    new WayBack(context, rules, foreign).reinitialised(from, way.steps());
                case STRANDED -> Optional.empty();
            };
            if (rejected.isPresent()) {
                return new Attempt(Ending.STRANDED, rejected.map(Outcome.Rejected::why));
            }
        }
        return new Attempt(ways.isEmpty() ? Ending.STRANDED : ways.get(0).to(), Optional.empty());
    }

    private Optional<Outcome.Rejected> resumed(ModelState from, List<Step> steps) {
        // The operator gave the output of the monitor to the rescue, and so has looked at it.
        ModelState state = from.monitors().isEmpty() ? from : new LookEffect(from).all();
        for (int i = 0; i < steps.size(); i++) {
            if (knownFrom(state, steps.subList(i, steps.size()))) {
                return Optional.empty();
            }
            Outcome outcome = model.apply(state, steps.get(i));
            if (outcome instanceof Outcome.Rejected rejected) {
                return Optional.of(rejected);
            }
            state = ((Outcome.Next) outcome).state();
        }
        return model.end(state);
    }

    /** Whether the plan without faults has passed these steps from this state. */
    private boolean knownFrom(ModelState state, List<Step> steps) {
        List<Step> all = context.plan().steps();
        int from = all.size() - steps.size();
        return from >= 0
                && moments.get(from).equals(state)
                && all.subList(from, all.size()).equals(steps);
    }

    private record Attempt(Ending ending, Optional<Violation> reason) {}
}
