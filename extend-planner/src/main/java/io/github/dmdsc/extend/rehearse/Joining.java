package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries out the steps from the point of no return on: the DCR disks, the running processes, and the new processes.
 */
final class Joining {
    private final Setting setting;
    private final World world;
    private final Judge judge;

    Joining(Setting setting, World world, Judge judge) {
        this.setting = setting;
        this.world = world;
        this.judge = judge;
    }

    World extendDcr(Onward.ExtendDcr extend, String host) {
        FileId file = new FileId(host, extend.path());
        judge.demand(Requirement.DCR_DISKS, extend.mirror() == setting.mirror(), file);
        judge.demandEqual(
                Requirement.DCR_DISKS, setting.disks().size(), extend.disks().size(), file);
        judge.demandEqual(Requirement.DCR_DISKS, new TreeSet<>(setting.disks()), new TreeSet<>(extend.disks()), file);
        for (String disk : setting.disks()) {
            judge.demand(Requirement.DCR_DISKS, new DiskPaths(setting).mayHold(disk), disk);
        }
        boolean old = extend.disks().stream()
                .allMatch(disk -> setting.oldDcr().equals(world.disks().get(disk)));
        judge.demand(Requirement.DCR_DISKS, old, extend.disks());
        judge.demand(Requirement.EXPORTED, world.knows(Fact.BASE_SEEN_LAST), file);
        StoredFile content = world.files().get(file);
        new DcrConfiguration(setting, world, content.dcr()).demand(judge);
        judge.demand(Requirement.CLUSTER_OK, world.knows(Fact.SHOWN_LAST), "CSS, ASM, DB");
        judge.demand(Requirement.CLUSTER_OK, world.knows(Fact.ASPECTS_SEEN_LAST), setting.aspects());
        copies(content);
        readyToJoin();
        setting.console().ifPresent(this::demandOld);
        return Model.changed(world, Chapter.EXTEND_DCR, judge)
                .withDisks(extend.disks(), DiskContent.extended(content, setting.before()));
    }

    private void copies(StoredFile content) {
        for (FileId file : setting.base().configurations()) {
            // A file is a copy if it had the values of the exported configuration. Line ends and comments do not count.
            // The configuration of the first initialisation had other values, so it is not a copy.
            boolean copy = setting.base().get(file).dcr().equals(setting.old());
            judge.demand(
                    Requirement.DCR_COPIES,
                    !copy || world.files().get(file).dcr().equals(content.dcr()),
                    file);
        }
    }

    /** Demands the conditions without which {@code extend node} fails. */
    private void readyToJoin() {
        List<Onward.LogFile> logs = world.logFiles();
        Set<String> paths = new HashSet<>();
        Set<String> sizes = new HashSet<>();
        logs.forEach(log -> {
            // The manual does not say whether ASM distinguishes upper and lower case, so the model does not.
            paths.add(Values.capitals(log.path()));
            sizes.add(log.size());
        });
        boolean onAsm = paths.stream().allMatch(path -> path.startsWith("+"));
        paths.forEach(path ->
                judge.demand(Requirement.LOG_FILES, !setting.oldLogFiles().contains(path), path));
        judge.demand(
                Requirement.LOG_FILES,
                paths.size() >= 2 && paths.size() == logs.size() && sizes.size() == 1 && onAsm,
                logs);
        new NewNodeFiles(setting, world).demand(judge);
        new MalFiles(setting, world).demand(judge);
    }

    private void demandOld(FileId monitor) {
        new Monitors(setting, world)
                .demand(judge, Requirement.OLD_MONITOR, monitor, world.files().get(monitor), setting.old());
    }

    World extendNode(FileId monitor) {
        demandOld(monitor);
        judge.demand(Requirement.ONE_NODE, !world.knows(Fact.NODE_EXTENDED), monitor);
        judge.demand(Requirement.CLUSTER_OK, world.allWell(), world.processes());
        for (String disk : setting.disks()) {
            boolean extended = !setting.oldDcr().equals(world.disks().get(disk));
            judge.demand(Requirement.DCR_DISKS, extended, disk);
            boolean checked = world.looks(Seen.CheckDcr.class).contains(disk)
                    && world.looks(Seen.Compare.class).contains(disk);
            judge.demand(Requirement.DCR_CHECKED, !extended || checked, disk);
        }
        readyToJoin();
        List<Endpoint> processes = new ArrayList<>(world.processes());
        for (Kind kind : Kind.values()) {
            processes.add(new Endpoint(kind, setting.newName(kind), setting.newHost(), Endpoint.Status.ERROR));
        }
        return Model.changed(world, Chapter.EXTEND_NODE, judge)
                .withProcesses(processes)
                .with(Fact.NODE_EXTENDED);
    }

    World startProgram(Onward.Start start, Step step) {
        List<String> options = new NewNodeFiles(setting, world).options(start.kind());
        judge.demandEqual(Requirement.START_ORDER, options, start.options(), start.kind());
        return start(start, step);
    }

