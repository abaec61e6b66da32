package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.FileId;
import java.util.List;

/** Carries out the steps that register and restart monitors. */
final class Watching {
    private final World world;
    private final Judge judge;

    Watching(World world, Judge judge) {
        this.world = world;
        this.judge = judge;
    }

    World register(Onward.RegisterMonitor act) {
        FileId file = act.monitor();
        judge.demand(Requirement.SERVICES, world.files().get(file).sort() == FileSort.MONITOR, file);
        return Model.changed(world, Chapter.MONITOR_FILES, judge)
                .with(world.services().with(file, act.service()));
    }

    /**
     * Restarts a monitor in a console. This must not be a monitor that runs as a service, because the service would
     * keep running with the old file.
     */
    World restart(FileId file) {
        judge.demand(Requirement.MONITORS, world.files().contains(file), file);
        judge.demand(Requirement.SERVICES, !world.services().monitors().containsKey(file), file);
        return restarted(file);
    }

    World restartService(String service, String host) {
        List<FileId> files = world.services().monitors(host, service);
        judge.demand(Requirement.SERVICES, !files.isEmpty(), host + ": " + service);
        World next = world;
        for (FileId file : files) {
            next = new Watching(next, judge).restarted(file);
        }
        return next;
    }

    private World restarted(FileId file) {
        return Model.changed(world, Chapter.RESTARTED_MONITORS, judge)
                .withMonitor(file, world.files().get(file));
    }
}
