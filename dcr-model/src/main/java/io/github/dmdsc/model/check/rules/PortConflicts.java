package io.github.dmdsc.model.check.rules;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.ListeningPort;
import io.github.dmdsc.model.ListeningPort.Use;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.Names;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.EditionLimits;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Machines;
import io.github.dmdsc.model.check.Rule;
import io.github.dmdsc.model.check.Text;
import io.github.dmdsc.model.check.Worded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** No two processes of one machine listen on the same port, instances of others that dmmal.ini names included. */
final class PortConflicts implements Rule {
    private static final FindingKind KIND = Findings.error("DSC-0301")
            .manual(Findings.DCR)
            .after(
                    "INI-0106",
                    "DSC-0102",
                    "DSC-0103",
                    "DSC-0104",
                    "DSC-0106",
                    "DSC-0107",
                    "DSC-0108",
                    "DSC-0202",
                    "DSC-0203",
                    "DSC-0206",
                    "DSC-0208",
                    "DSC-0303");

    private record Socket(String machine, Port port) {}

    private record Listener(Socket socket, Server process, Location where) {}

    /** A process that listens, by its group, by its name where the DCR gives one, and by the use of its port. */
    private record Server(GroupType type, Optional<String> name, Use use) implements Worded {
        @Override
        public Text words() {
            return Findings.MESSAGES.text("listener." + use, Map.of("type", type, "name", name));
        }
    }

    @Override
    public FindingKind kind() {
        return KIND;
    }

    @Override
    public void check(Cluster cluster, EditionLimits limits, Consumer<Finding> report) {
        Map<Socket, Listener> seen = new HashMap<>();
        for (Listener listener : listeners(cluster)) {
            Listener first = seen.putIfAbsent(listener.socket(), listener);
            if (first != null && !first.process().equals(listener.process())) {
                report.accept(KIND.at(listener.where())
                        .against(first.where())
                        .with("port", listener.socket().port())
                        .with("owner", listener.process())
                        .with("other", first.process())
                        .with("machine", listener.socket().machine())
                        .build());
            }
        }
    }

    private static List<Listener> listeners(Cluster cluster) {
        Machines machines = Machines.of(cluster);
        List<Listener> listeners = new ArrayList<>();
        for (Member member : cluster.members()) {
            String machine = member.host().map(machines::machine).orElse("");
            for (ListeningPort port : member.ports()) {
                Optional<String> name = member.endpoint(port.process()).flatMap(DcrEndpoint::name);
                listeners.add(new Listener(
                        new Socket(machine, port.port()), new Server(port.process(), name, port.use()), port.where()));
            }
        }
        Set<String> seen = new HashSet<>();
        cluster.nodes().stream()
                .flatMap(node -> node.dbMal().stream())
                .flatMap(file -> file.value().instances().stream())
                .filter(cluster::isPartner)
                .filter(instance -> seen.add(Names.folded(instance.name().orElseThrow())))
                .forEach(instance -> partner(instance, machines, listeners));
        return listeners;
    }

    /** An instance of others that dmmal.ini names may run on a machine of the cluster. */
    private static void partner(MalInstance instance, Machines machines, List<Listener> listeners) {
        Optional<HostAddress> internal = instance.host();
        Optional<HostAddress> service = instance.serviceHost().or(() -> internal);
        for (ListeningPort port : ListeningPort.of(GroupType.DB, instance)) {
            (port.use() == Use.SERVICE ? service : internal)
                    .map(HostAddress::text)
                    .map(machines::machine)
                    .ifPresent(machine -> listeners.add(new Listener(
                            new Socket(machine, port.port()),
                            new Server(GroupType.DB, instance.name(), port.use()),
                            port.where())));
        }
    }
}
