package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.ListeningPort;
import io.github.dmdsc.model.ListeningPort.Use;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Localized;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.Rule;
import io.github.dmdsc.model.check.Text;
import io.github.dmdsc.model.facts.Listener;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * No two processes of one machine listen on the same port. The processes include the instances outside the cluster that
 * dmmal.ini has.
 */
final class PortConflicts implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0301")
            .manual(Findings.DCR)
            .causedBy(Findings.ENDPOINTS)
            .causedBy("DSC-0202", "DSC-0203", "DSC-0206", "DSC-0208", "DSC-0235", "DSC-0303");

    private record Socket(String machine, Port port) {}

    private record Claim(Server process, Location where) {}

    /** A listening process: its type, its name if it has one, and the use of its port. */
    private record Server(GroupType type, Optional<String> name, Use use) implements Localized {
        @Override
        public Text text() {
            return Findings.MESSAGES.text("listener." + use, Map.of("type", type, "name", name));
        }
    }

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, ManualLimits limits, Consumer<Finding> report) {
        Map<Socket, Claim> seen = new HashMap<>();
        for (Listener listener : Listener.of(cluster)) {
            ListeningPort port = listener.port();
            Claim claim = new Claim(new Server(port.process(), listener.name(), port.use()), port.where());
            Claim first = seen.putIfAbsent(new Socket(listener.machine(), port.port()), claim);
            if (first != null && !first.process().equals(claim.process())) {
                report.accept(KIND.at(claim.where())
                        .against(first.where())
                        .with("port", port.port())
                        .with("owner", claim.process())
                        .with("other", first.process())
                        .with("machine", listener.machine())
                        .build());
            }
        }
    }
}
