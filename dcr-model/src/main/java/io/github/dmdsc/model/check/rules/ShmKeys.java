package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Shared memory keys are unique in the cluster. */
public final class ShmKeys implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0302").manual(Findings.DCR);

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Finding> report) {
        Map<ShmKey, DcrEndpoint> seen = new HashMap<>();
        cluster.dcr().value().groups().stream()
                .flatMap(group -> group.endpoints().stream())
                .filter(endpoint -> endpoint.shmKey().isPresent())
                .forEach(endpoint -> {
                    ShmKey key = endpoint.shmKey().orElseThrow();
                    DcrEndpoint first = seen.putIfAbsent(key, endpoint);
                    if (first != null) {
                        report.accept(KIND.at(endpoint.origin().at(DcrEndpoint.SHM_KEY))
                                .against(first.origin().at(DcrEndpoint.SHM_KEY))
                                .with("key", key)
                                .with("owner", endpoint.name())
                                .with("other", first.name())
                                .build());
                    }
                });
    }
}
