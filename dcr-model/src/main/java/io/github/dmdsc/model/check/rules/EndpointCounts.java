package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.check.EditionLimits;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** DCR_GRP_N_EP equals the endpoints of the group and is within the limit. */
final class EndpointCounts implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0104").manual(Findings.DCR);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, EditionLimits limits, Consumer<Finding> report) {
        for (DcrGroup group : cluster.dcr().value().groups()) {
            int has = group.endpoints().size();
            int says = group.endpointCount().orElse(has);
            if (says != has && !Unread.endpoints(group)) {
                report.accept(finding(group, "differs", has).with("says", says).build());
            }
            if (has > limits.maxEndpoints()) {
                report.accept(finding(group, "many", has)
                        .with("max", limits.maxEndpoints())
                        .build());
            }
        }
    }

    private FindingBuilder finding(DcrGroup group, String which, int has) {
        return KIND.saying(which)
                .at(group.origin().at(DcrGroup.ENDPOINT_COUNT))
                .with("group", group.name())
                .with("has", has);
    }
}
