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
final class ActionHandlers implements Action.Visitor<ActionHandlers.Handler> {
    private final ExtendPlan plan;
    private final Step step;

    ActionHandlers(ExtendPlan plan, Step step) {
        this.plan = plan;
        this.step = step;
    }

    /** Carries out one action. */
    @FunctionalInterface
    interface Handler {
        void handle(StepTask task);
    }

    /** Reads the output of a tool and judges it. */
    private static Handler judgeOutput(Function<ClusterState, Verdict> judge) {
        return task -> task.judgeOutput(judge);
    }

    /** Asks a person to judge the result. */
    private static Handler askPerson() {
        return StepTask::lookAndAsk;
    }

    /** Relies on the outcome that the transport reports. Later steps look at the effect. */
    private static Handler relyOnTransport() {
        return StepTask::run;
    }

    @Override
    public Handler showCluster(Look.ShowCluster action) {
        return switch (action.expected()) {
            case OK_BEFORE, OK_IN_NEW_MONITOR, STILL_OK ->
                judgeOutput(state -> state.allOkOpenActive(oldEndpoints(plan)));
            case NEW_NODE_LISTED -> judgeOutput(state -> state.newEndpointsPresent(newEndpoints(plan)));
            case OK_WITH_NEW_NODE -> judgeOutput(state -> state.allOkOpenActive(allEndpoints(plan)));
        };
    }

    @Override
    public Handler viewInstances(Look.ViewInstances action) {
        return switch (action.expected()) {
            case OK_BEFORE, OK_IN_NEW_MONITOR, STILL_OK ->
                judgeOutput(state -> Verdict.all(plan.nodes().stream()
                        .map(node -> state.instanceOk(node.db()))
                        .toList()));
            case NEW_NODE_LISTED, OK_WITH_NEW_NODE ->
                judgeOutput(state -> state.instanceOk(plan.newNode().db()));
        };
    }

    @Override
    public Handler queryView(Look.QueryView action) {
        return askPerson();
    }

    @Override
    public Handler prepareHost(Task.PrepareHost action) {
        return askPerson();
    }

    @Override
    public Handler listPorts(Look.ListPorts action) {
        return askPerson();
    }

    @Override
    public Handler listDisks(Look.ListDisks action) {
        return askPerson();
    }

    @Override
    public Handler showSpace(Look.ShowSpace action) {
        return judgeOutput(state -> Verdict.all(action.groups().stream()
                .map(need -> state.spaceFor(need.group(), need.megabytes(), need.archives()))
                .toList()));
    }

    @Override
    public Handler viewLogFiles(Look.ViewLogFiles action) {
        return task -> task.judgeAdvice(state -> state.logFilesAlike(action.size(), action.groups()));
    }

    @Override
    public Handler exportDcr(Look.ExportDcr action) {
        return task -> task.compareDisk(step, action);
    }

    @Override
    public Handler addLogFiles(Change.AddLogFiles action) {
        return relyOnTransport();
    }

    @Override
    public Handler convertControlFile(Look.ConvertControlFile action) {
        return task -> task.judgeControlFile(action);
    }

    @Override
    public Handler listLogFiles(Look.ListLogFiles action) {
        return judgeOutput(state -> state.logFilesOnAsm(action.files()));
    }

    @Override
    public Handler copyDirectory(Change.CopyDirectory action) {
        return task -> task.files().copyDirectory(action);
    }

    @Override
    public Handler writeFile(Change.WriteFile action) {
        return task -> task.files().writeFile(action);
    }

    @Override
    public Handler extendDcr(Change.ExtendDcr action) {
        return relyOnTransport();
    }

    @Override
    public Handler checkDcr(Look.CheckDcr action) {
        return judgeOutput(state -> state.dcrChecked(List.of(action.disk())));
    }

    @Override
    public Handler extendNode(Control.ExtendNode action) {
        return relyOnTransport();
    }

    @Override
    public Handler readLogs(Task.ReadLogs action) {
        return askPerson();
    }

    @Override
    public Handler registerService(Control.RegisterService action) {
        return StepTask::runAndAsk;
    }

    @Override
    public Handler start(Control.Start action) {
        return StepTask::runAndAsk;
    }

    @Override
    public Handler awaitStart(Control.AwaitStart action) {
        return StepTask::runAndAsk;
    }

    @Override
    public Handler registerMonitor(Control.RegisterMonitor action) {
        return StepTask::runAndAsk;
    }

    @Override
    public Handler restartMonitor(Control.RestartMonitor action) {
        return StepTask::runAndAsk;
    }

    @Override
    public Handler agreeOnRestarts(Task.AgreeOnRestarts action) {
        return askPerson();
    }

    @Override
    public Handler tellClients(Task.TellClients action) {
        return askPerson();
    }

    @Override
    public Handler tellPartners(Task.TellPartners action) {
        return askPerson();
    }

    @Override
    public Handler lookAfter(Task.LookAfter action) {
        return askPerson();
    }

    @Override
    public Handler stopGroup(Control.StopGroup action) {
        return relyOnTransport();
    }

    @Override
    public Handler stopProcess(Task.StopProcess action) {
        return relyOnTransport();
    }

    @Override
    public Handler initialiseDcr(Change.InitialiseDcr action) {
        return relyOnTransport();
    }

    @Override
    public Handler startOldNodes(Task.StartOldNodes action) {
        return relyOnTransport();
    }

    @Override
    public Handler removeFile(Change.RemoveFile action) {
        return relyOnTransport();
    }

    @Override
    public Handler removeDirectory(Change.RemoveDirectory action) {
        return relyOnTransport();
    }

    /** Returns the endpoints of the old nodes. */
    static ExpectedEndpoints oldEndpoints(ExtendPlan plan) {
        return endpoints(plan.nodes());
    }

    /** Returns the endpoints of the new node. */
    static ExpectedEndpoints newEndpoints(ExtendPlan plan) {
        return endpoints(List.of(plan.newNode()));
    }

    static ExpectedEndpoints allEndpoints(ExtendPlan plan) {
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
