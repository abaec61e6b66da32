package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The ways back: put the files back, or behind the point of no return initialise the DCR disks anew (R14). */
final class WayBack {
    private final Setting setting;
    private final Judge judge;
    private final Optional<FileId> foreign;

    /** A way back on which nobody answers for a file that somebody else edited. */
    WayBack(Setting setting, Set<Requirement> rules, Optional<FileId> foreign) {
        this.setting = setting;
        this.foreign = foreign;
        this.judge = new Judge(rules);
    }

    /** Whether these steps lead from some state to the cluster as it was, through a standstill; if not, why. */
    Optional<Outcome.Rejected> reinitialised(World from, List<Step> steps) {
        World world = walked(from, steps);
        restored(world);
        return judge.rejected();
    }

    /** Whether these steps leave no trace of the extension; if not, why. */
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
            Optional<List<Act>> said = Meaning.said(step);
            Meaning meaning = Meaning.of(step, setting.plan());
            for (Act act : said.orElse(meaning.acts())) {
                world = act(world, step, act);
            }
            judge.demand(Requirement.SAID, meaning.isSaidBy(said, setting.commands()), step.id());
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

    /** Whoever still runs above is served by what is stopped here. */
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

    private World act(World world, Step step, Act act) {
        if (act instanceof Act.StopGroup stop) {
            judge.demand(Requirement.MONITORS, world.files().contains(stop.monitor()), stop.monitor());
            Optional<Kind> kind = Stream.of(Kind.ASM, Kind.DB)
                    .filter(each -> setting.old()
                            .group(each)
                            .filter(group -> group.name().equals(Values.capitals(stop.group())))
                            .isPresent())
                    .findFirst();
            judge.demand(Requirement.GRAMMAR, kind.isPresent(), "ep stop " + stop.group());
            return kind.map(each -> stopped(world, step, process -> process.kind() == each))
                    .orElse(world);
        } else if (act instanceof Act.Stop stop) {
            Predicate<Endpoint> here =
                    process -> process.kind() == stop.kind() && process.host().equals(stop.host());
            // What dmcss may restart is stopped in a monitor, which switches the restart off; here somebody makes sure.
            boolean restarted =
                    stop.kind() != Kind.CSS && world.processes().stream().anyMatch(here.and(WayBack::runs));
            judge.demand(Requirement.REINITIALISE, !restarted, step.id());
            return stopped(world, step, here);
        } else if (act instanceof Act.Put put) {
            StoredFile written = setting.stored(put.file(), put.content());
            boolean asSaid =
                    put.file().host().equals(step.host()) && written.sha256().equals(put.sha256());
            judge.demand(Requirement.REINITIALISE, asSaid, step.id());
            return world.with(world.files().with(put.file(), written));
        } else if (act instanceof Act.RemoveFiles remove) {
            return new Writing(setting, world, judge).remove(remove.top());
        } else if (act instanceof Act.InitDcr init) {
            FileId file = new FileId(step.host(), init.path());
            boolean stopped =
                    world.processes().stream().allMatch(process -> process.status() == Endpoint.Status.STOPPED);
            judge.demand(Requirement.REINITIALISE, stopped, step.id());
            judge.demand(Requirement.CONFIRMED, step.gate(), step.id());
            judge.demand(Requirement.REINITIALISE, init.mirror() == setting.mirror(), step.id());
            return world.withDisks(init.disks(), world.files().get(file));
        } else if (act instanceof Act.StartAgain start) {
            World next = world.withProcesses(world.processes().stream()
                    .filter(process -> setting.old().names(process.kind()).contains(process.name()))
                    .map(process ->
                            start.hosts().contains(process.host()) ? process.with(Endpoint.Status.WELL) : process)
                    .toList());
            for (FileId file : start.monitors()) {
                judge.demand(Requirement.MONITORS, next.files().contains(file), file);
                next = next.withMonitor(file, next.files().get(file));
            }
            return next;
        }
        judge.demand(Requirement.GRAMMAR, false, step.id());
        return world;
    }
}
