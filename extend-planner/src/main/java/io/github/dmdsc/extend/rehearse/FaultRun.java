package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts faults in the way of a plan that passes, and tries every way out that a rescue knows. */
final class FaultRun {
    private final Setting setting;
    private final Set<Requirement> rules;
    private final Model model;
    private final Rescue rescue;
    private final List<World> moments;

    /** Faults of a plan whose states, before each step and after the last one, are known. */
    FaultRun(Setting setting, Set<Requirement> rules, Rescue rescue, List<World> moments) {
        this.setting = setting;
        this.rules = rules;
        this.model = new Model(setting, rules);
        this.rescue = rescue;
        this.moments = moments;
    }

    /** What comes of a fault at a step; empty where it cannot happen there. */
    Optional<RehearsalResult.FaultVerdict> at(int index, Fault fault) {
        World before = moments.get(index);
        World after = moments.get(index + 1);
        Step step = setting.plan().steps().get(index);
        return Breaking.of(fault, setting, index, step, before, after).map(broken -> {
            Attempt attempt = attempt(index, fault, broken, before);
            return new RehearsalResult.FaultVerdict(step.id(), fault, attempt.ending, attempt.reason);
        });
    }

    /** The same, with the cluster before and after the fault. */
    Optional<Incident> incident(int index, Fault fault) {
        World before = moments.get(index);
        Step step = setting.plan().steps().get(index);
        return Breaking.of(fault, setting, index, step, before, moments.get(index + 1))
                .flatMap(broken -> at(index, fault)
                        .map(verdict -> new Incident(
                                Screen.state(setting, before),
                                Screen.state(setting, broken.world()),
                                after(index, fault, broken),
                                verdict)));
    }

    private Attempt attempt(int index, Fault fault, Breaking broken, World before) {
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
        Attempt back = all(ways, broken.world(), broken.foreign());
        if (!ways.isEmpty() && back.ending == Ending.STRANDED) {
            return back;
        }
        // Whoever is refused puts the file back, and comes again.
        return ended(index, fault, new Breaking(before, false, false, Optional.empty()));
    }

    /**
     * How it ends for an operator who knows at first only what files, monitor and journal show. What became of a step that
     * must not be done twice is told only behind a look; whoever repeats it without one is refused by the model.
     */
    private Attempt ended(int index, Fault fault, Breaking broken) {
        Step failed = setting.plan().steps().get(index);
        // That an instance failed everybody sees.
        Breaking seen = fault == Fault.INSTANCE_FAILS ? broken : broken.unseen();
        List<Rescue.Way> ways = rescue.ways(situation(index, fault, seen, false));
        List<Rescue.Way> blind = ways.stream().filter(way -> !way.look()).toList();
        Optional<Rescue.Way> look = ways.stream().filter(Rescue.Way::look).findFirst();
        if (look.isEmpty() || !blind.isEmpty()) {
            Attempt attempt = all(blind, broken.world(), Optional.empty());
            if (attempt.ending == Ending.STRANDED || look.isEmpty()) {
                return attempt;
            }
        }
        Optional<Outcome.Rejected> rejected = looked(broken.world(), look.get().steps());
        return rejected.isPresent() || !tells(failed, look.get().steps())
                ? new Attempt(Ending.STRANDED, rejected.map(Outcome.Rejected::why))
                : all(after(index, fault, broken), broken.world(), Optional.empty());
    }

    /** The ways that are known to their end once somebody has looked. */
    private List<Rescue.Way> after(int index, Fault fault, Breaking broken) {
        return rescue.ways(situation(index, fault, broken, true)).stream()
                .filter(way -> !way.look())
                .toList();
    }

    /** Whether a look can be taken, and is nothing but a look; if not, why. */
    private Optional<Outcome.Rejected> looked(World from, List<Step> steps) {
        World world = from;
        for (Step step : steps) {
            Outcome outcome = model.apply(world, step);
            if (outcome instanceof Outcome.Rejected rejected) {
                return Optional.of(rejected);
            }
            World next = ((Outcome.Next) outcome).state();
            if (!next.files().equals(world.files())
                    || !next.disks().equals(world.disks())
                    || !next.processes().equals(world.processes())
                    || !next.logFiles().equals(world.logFiles())) {
                return Optional.of(new Outcome.Rejected(Violation.of(Requirement.NO_STATE_CHANGE, step.id())));
            }
            world = next;
        }
        return Optional.empty();
    }

