package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.StepEvidence.Known;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Files that are neither as the plan found them nor as it makes them. Where there are any, nothing is advised. */
final class ForeignFiles {
    private final ExtendPlan plan;
    private final StepEvidence evidence;
    private final Map<FileId, Finding> findings = new LinkedHashMap<>();

    private ForeignFiles(ExtendPlan plan, StepEvidence evidence) {
        this.plan = plan;
        this.evidence = evidence;
    }

    /**
     * Every such file, or that all are another cluster's.
     *
     * @param undone the steps that somebody may be told to undo: what they made is removed, so nothing else may lie there
     */
    static List<Finding> findings(ExtendPlan plan, Observed observed, StepEvidence evidence, List<Step> undone) {
        ForeignFiles foreign = new ForeignFiles(plan, evidence);
        foreign.unchanging();
        foreign.changing();
        foreign.copied(undone);
        // Where every file is as before or as planned, there is no need to read them: they are of this cluster.
        if (!foreign.findings.isEmpty()
                && Freshness.checkFresh(plan, observed.files()) instanceof Freshness.OtherCluster other) {
            return List.of(ResumeFindings.otherCluster(plan, other));
        }
        return foreign.findings.values().stream().sorted(Finding.ORDER).toList();
    }

    private void unchanging() {
        Set<FileId> changing = plan.files().stream().map(FileChange::file).collect(Collectors.toSet());
        Set<FileId> stoodOn = new Standing(plan, EnumSet.allOf(Law.class)).files();
        for (FileHash base : plan.base()) {
            boolean same = evidence.hash(base.file()).equals(Optional.of(base.sha256()));
            if (stoodOn.contains(base.file()) && !changing.contains(base.file()) && !same) {
                add(base.file(), Optional.of(base.sha256()), Optional.empty());
            }
        }
    }

    private void changing() {
        for (FileChange change : plan.files()) {
            List<Step> writing = plan.steps().stream()
                    .filter(step -> step.action() instanceof Change.WriteFile write
                            && write.file().equals(change.file()))
                    .toList();
            // A file that is only copied is judged with its copy.
            if (!writing.isEmpty() && writing.stream().allMatch(step -> evidence.of(step) == Known.FOREIGN)) {
                add(change.file(), change.before(), Optional.of(change.after()));
            }
        }
    }

    private void copied(List<Step> undone) {
        for (Step step : plan.steps()) {
            evidence.copy(step).ifPresent(copy -> {
                // A new node that runs writes into its directory: that is in nobody's way once the copy is whole.
                if (!copy.whole() || undone.contains(step)) {
                    copy.foreign().forEach(file -> add(file, Optional.empty(), Optional.empty()));
                }
            });
        }
    }

    private void add(FileId file, Optional<String> before, Optional<String> planned) {
        findings.putIfAbsent(file, ResumeFindings.changed(file, before, evidence.hash(file), planned));
    }
}
