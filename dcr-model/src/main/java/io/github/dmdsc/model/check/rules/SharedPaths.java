package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** All instances open the same database: SYSTEM_PATH and CTL_PATH are the same on all nodes, and are on ASM. */
final class SharedPaths implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0222").manual(Findings.DM_INI).causedBy("DSC-0213");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        List<DmIni> all = FirstDatabase.nodes(cluster).stream()
                .flatMap(node -> node.dmIni().stream())
                .map(ConfigFile::value)
                .toList();
        boolean asm = cluster.dcr().value().group(GroupType.ASM).isPresent();
        check(all, asm, DmIni.SYSTEM_PATH, DmIni::systemPath, report);
        check(all, asm, DmIni.CTL_PATH, DmIni::ctlPath, report);
    }

    private void check(
            List<DmIni> all,
            boolean asm,
            String key,
            Function<DmIni, Optional<StoragePath>> path,
            Consumer<Finding> report) {
        Optional<DmIni> first =
                all.stream().filter(dmIni -> path.apply(dmIni).isPresent()).findFirst();
        for (DmIni dmIni : all) {
            Optional<StoragePath> value = path.apply(dmIni);
            Optional<StoragePath> expected = first.flatMap(path);
            FindingBuilder finding = KIND.at(dmIni.origin().at(key))
                    .with("key", key)
                    .with("path", value)
                    .with("expected", expected);
            if (asm && value.filter(LocalPath.class::isInstance).isPresent()) {
                report.accept(finding.variant("local").build());
            } else if (!value.map(SharedPaths::normal).equals(expected.map(SharedPaths::normal))
                    && !dmIni.origin().unreadable(key)) {
                report.accept(finding.variant("differs")
                        .against(first.map(DmIni::origin).orElse(dmIni.origin()).at(key))
                        .build());
            }
        }
    }

    private static String normal(StoragePath path) {
        return HostPaths.normal(path.text());
    }
}
