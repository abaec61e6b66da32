package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Input;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.List;
import java.util.function.Consumer;

/**
 * DCR_GRP_N_EP equals the number of endpoints of the group, and no group has more endpoints than the edition of the
 * manual allows.
 */
final class EndpointCounts implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0104").manual(Findings.DCR).causedBy("INI-0106", "DSC-0103", "EXT-0108");

    private static final Input OLDER_LIMITS = new Input("request.limits", "older");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        List<DcrGroup> groups = cluster.dcr().value().groups();
        for (DcrGroup group : groups) {
            int has = group.endpoints().size();
            int says = group.endpointCount().orElse(has);
            if (says != has && !Unread.endpoints(group)) {
                report.accept(finding(group, "differs").with("says", says).build());
            }
        }
        // If the cluster has a node too many, every group has an endpoint too many. That is one finding.
        List<DcrGroup> large = groups.stream()
                .filter(group -> group.endpoints().size() > limits.maxEndpoints())
                .toList();
        if (!large.isEmpty()) {
            // The greatest limit of all editions cannot be raised with an option.
            String which = limits.maxEndpoints() < ManualLimits.OLDER.maxEndpoints() ? "many" : "most";
            FindingBuilder finding = finding(large.get(0), which)
                    .with("max", limits.maxEndpoints())
                    .with("older", OLDER_LIMITS);
            large.stream()
                    .skip(1)
                    .forEach(group -> finding.against(group.origin().at(DcrGroup.ENDPOINT_COUNT)));
            report.accept(finding.build());
        }
    }

    private FindingBuilder finding(DcrGroup group, String which) {
        return KIND.variant(which)
                .at(group.origin().at(DcrGroup.ENDPOINT_COUNT))
                .with("group", group.name())
                .with("has", group.endpoints().size());
    }
}
