package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** DCR_GRP_EP_ARR is {0,1,…,N-1} or absent. */
final class EndpointArrays implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0105").manual(Findings.DCR).causedBy("INI-0106", "DSC-0103", "DSC-0104");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (DcrGroup group : cluster.dcr().value().groups()) {
            EndpointArray expected = EndpointArray.upTo(group.endpoints().size());
            if (group.endpointNumbers().isPresent()
                    && !Unread.endpoints(group)
                    && !group.endpointNumbers().get().equals(expected)) {
                report.accept(KIND.at(group.origin().at(DcrGroup.ENDPOINT_NUMBERS))
                        .with("group", group.name())
                        .with("says", group.endpointNumbers().get())
                        .with("expected", expected)
                        .build());
            }
        }
    }
}
