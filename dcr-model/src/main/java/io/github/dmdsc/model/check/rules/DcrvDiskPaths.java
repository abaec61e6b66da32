package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.LoadPaths;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.base.HostPaths;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Each DCRV disk is listed once, with an absolute path directly in a directory of DCR_DISK_LOAD_PATH. */
final class DcrvDiskPaths implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0115").manual(Findings.MIRROR);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        DmdcrCfg dcr = cluster.dcr().value();
        List<String> directories = dcr.diskLoadPath().map(LoadPaths::paths).orElse(List.of()).stream()
                .map(HostPaths::normal)
                .toList();
        Set<String> seen = new HashSet<>();
        for (LocalPath path : cluster.dcrvDisks()) {
            String disk = HostPaths.normal(path.text());
            if (!seen.add(disk)) {
                report.accept(finding(dcr, "twice", path).build());
            } else if (!HostPaths.isAbsolute(disk)) {
                report.accept(finding(dcr, "relative", path).build());
            } else if (!directories.isEmpty() && directories.stream().noneMatch(each -> isIn(disk, each))) {
                report.accept(finding(dcr, "elsewhere", path)
                        .with("directories", directories)
                        .build());
            }
        }
    }

    private static boolean isIn(String disk, String directory) {
        return disk.substring(0, disk.lastIndexOf('/') + 1)
                .equals(directory.endsWith("/") ? directory : directory + "/");
    }

    private FindingBuilder finding(DmdcrCfg dcr, String which, LocalPath disk) {
        return KIND.variant(which).at(dcr.origin().at(DmdcrCfg.DISK_LOAD_PATH)).with("disk", disk);
    }
}
