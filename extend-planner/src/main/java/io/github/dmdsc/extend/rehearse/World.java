package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cluster at one moment.
 *
 * @param files what lies on the hosts
 * @param disks what the DCR disks hold
 * @param logFiles the new node's log files in dm.ctl, which are on ASM too
 * @param processes who runs
 * @param monitors the running monitors, and the file that each has read
 * @param copies directories that were copied, by what they became
 * @param looks what was looked at and shown to be as it must, by the kind of look
 * @param services the registered services
 * @param facts what was seen and done
 * @param chapter how far the chapter is
 * @param failed the instances that failed under way
 */
record World(
        HostFiles files,
        Map<String, StoredFile> disks,
        List<Onward.LogFile> logFiles,
        List<Endpoint> processes,
        Map<FileId, StoredFile> monitors,
        Map<FileId, FileId> copies,
        Set<Look> looks,
        Registered services,
        Set<Fact> facts,
        Chapter chapter,
        Set<String> failed) {
    /**
     * A look that showed what it must.
     *
     * @param kind what somebody did
     * @param at the disk or directory
     */
    record Look(Class<? extends Act> kind, String at) {}

    /** What people call directories of older files, in a word of its own. */
    private static final Pattern SET_ASIDE =
            Pattern.compile("(?i)(?:.*[^a-z])?(?:bak|bck|backups?|old|orig|saved?|copy|copies)(?:[^a-z].*)?|.*备份.*");

    World {
        disks = Map.copyOf(disks);
        logFiles = List.copyOf(logFiles);
        processes = List.copyOf(processes);
        monitors = Map.copyOf(monitors);
        copies = Map.copyOf(copies);
        looks = Set.copyOf(looks);
        facts = Set.copyOf(facts);
        failed = Set.copyOf(failed);
    }

    /** The cluster before the first step, with everything running that the files name. */
    static World of(Setting setting) {
        Map<String, StoredFile> disks = new TreeMap<>();
        setting.disks().forEach(disk -> disks.put(disk, setting.oldDcr()));
        List<Endpoint> processes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Optional<Dcr.Group> group = setting.old().group(kind);
            String broken = group.map(each -> each.head().get(DcrGroup.ERROR_ENDPOINT_COUNT))
                    .orElse("");
            boolean well = broken.isEmpty() || broken.equals("0");
            List<String> names = setting.old().names(kind);
            for (int i = 0; i < names.size(); i++) {
                int number = group.orElseThrow().number(i);
                String host = number < setting.nodes().size()
                        ? setting.nodes().get(number).host()
                        : "";
                processes.add(
                        new Endpoint(kind, names.get(i), host, well ? Endpoint.Status.WELL : Endpoint.Status.ERROR));
            }
        }
        Map<FileId, StoredFile> monitors = new TreeMap<>();
        List<FileId> ofMonitors = setting.base().configurations().stream()
                .filter(file -> setting.base().get(file).sort() == FileSort.MONITOR)
                .toList();
        for (FileId file : ofMonitors) {
            boolean used =
                    ofMonitors.stream().anyMatch(other -> other.host().equals(file.host()) && !isSetAside(other));
            if (!used || !isSetAside(file)) {
                monitors.put(file, setting.base().get(file));
            }
        }
        return new World(
                setting.base(),
                disks,
                List.of(),
                processes,
                monitors,
                Map.of(),
                Set.of(),
                Registered.of(setting),
                setting.nodes().stream().map(Setting.Node::host).anyMatch(setting.newHost()::equals)
                        ? Set.of(Fact.ON_A_KNOWN_HOST)
                        : Set.of(),
                Chapter.BEFORE,
                Set.of());
    }

    /** A file in a directory that is called a backup is read by nobody where another one lies elsewhere. */
    private static boolean isSetAside(FileId file) {
        return Stream.of(file.directory().split("/", -1))
                .anyMatch(part -> SET_ASIDE.matcher(part).matches());
    }

    boolean knows(Fact fact) {
        return facts.contains(fact);
    }

    Optional<Endpoint> process(Kind kind, String name) {
        return processes.stream()
                .filter(each -> each.kind() == kind && each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    boolean allWell() {
        return processes.stream().allMatch(each -> each.status() == Endpoint.Status.WELL);
    }

    Ini ini(FileId file) {
        return files.get(file).ini();
    }

    World with(HostFiles next) {
        return new World(next, disks, logFiles, processes, monitors, copies, looks, services, facts, chapter, failed);
    }

    World with(Fact fact) {
        Set<Fact> next = EnumSet.of(fact);
        next.addAll(facts);
        return withFacts(next);
    }

    World without(Fact... gone) {
        Set<Fact> next = new HashSet<>(facts);
        next.removeAll(Set.of(gone));
        return withFacts(next);
    }

    private World withFacts(Set<Fact> next) {
        return new World(files, disks, logFiles, processes, monitors, copies, looks, services, next, chapter, failed);
    }

    World with(Chapter next) {
        return new World(files, disks, logFiles, processes, monitors, copies, looks, services, facts, next, failed);
    }

    World withDisks(List<String> written, StoredFile content) {
        Map<String, StoredFile> next = new TreeMap<>(disks);
        written.forEach(disk -> next.put(disk, content));
        return new World(files, next, logFiles, processes, monitors, copies, looks, services, facts, chapter, failed);
    }

    World withLogFiles(List<Onward.LogFile> added) {
        List<Onward.LogFile> next = new ArrayList<>(logFiles);
        next.addAll(added);
        return new World(files, disks, next, processes, monitors, copies, looks, services, facts, chapter, failed);
    }

    World withProcesses(List<Endpoint> next) {
        return new World(files, disks, logFiles, next, monitors, copies, looks, services, facts, chapter, failed);
    }

    World withMonitor(FileId file, StoredFile read) {
        Map<FileId, StoredFile> next = new TreeMap<>(monitors);
        next.put(file, read);
        return new World(files, disks, logFiles, processes, next, copies, looks, services, facts, chapter, failed);
    }

    World withCopy(FileId from, FileId to) {
        Map<FileId, FileId> next = new TreeMap<>(copies);
        next.put(to, from);
        return new World(files, disks, logFiles, processes, monitors, next, looks, services, facts, chapter, failed);
    }

    World withLook(Class<? extends Act> kind, String at) {
        Set<Look> next = new HashSet<>(looks);
        next.add(new Look(kind, at));
        return new World(files, disks, logFiles, processes, monitors, copies, next, services, facts, chapter, failed);
    }

    /** What was looked at in this way. */
    Set<String> looks(Class<? extends Act> kind) {
        return looks.stream().filter(look -> look.kind() == kind).map(Look::at).collect(Collectors.toSet());
    }

    /** The same, for somebody who knows what is known of another. */
    World knowing(World other) {
        return new World(
                files,
                disks,
                logFiles,
                processes,
                monitors,
                copies,
                other.looks,
                services,
                other.facts,
                chapter,
                failed);
    }

    World with(Registered next) {
        return new World(files, disks, logFiles, processes, monitors, copies, looks, next, facts, chapter, failed);
    }

    World withoutCopy(FileId to) {
        Map<FileId, FileId> next = new TreeMap<>(copies);
        next.remove(to);
        return new World(files, disks, logFiles, processes, monitors, next, looks, services, facts, chapter, failed);
    }

    World withFailed(String name) {
        Set<String> next = new HashSet<>(failed);
        next.add(name);
        return new World(files, disks, logFiles, processes, monitors, copies, looks, services, facts, chapter, next);
    }
}
