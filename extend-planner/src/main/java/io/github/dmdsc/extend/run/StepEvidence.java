package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.Verdict;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Judges from files and tool outputs whether each step of a plan was done. Not thread-safe. */
final class StepEvidence {
    /** Whether a step has taken effect. */
    enum Effect {
        /** The result of the step exists. */
        DONE,
        /** A part of the result exists, and a part is missing. */
        PARTIAL,
        /** The result does not exist, and the state from before the step does. */
        NOT_DONE,
        /** The observations do not show whether the step was done. */
        UNKNOWN,
        /** The file of the step is neither as the plan found it nor as the plan writes it. */
        FOREIGN
    }

    private final ExtendPlan plan;
    private final PlanFiles planFiles;
    private final SeenFiles seen;
    private final Optional<ClusterState> state;
    private final Map<String, CopyEvidence> copies = new HashMap<>();

    StepEvidence(ExtendPlan plan, PlanFiles planFiles, SeenFiles seen, Optional<ClusterState> state) {
        this.plan = plan;
        this.planFiles = planFiles;
        this.seen = seen;
        this.state = state;
    }

    PlanFiles planFiles() {
        return planFiles;
    }

    SeenFiles seen() {
        return seen;
    }

    Effect of(Step step) {
        return step.action().accept(new ActionJudge(step));
    }

    private static Effect copied(CopyEvidence copy) {
        if (copy.isComplete()) {
            return Effect.DONE;
        }
        // The steps that write the missing files do not need the copies of these files.
        return copy.lacksOnlyWrittenFiles() ? Effect.UNKNOWN : Effect.NOT_DONE;
    }

    private Effect written(Step step, FileId file) {
        if (!seen.isSeen(file)) {
            return Effect.UNKNOWN;
        } else if (planFiles.isAsWritten(step, seen)) {
            return Effect.DONE;
        }
        return isKnown(file) ? Effect.NOT_DONE : Effect.FOREIGN;
    }

    /** Returns whether a file is as the plan found it or writes it, or as a late or interrupted copy leaves it. */
    boolean isKnown(FileId file) {
        return planFiles.allowedHashes(file).contains(seen.hash(file))
                || plan.steps().stream().flatMap(step -> copy(step).stream()).anyMatch(copy -> copy.isKnown(file));
    }

    /** Returns the evidence about a step that copies a directory; empty for every other step. */
    Optional<CopyEvidence> copy(Step step) {
        return step.action() instanceof Change.CopyDirectory copy
                ? Optional.of(copies.computeIfAbsent(step.id(), id -> new CopyEvidence(plan, planFiles, copy, seen)))
                : Optional.empty();
    }

    /** Returns whether a copy of a directory was begun and is not complete. */
    boolean isPartlyCopied(Step step) {
        return copy(step).filter(CopyEvidence::isPartial).isPresent();
    }

    /** Returns whether an earlier copy left files in the target directory, where the next copy must not find any. */
    boolean leftOver(Step step) {
        return copy(step).filter(CopyEvidence::hasFiles).isPresent();
    }

    /** Judges each kind of action. */
    private final class ActionJudge implements Action.Visitor<Effect> {
        private final Step step;

        private ActionJudge(Step step) {
            this.step = step;
        }

        @Override
        public Effect showCluster(Look.ShowCluster action) {
            return switch (action.expected()) {
                case OK_BEFORE -> shown(state -> state.allOkOpenActive(ActionHandlers.oldEndpoints(plan)));
                case OK_WITH_NEW_NODE -> shown(state -> state.allOkOpenActive(ActionHandlers.allEndpoints(plan)));
                case NEW_NODE_LISTED -> newNodeListed();
                case OK_IN_NEW_MONITOR, STILL_OK -> Effect.UNKNOWN;
            };
        }

        @Override
        public Effect viewInstances(Look.ViewInstances action) {
            return switch (action.expected()) {
                case OK_BEFORE -> shown(state -> state.allOkOpenActive(ActionHandlers.oldEndpoints(plan)));
                case OK_WITH_NEW_NODE ->
                    shown(state -> state.instanceOk(plan.newNode().db()));
                case OK_IN_NEW_MONITOR, STILL_OK, NEW_NODE_LISTED -> Effect.UNKNOWN;
            };
        }

