package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.FileId;
import java.util.List;

/** Carries out the steps that register and restart monitors. */
final class MonitorRestarts {
    private final ClusterState state;
    private final Judge judge;

    MonitorRestarts(ClusterState state, Judge judge) {
        this.state = state;
        this.judge = judge;
    }

    ClusterState register(ForwardAct.RegisterMonitor act) {
        FileId file = act.monitor();
        judge.demand(Requirement.SERVICES, state.files().get(file).sort() == FileSort.MONITOR, file);
        return Model.changed(state, Chapter.MONITOR_FILES, judge)
                .with(state.services().with(file, act.service()));
    }

    /**
     * Restarts a monitor in a console. This must not be a monitor that runs as a service, because the service would
     * keep running with the old file.
     */
    ClusterState restart(FileId file) {
        judge.demand(Requirement.MONITORS, state.files().contains(file), file);
        judge.demand(Requirement.SERVICES, !state.services().monitors().containsKey(file), file);
        return restarted(file);
    }

    ClusterState restartService(String service, String host) {
        List<FileId> files = state.services().monitors(host, service);
        judge.demand(Requirement.SERVICES, !files.isEmpty(), host + ": " + service);
        ClusterState next = state;
        for (FileId file : files) {
            next = new MonitorRestarts(next, judge).restarted(file);
        }
        return next;
    }

    private ClusterState restarted(FileId file) {
        return Model.changed(state, Chapter.RESTARTED_MONITORS, judge)
                .withMonitor(file, state.files().get(file));
    }
}
