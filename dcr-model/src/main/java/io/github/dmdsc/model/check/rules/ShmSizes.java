package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** All ASM servers have shared memory of the same size, because each manages all disks. */
final class ShmSizes implements Rule {
    private static final FindingKind KIND =
            Findings.warning("DSC-0404").manual(Findings.DCR).waivable();

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        List<DcrEndpoint> endpoints = cluster.dcr().value().groups().stream()
                .flatMap(group -> group.endpoints().stream())
                .filter(endpoint -> endpoint.shmSize().isPresent())
                .toList();
        endpoints.stream()
                .max(Comparator.comparingLong(ShmSizes::size))
                .ifPresent(largest -> endpoints.stream()
                        .filter(endpoint -> size(endpoint) < size(largest))
                        .forEach(endpoint ->
                                report.accept(KIND.at(endpoint.origin().at(DcrEndpoint.SHM_SIZE))
                                        .against(largest.origin().at(DcrEndpoint.SHM_SIZE))
                                        .with("endpoint", endpoint.name())
                                        .with("size", size(endpoint))
                                        .with("other", largest.name())
                                        .with("largest", size(largest))
                                        .build())));
    }

    private static long size(DcrEndpoint endpoint) {
        return endpoint.shmSize().map(size -> size.count()).orElse(0L);
    }
}