        @Override
        public Effect queryView(Look.QueryView action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect prepareHost(Task.PrepareHost action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect listPorts(Look.ListPorts action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect listDisks(Look.ListDisks action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect showSpace(Look.ShowSpace action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect viewLogFiles(Look.ViewLogFiles action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect exportDcr(Look.ExportDcr action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect addLogFiles(Change.AddLogFiles action) {
            return shown(state -> logFiles(state, plan.newNode().db(), action.files()));
        }

        @Override
        public Effect convertControlFile(Look.ConvertControlFile action) {
            return shown(state -> state.logFilesInControlFile(action.files()));
        }

        @Override
        public Effect listLogFiles(Look.ListLogFiles action) {
            return shown(state -> state.logFilesOnAsm(action.files()));
        }

        @Override
        public Effect copyDirectory(Change.CopyDirectory action) {
            return copy(step)
                    .filter(CopyEvidence::isSeen)
                    .map(StepEvidence::copied)
                    .orElse(Effect.UNKNOWN);
        }

        @Override
        public Effect writeFile(Change.WriteFile action) {
            return written(step, action.file());
        }

        @Override
        public Effect extendDcr(Change.ExtendDcr action) {
            // A new endpoint that is not listed only shows that the processes have not read the disk. The disk may be
            // written already.
            return newNodeListed() == Effect.DONE ? Effect.DONE : Effect.UNKNOWN;
        }

        @Override
        public Effect checkDcr(Look.CheckDcr action) {
            return shown(state -> state.dcrChecked(List.of(action.disk())));
        }

        @Override
        public Effect extendNode(Control.ExtendNode action) {
            return newNodeListed();
        }

        @Override
        public Effect readLogs(Task.ReadLogs action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect registerService(Control.RegisterService action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect start(Control.Start action) {
            return running(action.process());
        }

        @Override
        public Effect awaitStart(Control.AwaitStart action) {
            return running(action.process());
        }

        @Override
        public Effect registerMonitor(Control.RegisterMonitor action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect restartMonitor(Control.RestartMonitor action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect agreeOnRestarts(Task.AgreeOnRestarts action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect tellClients(Task.TellClients action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect tellPartners(Task.TellPartners action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect lookAfter(Task.LookAfter action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect stopGroup(Control.StopGroup action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect stopProcess(Task.StopProcess action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect initialiseDcr(Change.InitialiseDcr action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect startOldNodes(Task.StartOldNodes action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect removeFile(Change.RemoveFile action) {
            return Effect.UNKNOWN;
        }

        @Override
        public Effect removeDirectory(Change.RemoveDirectory action) {
            return Effect.UNKNOWN;
        }

        private Effect shown(Function<ClusterState, Verdict> judge) {
            return state.map(judge).map(verdict -> effect(verdict, step)).orElse(Effect.UNKNOWN);
        }

        private Effect newNodeListed() {
            return shown(state -> state.newEndpointsPresent(ActionHandlers.newEndpoints(plan)));
        }

        private Effect running(GroupType process) {
            ExtendPlan.NodeSummary node = plan.newNode();
            String name = switch (process) {
                case CSS -> node.css();
                case ASM -> node.asm();
                case DB -> node.db();
            };
            return shown(state -> state.newEndpointOk(process, name));
        }
    }

    /**
     * Converts a verdict. For a look of the phase PREFLIGHT, a bad state now does not show that the look was not taken.
     */
    private static Effect effect(Verdict verdict, Step step) {
        Effect notNow = step.phase() == Phase.PREFLIGHT ? Effect.UNKNOWN : Effect.NOT_DONE;
        return verdict.accept(new Verdict.Visitor<>() {
            @Override
            public Effect proven(Verdict.Proven proven) {
                return Effect.DONE;
            }

            @Override
            public Effect refuted(Verdict.Refuted refuted) {
                return notNow;
            }

            @Override
            public Effect partial(Verdict.Partial partial) {
                return notNow == Effect.NOT_DONE && step.rollbackClass().onlyOnce() ? Effect.PARTIAL : notNow;
            }

            @Override
            public Effect noEvidence(Verdict.NoEvidence none) {
                return Effect.UNKNOWN;
            }
        });
    }

    /**
     * Returns whether every look shows that a step was not done. One of two looks is not enough: log files may exist on
     * ASM although dm.ctl does not name them.
     */
    boolean certainlyNotDone(Step step) {
        boolean everyLook = !(step.action() instanceof Change.AddLogFiles add)
                || state.map(shown -> bothLooks(shown, add.files()))
                        .filter(Verdict.Refuted.class::isInstance)
                        .isPresent();
        return of(step) == Effect.NOT_DONE && everyLook;
    }

    /**
     * Judges whether the log files were added. An open instance has its log files, even if an older text of dm.ctl does
     * not list them. If only one look shows something, this look counts.
     */
    private static Verdict logFiles(ClusterState state, String db, List<String> logs) {
        Verdict open = state.newEndpointOk(GroupType.DB, db);
        if (open instanceof Verdict.Proven) {
            return open;
        }
        Verdict both = bothLooks(state, logs);
        return both instanceof Verdict.NoEvidence
                ? Stream.of(state.logFilesInControlFile(logs), state.logFilesOnAsm(logs))
                        .filter(verdict -> !(verdict instanceof Verdict.NoEvidence))
                        .findFirst()
                        .orElse(both)
                : both;
    }

    /** Judges each log file by dm.ctl and by the directory on ASM; partial if the two looks disagree. */
    private static Verdict bothLooks(ClusterState state, List<String> logs) {
        return Verdict.together(logs.stream()
                .map(List::of)
                .flatMap(log -> Stream.of(state.logFilesInControlFile(log), state.logFilesOnAsm(log)))
                .toList());
    }
}
