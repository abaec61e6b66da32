package io.github.dmdsc.extend.rehearse;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Carries out the steps that write and remove files and copy directories. */
final class FileWrites {
    /** The names of files that a process reads only if a person puts them back. */
    private static final Pattern BACKUP = Pattern.compile(".*\\.ini\\..+|.*\\.bak");

    private final PlanContext context;
    private final ModelState state;
    private final Judge judge;

    FileWrites(PlanContext context, ModelState state, Judge judge) {
        this.context = context;
        this.state = state;
        this.judge = judge;
    }

    ModelState put(WayBackAct.Put put, Step step) {
        StoredFile written = context.stored(put.file(), put.content());
        FileId file = put.file();
        judge.demandEqual(Requirement.FRESH_FILES, written.sha256(), put.sha256(), file);
        judge.demandEqual(Requirement.FRESH_FILES, file.host(), step.host(), file);
        Optional<String> now = state.files().find(file).map(StoredFile::sha256);
        judge.demand(Requirement.FRESH_FILES, now.map(expected(file)::contains).orElseGet(() -> created(file)), file);
        FileSort sort = written.sort();
        return Model.changed(state, chapter(sort, file), judge)
                .with(state.files().with(file, written));
    }

    private boolean created(FileId file) {
        return context.plan().files().stream()
                .anyMatch(
                        change -> change.file().equals(file) && change.before().isEmpty());
    }

    /**
     * Returns the hashes that a file may have before it is written: that of the base of the plan, that of the file it
     * was copied from, and those of earlier steps.
     */
    private Set<String> expected(FileId file) {
        Set<String> hashes = new HashSet<>();
        for (FileChange change : context.plan().files()) {
            if (change.file().equals(file)) {
                change.before().ifPresent(hashes::add);
                change.copiedFrom()
                        .flatMap(context.base()::find)
                        .map(StoredFile::sha256)
                        .ifPresent(hashes::add);
            }
        }
        context.plan()
                .actions(Change.WriteFile.class)
                .filter(write -> write.file().equals(file))
                .forEach(write -> hashes.add(write.sha256()));
        return hashes;
    }

    private Chapter chapter(FileSort sort, FileId file) {
        boolean copied = state.copies().keySet().stream()
                .anyMatch(to -> to.host().equals(file.host()) && file.path().startsWith(to.path() + "/"));
        return switch (sort) {
            case DMDCR -> Chapter.NEW_DMDCR;
            case MAL -> Chapter.MAL_FILES;
            case DCR_CONFIGURATION -> Chapter.DCR_CONFIGURATION;
            case ARCHIVES -> copied ? Chapter.CONFIG_DIRECTORY : Chapter.ARCHIVES_OF_OTHERS;
            case MONITOR -> state.knows(Fact.NODE_EXTENDED) ? Chapter.MONITOR_FILES : Chapter.NEW_MONITOR;
            case DM_INI, OTHER -> Chapter.CONFIG_DIRECTORY;
        };
    }

    ModelState copy(ForwardAct.Copy copy) {
        Optional<FileId> source = context.nodes().stream()
                .map(PlanContext.Node::dmIni)
                .filter(dmIni -> {
                    FileId mal = context.base().inConfigPath(dmIni, "dmmal.ini");
                    return copy.from().equals(mal.sibling(mal.directory()));
                })
                .findFirst();
        judge.demand(Requirement.CONFIG_DIRECTORY, source.isPresent(), copy.from());
        judge.demand(Requirement.CONFIG_DIRECTORY, below(copy.to()).isEmpty(), copy.to());
        source.ifPresent(dmIni ->
                demandLeftOut(new Change.CopyDirectory(copy.from(), copy.to(), copy.except()), state.ini(dmIni)));
        HostFiles files = state.files();
        for (Map.Entry<FileId, FileId> each : copied(copy, files).entrySet()) {
            FileId file = each.getValue();
            String name = file.path().substring(copy.from().path().length() + 1);
            judge.demand(Requirement.CONFIG_DIRECTORY, !BACKUP.matcher(name).matches(), file);
            judge.demand(Requirement.CONFIG_DIRECTORY, !isForeign(name, files.get(file)), file);
            files = files.with(each.getKey(), files.get(file));
        }
        return Model.changed(state, Chapter.CONFIG_DIRECTORY, judge).with(files).withCopy(copy.from(), copy.to());
    }

    /** Returns the files that a copy makes, each with its source. */
    static Map<FileId, FileId> copied(ForwardAct.Copy copy, HostFiles files) {
        Change.CopyDirectory copying = new Change.CopyDirectory(copy.from(), copy.to(), copy.except());
        Map<FileId, FileId> copied = new TreeMap<>();
        for (FileId file : below(copy.from(), files)) {
            String name = file.path().substring(copy.from().path().length() + 1);
            if (!copying.leavesOut(name)) {
                copied.put(copy.to().sibling(copy.to().path() + "/" + name), file);
            }
        }
        return copied;
    }

    /**
     * Whether a file must not be copied: no instance reads it in its configuration directory, and its values would be
     * wrong on the new host.
     */
    private static boolean isForeign(String name, StoredFile file) {
        return switch (file.sort()) {
            case DMDCR, DCR_CONFIGURATION, MONITOR -> true;
            case MAL -> !name.equals("dmmal.ini");
            case ARCHIVES -> !name.equals("dmarch.ini");
            case DM_INI, OTHER -> false;
        };
    }

    /** Demands that the copy leaves out the directories in which the old node writes while it runs. */
    private void demandLeftOut(Change.CopyDirectory copy, Ini dmIni) {
        String below = copy.from().path() + "/";
        Ini archives = state.ini(copy.from().sibling(below + "dmarch.ini"));
        Stream<String> paths = Stream.of(DmIni.BACKUP_PATH, DmIni.CTL_BACKUP_PATH, DmIni.TRACE_PATH, DmIni.TEMP_PATH)
                .map(dmIni::path);
        Stream.concat(paths, NewNodeFiles.directories(archives).stream())
                .filter(path -> path.startsWith(below))
                .forEach(path -> judge.demand(
                        Requirement.CONFIG_DIRECTORY, copy.leavesOut(path.substring(below.length())), path));
    }

    /** Removes a directory on the way forward. It must be the new node's directory, which a first attempt left. */
    ModelState removeLeftOver(FileId top) {
        judge.demand(Requirement.NO_REMOVAL, newDirectory(top), top);
        return remove(top);
    }

    /** Removes files. Files that existed before the plan must stay. */
    ModelState remove(FileId top) {
        judge.demand(Requirement.NO_REMOVAL, created(top) || newDirectory(top), top);
        HostFiles files = state.files();
        Set<FileId> gone = below(top);
        gone.add(top);
        for (FileId file : gone) {
            judge.demand(Requirement.NO_REMOVAL, !context.base().contains(file), file);
            files = files.without(file);
        }
        return state.with(files).withoutCopy(top);
    }

    private boolean newDirectory(FileId top) {
        return top.host().equals(context.newHost())
                && context.plan()
                        .actions(Change.CopyDirectory.class)
                        .anyMatch(copy -> copy.to().equals(top));
    }

    private Set<FileId> below(FileId directory) {
        return below(directory, state.files());
    }

    private static Set<FileId> below(FileId directory, HostFiles files) {
        String path = directory.path().replaceFirst("/+$", "") + "/";
        Set<FileId> found = new HashSet<>();
        for (FileId file : files.ids()) {
            if (file.host().equals(directory.host()) && file.path().startsWith(path)) {
                found.add(file);
            }
        }
        return found;
    }
}
