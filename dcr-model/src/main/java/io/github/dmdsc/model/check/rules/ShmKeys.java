package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import io.github.dmdsc.model.facts.Machines;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Shared memory keys are unique among the ASM servers of one machine. */
final class ShmKeys implements Rule {
    private static final FindingKind KIND =
            Findings.error("DSC-0302").manual(Findings.DCR).causedBy("DSC-0235");

    private record Key(String machine, ShmKey key) {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        Machines machines = Machines.of(cluster);
        Map<Key, DcrEndpoint> seen = new HashMap<>();
        for (DcrGroup group : cluster.dcr().value().groups()) {
            int position = 0;
            for (DcrEndpoint endpoint : group.endpoints()) {
                Optional<String> machine = machine(cluster, machines, endpoint, group.number(position++));
                if (machine.isEmpty() || endpoint.shmKey().isEmpty()) {
                    continue;
                }
                ShmKey key = endpoint.shmKey().get();
                DcrEndpoint first = seen.putIfAbsent(new Key(machine.get(), key), endpoint);
                if (first != null) {
                    report.accept(KIND.at(endpoint.origin().at(DcrEndpoint.SHM_KEY))
                            .against(first.origin().at(DcrEndpoint.SHM_KEY))
                            .with("key", key)
                            .with("owner", endpoint.name())
                            .with("other", first.name())
                            .with("machine", machine.get())
                            .build());
                }
            }
        }
    }

    /**
     * Returns the machine of an endpoint: that of its address, or that of the node with its seqno if it has no address.
     */
    private static Optional<String> machine(Cluster cluster, Machines machines, DcrEndpoint endpoint, int number) {
        return endpoint.host()
                .map(HostAddress::text)
                .or(() -> cluster.members().stream()
                        .filter(member -> member.number() == number)
                        .flatMap(member -> member.host().stream())
                        .findFirst())
                .map(machines::machine);
    }
}
