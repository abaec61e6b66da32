package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.StartupCommand;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The DCR path and the ASM server of every node fit the storage edition. */
final class Editions implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0214").manual(Findings.DMDCR).causedBy("DSC-0207");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        DmdcrCfg dcr = cluster.dcr().value();
        boolean mirror = cluster.edition() == StorageEdition.MIRROR;
        List<String> directories =
                dcr.diskLoadPath().map(LoadPaths::directories).orElse(List.of());
        Optional<String> vote = dcr.voteDiskPath().map(path -> HostPaths.normal(path.text()));
        Location said = dcr.origin().at(mirror ? DmdcrCfg.DISK_LOAD_PATH : DmdcrCfg.VOTE_DISK_PATH);
        for (ClusterNode node : cluster.nodes()) {
            Dmdcr dmdcr = node.dmdcr().value();
            List<String> paths = dmdcr.dcrDirectories();
            Optional<String> path = paths.stream().findFirst();
            // The order of the directories has no meaning.
            boolean same = Set.copyOf(paths).equals(Set.copyOf(directories));
            if (path.isPresent() && mirror && !directories.isEmpty() && !same) {
                report.accept(finding(dmdcr, "mirror", Dmdcr.DCR_PATH, String.join(",", paths), cluster, said)
                        .with("expected", directories)
                        .build());
            } else if (path.isPresent() && !mirror && path.equals(vote)) {
                report.accept(finding(dmdcr, "vote", Dmdcr.DCR_PATH, path.get(), cluster, said)
                        .build());
            }
            server(dmdcr)
                    .filter(server -> server.equals(mirror ? "dmasmsvr" : "dmasmsvrm"))
                    .ifPresent(server -> report.accept(finding(
                                    dmdcr,
                                    mirror ? "mirror" : "dmasm",
                                    Dmdcr.ASM_STARTUP_COMMAND,
                                    server,
                                    cluster,
                                    said)
                            .with("expected", mirror ? "dmasmsvrm" : "dmasmsvr")
                            .build()));
        }
    }

    private static Optional<String> server(Dmdcr dmdcr) {
        return dmdcr.asmStartupCommand()
                .map(StartupCommand::parse)
                .map(command -> HostPaths.normal(command.program()))
                .map(program -> program.substring(program.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT))
                .map(name -> name.endsWith(".exe") ? name.substring(0, name.length() - 4) : name);
    }

    private FindingBuilder finding(
            Dmdcr dmdcr, String which, String key, String value, Cluster cluster, Location said) {
        return KIND.variant(which)
                .at(dmdcr.origin().at(key))
                .against(said)
                .with("key", key)
                .with("value", value)
                .with("edition", cluster.edition());
    }
}
