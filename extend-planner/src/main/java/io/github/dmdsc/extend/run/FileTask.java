package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.RunFindings.Unplanned;
import io.github.dmdsc.extend.tools.LeftoverFiles;
import io.github.dmdsc.model.FileId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes a file or copies a directory. Sends it under a new name, checks the hashes there, and then gives it its final
 * name.
 */
final class FileTask {
    private final ExtendPlan plan;
    private final Set<Law> laws;
    private final PlanFiles planFiles;
    private final Progress progress;
    private final StepTask task;
    private final Step step;
    private final Replay replay;

    FileTask(
            ExtendPlan plan,
            Set<Law> laws,
            PlanFiles planFiles,
            Progress progress,
            StepTask task,
            Step step,
            Replay replay) {
        this.plan = plan;
        this.laws = laws;
        this.planFiles = planFiles;
        this.progress = progress;
        this.task = task;
        this.step = step;
        this.replay = replay;
    }

    void writeFile(Change.WriteFile write) {
        FileId file = write.file();
        Answer.Hashes before = task.hashes(List.of(file));
        Optional<String> now = Optional.ofNullable(before.present().get(file));
        if (now.equals(Optional.of(write.sha256()))) {
            task.end();
            return;
        }
        requireAllowed(file, now);
        requireNoLink(write, before);
        FileId sent = LeftoverFiles.sent(plan, file);
        FileContent content = write.staged()
                .or(() -> plan.change(file).map(FileChange::content))
                .orElseThrow(() -> new IllegalArgumentException("the plan does not hold " + file));
        task.begin(() -> {
            task.requireDone(replay.put(new Move.Put(step, sent, new Source.File(content))));
            if (laws.contains(Law.HASH_BEFORE_PLACING)) {
                Answer.Hashes there = task.hashes(List.of(file, sent));
                requireHash(there.present(), sent, false, write.sha256());
                requireAllowed(file, Optional.ofNullable(there.present().get(file)));
                requireNoLink(write, there);
            }
            task.perform(new Operation.Place(sent, file, Optional.of(LeftoverFiles.replaced(plan, file))));
            requireHash(task.hashes(List.of(file)).present(), file, true, write.sha256());
        });
    }

    void copyDirectory(Change.CopyDirectory copy) {
        Map<FileId, FileId> made = PlanFiles.copiedFiles(plan, copy);
        Answer.Hashes looked = replay.look(
                Optional.of(step),
                Stream.concat(made.keySet().stream(), Stream.of(copy.to())).toList());
        Map<FileId, Answer.Obstacle> unseen = new HashMap<>(looked.unseen());
        Answer.Obstacle target = Optional.ofNullable(unseen.get(copy.to())).orElse(Answer.Obstacle.MISSING);
        if (target == Answer.Obstacle.DIRECTORY || target == Answer.Obstacle.EMPTY_DIRECTORY) {
            unseen.remove(copy.to());
        }
        Replay.requireSeen(Optional.of(step), unseen);
        Map<FileId, String> there = new HashMap<>(looked.present());
        boolean exists = there.remove(copy.to()) != null
                || looked.links().contains(copy.to())
                || target == Answer.Obstacle.DIRECTORY;
        if (!made.isEmpty() && made.keySet().stream().allMatch(file -> planned(file, there))) {
            task.end();
            return;
        } else if (!there.isEmpty()) {
            throw task.stop(List.of(ResumeFindings.partial(plan, step)));
        } else if (exists) {
            throw task.stop(List.of(RunFindings.notAsPlanned(
                    copy.to(),
                    Unplanned.EXISTS,
                    Optional.ofNullable(looked.present().get(copy.to())),
                    List.of())));
        }
        FileId sent = LeftoverFiles.sent(plan, copy.to());
        Map<FileId, FileId> arriving = new HashMap<>();
        made.forEach((file, from) -> arriving.put(
                copy.to()
                        .sibling(sent.path()
                                + file.path().substring(copy.to().path().length())),
                from));
        task.begin(() -> {
            if (progress.open(step)) {
                task.perform(new Operation.Remove(sent));
            }
            task.requireDone(replay.put(new Move.Put(step, sent, new Source.Directory(copy.from(), copy.except()))));
            if (laws.contains(Law.HASH_BEFORE_PLACING)) {
                Map<FileId, String> arrived = task.hashes(Stream.of(arriving.keySet())
                                .flatMap(Set::stream)
                                .sorted()
                                .toList())
                        .present();
                arriving.forEach((file, from) ->
                        requireHash(arrived, file, false, plan.base(from).orElse("")));
            }
            task.perform(new Operation.Place(sent, copy.to(), Optional.empty()));
            Map<FileId, String> placed = task.hashes(made.keySet()).present();
            made.forEach((file, from) ->
                    requireHash(placed, file, true, plan.base(from).orElse("")));
        });
    }

    private boolean planned(FileId file, Map<FileId, String> there) {
        return there.containsKey(file) && planFiles.allowedHashes(file).contains(Optional.of(there.get(file)));
    }

    /** Stops the run if the present file has a hash that the plan does not know: the run never replaces such a file. */
    private void requireAllowed(FileId file, Optional<String> now) {
        if (!planFiles.allowedHashes(file).contains(now)) {
            throw replay.changed(
                    Optional.of(step), List.of(planFiles.changed(file, now)), SeenFiles.of(Map.of(file, now)));
        }
    }

    private void requireNoLink(Change.WriteFile write, Answer.Hashes there) {
        FileId file = write.file();
        if (there.links().contains(file)) {
            throw task.stop(List.of(RunFindings.notAsPlanned(
                    file, Unplanned.LINK, Optional.ofNullable(there.present().get(file)), List.of(write.sha256()))));
        }
    }

    private void requireHash(Map<FileId, String> there, FileId file, boolean placed, String planned) {
        if (!planned.equals(there.get(file))) {
            throw task.stop(List.of(RunFindings.notWhole(file, placed, Optional.ofNullable(there.get(file)), planned)));
        }
    }
}
