package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a cluster does when a step is carried out. Pure: a state and a step give a state, or a refusal. */
final class Model {
    private final Setting setting;
    private final Set<Rule> rules;

    Model(Setting setting, Set<Rule> rules) {
        this.setting = setting;
        this.rules = rules;
    }

    Outcome apply(World world, Step step) {
        Judge judge = new Judge(rules);
        judge.demand(Rule.NO_INSTANCE_FAILS, world.failed().isEmpty(), world.failed());
        World next = world;
        for (Act act : Grammar.acts(step, setting.plan().files())) {
            next = act(next, step, act, judge);
        }
        return judge.outcome(next);
    }

    private World act(World world, Step step, Act act, Judge judge) {
        if (act instanceof Act.Put put) {
            return new Writing(setting, world, judge).put(put, step);
        } else if (act instanceof Act.Copy copy) {
            return new Writing(setting, world, judge).copy(copy);
        } else if (act instanceof Act.RemoveFiles remove) {
            return new Writing(setting, world, judge).removeLeftOver(remove.top());
        } else if (act instanceof Act.Start start) {
            return new Joining(setting, world, judge).start(start, step.host());
        } else if (act instanceof Act.Register register) {
            return new Joining(setting, world, judge).register(register, step.host());
        } else if (act instanceof Act.StartService service) {
            return new Joining(setting, world, judge).startService(service.service(), step.host());
        } else if (act instanceof Act.Await await) {
            return new Joining(setting, world, judge).await(await.kind(), step.host());
        } else if (act instanceof Act.ExtendDcr extend) {
            judge.demand(Rule.CONFIRMED, step.gate().isPresent(), step.id());
            return new Joining(setting, world, judge).extendDcr(extend, step.host());
        } else if (act instanceof Act.ExtendNode extend) {
            judge.demand(Rule.CONFIRMED, step.gate().isPresent(), step.id());
            return new Joining(setting, world, judge).extendNode(extend.monitor());
        } else if (act instanceof Act.Export export) {
            return export(world, step.host(), export, judge);
        } else if (act instanceof Act.AddLogFiles add) {
            return addLogFiles(world, step.host(), add, judge);
        } else if (act instanceof Act.RestartMonitor restart) {
            FileId file = restart.monitor();
            judge.demand(Rule.MONITORS, world.files().contains(file), file);
            return changed(world, Chapter.RESTARTED_MONITORS, judge)
                    .withMonitor(file, world.files().get(file));
        } else if (act instanceof Act.ChangeState change) {
            judge.demand(Rule.NO_STATE_CHANGE, false, change.text());
            return world;
        } else if (act instanceof Act.Remove remove) {
            judge.demand(Rule.NO_REMOVAL, false, remove.text());
            return world;
        } else if (act instanceof Act.Unknown unknown) {
            judge.demand(Rule.GRAMMAR, false, unknown.text());
            return world;
        } else if (act instanceof Act.InitDcr || act instanceof Act.Stop || act instanceof Act.StartAgain) {
            // These belong to the way back; on the way forward they take the cluster down.
            judge.demand(Rule.NO_STATE_CHANGE, false, step.id());
            return world;
        }
        return look(world, step, act, judge);
    }

