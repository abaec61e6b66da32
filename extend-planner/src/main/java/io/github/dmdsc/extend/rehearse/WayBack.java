package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Checks the ways back: put the files back or, after the point of no return, initialise the DCR disks again (R14). */
final class WayBack {
    private final Setting setting;
    private final Judge judge;
    private final Optional<FileId> foreign;

    /** Checks a way back. The file {@code foreign}, which another person edited, need not be restored. */
    WayBack(Setting setting, Set<Requirement> rules, Optional<FileId> foreign) {
        this.setting = setting;
        this.foreign = foreign;
        this.judge = new Judge(rules);
    }

    /**
     * Checks that steps lead from a state back to the old cluster through a stop of all processes. Returns the reason
     * if they do not.
     */
    Optional<Outcome.Rejected> reinitialised(World from, List<Step> steps) {
        World world = walked(from, steps);
        restored(world);
        return judge.rejected();
    }

    /** Checks that steps leave no trace of the extension. Returns the reason if they leave one. */
    Optional<Outcome.Rejected> undone(World from, List<Step> steps) {
        World world = walked(from, steps);
        restored(world);
        for (FileId file : world.files().ids()) {
            judge.demand(Requirement.REINITIALISE, setting.base().contains(file), file);
        }
        return judge.rejected();
    }

    private World walked(World from, List<Step> steps) {
        World world = from;
        for (Step step : steps) {
            Meaning meaning = setting.meaning(step);
            for (Act act : meaning.performed()) {
                world = act.accept(new Effect(world, step));
            }
            judge.demand(Requirement.SAID, meaning.isSaid(setting.commands()), step.id());
            judge.demand(Requirement.SAID, Meaning.namesItsProgram(step), step.id());
        }
        return world;
    }

    private void restored(World world) {
        for (String disk : setting.disks()) {
            judge.demand(
                    Requirement.REINITIALISE,
                    setting.oldDcr().equals(world.disks().get(disk)),
                    disk);
        }
        for (FileId file : setting.base().ids()) {
            boolean same = setting.base().get(file).equals(world.files().get(file));
            boolean theirs = foreign.filter(file::equals).isPresent();
            judge.demand(Requirement.REINITIALISE, same || theirs, file);
        }
        world.monitors().forEach((file, read) -> {
            boolean knowsOld = new Monitors(setting, world).names(read, setting.old());
            judge.demand(Requirement.REINITIALISE, knowsOld || !setting.base().contains(file), file);
        });
        boolean old = Stream.of(Kind.values())
                .allMatch(kind -> processes(world, kind).equals(setting.old().names(kind)));
        judge.demand(Requirement.REINITIALISE, old && world.allWell(), world.processes());
    }

    private static List<String> processes(World world, Kind kind) {
        return world.processes().stream()
                .filter(process -> process.kind() == kind)
                .map(Endpoint::name)
                .toList();
    }

    private static boolean runs(Endpoint process) {
        return process.status() != Endpoint.Status.STOPPED;
    }

    /** Stops processes. No process that depends on them may still run on their host. */
    private World stopped(World world, Step step, Predicate<Endpoint> which) {
        boolean above = world.processes().stream()
                .filter(which)
                .anyMatch(stopped -> world.processes().stream()
                        .anyMatch(process -> process.host().equals(stopped.host())
                                && process.kind().compareTo(stopped.kind()) > 0
                                && runs(process)));
        judge.demand(Requirement.REINITIALISE, !above, step.id());
        return world.withProcesses(world.processes().stream()
                .map(process -> which.test(process) ? process.with(Endpoint.Status.STOPPED) : process)
                .toList());
    }

    /** Makes the state after an act of a way back, and refuses any other act. */
    private final class Effect implements Act.Sorts<World>, Back.Visitor<World> {
        private final World world;
        private final Step step;

        private Effect(World world, Step step) {
            this.world = world;
            this.step = step;
        }

        @Override
        public World seen(Seen act) {
            return refused();
        }

        @Override
        public World onward(Onward act) {
            return refused();
        }

        @Override
        public World back(Back act) {
            return act.accept((Back.Visitor<World>) this);
        }

        private World refused() {
            judge.demand(Requirement.GRAMMAR, false, step.id());
            return world;
        }

        @Override
        public World stopGroup(Back.StopGroup act) {
            judge.demand(Requirement.MONITORS, world.files().contains(act.monitor()), act.monitor());
            Optional<Kind> kind = Stream.of(Kind.ASM, Kind.DB)
                    .filter(each -> setting.old()
                            .group(each)
                            .filter(group -> group.name().equals(Values.capitals(act.group())))
                            .isPresent())
                    .findFirst();
            judge.demand(Requirement.GRAMMAR, kind.isPresent(), "ep stop " + act.group());
            return kind.map(each -> stopped(world, step, process -> process.kind() == each))
                    .orElse(world);
        }

        @Override
        public World stop(Back.Stop act) {
            Predicate<Endpoint> here =
                    process -> process.kind() == act.kind() && process.host().equals(act.host());
            // The processes that dmcss may restart are stopped in a monitor, which switches the restart off. Here a
            // person only makes sure that they have stopped.
            boolean restarted =
                    act.kind() != Kind.CSS && world.processes().stream().anyMatch(here.and(WayBack::runs));
            judge.demand(Requirement.REINITIALISE, !restarted, step.id());
            return stopped(world, step, here);
        }

        @Override
        public World put(Back.Put act) {
            StoredFile written = setting.stored(act.file(), act.content());
            boolean asSaid =
                    act.file().host().equals(step.host()) && written.sha256().equals(act.sha256());
            judge.demand(Requirement.REINITIALISE, asSaid, step.id());
            return world.with(world.files().with(act.file(), written));
        }

        @Override
        public World removeFiles(Back.RemoveFiles act) {
            return new Writing(setting, world, judge).remove(act.top());
        }

        @Override
        public World initDcr(Back.InitDcr act) {
            FileId file = new FileId(step.host(), act.path());
            boolean stopped =
                    world.processes().stream().allMatch(process -> process.status() == Endpoint.Status.STOPPED);
            judge.demand(Requirement.REINITIALISE, stopped, step.id());
            judge.demand(Requirement.CONFIRMED, step.gate(), step.id());
            judge.demand(Requirement.REINITIALISE, act.mirror() == setting.mirror(), step.id());
            return world.withDisks(act.disks(), world.files().get(file));
        }

        @Override
        public World startAgain(Back.StartAgain act) {
            World next = world.withProcesses(world.processes().stream()
                    .filter(process -> setting.old().names(process.kind()).contains(process.name()))
                    .map(process -> act.hosts().contains(process.host()) ? process.with(Endpoint.Status.WELL) : process)
                    .toList());
            for (FileId file : act.monitors()) {
                judge.demand(Requirement.MONITORS, next.files().contains(file), file);
                next = next.withMonitor(file, next.files().get(file));
            }
            return next;
        }
    }
}
