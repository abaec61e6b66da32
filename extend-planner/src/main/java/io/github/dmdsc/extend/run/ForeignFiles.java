package io.github.dmdsc.extend.run;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files that are neither as the plan found them nor as it makes them. Where there are any, nothing is advised. */
final class ForeignFiles {
    private final ExtendPlan plan;
    private final StepEvidence evidence;
    private final Optional<ClusterFiles> collected;

    /**
     * The files that a plan stands on.
     *
     * @param collected the files as somebody collected them, which tell of which cluster they are
     */
    ForeignFiles(ExtendPlan plan, StepEvidence evidence, Optional<ClusterFiles> collected) {
        this.plan = plan;
        this.evidence = evidence;
        this.collected = collected;
    }

    /**
     * Every such file, or that all are another cluster's.
     *
     * @param undone the steps that somebody may be told to undo: what they made is removed, so nothing else may lie there
     */
    List<Finding> findings(List<Step> undone) {
        Map<FileId, Finding> findings = new LinkedHashMap<>();
        Standing standing = evidence.standing();
        standing.files().stream()
                .filter(file -> evidence.seen().isSeen(file) && !isOnlyCopied(file) && !evidence.isKnown(file))
                .forEach(file -> findings.put(file, changed(file)));
        for (Step step : plan.steps()) {
            evidence.copy(step).ifPresent(copy -> {
                // A new node that runs writes into its directory: that is in nobody's way once the copy is whole.
                if (!copy.whole() || undone.contains(step)) {
                    copy.foreign().forEach(file -> findings.putIfAbsent(file, changed(file)));
                }
            });
        }
        // Where every file of the plan's cluster is as before or as planned, there is no need to read them.
        boolean doubted = findings.keySet().stream().anyMatch(evidence.standing()::isBase);
        return collected
                .filter(files -> doubted)
                .flatMap(ForeignFiles::identity)
                .filter(found -> !found.equals(plan.identity()))
                .map(found -> List.of(ResumeFindings.otherCluster(plan, found)))
                .orElseGet(
                        () -> findings.values().stream().sorted(Finding.ORDER).toList());
    }

    /** A file that is only copied is judged with its copy. */
    private boolean isOnlyCopied(FileId file) {
        return evidence.standing().source(file).isPresent()
                && plan.actions(Change.WriteFile.class)
                        .noneMatch(write -> write.file().equals(file));
    }

    private Finding changed(FileId file) {
        return evidence.standing().changed(file, evidence.seen().hash(file));
    }

    private static Optional<ExtendPlan.Identity> identity(ClusterFiles files) {
        return ClusterLens.get(files).cluster().flatMap(ForeignFiles::identity);
    }

    private static Optional<ExtendPlan.Identity> identity(Cluster cluster) {
        Optional<Dmdcr> first =
                cluster.nodes().stream().map(node -> node.dmdcr().value()).findFirst();
        return cluster.dcr()
                .value()
                .oguid()
                .flatMap(oguid -> first.flatMap(Dmdcr::dcrPath)
                        .map(path -> new ExtendPlan.Identity(oguid.number(), path.text())));
    }
}