    /** Whether a look shows what became of a step. A check of a disk does not: the old configuration passes it, too. */
    private boolean tells(Step failed, List<Step> look) {
        List<Act> seen = look.stream().flatMap(step -> acts(step).stream()).toList();
        return acts(failed).stream().allMatch(act -> {
            if (act instanceof Onward.ExtendDcr extend) {
                return extend.disks().stream()
                        .allMatch(disk -> seen.stream()
                                .anyMatch(each -> each instanceof Seen.Export export
                                        && export.disk().equals(disk)));
            } else if (act instanceof Onward.AddLogFiles) {
                return seen.stream().anyMatch(Seen.ConvertControlFile.class::isInstance);
            }
            // Of any other act that must not be done twice nothing is known that shows it.
            return act instanceof Onward.ExtendNode
                    ? seen.stream().anyMatch(Seen.Show.class::isInstance)
                    : !failed.rollbackClass().onlyOnce();
        });
    }

    private List<Act> acts(Step step) {
        return setting.meaning(step).performed();
    }

    private Rescue.Situation situation(int index, Fault fault, Breaking broken, boolean looked) {
        Set<String> done = new HashSet<>();
        List<Step> steps = setting.plan().steps();
        steps.subList(0, broken.stepDone() ? index + 1 : index).forEach(step -> done.add(step.id()));
        return new Rescue.Situation(
                setting.plan(),
                fault == Fault.STOPPED_AND_RESUMED
                        ? Optional.empty()
                        : Optional.of(steps.get(index).id()),
                broken.world().files().toClusterFiles(),
                broken.world().monitors().isEmpty() ? Optional.empty() : Optional.of(shown(broken.world())),
                done,
                broken.beyondRepair(),
                looked);
    }

    private static Shown shown(World world) {
        return new Shown(Stream.of(Kind.values())
                .flatMap(kind -> world.processes().stream()
                        .filter(process -> process.kind() == kind)
                        .map(process -> new Shown.Endpoint(
                                GroupType.valueOf(kind.name()),
                                process.name(),
                                process.status() == Endpoint.Status.WELL)))
                .toList());
    }

    /** Every way that is offered must lead where it says; the mildest one is the end. */
    private Attempt all(List<Rescue.Way> ways, World from, Optional<FileId> foreign) {
        for (Rescue.Way way : ways) {
            Optional<Outcome.Rejected> rejected = switch (way.to()) {
                case RESUMED -> resumed(from, way.steps());
                case ROLLED_BACK_CLEAN -> new WayBack(setting, rules, foreign).undone(from, way.steps());
                case REINITIALISED_AS_DOCUMENTED ->
                    new WayBack(setting, rules, foreign).reinitialised(from, way.steps());
                case STRANDED -> Optional.empty();
            };
            if (rejected.isPresent()) {
                return new Attempt(Ending.STRANDED, rejected.map(Outcome.Rejected::why));
            }
        }
        return new Attempt(ways.isEmpty() ? Ending.STRANDED : ways.get(0).to(), Optional.empty());
    }

    private Optional<Outcome.Rejected> resumed(World from, List<Step> steps) {
        // Whoever gave the rescue what a monitor prints has looked at it.
        World world = from.monitors().isEmpty() ? from : new Sighted(from).all();
        for (int i = 0; i < steps.size(); i++) {
            if (knownFrom(world, steps.subList(i, steps.size()))) {
                return Optional.empty();
            }
            Outcome outcome = model.apply(world, steps.get(i));
            if (outcome instanceof Outcome.Rejected rejected) {
                return Optional.of(rejected);
            }
            world = ((Outcome.Next) outcome).state();
        }
        return model.end(world);
    }

    /** Whether the undisturbed plan has gone from this very state through these very steps. */
    private boolean knownFrom(World world, List<Step> steps) {
        List<Step> all = setting.plan().steps();
        int from = all.size() - steps.size();
        return from >= 0
                && moments.get(from).equals(world)
                && all.subList(from, all.size()).equals(steps);
    }

    private record Attempt(Ending ending, Optional<Violation> reason) {}
}
