package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.function.Consumer;

/** No group has failed endpoints. */
final class ErrorEndpoints implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0109").manual("DM8 DMDSC, chapter 14");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (DcrGroup group : cluster.dcr().value().groups()) {
            int failed = group.errorEndpointCount().orElse(0);
            boolean listed = group.errorEndpointNumbers()
                    .filter(array -> !array.numbers().isEmpty())
                    .isPresent();
            if (failed > 0 || listed) {
                FindingBuilder finding = KIND.at(group.origin()
                                .at(failed > 0 ? DcrGroup.ERROR_ENDPOINT_COUNT : DcrGroup.ERROR_ENDPOINT_NUMBERS))
                        .with("group", group.name());
                report.accept((listed
                                ? finding.with("array", group.errorEndpointNumbers())
                                : finding.variant("counted").with("count", failed))
                        .build());
            }
        }
    }
}
