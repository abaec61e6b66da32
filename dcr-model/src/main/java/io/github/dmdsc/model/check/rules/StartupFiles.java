package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.StartupCommand;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** The startup commands of a node name the files of that node. */
final class StartupFiles implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0215").manual(Findings.DMDCR).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (ClusterNode node : cluster.nodes()) {
            Dmdcr dmdcr = node.dmdcr().value();
            FileId own = node.dmdcr().file();
            Optional<StartupCommand> asm = dmdcr.asmStartupCommand().map(StartupCommand::parse);
            Optional<StartupCommand> db = dmdcr.dbStartupCommand().map(StartupCommand::parse);
            check(asm.flatMap(StartupCommand::dcrIni), own, dmdcr, Dmdcr.ASM_STARTUP_COMMAND, report);
            check(db.flatMap(StartupCommand::dcrIni), own, dmdcr, Dmdcr.DB_STARTUP_COMMAND, report);
            node.dmIni()
                    .map(ConfigFile::file)
                    .ifPresent(dmIni ->
                            check(db.flatMap(StartupCommand::dmIni), dmIni, dmdcr, Dmdcr.DB_STARTUP_COMMAND, report));
        }
    }

    private void check(Optional<String> named, FileId own, Dmdcr dmdcr, String key, Consumer<Finding> report) {
        if (named.isPresent() && !HostPaths.normal(named.get()).equals(own.path())) {
            report.accept(KIND.at(dmdcr.origin().at(key))
                    .against(Location.of(own))
                    .with("key", key)
                    .with("path", named.get())
                    .with("expected", own.path())
                    .build());
        }
    }
}
