package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** MAL_CHECK_IP and MAL_CHECK_TIMEOUT are set together. */
final class LinkChecks implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0231").manual(Findings.MAL).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (ClusterNode node : cluster.nodes()) {
            Stream.of(node.asmMal(), node.dbMal())
                    .flatMap(file -> file.stream())
                    .forEach(file -> check(file.value(), report));
        }
    }

    private static void check(MalConfig mal, Consumer<Finding> report) {
        boolean ip = mal.checkIp().isPresent();
        boolean timeout = mal.checkTimeout().filter(limit -> limit.toLong() > 0).isPresent();
        boolean unread =
                mal.origin().unreadable(MalConfig.CHECK_IP) || mal.origin().unreadable(MalConfig.CHECK_TIMEOUT);
        if (ip != timeout && !unread) {
            report.accept(KIND.variant(ip ? "timeout" : "ip")
                    .at(mal.origin().at(ip ? MalConfig.CHECK_IP : MalConfig.CHECK_TIMEOUT))
                    .build());
        }
    }
}
