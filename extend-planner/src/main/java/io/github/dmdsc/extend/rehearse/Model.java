package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out the steps of a plan on a state of the cluster. A pure function: a state and a step give the next state,
 * or a refusal.
 */
final class Model {
    private final PlanContext context;
    private final Set<Requirement> rules;

    Model(PlanContext context, Set<Requirement> rules) {
        this.context = context;
        this.rules = rules;
    }

    Outcome apply(ModelState state, Step step) {
        Judge judge = new Judge(rules);
        judge.demand(Requirement.NO_INSTANCE_FAILS, state.failed().isEmpty(), state.failed());
        ModelState next = state;
        Meaning meaning = context.meaning(step);
        for (Act act : meaning.all()) {
            next = act.accept(new Effect(next, step, judge));
        }
        // On the real cluster the command runs, not the action. So the command is carried out here, and it must express
        // the action that a person approves.
        judge.demand(Requirement.SAID, meaning.isSaid(context.commands()), step.id());
        judge.demand(Requirement.SAID, Meaning.namesItsProgram(step), step.id());
        return judge.outcome(next);
    }

    /** Makes the state after an act. */
    private final class Effect implements Act.Visitor<ModelState> {
        private final ModelState state;
        private final Step step;
        private final Judge judge;

        private Effect(ModelState state, Step step, Judge judge) {
            this.state = state;
            this.step = step;
            this.judge = judge;
        }

        @Override
        public ModelState export(LookAct.Export act) {
            return exported(state, step.host(), act, judge);
        }

        @Override
        public ModelState compare(LookAct.Compare act) {
            boolean planned = act.expected() == Look.DcrConfiguration.PLANNED;
            boolean holds = Optional.ofNullable(state.disks().get(act.disk()))
                    .filter(disk -> planned
                            ? DiskContent.holds(disk, context.planned(), context.before())
                            : DiskContent.holds(disk, context.oldDcr(), -1))
                    .isPresent();
            if (!holds) {
                return state;
            }
            return switch (act.expected()) {
                case BASE -> state.with(Fact.BASE_SEEN);
                case STILL_BASE -> state.with(Fact.BASE_SEEN_LAST);
                case PLANNED -> state.withLook(LookAct.Compare.class, act.disk());
            };
        }

        @Override
        public ModelState extendDcr(ForwardAct.ExtendDcr act) {
            judge.demand(Requirement.CONFIRMED, step.gate(), step.id());
            return joining().extendDcr(act, step.host());
        }

        @Override
        public ModelState checkDcr(LookAct.CheckDcr act) {
            judge.demand(Requirement.DCR_DISKS, act.mirror() == context.mirror(), step.id());
            boolean extended = !context.oldDcr().equals(state.disks().get(act.disk()));
            return extended ? state.withLook(LookAct.CheckDcr.class, act.disk()) : state;
        }

        @Override
        public ModelState listDisks(LookAct.ListDisks act) {
            judge.demand(Requirement.DCR_DISKS, act.mirror() == context.mirror(), step.id());
            DiskPaths paths = new DiskPaths(context);
            if (!paths.shows(act.path())) {
                return state;
            }
            boolean ofNewHost = step.host().equals(context.newHost());
            ModelState seen = ofNewHost ? listed(state, act.path(), paths) : state;
            return seen.withLook(LookAct.CompareDisks.class, step.host());
        }

        @Override
        public ModelState compareDisks(LookAct.CompareDisks act) {
            boolean old = context.nodes().stream().map(PlanContext.Node::host).anyMatch(act.host()::equals);
            boolean listed = state.looks(LookAct.CompareDisks.class).containsAll(List.of(act.host(), step.host()));
            boolean here = step.host().equals(context.newHost());
            return old && listed && here ? state.with(Fact.DISKS_COMPARED) : state;
        }

        @Override
        public ModelState viewGroups(LookAct.ViewGroups act) {
            demandOpen(act.port());
            return state.with(Fact.GROUPS_SHOWN);
        }

        @Override
        public ModelState seeSpace(LookAct.SeeSpace act) {
            return logFiles().space(act.groups());
        }

        @Override
        public ModelState viewLogFiles(LookAct.ViewLogFiles act) {
            demandOpen(act.port());
            return state.with(Fact.SIZES_SHOWN);
        }

        @Override
        public ModelState seeSizes(LookAct.SeeSizes act) {
            return logFiles().sizes(act.size());
        }

