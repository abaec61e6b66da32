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
    private final Setting setting;
    private final Set<Requirement> rules;

    Model(Setting setting, Set<Requirement> rules) {
        this.setting = setting;
        this.rules = rules;
    }

    Outcome apply(World world, Step step) {
        Judge judge = new Judge(rules);
        judge.demand(Requirement.NO_INSTANCE_FAILS, world.failed().isEmpty(), world.failed());
        World next = world;
        Meaning meaning = setting.meaning(step);
        for (Act act : meaning.all()) {
            next = act.accept(new Effect(next, step, judge));
        }
        // On the real cluster the command runs, not the action. So the command is carried out here, and it must express
        // the action that a person approves.
        judge.demand(Requirement.SAID, meaning.isSaid(setting.commands()), step.id());
        judge.demand(Requirement.SAID, Meaning.namesItsProgram(step), step.id());
        return judge.outcome(next);
    }

    /** Makes the state after an act. */
    private final class Effect implements Act.Visitor<World> {
        private final World world;
        private final Step step;
        private final Judge judge;

        private Effect(World world, Step step, Judge judge) {
            this.world = world;
            this.step = step;
            this.judge = judge;
        }

        @Override
        public World export(Seen.Export act) {
            return exported(world, step.host(), act, judge);
        }

        @Override
        public World compare(Seen.Compare act) {
            boolean planned = act.held() == Look.Held.PLANNED;
            boolean holds = Optional.ofNullable(world.disks().get(act.disk()))
                    .filter(disk -> planned
                            ? DiskContent.holds(disk, setting.planned(), setting.before())
                            : DiskContent.holds(disk, setting.oldDcr(), -1))
                    .isPresent();
            if (!holds) {
                return world;
            }
            return switch (act.held()) {
                case BASE -> world.with(Fact.BASE_SEEN);
                case STILL_BASE -> world.with(Fact.BASE_SEEN_LAST);
                case PLANNED -> world.withLook(Seen.Compare.class, act.disk());
            };
        }

        @Override
        public World extendDcr(Onward.ExtendDcr act) {
            judge.demand(Requirement.CONFIRMED, step.gate(), step.id());
            return joining().extendDcr(act, step.host());
        }

        @Override
        public World checkDcr(Seen.CheckDcr act) {
            judge.demand(Requirement.DCR_DISKS, act.mirror() == setting.mirror(), step.id());
            boolean extended = !setting.oldDcr().equals(world.disks().get(act.disk()));
            return extended ? world.withLook(Seen.CheckDcr.class, act.disk()) : world;
        }

        @Override
        public World listDisks(Seen.ListDisks act) {
            judge.demand(Requirement.DCR_DISKS, act.mirror() == setting.mirror(), step.id());
            DiskPaths paths = new DiskPaths(setting);
            if (!paths.shows(act.path())) {
                return world;
            }
            boolean ofNewHost = step.host().equals(setting.newHost());
            World seen = ofNewHost ? listed(world, act.path(), paths) : world;
            return seen.withLook(Seen.CompareDisks.class, step.host());
        }

        @Override
        public World compareDisks(Seen.CompareDisks act) {
            boolean old = setting.nodes().stream().map(Setting.Node::host).anyMatch(act.host()::equals);
            boolean listed = world.looks(Seen.CompareDisks.class).containsAll(List.of(act.host(), step.host()));
            boolean here = step.host().equals(setting.newHost());
            return old && listed && here ? world.with(Fact.DISKS_COMPARED) : world;
        }

        @Override
        public World viewGroups(Seen.ViewGroups act) {
            demandOpen(act.port());
            return world.with(Fact.GROUPS_SHOWN);
        }

        @Override
        public World seeSpace(Seen.SeeSpace act) {
            return logFiles().space(act.groups());
        }

        @Override
        public World viewLogFiles(Seen.ViewLogFiles act) {
            demandOpen(act.port());
            return world.with(Fact.SIZES_SHOWN);
        }

        @Override
        public World seeSizes(Seen.SeeSizes act) {
            return logFiles().sizes(act.size());
        }

        @Override
        public World seeLogFiles(Seen.SeeLogFiles act) {
            return logFiles().seen(act.files());
        }

        @Override
        public World initDcr(Back.InitDcr act) {
            return onlyOnTheWayBack();
        }

        @Override
        public World listAsm(Seen.ListAsm act) {
            FileId dmdcr = new FileId(step.host(), act.dcrIni());
            judge.demand(Requirement.DCR_DISKS, act.mirror() == setting.mirror(), step.id());
            judge.demand(Requirement.GRAMMAR, world.files().contains(dmdcr), dmdcr);
            return logFiles().listed(act.path());
        }

        @Override
        public World convertControlFile(Seen.ConvertControlFile act) {
            FileId dmdcr = new FileId(step.host(), act.dcrIni());
            boolean controlFile = setting.nodes().stream()
                    .anyMatch(node ->
                            world.ini(node.dmIni()).global(DmIni.CTL_PATH).equals(act.source()));
            judge.demand(Requirement.GRAMMAR, world.files().contains(dmdcr) && controlFile, dmdcr + " " + act.source());
            return world.with(Fact.CONTROL_FILE_SHOWN);
        }

        @Override
        public World addLogFiles(Onward.AddLogFiles act) {
            demandOpen(Requirement.LOG_FILES, act.port());
            return logFiles().added(act);
        }

        @Override
        public World viewEndpoints(Seen.ViewEndpoints act) {
            if (isNewInstance(act.port())) {
                return world.with(Fact.INSTANCES_SHOWN_THERE);
            }
            demandOpen(act.port());
            return world.with(Fact.INSTANCES_SHOWN);
        }

        @Override
        public World seeEndpoints(Seen.SeeEndpoints act) {
            return new Sighted(world).of(act.sight());
        }

        @Override
        public World show(Seen.Show act) {
            Ini monitor = world.ini(act.monitor());
            judge.demandEqual(
                    Requirement.MONITORS,
                    setting.old().globals().get(DmdcrCfg.OGUID),
                    monitor.global(Dmcssm.OGUID),
                    act.monitor() + " CSSM_OGUID");
            return world.with(Fact.ENDPOINTS_SHOWN);
        }

        @Override
        public World seeAspects(Seen.SeeAspects act) {
            return act.aspects().containsAll(setting.aspects()) ? world.with(Fact.ASPECTS_SEEN_LAST) : world;
        }

        @Override
        public World showPart(Seen.ShowPart act) {
            boolean group =
                    setting.old().groups().stream().anyMatch(each -> each.name().equals(Values.capitals(act.part())));
            boolean known = group || Set.of("CONFIG", "MONITOR").contains(Values.capitals(act.part()));
            judge.demand(Requirement.GRAMMAR, known, "show " + act.part());
            return world;
        }

        @Override
        public World extendNode(Onward.ExtendNode act) {
            judge.demand(Requirement.CONFIRMED, step.gate(), step.id());
            return joining().extendNode(act.monitor());
        }

        @Override
        public World changeState(Onward.ChangeState act) {
            judge.demand(Requirement.NO_STATE_CHANGE, false, act.text());
            return world;
        }

        @Override
        public World listPorts(Seen.ListPorts act) {
            return step.host().equals(setting.newHost()) ? world.with(Fact.PORTS_SEEN) : world;
        }

        @Override
        public World start(Onward.Start act) {
            return joining().startProgram(act, step);
        }

        @Override
        public World register(Onward.Register act) {
            return joining().register(act, step.host());
        }

        @Override
        public World startService(Onward.StartService act) {
            return joining().startService(act.service(), step);
        }

        @Override
        public World await(Onward.Await act) {
            return joining().await(act.kind(), step.host());
        }

        @Override
        public World put(Back.Put act) {
            return writing().put(act, step);
        }

        @Override
        public World copy(Onward.Copy act) {
            return writing().copy(act);
        }

        @Override
        public World queryView(Seen.QueryView act) {
            if (!isNewInstance(act.port())) {
                demandOpen(act.port());
            }
            return world;
        }

        /**
         * Whether a port is that of the new instance. A query there needs no running instance: the answer shows whether
         * it runs.
         */
        private boolean isNewInstance(String port) {
            return step.host().equals(setting.newHost())
                    && new NewNodeFiles(setting, world)
                            .dmIni()
                            .filter(file -> world.ini(file).dbPort().equals(port))
                            .isPresent();
        }

        private void demandOpen(String port) {
            demandOpen(Requirement.GRAMMAR, port);
        }

        private void demandOpen(Requirement rule, String port) {
            judge.demand(rule, openAt(world, step.host(), port), step.host() + ":" + port);
        }

        @Override
        public World prepareHost(Seen.PrepareHost act) {
            boolean ready = step.host().equals(setting.newHost()) && act.items().containsAll(setting.hostItems());
            return ready ? world.with(Fact.HOST_READY) : world;
        }

        @Override
        public World readLogs(Seen.ReadLogs act) {
            boolean everywhere = world.processes().stream()
                    .filter(process -> setting.old().names(process.kind()).contains(process.name()))
                    .allMatch(process -> act.logs().stream()
                            .filter(logs -> logs.host().equals(process.host()))
                            .flatMap(logs -> logs.files().stream())
                            .anyMatch(("dm_" + process.name() + "_<yyyymm>.log")::equalsIgnoreCase));
            boolean told = act.patterns().containsAll(List.of("ERROR", "FATAL"));
            return everywhere && told && world.knows(Fact.NODE_EXTENDED) ? world.with(Fact.LOGS_READ) : world;
        }

        @Override
        public World restartMonitor(Onward.RestartMonitor act) {
            return watching().restart(act.monitor());
        }

        @Override
        public World registerMonitor(Onward.RegisterMonitor act) {
            return watching().register(act);
        }

        @Override
        public World restartService(Onward.RestartService act) {
            return watching().restartService(act.service(), step.host());
        }

        @Override
        public World stopGroup(Back.StopGroup act) {
            return onlyOnTheWayBack();
        }

        @Override
        public World stop(Back.Stop act) {
            return onlyOnTheWayBack();
        }

        @Override
        public World startAgain(Back.StartAgain act) {
            return onlyOnTheWayBack();
        }

        @Override
        public World lookOutside(Seen.LookOutside act) {
            return world;
        }

        @Override
        public World removeFiles(Back.RemoveFiles act) {
            return writing().removeLeftOver(act.top());
        }

        @Override
        public World remove(Onward.Remove act) {
            judge.demand(Requirement.NO_REMOVAL, false, act.text());
            return world;
        }

        @Override
        public World unknown(Onward.Unknown act) {
            judge.demand(Requirement.GRAMMAR, false, act.text());
            return world;
        }

        private Joining joining() {
            return new Joining(setting, world, judge);
        }

        private NewLogFiles logFiles() {
            return new NewLogFiles(world, judge);
        }

        private Watching watching() {
            return new Watching(world, judge);
        }

        private Writing writing() {
            return new Writing(setting, world, judge);
        }

        /** Refuses an act that takes the cluster down. Only a way back may have it. */
        private World onlyOnTheWayBack() {
            judge.demand(Requirement.NO_STATE_CHANGE, false, step.id());
            return world;
        }
    }

    /** Notes that a directory was listed. The disks count as seen once all their directories were listed. */
    private static World listed(World world, String directory, DiskPaths paths) {
        World next = world.withLook(Seen.ListDisks.class, directory);
        return paths.allListed(next.looks(Seen.ListDisks.class)) ? next.with(Fact.DISKS_SEEN) : next;
    }

    /** Exports the DCR to a new file, which no process reads. Only the first export begins the chapter. */
    private World exported(World world, String host, Seen.Export export, Judge judge) {
        boolean disk = world.disks().containsKey(export.disk());
        judge.demand(Requirement.DCR_DISKS, export.mirror() == setting.mirror() && disk, export.disk());
        FileId file = new FileId(host, export.path());
        judge.demand(Requirement.EXPORTED, !world.files().contains(file), file);
        return world.knows(Fact.DCR_EXPORTED)
                ? world
                : changed(world, Chapter.EXPORT, judge).with(Fact.DCR_EXPORTED);
    }

    /** Whether an open instance of an old node listens on a port. */
    private boolean openAt(World world, String host, String port) {
        return setting.nodes().stream()
                .filter(node -> node.host().equals(host))
                .filter(node -> world.ini(node.dmIni()).dbPort().equals(port))
                .flatMap(node -> world.process(Kind.DB, world.ini(node.dmIni()).global(DmIni.INSTANCE_NAME)).stream())
                .anyMatch(process -> process.status() == Endpoint.Status.WELL);
    }

    /**
     * Returns the state after a change in this part of the chapter. Demands what must come before the change, and drops
     * the looks that must be taken again after it.
     */
    static World changed(World world, Chapter chapter, Judge judge) {
        Fact seen = chapter == Chapter.NEW_MONITOR ? Fact.CLUSTER_SEEN_WELL : Fact.EVERY_GROUP_SEEN_WELL;
        judge.demand(Requirement.CLUSTER_OK, world.knows(seen), chapter);
        boolean compared = world.knows(Fact.DISKS_COMPARED) || world.knows(Fact.ON_A_KNOWN_HOST);
        boolean ready = world.facts().containsAll(Set.of(Fact.HOST_READY, Fact.PORTS_SEEN, Fact.DISKS_SEEN));
        judge.demand(Requirement.PREFLIGHT, ready && compared, chapter);
        judge.demand(
                Requirement.CHAPTER_ORDER, chapter.compareTo(world.chapter()) >= 0, chapter + " < " + world.chapter());
        if (chapter.compareTo(Chapter.EXPORT) > 0) {
            judge.demand(Requirement.EXPORTED, world.knows(Fact.BASE_SEEN), chapter);
        }
        if (chapter.compareTo(Chapter.LOG_FILES) > 0) {
            boolean there = world.knows(Fact.LOG_FILES_IN_CONTROL_FILE) && world.knows(Fact.LOG_FILES_ON_ASM);
            judge.demand(Requirement.LOG_FILES_SEEN, there, chapter);
        }
        if (chapter.compareTo(Chapter.EXTEND_NODE) > 0) {
            judge.demand(Requirement.NEW_NODE_SHOWN, world.knows(Fact.NEW_NODE_SHOWN), chapter);
            judge.demand(Requirement.READ_LOGS, world.knows(Fact.LOGS_READ), chapter);
        }
        return world.with(chapter)
                .without(
                        Fact.SHOWN_LAST,
                        Fact.ASPECTS_SEEN_LAST,
                        Fact.VIEWED_LAST,
                        Fact.VIEWED_LAST_THERE,
                        Fact.BASE_SEEN_LAST);
    }

    /** Returns the first requirement that is not met after the last step; empty if all are met. */
    Optional<Outcome.Rejected> end(World world) {
        Judge judge = new Judge(rules);
        judge.demand(Requirement.NO_INSTANCE_FAILS, world.failed().isEmpty(), world.failed());
        judge.demand(Requirement.ALL_RUN, world.allWell() && world.knows(Fact.NODE_EXTENDED), world.processes());
        Dcr now = setting.disks().stream()
                .findFirst()
                .map(world.disks()::get)
                .map(StoredFile::dcr)
                .orElse(setting.old());
        judge.demand(Requirement.MONITORS, !world.monitors().isEmpty(), "dmcssm.ini");
        world.monitors().forEach((file, read) -> {
            new Monitors(setting, world).demand(judge, Requirement.MONITORS, file, read, now);
        });
        archives(world, judge);
        boolean seen = world.facts().containsAll(Set.of(Fact.SHOWN_LAST, Fact.VIEWED_LAST, Fact.VIEWED_LAST_THERE));
        judge.demand(Requirement.PROVED, seen, world.facts());
        return judge.rejected();
    }

    private void archives(World world, Judge judge) {
        List<FileId> with = new ArrayList<>();
        List<FileId> without = new ArrayList<>();
        for (Setting.Node node : setting.nodes()) {
            FileId file = world.files().inConfigPath(node.dmIni(), "dmarch.ini");
            boolean named = NewNodeFiles.remotes(world.ini(file)).contains(setting.newName(Kind.DB));
            (named ? with : without).add(file);
        }
        judge.demand(Requirement.REMOTE_ARCHIVES, with.isEmpty() || without.isEmpty(), without);
    }
}
