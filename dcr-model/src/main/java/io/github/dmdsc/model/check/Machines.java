package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which addresses are one machine: those of a host directory, of the endpoints with the number of its node, and of
 * their MAL instances on the internal and on the service network. A virtual address belongs to no machine.
 */
public final class Machines {
    private final Map<String, String> parent = new HashMap<>();

    private Machines() {}

    /** The machines of a cluster. */
    public static Machines of(Cluster cluster) {
        Machines machines = new Machines();
        for (int i = 0; i < cluster.nodes().size(); i++) {
            ClusterNode node = cluster.nodes().get(i);
            if (node.dmdcr().value().origin().unreadable(Dmdcr.SEQNO)) {
                // Its place among the nodes is no number: it would get the addresses of another one.
                continue;
            }
            int seqno = node.seqno().map(number -> number.number()).orElse(i);
            for (GroupType type : GroupType.values()) {
                Optional<DcrEndpoint> endpoint = cluster.endpoint(type, seqno);
                endpoint.flatMap(DcrEndpoint::host).ifPresent(host -> machines.join(node.host(), host.text()));
                List<MalInstance> instances = (type == GroupType.ASM ? node.asmMal() : node.dbMal())
                        .map(file -> file.value().instances())
                        .orElse(List.of());
                instances.stream()
                        .filter(instance -> type != GroupType.CSS
                                && Names.same(instance.name(), endpoint.flatMap(DcrEndpoint::name)))
                        .forEach(instance -> {
                            instance.host().ifPresent(host -> machines.join(node.host(), host.text()));
                            instance.serviceHost().ifPresent(host -> machines.join(node.host(), host.text()));
                        });
            }
        }
        return machines;
    }

    /** The machine of an address: the same text for all addresses of one machine. */
    public String machine(String address) {
        String at = HostAddress.shared(address);
        String up = parent.getOrDefault(at, at);
        while (!up.equals(at)) {
            at = up;
            up = parent.getOrDefault(at, at);
        }
        return at;
    }

    private void join(String one, String other) {
        String first = machine(one);
        String second = machine(other);
        if (!first.equals(second)) {
            parent.put(second, first);
        }
    }
}
