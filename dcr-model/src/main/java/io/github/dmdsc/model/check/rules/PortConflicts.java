package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.Listener;
import io.github.dmdsc.model.check.Listeners;
import io.github.dmdsc.model.check.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** No two processes of one machine listen on the same port. */
public final class PortConflicts implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0301").manual(Findings.DCR);

    private record Socket(String machine, Port port) {}

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, Limits limits, Consumer<Finding> report) {
        List<Listener> listeners = Listeners.of(cluster);
        Map<Socket, Listener> seen = new HashMap<>();
        for (Listener listener : listeners) {
            Listener first = seen.putIfAbsent(new Socket(listener.machine(), listener.port()), listener);
            if (first != null && !first.process().equals(listener.process())) {
                report.accept(KIND.at(listener.where())
                        .against(first.where())
                        .with("port", listener.port())
                        .with("owner", listener.process())
                        .with("other", first.process())
                        .with("machine", listener.machine())
                        .build());
            }
        }
    }
}