    private World look(World world, Step step, Act act, Judge judge) {
        if (act instanceof Act.Show show) {
            Ini monitor = world.ini(show.monitor());
            boolean known =
                    monitor.global("CSSM_OGUID").equals(setting.old().globals().get("DCR_OGUID"));
            judge.demand(Rule.MONITORS, known, show.monitor());
            return shown(world);
        } else if (act instanceof Act.ShowPart show) {
            boolean group =
                    setting.old().groups().stream().anyMatch(each -> each.name().equals(Ini.capitals(show.part())));
            boolean known = group || Set.of("CONFIG", "MONITOR").contains(Ini.capitals(show.part()));
            judge.demand(Rule.GRAMMAR, known, "show " + show.part());
            return world;
        } else if (act instanceof Act.ViewEndpoints view) {
            judge.demand(Rule.GRAMMAR, openAt(world, step.host(), view.port()), step.host() + ":" + view.port());
            World seen = world.with(Fact.VIEWED_LAST);
            // The view shows instances only: enough to prepare where there is no monitor, not to go further.
            boolean enough = world.monitors().isEmpty() && world.allWell();
            return enough ? seen.with(Fact.CLUSTER_SEEN_WELL) : seen;
        } else if (act instanceof Act.ListPorts) {
            return step.host().equals(setting.newHost()) ? world.with(Fact.PORTS_SEEN) : world;
        } else if (act instanceof Act.ListDisks list) {
            judge.demand(Rule.DCR_DISKS, list.mirror() == setting.mirror(), step.id());
            DiskPaths paths = new DiskPaths(setting);
            boolean there = step.host().equals(setting.newHost()) && paths.shows(list.path());
            return there ? listed(world, list.path(), paths) : world;
        } else if (act instanceof Act.ReadLogs) {
            return world.knows(Fact.NODE_EXTENDED) ? world.with(Fact.LOGS_READ) : world;
        } else if (act instanceof Act.ConvertControlFile convert) {
            FileId dmdcr = new FileId(step.host(), convert.dcrIni());
            boolean controlFile = setting.nodes().stream()
                    .anyMatch(node -> world.ini(node.dmIni()).global("CTL_PATH").equals(convert.source()));
            judge.demand(Rule.GRAMMAR, world.files().contains(dmdcr) && controlFile, dmdcr + " " + convert.source());
            return world.logFiles().isEmpty() ? world : world.with(Fact.LOG_FILES_IN_CONTROL_FILE);
        } else if (act instanceof Act.ListAsm list) {
            FileId dmdcr = new FileId(step.host(), list.dcrIni());
            judge.demand(Rule.DCR_DISKS, list.mirror() == setting.mirror(), step.id());
            judge.demand(Rule.GRAMMAR, world.files().contains(dmdcr), dmdcr);
            return listed(world, list.path());
        } else if (act instanceof Act.CheckDcr check) {
            judge.demand(Rule.DCR_DISKS, check.mirror() == setting.mirror(), step.id());
            boolean extended = !setting.oldDcr().equals(world.disks().get(check.disk()));
            return extended ? world.withChecked(check.disk()) : world;
        }
        return world;
    }

    /** The disks are seen once each directory of theirs was listed. */
    private static World listed(World world, String directory, DiskPaths paths) {
        World next = world.withChecked(directory);
        return paths.allListed(next.checked()) ? next.with(Fact.DISKS_SEEN) : next;
    }

    /** The log files are seen on ASM once each directory of theirs was listed. */
    private static World listed(World world, String directory) {
        List<String> directories = world.logFiles().stream()
                .map(file -> file.path().substring(0, Math.max(0, file.path().lastIndexOf('/'))))
                .toList();
        if (!directories.contains(directory)) {
            return world;
        }
        World next = world.withChecked(directory);
        return next.checked().containsAll(directories) ? next.with(Fact.LOG_FILES_ON_ASM) : next;
    }

    /** What is known once a monitor has shown all groups. */
    static World shown(World world) {
        World seen = world.with(Fact.SHOWN_LAST);
        if (world.knows(Fact.NODE_EXTENDED)) {
            return seen.with(Fact.NEW_NODE_SHOWN);
        }
        return world.allWell() ? seen.with(Fact.CLUSTER_SEEN_WELL).with(Fact.EVERY_GROUP_SEEN_WELL) : seen;
    }

    private World export(World world, String host, Act.Export export, Judge judge) {
        Optional<StoredFile> content = Optional.ofNullable(world.disks().get(export.disk()));
        judge.demand(Rule.DCR_DISKS, export.mirror() == setting.mirror() && content.isPresent(), export.disk());
        FileId file = new FileId(host, export.path());
        if (world.knows(Fact.DCR_EXPORTED) && !setting.base().contains(file)) {
            // Once more, to a file of its own: somebody looks what the disk holds.
            return world;
        }
        World next = changed(world, Chapter.EXPORT, judge).with(Fact.DCR_EXPORTED);
        return content.map(held -> next.with(world.files().with(file, held))).orElse(next);
    }

