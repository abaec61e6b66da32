package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/** Either all endpoints of a group have an address, or none has one. */
final class MissingAddresses implements Rule {
    private static final FindingKind KIND = Findings.warning("DSC-0118").waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (DcrGroup group : cluster.dcr().value().groups()) {
            // DCR_EP_HOST is mandatory for ASM endpoints, so DSC-0110 reports a missing one.
            Optional<DcrEndpoint> with = group.isOfType(GroupType.ASM)
                    ? Optional.empty()
                    : group.endpoints().stream()
                            .filter(endpoint -> endpoint.host().isPresent())
                            .findFirst();
            with.ifPresent(other -> group.endpoints().stream()
                    .filter(endpoint ->
                            endpoint.host().isEmpty() && !endpoint.origin().unreadable(DcrEndpoint.HOST))
                    .forEach(endpoint -> report.accept(KIND.at(endpoint.origin().at(DcrEndpoint.HOST))
                            .against(other.origin().at(DcrEndpoint.HOST))
                            .with("endpoint", endpoint.name())
                            .with("other", other.name())
                            .build())));
        }
    }
}
