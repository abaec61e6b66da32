package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/**
 * No IPv4 address is written as an IPv6 address ({@code ::ffff:10.0.2.101}), because no manual says that this is
 * allowed.
 */
final class MappedAddresses implements Rule {
    private static final FindingKind KIND = Findings.warning("DSC-0241").waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        GivenAddresses.forEach(cluster, (address, key, place) -> {
            String shared = HostAddress.normalForm(address.text());
            if (address.isIpv6() && !shared.contains(":")) {
                report.accept(KIND.at(place)
                        .with("key", key)
                        .with("address", address)
                        .with("plain", shared)
                        .build());
            }
        });
    }
}