    private World addLogFiles(World world, String host, Act.AddLogFiles add, Judge judge) {
        judge.demand(Rule.LOG_FILES, openAt(world, host, add.port()), host + ":" + add.port());
        judge.demand(Rule.LOG_FILES, world.logFiles().isEmpty(), world.logFiles());
        return changed(world, Chapter.LOG_FILES, judge).withLogFiles(add.files());
    }

    /** Whether an instance that is open listens there. */
    private boolean openAt(World world, String host, String port) {
        return setting.nodes().stream()
                .filter(node -> node.host().equals(host))
                .filter(node -> world.ini(node.dmIni()).global("PORT_NUM").equals(port))
                .flatMap(node -> world.process(Kind.DB, world.ini(node.dmIni()).global("INSTANCE_NAME")).stream())
                .anyMatch(process -> process.status() == Endpoint.Status.WELL);
    }

    /** A change of that part of the chapter: what must have come before it, and what is now open again. */
    static World changed(World world, Chapter chapter, Judge judge) {
        Fact seen = chapter == Chapter.NEW_MONITOR ? Fact.CLUSTER_SEEN_WELL : Fact.EVERY_GROUP_SEEN_WELL;
        judge.demand(Rule.CLUSTER_OK, world.knows(seen), chapter);
        judge.demand(Rule.PREFLIGHT, world.knows(Fact.PORTS_SEEN) && world.knows(Fact.DISKS_SEEN), chapter);
        judge.demand(Rule.CHAPTER_ORDER, chapter.compareTo(world.chapter()) >= 0, chapter + " < " + world.chapter());
        if (chapter.compareTo(Chapter.LOG_FILES) > 0) {
            boolean there = world.knows(Fact.LOG_FILES_IN_CONTROL_FILE) && world.knows(Fact.LOG_FILES_ON_ASM);
            judge.demand(Rule.LOG_FILES_SEEN, there, chapter);
        }
        if (chapter.compareTo(Chapter.EXTEND_NODE) > 0) {
            judge.demand(Rule.NEW_NODE_SHOWN, world.knows(Fact.NEW_NODE_SHOWN), chapter);
            judge.demand(Rule.READ_LOGS, world.knows(Fact.LOGS_READ), chapter);
        }
        return world.with(chapter).without(Fact.SHOWN_LAST, Fact.VIEWED_LAST);
    }

    /** What must hold when nothing is left to do. */
    Optional<Outcome.Rejected> end(World world) {
        Judge judge = new Judge(rules);
        judge.demand(Rule.NO_INSTANCE_FAILS, world.failed().isEmpty(), world.failed());
        judge.demand(Rule.ALL_RUN, world.allWell() && world.knows(Fact.NODE_EXTENDED), world.processes());
        Dcr now = setting.disks().stream()
                .findFirst()
                .map(world.disks()::get)
                .map(StoredFile::dcr)
                .orElse(setting.old());
        judge.demand(Rule.MONITORS, !world.monitors().isEmpty(), "dmcssm.ini");
        world.monitors().forEach((file, read) -> {
            judge.demand(Rule.MONITORS, new Monitors(setting, world).names(read, now), file);
        });
        archives(world, judge);
        judge.demand(Rule.PROVED, world.knows(Fact.SHOWN_LAST) && world.knows(Fact.VIEWED_LAST), world.facts());
        return judge.rejected();
    }

    private void archives(World world, Judge judge) {
        List<FileId> with = new ArrayList<>();
        List<FileId> without = new ArrayList<>();
        for (Setting.Node node : setting.nodes()) {
            FileId file = node.dmIni().sibling(node.dmIni().directory() + "/dmarch.ini");
            boolean named = NewNodeFiles.remotes(world.ini(file)).contains(setting.newName(Kind.DB));
            (named ? with : without).add(file);
        }
        judge.demand(Rule.REMOTE_ARCHIVES, with.isEmpty() || without.isEmpty(), without);
    }
}
