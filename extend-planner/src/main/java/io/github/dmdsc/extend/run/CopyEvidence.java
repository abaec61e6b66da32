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

/** What lies in a directory that a step copies, held against what the plan puts there. */
final class CopyEvidence {
    private final ExtendPlan plan;
    private final Standing standing;
    private final Change.CopyDirectory copy;
    private final SeenFiles seen;
    /** The files that the copy makes. */
    private final Set<FileId> made;

    CopyEvidence(ExtendPlan plan, Standing standing, Change.CopyDirectory copy, SeenFiles seen) {
        this.plan = plan;
        this.standing = standing;
        this.copy = copy;
        this.seen = seen;
        this.made = Standing.made(plan, copy).keySet();
    }

    /** Whether somebody looked at every file of the copy. */
    boolean isSeen() {
        return made.stream().allMatch(seen::isSeen);
    }

    /** Whether every file of the copy is there with its bytes, or with those that the plan writes over them. */
    boolean whole() {
        return made.stream().allMatch(this::planned);
    }

    /** Whether anything is there. */
    boolean begun() {
        return !seen.below(copy.to()).isEmpty();
    }

    /** The files that are there, and that no step of the plan puts there. */
    List<FileId> foreign() {
        return seen.below(copy.to()).stream().filter(this::foreign).toList();
    }

    /** Whether it is one of the copied files, and the copy or a step that writes over it left it as it is. */
    boolean left(FileId file) {
        return made.contains(file) && !foreign(file);
    }

    private boolean foreign(FileId file) {
        return !planned(file) && !brokenOff(file);
    }

    private boolean planned(FileId file) {
        return seen.hash(file)
                .filter(hash -> standing.given(file).anyMatch(hash::equals))
                .isPresent();
    }

    /** Whether it is the beginning of the file that it was copied from: a copy that broke off leaves such a one. */
    private boolean brokenOff(FileId file) {
        Optional<FileId> source = standing.source(file).filter(from -> made.contains(file));
        Stream<byte[]> whole = Stream.concat(
                source.flatMap(seen::bytes).stream(),
                source.flatMap(plan::change).flatMap(FileChange::contentBefore).map(FileContent::bytes).stream());
        return seen.bytes(file)
                .filter(now -> whole.anyMatch(bytes -> Arrays.mismatch(bytes, now) == now.length))
                .isPresent();
    }
}
