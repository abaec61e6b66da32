package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ExpectedEndpoints;
import io.github.dmdsc.extend.state.Verdict;
import io.github.dmdsc.model.GroupType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Selects the method of {@link StepTask} that carries out an action and judges its result. */
final class Handling implements Action.Visitor<Handling.Part> {
    private final ExtendPlan plan;
    private final Step step;

    Handling(ExtendPlan plan, Step step) {
        this.plan = plan;
        this.step = step;
    }

    /** Carries out one action. */
    @FunctionalInterface
    interface Part {
        void of(StepTask task);
    }

    /** Reads the output of a tool and judges it. */
    private static Part printed(Function<ClusterState, Verdict> judge) {
        return task -> task.printed(judge);
    }

    /** Asks a person to judge the result. */
    private static Part checked() {
        return StepTask::checked;
    }

    /** Relies on the outcome that the transport reports. Later steps look at the effect. */
    private static Part effect() {
        return StepTask::effect;
    }

    @Override
    public Part showCluster(Look.ShowCluster action) {
        return switch (action.sight()) {
            case WELL_BEFORE, WELL_IN_NEW_MONITOR, STILL_WELL -> printed(state -> state.allOkOpenActive(old(plan)));
            case NEW_NODE_LISTED -> printed(state -> state.newEndpointsPresent(added(plan)));
            case WELL_WITH_NEW_NODE -> printed(state -> state.allOkOpenActive(all(plan)));
        };
    }

    @Override
    public Part viewInstances(Look.ViewInstances action) {
        return switch (action.sight()) {
            case WELL_BEFORE, WELL_IN_NEW_MONITOR, STILL_WELL ->
                printed(state -> Verdict.all(plan.nodes().stream()
                        .map(node -> state.instanceOk(node.db()))
                        .toList()));
            case NEW_NODE_LISTED, WELL_WITH_NEW_NODE ->
                printed(state -> state.instanceOk(plan.newNode().db()));
        };
    }

    @Override
    public Part queryView(Look.QueryView action) {
        return checked();
    }

    @Override
    public Part prepareHost(Task.PrepareHost action) {
        return checked();
    }

    @Override
    public Part listPorts(Look.ListPorts action) {
        return checked();
    }

    @Override
    public Part listDisks(Look.ListDisks action) {
        return checked();
    }

    @Override
    public Part showSpace(Look.ShowSpace action) {
        return printed(state -> Verdict.all(action.groups().stream()
                .map(need -> state.spaceFor(need.group(), need.megabytes(), need.archives()))
                .toList()));
    }

    @Override
    public Part viewLogFiles(Look.ViewLogFiles action) {
        return task -> task.advised(state -> state.logFilesAlike(action.size(), action.groups()));
    }

    @Override
    public Part exportDcr(Look.ExportDcr action) {
        return task -> task.exported(step, action);
    }

    @Override
    public Part addLogFiles(Change.AddLogFiles action) {
        return effect();
    }

    @Override
    public Part convertControlFile(Look.ConvertControlFile action) {
        return task -> task.converted(action);
    }

    @Override
    public Part listLogFiles(Look.ListLogFiles action) {
        return printed(state -> state.logFilesOnAsm(action.files()));
    }

    @Override
    public Part copyDirectory(Change.CopyDirectory action) {
        return task -> task.files().copied(action);
    }

    @Override
    public Part writeFile(Change.WriteFile action) {
        return task -> task.files().written(action);
    }

    @Override
    public Part extendDcr(Change.ExtendDcr action) {
        return effect();
    }

    @Override
    public Part checkDcr(Look.CheckDcr action) {
        return printed(state -> state.dcrChecked(List.of(action.disk())));
    }

    @Override
    public Part extendNode(Control.ExtendNode action) {
        return effect();
    }

    @Override
    public Part readLogs(Task.ReadLogs action) {
        return checked();
    }

    @Override
    public Part registerService(Control.RegisterService action) {
        return StepTask::checkedEffect;
    }

    @Override
    public Part start(Control.Start action) {
        return StepTask::checkedEffect;
    }

    @Override
    public Part awaitStart(Control.AwaitStart action) {
        return StepTask::checkedEffect;
    }

    @Override
    public Part registerMonitor(Control.RegisterMonitor action) {
        return StepTask::checkedEffect;
    }

    @Override
    public Part restartMonitor(Control.RestartMonitor action) {
        return StepTask::checkedEffect;
    }

    @Override
    public Part agreeOnRestarts(Task.AgreeOnRestarts action) {
        return checked();
    }

    @Override
    public Part tellClients(Task.TellClients action) {
        return checked();
    }

    @Override
    public Part tellPartners(Task.TellPartners action) {
        return checked();
    }

    @Override
    public Part lookAfter(Task.LookAfter action) {
        return checked();
    }

    @Override
    public Part stopGroup(Control.StopGroup action) {
        return effect();
    }

    @Override
    public Part stopProcess(Task.StopProcess action) {
        return effect();
    }

    @Override
    public Part initialiseDcr(Change.InitialiseDcr action) {
        return effect();
    }

    @Override
    public Part startOldNodes(Task.StartOldNodes action) {
        return effect();
    }

    @Override
    public Part removeFile(Change.RemoveFile action) {
        return effect();
    }

    @Override
    public Part removeDirectory(Change.RemoveDirectory action) {
        return effect();
    }

    /** Returns the endpoints of the old nodes. */
    static ExpectedEndpoints old(ExtendPlan plan) {
        return endpoints(plan.nodes());
    }

    /** Returns the endpoints of the new node. */
    static ExpectedEndpoints added(ExtendPlan plan) {
        return endpoints(List.of(plan.newNode()));
    }

    static ExpectedEndpoints all(ExtendPlan plan) {
        return endpoints(
                Stream.concat(plan.nodes().stream(), Stream.of(plan.newNode())).toList());
    }

    private static ExpectedEndpoints endpoints(List<ExtendPlan.NodeSummary> nodes) {
        return new ExpectedEndpoints(Map.of(
                GroupType.CSS, nodes.stream().map(ExtendPlan.NodeSummary::css).toList(),
                GroupType.ASM, nodes.stream().map(ExtendPlan.NodeSummary::asm).toList(),
                GroupType.DB, nodes.stream().map(ExtendPlan.NodeSummary::db).toList()));
    }
}
