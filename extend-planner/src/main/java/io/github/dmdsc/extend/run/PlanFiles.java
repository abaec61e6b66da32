package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.RunFindings.Unplanned;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that a plan depends on, and the hashes that each of them may have. An empty hash stands for a file that
 * does not exist.
 */
final class PlanFiles {
    private final ExtendPlan plan;
    private final Map<FileId, FileId> copies = new TreeMap<>();
    private final Set<FileId> files = new TreeSet<>();
    private final Map<FileId, String> base = new HashMap<>();
    private final Map<FileId, FileChange> changes = new HashMap<>();
    private final Map<FileId, List<Step>> writes = new HashMap<>();

    PlanFiles(ExtendPlan plan, Set<Law> laws) {
        this.plan = plan;
        plan.base().forEach(file -> base.put(file.file(), file.sha256()));
        plan.files().forEach(change -> changes.put(change.file(), change));
        for (Step step : plan.steps()) {
            if (step.action() instanceof Change.WriteFile write) {
                writes.computeIfAbsent(write.file(), file -> new ArrayList<>()).add(step);
            }
        }
        plan.actions(Change.CopyDirectory.class).forEach(copy -> copies.putAll(copiedFiles(plan, copy)));
        plan.base().stream()
                .map(FileHash::file)
                .filter(file -> !laws.contains(Law.IGNORE_OTHER_FILES) || dependsOn(file))
                .forEach(files::add);
        plan.files().forEach(change -> files.add(change.file()));
        files.addAll(copies.keySet());
    }

    /** Returns the files that a copy creates, each with its source. */
    static Map<FileId, FileId> copiedFiles(ExtendPlan plan, Change.CopyDirectory copy) {
        String from = copy.from().path() + "/";
        Map<FileId, FileId> made = new TreeMap<>();
        for (FileHash base : plan.base()) {
            FileId file = base.file();
            if (file.host().equals(copy.from().host()) && file.path().startsWith(from)) {
                String name = file.path().substring(from.length());
                if (!copy.leavesOut(name)) {
                    made.put(copy.to().sibling(copy.to().path() + "/" + name), file);
                }
            }
        }
        return made;
    }

