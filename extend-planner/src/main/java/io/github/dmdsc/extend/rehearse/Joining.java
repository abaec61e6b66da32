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
    private final PlanContext context;
    private final ModelState state;
    private final Judge judge;

    Joining(PlanContext context, ModelState state, Judge judge) {
        this.context = context;
        this.state = state;
        this.judge = judge;
    }

    ModelState extendDcr(ForwardAct.ExtendDcr extend, String host) {
        FileId file = new FileId(host, extend.path());
        judge.demand(Requirement.DCR_DISKS, extend.mirror() == context.mirror(), file);
        judge.demandEqual(
                Requirement.DCR_DISKS, context.disks().size(), extend.disks().size(), file);
        judge.demandEqual(Requirement.DCR_DISKS, new TreeSet<>(context.disks()), new TreeSet<>(extend.disks()), file);
        for (String disk : context.disks()) {
            judge.demand(Requirement.DCR_DISKS, new DiskPaths(context).mayHold(disk), disk);
        }
        boolean old = extend.disks().stream()
                .allMatch(disk -> context.oldDcr().equals(state.disks().get(disk)));
        judge.demand(Requirement.DCR_DISKS, old, extend.disks());
        judge.demand(Requirement.EXPORTED, state.knows(Fact.BASE_SEEN_LAST), file);
        StoredFile content = state.files().get(file);
        new DcrConfiguration(context, state, content.dcr()).demand(judge);
        judge.demand(Requirement.CLUSTER_OK, state.knows(Fact.SHOWN_LAST), "CSS, ASM, DB");
        judge.demand(Requirement.CLUSTER_OK, state.knows(Fact.ASPECTS_SEEN_LAST), context.aspects());
        copies(content);
        readyToJoin();
        context.console().ifPresent(this::demandOld);
        return Model.changed(state, Chapter.EXTEND_DCR, judge)
                .withDisks(extend.disks(), DiskContent.extended(content, context.before()));
    }

    private void copies(StoredFile content) {
        for (FileId file : context.base().configurations()) {
            // A file is a copy if it had the values of the exported configuration. Line ends and comments do not count.
            // The configuration of the first initialisation had other values, so it is not a copy.
            boolean copy = context.base().get(file).dcr().equals(context.old());
            judge.demand(
                    Requirement.DCR_COPIES,
                    !copy || state.files().get(file).dcr().equals(content.dcr()),
                    file);
        }
    }

    /** Demands the conditions without which {@code extend node} fails. */
    private void readyToJoin() {
        List<ForwardAct.LogFile> logs = state.logFiles();
        Set<String> paths = new HashSet<>();
        Set<String> sizes = new HashSet<>();
        logs.forEach(log -> {
            // The manual does not say whether ASM distinguishes upper and lower case, so the model does not.
            paths.add(Values.capitals(log.path()));
            sizes.add(log.size());
        });
        boolean onAsm = paths.stream().allMatch(path -> path.startsWith("+"));
        paths.forEach(path ->
                judge.demand(Requirement.LOG_FILES, !context.oldLogFiles().contains(path), path));
        judge.demand(
                Requirement.LOG_FILES,
                paths.size() >= 2 && paths.size() == logs.size() && sizes.size() == 1 && onAsm,
                logs);
        new NewNodeFiles(context, state).demand(judge);
        new MalFiles(context, state).demand(judge);
    }

    private void demandOld(FileId monitor) {
        new Monitors(context, state)
                .demand(judge, Requirement.OLD_MONITOR, monitor, state.files().get(monitor), context.old());
    }

    ModelState extendNode(FileId monitor) {
        demandOld(monitor);
        judge.demand(Requirement.ONE_NODE, !state.knows(Fact.NODE_EXTENDED), monitor);
        judge.demand(Requirement.CLUSTER_OK, state.allWell(), state.processes());
        for (String disk : context.disks()) {
            boolean extended = !context.oldDcr().equals(state.disks().get(disk));
            judge.demand(Requirement.DCR_DISKS, extended, disk);
            boolean checked = state.looks(LookAct.CheckDcr.class).contains(disk)
                    && state.looks(LookAct.Compare.class).contains(disk);
            judge.demand(Requirement.DCR_CHECKED, !extended || checked, disk);
        }
        readyToJoin();
        List<Endpoint> processes = new ArrayList<>(state.processes());
        for (Kind kind : Kind.values()) {
            processes.add(new Endpoint(kind, context.newName(kind), context.newHost(), Endpoint.Status.ERROR));
        }
        return Model.changed(state, Chapter.EXTEND_NODE, judge)
                .withProcesses(processes)
                .with(Fact.NODE_EXTENDED);
    }

    ModelState startProgram(ForwardAct.Start start, Step step) {
        List<String> options = new NewNodeFiles(context, state).options(start.kind());
        judge.demandEqual(Requirement.START_ORDER, options, start.options(), start.kind());
        return start(start, step);
    }

    private ModelState start(ForwardAct.Start start, Step step) {
        NewNodeFiles fresh = new NewNodeFiles(context, state);
        FileId dmdcr = new FileId(step.host(), start.dcrIni());
        // The start of its CSS makes the node begin to join, which may take every other node down.
        judge.demand(Requirement.CONFIRMED, start.kind() != Kind.CSS || step.gate(), step.id());
        judge.demand(Requirement.AUTO_START, !fresh.isStartedByDmcss(start.kind()), start.kind());
        judge.demand(
                Requirement.START_ORDER, fresh.dmdcr().filter(dmdcr::equals).isPresent(), dmdcr);
        if (start.kind() == Kind.ASM) {
            judge.demand(Requirement.DCR_DISKS, start.mirror() == context.mirror(), start.kind());
        } else if (start.kind() == Kind.DB) {
            FileId dmIni = new FileId(step.host(), start.dmIni());
            judge.demand(
                    Requirement.START_ORDER, fresh.dmIni().filter(dmIni::equals).isPresent(), dmIni);
        }
        return started(start.kind());
    }

    ModelState register(ForwardAct.Register register, String host) {
        NewNodeFiles fresh = new NewNodeFiles(context, state);
        ForwardAct.Start start = register.start();
        FileId dmdcr = new FileId(host, start.dcrIni());
        FileId dmIni = new FileId(host, start.dmIni());
        judge.demand(Requirement.SERVICES, fresh.dmdcr().filter(dmdcr::equals).isPresent(), register.service());
        judge.demand(
                Requirement.SERVICES,
                start.kind() != Kind.DB || fresh.dmIni().filter(dmIni::equals).isPresent(),
                register.service());
        judge.demand(
                Requirement.SERVICES,
                start.kind() != Kind.ASM || start.mirror() == context.mirror(),
                register.service());
        judge.demandEqual(Requirement.SERVICES, firstUp(start.kind()), register.after(), register.service());
        return Model.changed(state, Chapter.START_CSS_AND_ASM, judge)
                .with(state.services().with(register.service(), start));
    }

    /**
     * Returns the service that must run before a service of this kind: the registered service of the nearest earlier
     * kind. Returns an empty text if there is none.
     */
    private String firstUp(Kind kind) {
        return state.services().processes().entrySet().stream()
                .filter(service -> service.getValue().kind().compareTo(kind) < 0)
                .max(Comparator.comparing(service -> service.getValue().kind()))
                .map(service -> service.getKey() + ".service")
                .orElse("");
    }

    ModelState startService(String service, Step step) {
        ForwardAct.Start start = state.services().processes().get(service);
        judge.demand(Requirement.SERVICES, start != null, service);
        return start == null ? state : start(start, step);
    }

    ModelState await(Kind kind, String host) {
        NewNodeFiles fresh = new NewNodeFiles(context, state);
        judge.demand(Requirement.AUTO_START, fresh.isStartedByDmcss(kind), kind);
        judge.demandEqual(Requirement.START_ORDER, context.newHost(), host, kind);
        return started(kind);
    }

    /**
     * Demands the services that dmcss uses. From its start on, dmcss restarts the processes that the new dmdcr.ini
     * names. If it restarts a service, that service waits for the service of dmcss, so dmcss must run as one.
     */
    private void registered(Kind kind) {
        NewNodeFiles fresh = new NewNodeFiles(context, state);
        if (fresh.isStartedByDmcss(kind)) {
            fresh.service(kind).ifPresent(service -> {
                judge.demand(Requirement.SERVICES, isRegistered(service, kind), service);
                judge.demand(Requirement.SERVICES, !firstUp(Kind.ASM).isEmpty(), Kind.CSS);
            });
        }
    }

    private boolean isRegistered(String service, Kind kind) {
        ForwardAct.Start start = state.services().processes().get(service);
        return start != null && start.kind() == kind;
    }

    private ModelState started(Kind kind) {
        if (kind == Kind.CSS) {
            registered(Kind.ASM);
            registered(Kind.DB);
        }
        judge.demand(Requirement.START_ORDER, state.knows(Fact.NODE_EXTENDED), kind);
        for (Kind earlier : Kind.values()) {
            boolean runs = state.process(earlier, context.newName(earlier))
                    .filter(process -> process.status() == Endpoint.Status.WELL)
                    .isPresent();
            judge.demand(Requirement.START_ORDER, earlier.compareTo(kind) >= 0 || runs, kind + " < " + earlier);
        }
        Chapter chapter = kind == Kind.DB ? Chapter.START_DB : Chapter.START_CSS_AND_ASM;
        return Model.changed(state, chapter, judge)
                .withProcesses(state.processes().stream()
                        .map(process -> process.kind() == kind && process.name().equals(context.newName(kind))
                                ? process.with(Endpoint.Status.WELL)
                                : process)
                        .toList());
    }
}
