package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.model.FileId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares the target directory of a step that copies a directory with the files that the plan expects there. */
final class CopyEvidence {
    private final ExtendPlan plan;
    private final PlanFiles planFiles;
    private final Change.CopyDirectory copy;
    private final SeenFiles seen;
    /** The files that the copy creates. */
    private final Set<FileId> made;

    CopyEvidence(ExtendPlan plan, PlanFiles planFiles, Change.CopyDirectory copy, SeenFiles seen) {
        this.plan = plan;
        this.planFiles = planFiles;
        this.copy = copy;
        this.seen = seen;
        this.made = PlanFiles.copiedFiles(plan, copy).keySet();
    }

    /** Returns whether every file of the copy was observed. */
    boolean isSeen() {
        return made.stream().allMatch(seen::isSeen);
    }

    /** Returns whether every file of the copy exists with the copied or with planned content. */
    boolean isComplete() {
        return made.stream().allMatch(this::planned);
    }

    /** Returns whether the copied directory exists and lacks only files that later steps write. */
    boolean lacksOnlyWrittenFiles() {
        return hasFiles()
                && made.stream()
                        .allMatch(file -> planned(file)
                                || (planFiles.isWritten(file) && seen.hash(file).isEmpty()));
    }

    /** Returns whether a part of the copy exists. */
    boolean isPartial() {
        return !isComplete() && seen.below(copy.to()).stream().anyMatch(this::isKnown);
    }

    /** Returns whether the target directory has any file. */
    boolean hasFiles() {
        return !seen.below(copy.to()).isEmpty();
    }

    /** Returns the files in the target directory that no step of the plan creates. */
    List<FileId> foreign() {
        return seen.below(copy.to()).stream().filter(this::foreign).toList();
    }

    /** Returns whether a file belongs to the copy and has the copied content, a part of it, or planned content. */
    boolean isKnown(FileId file) {
        return made.contains(file) && !foreign(file);
    }

    private boolean foreign(FileId file) {
        return !planned(file) && !isInterruptedCopy(file);
    }

    private boolean planned(FileId file) {
        return seen.hash(file)
                .filter(hash -> planFiles.writtenHashes(file).anyMatch(hash::equals))
                .isPresent();
    }

    /** Returns whether a file is the first part of its source, as an interrupted copy leaves it. */
    private boolean isInterruptedCopy(FileId file) {
        Optional<FileId> source = planFiles.source(file).filter(from -> made.contains(file));
        Stream<byte[]> whole = Stream.concat(
                source.flatMap(seen::bytes).stream(),
                source.flatMap(plan::change).flatMap(FileChange::contentBefore).map(FileContent::bytes).stream());
        return seen.bytes(file)
                .filter(now -> whole.anyMatch(bytes -> Arrays.mismatch(bytes, now) == now.length))
                .isPresent();
    }
}
