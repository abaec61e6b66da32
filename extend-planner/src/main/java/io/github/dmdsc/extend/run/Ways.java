package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.StepEvidence.Known;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ways on and back from where a run is, by its journal and the hashes that it has seen. */
final class Ways implements Evidence {
    private final ExtendPlan plan;
    private final Standing standing;
    private final Progress progress;
    private final Map<FileId, Optional<String>> seen;

    Ways(ExtendPlan plan, Standing standing, Progress progress, Map<FileId, Optional<String>> seen) {
        this.plan = plan;
        this.standing = standing;
        this.progress = progress;
        this.seen = seen;
    }

    /** The ways from the last step that was begun; only the way back where that one is done. */
    List<Recovery.Way> ways() {
        int at = -1;
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            boolean changed = step.rollbackClass() != RollbackClass.READ_ONLY;
            at = changed && (progress.done(step) || progress.open(step)) ? i : at;
        }
        if (at < 0) {
            return List.of();
        }
        Recoverer recoverer = new Recoverer(
                plan,
                this,
                plan.steps().stream().filter(progress::done).map(Step::id).collect(Collectors.toSet()));
        return progress.open(plan.steps().get(at))
                ? recoverer.ways(at)
                : recoverer.back(at).stream().toList();
    }

    @Override
    public Known of(Step step) {
        if (step.action() instanceof Change.WriteFile) {
            return standing.holds(step, seen) ? Known.DONE : Known.NOT_DONE;
        } else if (step.action() instanceof Change.CopyDirectory copy) {
            List<FileId> made = List.copyOf(Standing.made(plan, copy).keySet());
            return made.stream().map(this::hash).allMatch(Optional::isPresent) ? Known.DONE : Known.NOT_DONE;
        }
        return Known.UNKNOWN;
    }

    @Override
    public boolean leftOver(Step step) {
        return step.action() instanceof Change.CopyDirectory copy
                && Standing.made(plan, copy).keySet().stream().map(this::hash).anyMatch(Optional::isPresent);
    }

    private Optional<String> hash(FileId file) {
        return seen.getOrDefault(file, Optional.empty());
    }
}
