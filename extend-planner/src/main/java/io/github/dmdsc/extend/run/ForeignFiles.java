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

/**
 * Finds files that are neither as the plan found them nor as the plan writes them. If there are any, no way is offered.
 */
final class ForeignFiles {
    private final ExtendPlan plan;
    private final StepEvidence evidence;
    private final Optional<ClusterFiles> collected;

    /**
     * Creates a search.
     *
     * @param collected the collected files, which show to which cluster they belong
     */
    ForeignFiles(ExtendPlan plan, StepEvidence evidence, Optional<ClusterFiles> collected) {
        this.plan = plan;
        this.evidence = evidence;
        this.collected = collected;
    }

    /**
     * Returns a finding for every such file. If the files belong to another cluster, returns one finding about that
     * instead.
     *
     * @param undone the steps that a way back undoes; it removes the directories that they copied, so these must have
     *     no other files
     */
    List<Finding> findings(List<Step> undone) {
        Map<FileId, Finding> findings = new LinkedHashMap<>();
        PlanFiles planFiles = evidence.planFiles();
        planFiles.files().stream()
                .filter(file -> evidence.seen().isSeen(file) && !isOnlyCopied(file) && !evidence.isKnown(file))
                .forEach(file -> findings.put(file, changed(file)));
        for (Step step : plan.steps()) {
            evidence.copy(step).ifPresent(copy -> {
                // The running new node writes into its directory. After a complete copy such files do no harm.
                if (!copy.isComplete() || undone.contains(step)) {
                    copy.foreign().forEach(file -> findings.putIfAbsent(file, changed(file)));
                }
            });
        }
        // The identity of the cluster matters only if a file that the plan was made from is not as expected.
        boolean doubted = findings.keySet().stream().anyMatch(evidence.planFiles()::isBase);
        return collected
                .filter(files -> doubted)
                .flatMap(ForeignFiles::identity)
                .filter(found -> !found.equals(plan.identity()))
                .map(found -> List.of(ResumeFindings.otherCluster(plan, found)))
                .orElseGet(
                        () -> findings.values().stream().sorted(Finding.ORDER).toList());
    }

    /**
     * Returns whether a file is copied by the plan and not written otherwise. {@link CopyEvidence} judges such a file.
     */
    private boolean isOnlyCopied(FileId file) {
        return evidence.planFiles().source(file).isPresent()
                && plan.actions(Change.WriteFile.class)
                        .noneMatch(write -> write.file().equals(file));
    }

    private Finding changed(FileId file) {
        return evidence.planFiles().changed(file, evidence.seen().hash(file));
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
