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
 * The state of the cluster at one moment.
 *
 * @param files the files on the hosts
 * @param disks the content of each DCR disk
 * @param logFiles the new node's redo log files, which are in dm.ctl and on ASM
 * @param processes the processes of the endpoints, with their states
 * @param monitors the running monitors, with the file that each has read
 * @param copies the source of each copied directory, by the copy
 * @param looks the looks that showed the required values, by the kind of act
 * @param services the registered services
 * @param facts the facts that a person knows
 * @param chapter the part of the chapter that was changed last
 * @param failed the names of the instances that failed during the extension
 */
record ModelState(
        HostFiles files,
        Map<String, StoredFile> disks,
        List<ForwardAct.LogFile> logFiles,
        List<Endpoint> processes,
        Map<FileId, StoredFile> monitors,
        Map<FileId, FileId> copies,
        Set<Look> looks,
        RegisteredServices services,
        Set<Fact> facts,
        Chapter chapter,
        Set<String> failed) {
    /**
     * A look that showed the required values.
     *
     * @param kind the kind of act
     * @param at the disk, directory, host or value that was looked at
     */
    record Look(Class<? extends Act> kind, String at) {}

    /** The names that people give to directories with older files, if the name is a word of its own. */
    private static final Pattern SET_ASIDE =
            Pattern.compile("(?i)(?:.*[^a-z])?(?:bak|bck|backups?|old|orig|saved?|copy|copies)(?:[^a-z].*)?|.*备份.*");

    ModelState {
        disks = Map.copyOf(disks);
        logFiles = List.copyOf(logFiles);
        processes = List.copyOf(processes);
        monitors = Map.copyOf(monitors);
        copies = Map.copyOf(copies);
        looks = Set.copyOf(looks);
        facts = Set.copyOf(facts);
        failed = Set.copyOf(failed);
    }

    /** Returns the state before the first step, in which every process that the files name is running. */
    static ModelState of(PlanContext context) {
        Map<String, StoredFile> disks = new TreeMap<>();
        context.disks().forEach(disk -> disks.put(disk, context.oldDcr()));
        List<Endpoint> processes = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Optional<Dcr.Group> group = context.old().group(kind);
            String broken = group.map(each -> each.head().get(DcrGroup.ERROR_ENDPOINT_COUNT))
                    .orElse("");
            boolean well = broken.isEmpty() || broken.equals("0");
            List<String> names = context.old().names(kind);
            for (int i = 0; i < names.size(); i++) {
                int number = group.orElseThrow().number(i);
                String host = number < context.nodes().size()
                        ? context.nodes().get(number).host()
                        : "";
                processes.add(
                        new Endpoint(kind, names.get(i), host, well ? Endpoint.Status.WELL : Endpoint.Status.ERROR));
            }
        }
        Map<FileId, StoredFile> monitors = new TreeMap<>();
        List<FileId> ofMonitors = context.base().configurations().stream()
                .filter(file -> context.base().get(file).sort() == FileSort.MONITOR)
                .toList();
        for (FileId file : ofMonitors) {
            boolean used =
                    ofMonitors.stream().anyMatch(other -> other.host().equals(file.host()) && !isSetAside(other));
            if (!used || !isSetAside(file)) {
                monitors.put(file, context.base().get(file));
            }
        }
        return new ModelState(
                context.base(),
                disks,
                List.of(),
                processes,
                monitors,
                Map.of(),
                Set.of(),
                RegisteredServices.of(context),
                context.nodes().stream().map(PlanContext.Node::host).anyMatch(context.newHost()::equals)
                        ? Set.of(Fact.ON_A_KNOWN_HOST)
                        : Set.of(),
                Chapter.BEFORE,
                Set.of());
    }

    /**
     * Whether a file lies in a directory whose name says that it holds backups. No process reads such a file if another
     * one lies elsewhere.
     */
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

    ModelState with(HostFiles next) {
        return new ModelState(
                next, disks, logFiles, processes, monitors, copies, looks, services, facts, chapter, failed);
    }

    ModelState with(Fact fact) {
        Set<Fact> next = EnumSet.of(fact);
        next.addAll(facts);
        return withFacts(next);
    }

    ModelState without(Fact... gone) {
        Set<Fact> next = new HashSet<>(facts);
        next.removeAll(Set.of(gone));
        return withFacts(next);
    }

    private ModelState withFacts(Set<Fact> next) {
        return new ModelState(
                files, disks, logFiles, processes, monitors, copies, looks, services, next, chapter, failed);
    }

    ModelState with(Chapter next) {
        return new ModelState(
                files, disks, logFiles, processes, monitors, copies, looks, services, facts, next, failed);
    }

    ModelState withDisks(List<String> written, StoredFile content) {
        Map<String, StoredFile> next = new TreeMap<>(disks);
        written.forEach(disk -> next.put(disk, content));
        return new ModelState(
                files, next, logFiles, processes, monitors, copies, looks, services, facts, chapter, failed);
    }

    ModelState withLogFiles(List<ForwardAct.LogFile> added) {
        List<ForwardAct.LogFile> next = new ArrayList<>(logFiles);
        next.addAll(added);
        return new ModelState(files, disks, next, processes, monitors, copies, looks, services, facts, chapter, failed);
    }

    ModelState withProcesses(List<Endpoint> next) {
        return new ModelState(files, disks, logFiles, next, monitors, copies, looks, services, facts, chapter, failed);
    }

    ModelState withMonitor(FileId file, StoredFile read) {
        Map<FileId, StoredFile> next = new TreeMap<>(monitors);
        next.put(file, read);
        return new ModelState(files, disks, logFiles, processes, next, copies, looks, services, facts, chapter, failed);
    }

    ModelState withCopy(FileId from, FileId to) {
        Map<FileId, FileId> next = new TreeMap<>(copies);
        next.put(to, from);
        return new ModelState(
                files, disks, logFiles, processes, monitors, next, looks, services, facts, chapter, failed);
    }

    ModelState withLook(Class<? extends Act> kind, String at) {
        Set<Look> next = new HashSet<>(looks);
        next.add(new Look(kind, at));
        return new ModelState(
                files, disks, logFiles, processes, monitors, copies, next, services, facts, chapter, failed);
    }

    /** Returns the places of the looks of one kind. */
    Set<String> looks(Class<? extends Act> kind) {
        return looks.stream().filter(look -> look.kind() == kind).map(Look::at).collect(Collectors.toSet());
    }

    /** Returns this state with the looks and facts of another state. */
    ModelState knowing(ModelState other) {
        return new ModelState(
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

    ModelState with(RegisteredServices next) {
        return new ModelState(files, disks, logFiles, processes, monitors, copies, looks, next, facts, chapter, failed);
    }

    ModelState withoutCopy(FileId to) {
        Map<FileId, FileId> next = new TreeMap<>(copies);
        next.remove(to);
        return new ModelState(
                files, disks, logFiles, processes, monitors, next, looks, services, facts, chapter, failed);
    }

    ModelState withFailed(String name) {
        Set<String> next = new HashSet<>(failed);
        next.add(name);
        return new ModelState(
                files, disks, logFiles, processes, monitors, copies, looks, services, facts, chapter, next);
    }
}
