package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ExpectedEndpoints;
import io.github.dmdsc.extend.state.Verdict;
import io.github.dmdsc.model.GroupType;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** How a kind of action is carried out and judged: which part of a {@link StepTask} does it. */
final class Handling implements Action.Visitor<Handling.Part> {
    private final ExtendPlan plan;
    private final Step step;

    Handling(ExtendPlan plan, Step step) {
        this.plan = plan;
        this.step = step;
    }

    /** A part of a task. */
    @FunctionalInterface
    interface Part {
        void of(StepTask task);
    }

    /** What a tool prints is read and judged. */
    private static Part printed(Function<ClusterState, Verdict> judge) {
        return task -> task.printed(judge);
    }

    /** A person judges. */
    private static Part checked() {
        return StepTask::checked;
    }

    /** Whoever does it says whether it was done; looks of their own follow. */
    private static Part effect() {
        return StepTask::effect;
    }

    @Override
    public Part showCluster(Action.ShowCluster action) {
        return switch (action.sight()) {
            case WELL_BEFORE, WELL_IN_NEW_MONITOR, STILL_WELL -> printed(state -> state.allOkOpenActive(old()));
            case NEW_NODE_LISTED -> printed(state -> state.newEndpointsPresent(added()));
            case WELL_WITH_NEW_NODE -> printed(state -> state.allOkOpenActive(all()));
        };
    }

    @Override
    public Part viewInstances(Action.ViewInstances action) {
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
    public Part queryView(Action.QueryView action) {
        return checked();
    }

    @Override
    public Part prepareHost(Action.PrepareHost action) {
        return checked();
    }

    @Override
    public Part listPorts(Action.ListPorts action) {
        return checked();
    }

    @Override
    public Part listDisks(Action.ListDisks action) {
        return checked();
    }

    @Override
    public Part showSpace(Action.ShowSpace action) {
        return checked();
    }

    @Override
    public Part viewLogFiles(Action.ViewLogFiles action) {
        return checked();
    }

    @Override
    public Part exportDcr(Action.ExportDcr action) {
        return task -> task.exported(step, action);
    }

    @Override
    public Part addLogFiles(Action.AddLogFiles action) {
        return effect();
    }

    @Override
    public Part convertControlFile(Action.ConvertControlFile action) {
        return task -> task.converted(action);
    }

    @Override
    public Part listLogFiles(Action.ListLogFiles action) {
        return printed(state -> state.logFilesOnAsm(action.files()));
    }

    @Override
    public Part copyDirectory(Action.CopyDirectory action) {
        return task -> task.files().copied(action);
    }

    @Override
    public Part writeFile(Action.WriteFile action) {
        return task -> task.files().written(action);
    }

    @Override
    public Part extendDcr(Action.ExtendDcr action) {
        return effect();
    }

    @Override
    public Part checkDcr(Action.CheckDcr action) {
        return printed(state -> state.dcrChecked(List.of(action.disk())));
    }

    @Override
    public Part extendNode(Action.ExtendNode action) {
        return effect();
    }

    @Override
    public Part readLogs(Action.ReadLogs action) {
        return checked();
    }

    @Override
    public Part registerService(Action.RegisterService action) {
        return effect();
    }

    @Override
    public Part start(Action.Start action) {
        return StepTask::checkedEffect;
    }

    @Override
    public Part awaitStart(Action.AwaitStart action) {
        return StepTask::checkedEffect;
    }

    @Override
    public Part restartMonitor(Action.RestartMonitor action) {
        return effect();
    }

    @Override
    public Part agreeOnRestarts(Action.AgreeOnRestarts action) {
        return checked();
    }

    @Override
    public Part tellClients(Action.TellClients action) {
        return checked();
    }

    @Override
    public Part tellPartners(Action.TellPartners action) {
        return checked();
    }

    @Override
    public Part lookAfter(Action.LookAfter action) {
        return checked();
    }

    @Override
    public Part stopGroup(Action.StopGroup action) {
        return effect();
    }

    @Override
    public Part stopProcess(Action.StopProcess action) {
        return effect();
    }

    @Override
    public Part initialiseDcr(Action.InitialiseDcr action) {
        return effect();
    }

    @Override
    public Part startOldNodes(Action.StartOldNodes action) {
        return effect();
    }

    @Override
    public Part removeFile(Action.RemoveFile action) {
        return effect();
    }

    @Override
    public Part removeDirectory(Action.RemoveDirectory action) {
        return effect();
    }

    private ExpectedEndpoints old() {
        return endpoints(plan.nodes());
    }

    private ExpectedEndpoints added() {
        return endpoints(List.of(plan.newNode()));
    }

    private ExpectedEndpoints all() {
        return endpoints(
                Stream.concat(plan.nodes().stream(), Stream.of(plan.newNode())).toList());
    }

    static ExpectedEndpoints endpoints(List<ExtendPlan.NodeSummary> nodes) {
        return new ExpectedEndpoints(Map.of(
                GroupType.CSS, nodes.stream().map(ExtendPlan.NodeSummary::css).toList(),
                GroupType.ASM, nodes.stream().map(ExtendPlan.NodeSummary::asm).toList(),
                GroupType.DB, nodes.stream().map(ExtendPlan.NodeSummary::db).toList()));
    }
}