    private World start(Onward.Start start, Step step) {
        NewNodeFiles fresh = new NewNodeFiles(setting, world);
        FileId dmdcr = new FileId(step.host(), start.dcrIni());
        // The start of its CSS makes the node begin to join, which may take every other node down.
        judge.demand(Requirement.CONFIRMED, start.kind() != Kind.CSS || step.gate(), step.id());
        judge.demand(Requirement.AUTO_START, !fresh.startsItself(start.kind()), start.kind());
        judge.demand(
                Requirement.START_ORDER, fresh.dmdcr().filter(dmdcr::equals).isPresent(), dmdcr);
        if (start.kind() == Kind.ASM) {
            judge.demand(Requirement.DCR_DISKS, start.mirror() == setting.mirror(), start.kind());
        } else if (start.kind() == Kind.DB) {
            FileId dmIni = new FileId(step.host(), start.dmIni());
            judge.demand(
                    Requirement.START_ORDER, fresh.dmIni().filter(dmIni::equals).isPresent(), dmIni);
        }
        return started(start.kind());
    }

    World register(Onward.Register register, String host) {
        NewNodeFiles fresh = new NewNodeFiles(setting, world);
        Onward.Start start = register.start();
        FileId dmdcr = new FileId(host, start.dcrIni());
        FileId dmIni = new FileId(host, start.dmIni());
        judge.demand(Requirement.SERVICES, fresh.dmdcr().filter(dmdcr::equals).isPresent(), register.service());
        judge.demand(
                Requirement.SERVICES,
                start.kind() != Kind.DB || fresh.dmIni().filter(dmIni::equals).isPresent(),
                register.service());
        judge.demand(
                Requirement.SERVICES,
                start.kind() != Kind.ASM || start.mirror() == setting.mirror(),
                register.service());
        judge.demandEqual(Requirement.SERVICES, firstUp(start.kind()), register.after(), register.service());
        return Model.changed(world, Chapter.START_CSS_AND_ASM, judge)
                .with(world.services().with(register.service(), start));
    }

    /**
     * Returns the service that must run before a service of this kind: the registered service of the nearest earlier
     * kind. Returns an empty text if there is none.
     */
    private String firstUp(Kind kind) {
        return world.services().processes().entrySet().stream()
                .filter(service -> service.getValue().kind().compareTo(kind) < 0)
                .max(Comparator.comparing(service -> service.getValue().kind()))
                .map(service -> service.getKey() + ".service")
                .orElse("");
    }

    World startService(String service, Step step) {
        Onward.Start start = world.services().processes().get(service);
        judge.demand(Requirement.SERVICES, start != null, service);
        return start == null ? world : start(start, step);
    }

    World await(Kind kind, String host) {
        NewNodeFiles fresh = new NewNodeFiles(setting, world);
        judge.demand(Requirement.AUTO_START, fresh.startsItself(kind), kind);
        judge.demandEqual(Requirement.START_ORDER, setting.newHost(), host, kind);
        return started(kind);
    }

    /**
     * Demands the services that dmcss uses. From its start on, dmcss restarts the processes that the new dmdcr.ini
     * names. If it restarts a service, that service waits for the service of dmcss, so dmcss must run as one.
     */
    private void registered(Kind kind) {
        NewNodeFiles fresh = new NewNodeFiles(setting, world);
        if (fresh.startsItself(kind)) {
            fresh.service(kind).ifPresent(service -> {
                judge.demand(Requirement.SERVICES, isRegistered(service, kind), service);
                judge.demand(Requirement.SERVICES, !firstUp(Kind.ASM).isEmpty(), Kind.CSS);
            });
        }
    }

    private boolean isRegistered(String service, Kind kind) {
        Onward.Start start = world.services().processes().get(service);
        return start != null && start.kind() == kind;
    }

    private World started(Kind kind) {
        if (kind == Kind.CSS) {
            registered(Kind.ASM);
            registered(Kind.DB);
        }
        judge.demand(Requirement.START_ORDER, world.knows(Fact.NODE_EXTENDED), kind);
        for (Kind earlier : Kind.values()) {
            boolean runs = world.process(earlier, setting.newName(earlier))
                    .filter(process -> process.status() == Endpoint.Status.WELL)
                    .isPresent();
            judge.demand(Requirement.START_ORDER, earlier.compareTo(kind) >= 0 || runs, kind + " < " + earlier);
        }
        Chapter chapter = kind == Kind.DB ? Chapter.START_DB : Chapter.START_CSS_AND_ASM;
        return Model.changed(world, chapter, judge)
                .withProcesses(world.processes().stream()
                        .map(process -> process.kind() == kind && process.name().equals(setting.newName(kind))
                                ? process.with(Endpoint.Status.WELL)
                                : process)
                        .toList());
    }
}
