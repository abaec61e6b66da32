package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import io.github.dmdsc.model.facts.MonitoredNodes;
import java.util.List;
import java.util.function.Consumer;

/** A monitor reaches each CSS at the address that the DCR gives. */
final class MonitorNetworks implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0240").manual(Findings.MONITOR).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        if (Unread.seqnos(cluster)) {
            return;
        }
        MonitoredNodes nodes = MonitoredNodes.of(cluster);
        for (ConfigFile<Dmcssm> monitor : cluster.monitors()) {
            List<CssAddress> addresses = monitor.value().cssAddresses();
            if (nodes.usesUnknownAddresses(addresses)) {
                report.accept(KIND.variant("unknown")
                        .at(monitor.value().origin().at(Dmcssm.CSS_ADDRESSES))
                        .with("hosts", addresses.stream().map(CssAddress::host).toList())
                        .build());
                continue;
            }
            for (int i = 0; i < addresses.size(); i++) {
                CssAddress address = addresses.get(i);
                int number = i;
                nodes.byOtherAddress(address)
                        .ifPresent(member -> report.accept(KIND.variant("known")
                                .at(monitor.value().origin().at(Dmcssm.CSS_ADDRESSES, number))
                                .with("address", address)
                                .with("name", member.endpoint(GroupType.CSS).flatMap(DcrEndpoint::name))
                                .with("expected", member.cssAddress())
                                .build()));
            }
        }
    }
}
