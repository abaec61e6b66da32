package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileContent;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What lies in a directory that a step copies, held against what the plan puts there. */
final class CopyEvidence {
    private final ExtendPlan plan;
    private final Change.CopyDirectory copy;
    private final ClusterFiles files;
    private final Function<FileId, Optional<String>> hash;
    /** The files that the copy makes, and what each is made from. */
    private final Map<FileId, FileId> made;

    CopyEvidence(
            ExtendPlan plan, Change.CopyDirectory copy, ClusterFiles files, Function<FileId, Optional<String>> hash) {
        this.plan = plan;
        this.copy = copy;
        this.files = files;
        this.hash = hash;
        this.made = Standing.made(plan, copy);
    }

    /** Whether every file of the copy is there with its bytes, or with those that the plan writes over them. */
    boolean whole() {
        return made.keySet().stream().allMatch(this::planned);
    }

    /** Whether anything is there. */
    boolean begun() {
        return !below().isEmpty();
    }

    /** The files that are there, and that no step of the plan puts there. */
    List<FileId> foreign() {
        return below().stream().filter(this::foreign).toList();
    }

    /** Whether it is one of the copied files, and the copy or a step that writes over it left it as it is. */
    boolean left(FileId file) {
        return made.containsKey(file) && !foreign(file);
    }

    private boolean foreign(FileId file) {
        return !planned(file) && !brokenOff(file);
    }

    private List<FileId> below() {
        return files.ids().stream()
                .filter(file -> file.host().equals(copy.to().host())
                        && file.path().startsWith(copy.to().path() + "/"))
                .toList();
    }

    private boolean planned(FileId file) {
        return hash.apply(file).filter(states(file)::contains).isPresent();
    }

    private Set<String> states(FileId file) {
        Set<String> states = new HashSet<>();
        // Not as it was before: what lay there already is not the plan's.
        plan.change(file).ifPresent(change -> states.add(change.after()));
        Optional.ofNullable(made.get(file)).ifPresent(source -> {
            plan.base(source).ifPresent(states::add);
            // Whoever copies late copies what the plan has written meanwhile.
            plan.change(source).ifPresent(change -> states.add(change.after()));
        });
        return states;
    }

    /** Whether it is the beginning of the file that it was copied from: a copy that broke off leaves such a one. */
    private boolean brokenOff(FileId file) {
        byte[] now = files.bytes(file);
        Optional<FileId> source = Optional.ofNullable(made.get(file));
        Stream<byte[]> whole = Stream.concat(
                source.flatMap(files::find).stream(),
                source.flatMap(plan::change).flatMap(FileChange::contentBefore).map(FileContent::bytes).stream());
        return whole.anyMatch(bytes -> Arrays.mismatch(bytes, now) == now.length);
    }
}
