package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** Every node of a cluster that was built in Java has its files, at the paths that its parameters give. */
final class NodeFiles implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0217").manual(Findings.DMDCR);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (ClusterNode node : cluster.nodes()) {
            // If the node was read from files, the reader has reported each missing file, at the line that names it.
            if (!node.dmdcr().value().origin().known()) {
                Optional<String> config = node.dmIni()
                        .flatMap(file -> file.value().configPath())
                        .filter(LocalPath.class::isInstance)
                        .map(path -> HostPaths.normal(path.text()));
                Optional<String> asmMal = node.dmdcr().value().malPath().map(path -> HostPaths.normal(path.text()));
                check(node, "dmasvrmal.ini", node.asmMal().map(ConfigFile::file), asmMal, report);
                check(node, "dm.ini", node.dmIni().map(ConfigFile::file), Optional.empty(), report);
                check(
                        node,
                        "dmmal.ini",
                        node.dbMal().map(ConfigFile::file),
                        config.map(path -> path + "/dmmal.ini"),
                        report);
                node.dmArch()
                        .ifPresent(arch -> check(
                                node,
                                "dmarch.ini",
                                Optional.of(arch.file()),
                                config.map(path -> path + "/dmarch.ini"),
                                report));
            }
        }
    }

    private void check(
            ClusterNode node, String what, Optional<FileId> file, Optional<String> expected, Consumer<Finding> report) {
        boolean inPlace =
                file.isPresent() && (expected.isEmpty() || file.get().equals(new FileId(node.host(), expected.get())));
        if (!inPlace) {
            report.accept(KIND.variant(file.isEmpty() ? "missing" : "elsewhere")
                    .at(Location.of(node.dmdcr().file()))
                    .with("what", what)
                    .with("file", file)
                    .with("expected", expected.orElse("…/" + what))
                    .build());
        }
    }
}
