package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Endpoint names are unique among the endpoints of their type. */
final class EndpointNames implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0107").manual(Findings.DCR).causedBy("DSC-0225");

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        for (GroupType type : GroupType.values()) {
            Map<String, DcrEndpoint> seen = new HashMap<>();
            cluster.dcr().value().groups().stream()
                    .filter(group -> group.isOfType(type))
                    .flatMap(group -> group.endpoints().stream())
                    .filter(endpoint -> endpoint.name().isPresent())
                    .forEach(endpoint -> {
                        String name = endpoint.name().orElse("");
                        DcrEndpoint first = seen.putIfAbsent(Names.folded(name), endpoint);
                        if (first != null) {
                            report.accept(KIND.at(endpoint.origin().at(DcrEndpoint.NAME))
                                    .against(first.origin().at(DcrEndpoint.NAME))
                                    .with("name", name)
                                    .with("type", type)
                                    .build());
                        }
                    });
        }
    }
}