        @Override
        public ModelState seeLogFiles(LookAct.SeeLogFiles act) {
            return logFiles().seen(act.files());
        }

        @Override
        public ModelState initDcr(WayBackAct.InitDcr act) {
            return onlyOnTheWayBack();
        }

        @Override
        public ModelState listAsm(LookAct.ListAsm act) {
            FileId dmdcr = new FileId(step.host(), act.dcrIni());
            judge.demand(Requirement.DCR_DISKS, act.mirror() == context.mirror(), step.id());
            judge.demand(Requirement.GRAMMAR, state.files().contains(dmdcr), dmdcr);
            return logFiles().listed(act.path());
        }

        @Override
        public ModelState convertControlFile(LookAct.ConvertControlFile act) {
            FileId dmdcr = new FileId(step.host(), act.dcrIni());
            boolean controlFile = context.nodes().stream()
                    .anyMatch(node ->
                            state.ini(node.dmIni()).global(DmIni.CTL_PATH).equals(act.source()));
            judge.demand(Requirement.GRAMMAR, state.files().contains(dmdcr) && controlFile, dmdcr + " " + act.source());
            return state.with(Fact.CONTROL_FILE_SHOWN);
        }

        @Override
        public ModelState addLogFiles(ForwardAct.AddLogFiles act) {
            demandOpen(Requirement.LOG_FILES, act.port());
            return logFiles().added(act);
        }

        @Override
        public ModelState viewEndpoints(LookAct.ViewEndpoints act) {
            if (isNewInstance(act.port())) {
                return state.with(Fact.INSTANCES_SHOWN_THERE);
            }
            demandOpen(act.port());
            return state.with(Fact.INSTANCES_SHOWN);
        }

        @Override
        public ModelState seeEndpoints(LookAct.SeeEndpoints act) {
            return new LookEffect(state).of(act.expected());
        }

        @Override
        public ModelState show(LookAct.Show act) {
            Ini monitor = state.ini(act.monitor());
            judge.demandEqual(
                    Requirement.MONITORS,
                    context.old().globals().get(DmdcrCfg.OGUID),
                    monitor.global(Dmcssm.OGUID),
                    act.monitor() + " CSSM_OGUID");
            return state.with(Fact.ENDPOINTS_SHOWN);
        }

        @Override
        public ModelState seeAspects(LookAct.SeeAspects act) {
            return act.aspects().containsAll(context.aspects()) ? state.with(Fact.ASPECTS_SEEN_LAST) : state;
        }

        @Override
        public ModelState showPart(LookAct.ShowPart act) {
            boolean group =
                    context.old().groups().stream().anyMatch(each -> each.name().equals(Values.capitals(act.part())));
            boolean known = group || Set.of("CONFIG", "MONITOR").contains(Values.capitals(act.part()));
            judge.demand(Requirement.GRAMMAR, known, "show " + act.part());
            return state;
        }

        @Override
        public ModelState extendNode(ForwardAct.ExtendNode act) {
            judge.demand(Requirement.CONFIRMED, step.gate(), step.id());
            return joining().extendNode(act.monitor());
        }

        @Override
        public ModelState changeState(ForwardAct.ChangeState act) {
            judge.demand(Requirement.NO_STATE_CHANGE, false, act.text());
            return state;
        }

        @Override
        public ModelState listPorts(LookAct.ListPorts act) {
            return step.host().equals(context.newHost()) ? state.with(Fact.PORTS_SEEN) : state;
        }

        @Override
        public ModelState start(ForwardAct.Start act) {
            return joining().startProgram(act, step);
        }

        @Override
        public ModelState register(ForwardAct.Register act) {
            return joining().register(act, step.host());
        }

        @Override
        public ModelState startService(ForwardAct.StartService act) {
            return joining().startService(act.service(), step);
        }

        @Override
        public ModelState await(ForwardAct.Await act) {
            return joining().await(act.kind(), step.host());
        }

        @Override
        public ModelState put(WayBackAct.Put act) {
            return writing().put(act, step);
        }

        @Override
        public ModelState copy(ForwardAct.Copy act) {
            return writing().copy(act);
        }

        @Override
        public ModelState queryView(LookAct.QueryView act) {
            if (!isNewInstance(act.port())) {
                demandOpen(act.port());
            }
            return state;
        }

