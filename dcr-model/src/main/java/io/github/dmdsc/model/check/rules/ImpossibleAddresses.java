package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** Every address is one that a single host can have. */
final class ImpossibleAddresses implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0234").waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        GivenAddresses.forEach(cluster, (address, key, place) -> {
            if (!address.isUnicast()) {
                report.accept(
                        KIND.at(place).with("key", key).with("address", address).build());
            }
        });
    }
}
