package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.FileId;
import java.util.List;

/** Carries out the steps that register and restart monitors. */
final class MonitorRestarts {
    private final ModelState state;
    private final Judge judge;

    MonitorRestarts(ModelState state, Judge judge) {
        this.state = state;
        this.judge = judge;
    }

    ModelState register(ForwardAct.RegisterMonitor act) {
        FileId file = act.monitor();
        judge.demand(Requirement.SERVICES, state.files().get(file).sort() == FileSort.MONITOR, file);
        return Model.changed(state, Chapter.MONITOR_FILES, judge)
                .with(state.services().with(file, act.service()));
    }

    /**
     * Restarts a monitor in a console. This must not be a monitor that runs as a service, because the service would
     * keep running with the old file.
     */
    ModelState restart(FileId file) {
        judge.demand(Requirement.MONITORS, state.files().contains(file), file);
        judge.demand(Requirement.SERVICES, !state.services().monitors().containsKey(file), file);
        return restarted(file);
    }

    ModelState restartService(String service, String host) {
        List<FileId> files = state.services().monitors(host, service);
        judge.demand(Requirement.SERVICES, !files.isEmpty(), host + ": " + service);
        ModelState next = state;
        for (FileId file : files) {
            next = new MonitorRestarts(next, judge).restarted(file);
        }
        return next;
    }

    private ModelState restarted(FileId file) {
        return Model.changed(state, Chapter.RESTARTED_MONITORS, judge)
                .withMonitor(file, state.files().get(file));
    }
}