    /**
     * Returns whether the plan depends on a collected file. It depends on configuration files and on files that it
     * copies, not on logs or backups.
     */
    boolean dependsOn(FileId file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".ini")
                || copies.containsValue(file)
                || change(file).isPresent();
    }

    /** Returns all files that the plan depends on, ordered by host and path. */
    Set<FileId> files() {
        return files;
    }

    /** Returns every hash that a file may have at any time of the plan. */
    Set<Optional<String>> allowedHashes(FileId file) {
        Set<Optional<String>> hashes = initialHashes(file);
        writtenHashes(file).map(Optional::of).forEach(hashes::add);
        return hashes;
    }

    /** Returns every hash that a step of the plan can give a file. */
    Stream<String> writtenHashes(FileId file) {
        Optional<FileId> source = Optional.ofNullable(copies.get(file));
        return Stream.of(
                        change(file).map(FileChange::after).stream(),
                        writes(file).stream().map(PlanFiles::written),
                        source.flatMap(this::base).stream(),
                        // A copy that is made after the source was changed has the planned content of the source.
                        source.flatMap(this::change).map(FileChange::after).stream())
                .flatMap(hashes -> hashes);
    }

    /** Returns whether the file is one of those that the plan was made from. */
    boolean isBase(FileId file) {
        return base.containsKey(file);
    }

    private Optional<String> base(FileId file) {
        return Optional.ofNullable(base.get(file));
    }

    private Optional<FileChange> change(FileId file) {
        return Optional.ofNullable(changes.get(file));
    }

    /** Returns the source of a copied file; empty if the plan does not copy the file. */
    Optional<FileId> source(FileId file) {
        return Optional.ofNullable(copies.get(file));
    }

    /** Returns the finding that somebody else has changed a file. */
    Finding changed(FileId file, Optional<String> now) {
        Optional<FileChange> change = change(file);
        Optional<String> copied = source(file).flatMap(this::base);
        return ResumeFindings.changed(
                file,
                change.flatMap(FileChange::before).or(() -> base(file)),
                now,
                change.map(FileChange::after).or(() -> copied));
    }

    /** Returns the hashes that a file may have before the first step writes it. */
    private Set<Optional<String>> initialHashes(FileId file) {
        Set<Optional<String>> hashes = new LinkedHashSet<>();
        Optional<FileChange> change = change(file);
        if (change.isPresent()) {
            hashes.add(change.get().before());
            // The manual tells the operator to copy some files from another node, so this may be done already.
            change.get().copiedFrom().map(this::base).ifPresent(hashes::add);
        } else {
            hashes.add(base(file));
        }
        Optional.ofNullable(copies.get(file)).map(this::base).ifPresent(hashes::add);
        return hashes;
    }

    /** Returns whether a file that a step writes or copies was put back or removed, so that the step must be repeated. */
    boolean isReverted(Step step, SeenFiles seen) {
        if (step.action() instanceof Change.CopyDirectory copy) {
            Set<FileId> made = copiedFiles(plan, copy).keySet();
            List<FileId> removed =
                    made.stream().filter(file -> isRemoved(file, seen)).toList();
            // The directory is needed too, even if steps write all its files.
            boolean all = !removed.isEmpty() && removed.size() == made.size();
            return all || removed.stream().anyMatch(file -> !isWritten(file));
        }
        return step.action() instanceof Change.WriteFile write && seen.isSeen(write.file()) && !isAsWritten(step, seen);
    }

    /**
     * Returns a finding for each observed file that is not as a step or a later one leaves it: the file that the step
     * writes, or a missing file that the step copies and no step writes.
     */
    List<Finding> notAsPlanned(Step step, Unplanned why, SeenFiles seen) {
        if (step.action() instanceof Change.CopyDirectory copy) {
            return copiedFiles(plan, copy).keySet().stream()
                    .filter(file -> isRemoved(file, seen) && !isWritten(file))
                    .map(file -> RunFindings.notAsPlanned(
                            file, why, Optional.empty(), writtenHashes(file).collect(Collectors.toSet())))
                    .toList();
        }
        return isReverted(step, seen) ? List.of(notWritten(step, why, seen)) : List.of();
    }

    /** Returns the finding that the file of a step is not as this step or a later one writes it. */
    Finding notWritten(Step write, Unplanned why, SeenFiles seen) {
        FileId file = ((Change.WriteFile) write.action()).file();
        return RunFindings.notAsPlanned(file, why, seen.hash(file), hashesFrom(write));
    }

    private static boolean isRemoved(FileId file, SeenFiles seen) {
        return seen.isSeen(file) && seen.hash(file).isEmpty();
    }

    /** Returns whether a step writes the file. */
    boolean isWritten(FileId file) {
        return !writes(file).isEmpty();
    }

    /** Returns the hashes that this step and later steps give the file of this step. */
    private Set<String> hashesFrom(Step step) {
        List<Step> all = writes(((Change.WriteFile) step.action()).file());
        return all.subList(all.indexOf(step), all.size()).stream()
                .map(PlanFiles::written)
                .collect(Collectors.toSet());
    }

    /** Returns whether the file of this step is as this step or a later one writes it. */
    boolean isAsWritten(Step write, SeenFiles seen) {
        FileId file = ((Change.WriteFile) write.action()).file();
        return seen.hash(file).filter(hashesFrom(write)::contains).isPresent();
    }

    /**
     * Returns the hashes of which a file must have one at a point of the plan.
     *
     * @param done returns whether a step is done
     */
    Set<Optional<String>> expectedHashes(FileId file, Predicate<Step> done) {
        List<Step> written = new ArrayList<>(writes(file));
        written.removeIf(done.negate());
        if (!written.isEmpty()) {
            return Set.of(Optional.of(written(written.get(written.size() - 1))));
        }
        Set<Optional<String>> hashes = new HashSet<>(initialHashes(file));
        boolean copied = plan.steps().stream()
                .filter(step -> step.action() instanceof Change.CopyDirectory copy
                        && copiedFiles(plan, copy).containsKey(file))
                .anyMatch(done);
        if (copied) {
            hashes.remove(Optional.<String>empty());
        }
        return hashes;
    }

    private List<Step> writes(FileId file) {
        return writes.getOrDefault(file, List.of());
    }

    private static String written(Step step) {
        return ((Change.WriteFile) step.action()).sha256();
    }
}