        /**
         * Whether a port is that of the new instance. A query there needs no running instance: the answer shows whether
         * it runs.
         */
        private boolean isNewInstance(String port) {
            return step.host().equals(context.newHost())
                    && new NewNodeFiles(context, state)
                            .dmIni()
                            .filter(file -> state.ini(file).dbPort().equals(port))
                            .isPresent();
        }

        private void demandOpen(String port) {
            demandOpen(Requirement.GRAMMAR, port);
        }

        private void demandOpen(Requirement rule, String port) {
            judge.demand(rule, openAt(state, step.host(), port), step.host() + ":" + port);
        }

        @Override
        public ModelState prepareHost(LookAct.PrepareHost act) {
            boolean ready = step.host().equals(context.newHost()) && act.items().containsAll(context.hostItems());
            return ready ? state.with(Fact.HOST_READY) : state;
        }

        @Override
        public ModelState readLogs(LookAct.ReadLogs act) {
            boolean everywhere = state.processes().stream()
                    .filter(process -> context.old().names(process.kind()).contains(process.name()))
                    .allMatch(process -> act.logs().stream()
                            .filter(logs -> logs.host().equals(process.host()))
                            .flatMap(logs -> logs.files().stream())
                            .anyMatch(("dm_" + process.name() + "_<yyyymm>.log")::equalsIgnoreCase));
            boolean told = act.patterns().containsAll(List.of("ERROR", "FATAL"));
            return everywhere && told && state.knows(Fact.NODE_EXTENDED) ? state.with(Fact.LOGS_READ) : state;
        }

        @Override
        public ModelState restartMonitor(ForwardAct.RestartMonitor act) {
            return watching().restart(act.monitor());
        }

        @Override
        public ModelState registerMonitor(ForwardAct.RegisterMonitor act) {
            return watching().register(act);
        }

        @Override
        public ModelState restartService(ForwardAct.RestartService act) {
            return watching().restartService(act.service(), step.host());
        }

        @Override
        public ModelState stopGroup(WayBackAct.StopGroup act) {
            return onlyOnTheWayBack();
        }

        @Override
        public ModelState stop(WayBackAct.Stop act) {
            return onlyOnTheWayBack();
        }

        @Override
        public ModelState startAgain(WayBackAct.StartAgain act) {
            return onlyOnTheWayBack();
        }

        @Override
        public ModelState lookOutside(LookAct.LookOutside act) {
            return state;
        }

        @Override
        public ModelState removeFiles(WayBackAct.RemoveFiles act) {
            return writing().removeLeftOver(act.top());
        }

        @Override
        public ModelState remove(ForwardAct.Remove act) {
            judge.demand(Requirement.NO_REMOVAL, false, act.text());
            return state;
        }

        @Override
        public ModelState unknown(ForwardAct.Unknown act) {
            judge.demand(Requirement.GRAMMAR, false, act.text());
            return state;
        }

        private Joining joining() {
            return new Joining(context, state, judge);
        }

        private NewLogFiles logFiles() {
            return new NewLogFiles(state, judge);
        }

        private MonitorRestarts watching() {
            return new MonitorRestarts(state, judge);
        }

        private FileWrites writing() {
            return new FileWrites(context, state, judge);
        }

        /** Refuses an act that takes the cluster down. Only a way back may have it. */
        private ModelState onlyOnTheWayBack() {
            judge.demand(Requirement.NO_STATE_CHANGE, false, step.id());
            return state;
        }
    }

    /** Notes that a directory was listed. The disks count as seen once all their directories were listed. */
    private static ModelState listed(ModelState state, String directory, DiskPaths paths) {
        ModelState next = state.withLook(LookAct.ListDisks.class, directory);
        return paths.allListed(next.looks(LookAct.ListDisks.class)) ? next.with(Fact.DISKS_SEEN) : next;
    }

    /** Exports the DCR to a new file, which no process reads. Only the first export begins the chapter. */
    private ModelState exported(ModelState state, String host, LookAct.Export export, Judge judge) {
        boolean disk = state.disks().containsKey(export.disk());
        judge.demand(Requirement.DCR_DISKS, export.mirror() == context.mirror() && disk, export.disk());
        FileId file = new FileId(host, export.path());
        judge.demand(Requirement.EXPORTED, !state.files().contains(file), file);
        return state.knows(Fact.DCR_EXPORTED)
                ? state
                : changed(state, Chapter.EXPORT, judge).with(Fact.DCR_EXPORTED);
    }

