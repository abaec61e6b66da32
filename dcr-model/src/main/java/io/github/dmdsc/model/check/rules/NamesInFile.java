package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.base.Names;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Endpoints of different types have different names. */
final class NamesInFile implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0117").manual(Findings.DCR).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        Map<String, Map<GroupType, DcrEndpoint>> seen = new HashMap<>();
        for (DcrGroup group : cluster.dcr().value().groups()) {
            for (DcrEndpoint endpoint : group.endpoints()) {
                if (endpoint.name().isPresent() && group.type().isPresent()) {
                    Map<GroupType, DcrEndpoint> same = seen.computeIfAbsent(
                            Names.folded(endpoint.name().get()), name -> new EnumMap<>(GroupType.class));
                    GroupType type = group.type().get();
                    same.entrySet().stream()
                            .filter(other -> other.getKey() != type)
                            .findFirst()
                            .ifPresent(other ->
                                    report.accept(KIND.at(endpoint.origin().at(DcrEndpoint.NAME))
                                            .against(other.getValue().origin().at(DcrEndpoint.NAME))
                                            .with("name", endpoint.name())
                                            .with("type", type)
                                            .with("other", other.getKey())
                                            .build()));
                    same.putIfAbsent(type, endpoint);
                }
            }
        }
    }
}
