package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.AsmPath;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** TRACE_PATH is a directory of the operating system. */
final class TracePaths implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0229").manual(Findings.DM_INI).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        cluster.nodes().stream()
                .flatMap(node -> node.dmIni().stream())
                .map(ConfigFile::value)
                .forEach(dmIni -> dmIni.tracePath()
                        .filter(AsmPath.class::isInstance)
                        .ifPresent(path -> report.accept(KIND.at(dmIni.origin().at(DmIni.TRACE_PATH))
                                .with("path", path)
                                .build())));
    }
}