    /** Whether an open instance of an old node listens on a port. */
    private boolean openAt(ModelState state, String host, String port) {
        return context.nodes().stream()
                .filter(node -> node.host().equals(host))
                .filter(node -> state.ini(node.dmIni()).dbPort().equals(port))
                .flatMap(node -> state.process(Kind.DB, state.ini(node.dmIni()).global(DmIni.INSTANCE_NAME)).stream())
                .anyMatch(process -> process.status() == Endpoint.Status.WELL);
    }

    /**
     * Returns the state after a change in this part of the chapter. Demands what must come before the change, and drops
     * the looks that must be taken again after it.
     */
    static ModelState changed(ModelState state, Chapter chapter, Judge judge) {
        Fact seen = chapter == Chapter.NEW_MONITOR ? Fact.CLUSTER_SEEN_WELL : Fact.EVERY_GROUP_SEEN_WELL;
        judge.demand(Requirement.CLUSTER_OK, state.knows(seen), chapter);
        boolean compared = state.knows(Fact.DISKS_COMPARED) || state.knows(Fact.ON_A_KNOWN_HOST);
        boolean ready = state.facts().containsAll(Set.of(Fact.HOST_READY, Fact.PORTS_SEEN, Fact.DISKS_SEEN));
        judge.demand(Requirement.PREFLIGHT, ready && compared, chapter);
        judge.demand(
                Requirement.CHAPTER_ORDER, chapter.compareTo(state.chapter()) >= 0, chapter + " < " + state.chapter());
        if (chapter.compareTo(Chapter.EXPORT) > 0) {
            judge.demand(Requirement.EXPORTED, state.knows(Fact.BASE_SEEN), chapter);
        }
        if (chapter.compareTo(Chapter.LOG_FILES) > 0) {
            boolean there = state.knows(Fact.LOG_FILES_IN_CONTROL_FILE) && state.knows(Fact.LOG_FILES_ON_ASM);
            judge.demand(Requirement.LOG_FILES_SEEN, there, chapter);
        }
        if (chapter.compareTo(Chapter.EXTEND_NODE) > 0) {
            judge.demand(Requirement.NEW_NODE_SHOWN, state.knows(Fact.NEW_NODE_SHOWN), chapter);
            judge.demand(Requirement.READ_LOGS, state.knows(Fact.LOGS_READ), chapter);
        }
        return state.with(chapter)
                .without(
                        Fact.SHOWN_LAST,
                        Fact.ASPECTS_SEEN_LAST,
                        Fact.VIEWED_LAST,
                        Fact.VIEWED_LAST_THERE,
                        Fact.BASE_SEEN_LAST);
    }

    /** Returns the first requirement that is not met after the last step; empty if all are met. */
    Optional<Outcome.Rejected> end(ModelState state) {
        Judge judge = new Judge(rules);
        judge.demand(Requirement.NO_INSTANCE_FAILS, state.failed().isEmpty(), state.failed());
        judge.demand(Requirement.ALL_RUN, state.allWell() && state.knows(Fact.NODE_EXTENDED), state.processes());
        Dcr now = context.disks().stream()
                .findFirst()
                .map(state.disks()::get)
                .map(StoredFile::dcr)
                .orElse(context.old());
        judge.demand(Requirement.MONITORS, !state.monitors().isEmpty(), "dmcssm.ini");
        state.monitors().forEach((file, read) -> {
            new Monitors(context, state).demand(judge, Requirement.MONITORS, file, read, now);
        });
        archives(state, judge);
        boolean seen = state.facts().containsAll(Set.of(Fact.SHOWN_LAST, Fact.VIEWED_LAST, Fact.VIEWED_LAST_THERE));
        judge.demand(Requirement.PROVED, seen, state.facts());
        return judge.rejected();
    }

    private void archives(ModelState state, Judge judge) {
        List<FileId> with = new ArrayList<>();
        List<FileId> without = new ArrayList<>();
        for (PlanContext.Node node : context.nodes()) {
            FileId file = state.files().inConfigPath(node.dmIni(), "dmarch.ini");
            boolean named = NewNodeFiles.remotes(state.ini(file)).contains(context.newName(Kind.DB));
            (named ? with : without).add(file);
        }
        judge.demand(Requirement.REMOTE_ARCHIVES, with.isEmpty() || without.isEmpty(), without);
    }
}
