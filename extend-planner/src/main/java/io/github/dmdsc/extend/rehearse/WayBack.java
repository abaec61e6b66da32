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
    private final PlanContext context;
    private final Judge judge;
    private final Optional<FileId> foreign;

    /** Checks a way back. The file {@code foreign}, which another person edited, need not be restored. */
    WayBack(PlanContext context, Set<Requirement> rules, Optional<FileId> foreign) {
        this.context = context;
        this.foreign = foreign;
        this.judge = new Judge(rules);
    }

    /**
     * Checks that steps lead from a state back to the old cluster through a stop of all processes. Returns the reason
     * if they do not.
     */
    Optional<Outcome.Rejected> reinitialised(ModelState from, List<Step> steps) {
        ModelState state = walked(from, steps);
        restored(state);
        return judge.rejected();
    }

    /** Checks that steps leave no trace of the extension. Returns the reason if they leave one. */
    Optional<Outcome.Rejected> undone(ModelState from, List<Step> steps) {
        ModelState state = walked(from, steps);
        restored(state);
        for (FileId file : state.files().ids()) {
            judge.demand(Requirement.REINITIALISE, context.base().contains(file), file);
        }
        return judge.rejected();
    }

    private ModelState walked(ModelState from, List<Step> steps) {
        ModelState state = from;
        for (Step step : steps) {
            Meaning meaning = context.meaning(step);
            for (Act act : meaning.performed()) {
                state = act.accept(new Effect(state, step));
            }
            judge.demand(Requirement.SAID, meaning.isSaid(context.commands()), step.id());
            judge.demand(Requirement.SAID, Meaning.namesItsProgram(step), step.id());
        }
        return state;
    }

    private void restored(ModelState state) {
        for (String disk : context.disks()) {
            judge.demand(
                    Requirement.REINITIALISE,
                    context.oldDcr().equals(state.disks().get(disk)),
                    disk);
        }
        for (FileId file : context.base().ids()) {
            boolean same = context.base().get(file).equals(state.files().get(file));
            boolean theirs = foreign.filter(file::equals).isPresent();
            judge.demand(Requirement.REINITIALISE, same || theirs, file);
        }
        state.monitors().forEach((file, read) -> {
            boolean knowsOld = new Monitors(context, state).names(read, context.old());
            judge.demand(Requirement.REINITIALISE, knowsOld || !context.base().contains(file), file);
        });
        boolean old = Stream.of(Kind.values())
                .allMatch(kind -> processes(state, kind).equals(context.old().names(kind)));
        judge.demand(Requirement.REINITIALISE, old && state.allWell(), state.processes());
    }

    private static List<String> processes(ModelState state, Kind kind) {
        return state.processes().stream()
                .filter(process -> process.kind() == kind)
                .map(Endpoint::name)
                .toList();
    }

    private static boolean runs(Endpoint process) {
        return process.status() != Endpoint.Status.STOPPED;
    }

    /** Stops processes. No process that depends on them may still run on their host. */
    private ModelState stopped(ModelState state, Step step, Predicate<Endpoint> which) {
        boolean above = state.processes().stream()
                .filter(which)
                .anyMatch(stopped -> state.processes().stream()
                        .anyMatch(process -> process.host().equals(stopped.host())
                                && process.kind().compareTo(stopped.kind()) > 0
                                && runs(process)));
        judge.demand(Requirement.REINITIALISE, !above, step.id());
        return state.withProcesses(state.processes().stream()
                .map(process -> which.test(process) ? process.with(Endpoint.Status.STOPPED) : process)
                .toList());
    }

    /** Makes the state after an act of a way back, and refuses any other act. */
    private final class Effect implements Act.Sorts<ModelState>, WayBackAct.Visitor<ModelState> {
        private final ModelState state;
        private final Step step;

        private Effect(ModelState state, Step step) {
            this.state = state;
            this.step = step;
        }

        @Override
        public ModelState look(LookAct act) {
            return refused();
        }

        @Override
        public ModelState forward(ForwardAct act) {
            return refused();
        }

        @Override
        public ModelState wayBack(WayBackAct act) {
            return act.accept((WayBackAct.Visitor<ModelState>) this);
        }

        private ModelState refused() {
            judge.demand(Requirement.GRAMMAR, false, step.id());
            return state;
        }

        @Override
        public ModelState stopGroup(WayBackAct.StopGroup act) {
            judge.demand(Requirement.MONITORS, state.files().contains(act.monitor()), act.monitor());
            Optional<Kind> kind = Stream.of(Kind.ASM, Kind.DB)
                    .filter(each -> context.old()
                            .group(each)
                            .filter(group -> group.name().equals(Values.capitals(act.group())))
                            .isPresent())
                    .findFirst();
            judge.demand(Requirement.GRAMMAR, kind.isPresent(), "ep stop " + act.group());
            return kind.map(each -> stopped(state, step, process -> process.kind() == each))
                    .orElse(state);
        }

        @Override
        public ModelState stop(WayBackAct.Stop act) {
            Predicate<Endpoint> here =
                    process -> process.kind() == act.kind() && process.host().equals(act.host());
            // The processes that dmcss may restart are stopped in a monitor, which switches the restart off. Here a
            // person only makes sure that they have stopped.
            boolean restarted =
                    act.kind() != Kind.CSS && state.processes().stream().anyMatch(here.and(WayBack::runs));
            judge.demand(Requirement.REINITIALISE, !restarted, step.id());
            return stopped(state, step, here);
        }

        @Override
        public ModelState put(WayBackAct.Put act) {
            StoredFile written = context.stored(act.file(), act.content());
            boolean asSaid =
                    act.file().host().equals(step.host()) && written.sha256().equals(act.sha256());
            judge.demand(Requirement.REINITIALISE, asSaid, step.id());
            return state.with(state.files().with(act.file(), written));
        }

        @Override
        public ModelState removeFiles(WayBackAct.RemoveFiles act) {
            return new FileWrites(context, state, judge).remove(act.top());
        }

        @Override
        public ModelState initDcr(WayBackAct.InitDcr act) {
            FileId file = new FileId(step.host(), act.path());
            boolean stopped =
                    state.processes().stream().allMatch(process -> process.status() == Endpoint.Status.STOPPED);
            judge.demand(Requirement.REINITIALISE, stopped, step.id());
            judge.demand(Requirement.CONFIRMED, step.gate(), step.id());
            judge.demand(Requirement.REINITIALISE, act.mirror() == context.mirror(), step.id());
            return state.withDisks(act.disks(), state.files().get(file));
        }

        @Override
        public ModelState startAgain(WayBackAct.StartAgain act) {
            ModelState next = state.withProcesses(state.processes().stream()
                    .filter(process -> context.old().names(process.kind()).contains(process.name()))
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
