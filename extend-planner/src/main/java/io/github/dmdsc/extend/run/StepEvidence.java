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

/** Judges from files and tool outputs whether each step of a plan was done. Not thread-safe. */
final class StepEvidence {
    /** Whether a step was done. */
    enum Known {
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
    private final Standing standing;
    private final SeenFiles seen;
    private final Optional<ClusterState> state;
    private final Map<String, CopyEvidence> copies = new HashMap<>();

    StepEvidence(ExtendPlan plan, Standing standing, SeenFiles seen, Optional<ClusterState> state) {
        this.plan = plan;
        this.standing = standing;
        this.seen = seen;
        this.state = state;
    }

    Standing standing() {
        return standing;
    }

    SeenFiles seen() {
        return seen;
    }

    Known of(Step step) {
        return step.action().accept(new Told(step));
    }

    private Known written(Step step, FileId file) {
        if (!seen.isSeen(file)) {
            return Known.UNKNOWN;
        } else if (standing.holds(step, seen)) {
            return Known.DONE;
        }
        return isKnown(file) ? Known.NOT_DONE : Known.FOREIGN;
    }

    /** Returns whether a file is as the plan found it or writes it, or as a late or interrupted copy leaves it. */
    boolean isKnown(FileId file) {
        return standing.allowed(file).contains(seen.hash(file))
                || plan.steps().stream().flatMap(step -> copy(step).stream()).anyMatch(copy -> copy.left(file));
    }

    /** Returns the evidence about a step that copies a directory; empty for every other step. */
    Optional<CopyEvidence> copy(Step step) {
        return step.action() instanceof Change.CopyDirectory copy
                ? Optional.of(copies.computeIfAbsent(step.id(), id -> new CopyEvidence(plan, standing, copy, seen)))
                : Optional.empty();
    }

    /** Returns whether an earlier copy left files in the target directory, where the next copy must not find any. */
    boolean leftOver(Step step) {
        return copy(step).filter(CopyEvidence::begun).isPresent();
    }

    /** Judges each kind of action. */
    private final class Told implements Action.Visitor<Known> {
        private final Step step;

        private Told(Step step) {
            this.step = step;
        }

        @Override
        public Known showCluster(Look.ShowCluster action) {
            return switch (action.sight()) {
                case WELL_BEFORE -> shown(state -> state.allOkOpenActive(Handling.old(plan)));
                case WELL_WITH_NEW_NODE -> shown(state -> state.allOkOpenActive(Handling.all(plan)));
                case NEW_NODE_LISTED -> newNodeListed();
                case WELL_IN_NEW_MONITOR, STILL_WELL -> Known.UNKNOWN;
            };
        }

        @Override
        public Known viewInstances(Look.ViewInstances action) {
            return switch (action.sight()) {
                case WELL_BEFORE -> shown(state -> state.allOkOpenActive(Handling.old(plan)));
                case WELL_WITH_NEW_NODE ->
                    shown(state -> state.instanceOk(plan.newNode().db()));
                case WELL_IN_NEW_MONITOR, STILL_WELL, NEW_NODE_LISTED -> Known.UNKNOWN;
            };
        }

        @Override
        public Known queryView(Look.QueryView action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known prepareHost(Task.PrepareHost action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known listPorts(Look.ListPorts action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known listDisks(Look.ListDisks action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known showSpace(Look.ShowSpace action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known viewLogFiles(Look.ViewLogFiles action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known exportDcr(Look.ExportDcr action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known addLogFiles(Change.AddLogFiles action) {
            return shown(state -> logFiles(state, plan.newNode().db(), action.files()));
        }

        @Override
        public Known convertControlFile(Look.ConvertControlFile action) {
            return shown(state -> state.logFilesInControlFile(action.files()));
        }

        @Override
        public Known listLogFiles(Look.ListLogFiles action) {
            return shown(state -> state.logFilesOnAsm(action.files()));
        }

        @Override
        public Known copyDirectory(Change.CopyDirectory action) {
            return copy(step)
                    .filter(CopyEvidence::isSeen)
                    .map(copy -> copy.whole() ? Known.DONE : Known.NOT_DONE)
                    .orElse(Known.UNKNOWN);
        }

        @Override
        public Known writeFile(Change.WriteFile action) {
            return written(step, action.file());
        }

        @Override
        public Known extendDcr(Change.ExtendDcr action) {
            // A new endpoint that is not listed only shows that the processes have not read the disk. The disk may be
            // written already.
            return newNodeListed() == Known.DONE ? Known.DONE : Known.UNKNOWN;
        }

        @Override
        public Known checkDcr(Look.CheckDcr action) {
            return shown(state -> state.dcrChecked(List.of(action.disk())));
        }

        @Override
        public Known extendNode(Control.ExtendNode action) {
            return newNodeListed();
        }

        @Override
        public Known readLogs(Task.ReadLogs action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known registerService(Control.RegisterService action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known start(Control.Start action) {
            return running(action.process());
        }

        @Override
        public Known awaitStart(Control.AwaitStart action) {
            return running(action.process());
        }

        @Override
        public Known registerMonitor(Control.RegisterMonitor action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known restartMonitor(Control.RestartMonitor action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known agreeOnRestarts(Task.AgreeOnRestarts action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known tellClients(Task.TellClients action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known tellPartners(Task.TellPartners action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known lookAfter(Task.LookAfter action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known stopGroup(Control.StopGroup action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known stopProcess(Task.StopProcess action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known initialiseDcr(Change.InitialiseDcr action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known startOldNodes(Task.StartOldNodes action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known removeFile(Change.RemoveFile action) {
            return Known.UNKNOWN;
        }

        @Override
        public Known removeDirectory(Change.RemoveDirectory action) {
            return Known.UNKNOWN;
        }

        private Known shown(Function<ClusterState, Verdict> judge) {
            return state.map(judge).map(verdict -> known(verdict, step)).orElse(Known.UNKNOWN);
        }

        private Known newNodeListed() {
            return shown(state -> state.newEndpointsPresent(Handling.added(plan)));
        }

        private Known running(GroupType process) {
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
    private static Known known(Verdict verdict, Step step) {
        Known notNow = step.phase() == Phase.PREFLIGHT ? Known.UNKNOWN : Known.NOT_DONE;
        return verdict.accept(new Verdict.Visitor<>() {
            @Override
            public Known proven(Verdict.Proven proven) {
                return Known.DONE;
            }

            @Override
            public Known refuted(Verdict.Refuted refuted) {
                return notNow;
            }

            @Override
            public Known partial(Verdict.Partial partial) {
                return notNow == Known.NOT_DONE && step.rollbackClass().onlyOnce() ? Known.PARTIAL : notNow;
            }

            @Override
            public Known noEvidence(Verdict.NoEvidence none) {
                return Known.UNKNOWN;
            }
        });
    }

    /**
     * Judges whether the log files were added. An open instance has its log files, even if an older text of dm.ctl does
     * not list them.
     */
    private static Verdict logFiles(ClusterState state, String db, List<String> logs) {
        Verdict open = state.newEndpointOk(GroupType.DB, db);
        return open instanceof Verdict.Proven ? open : state.logFilesInControlFile(logs);
    }
}
