package io.github.dmdsc.model.facts;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.ListeningPort;
import io.github.dmdsc.model.ListeningPort.Use;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.base.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A process that listens on a port of a machine. It belongs to a member of the cluster, or it is an instance outside
 * the cluster that dmmal.ini names.
 *
 * @param external whether the process is an instance outside the cluster
 * @param machine the machine, as {@link Machines#machine} names it
 * @param name the name of the endpoint or the instance; empty if it has none
 * @param port the port, with the place that gives it
 */
public record Listener(boolean external, String machine, Optional<String> name, ListeningPort port) {
    public Listener {
        Objects.requireNonNull(machine, "machine");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(port, "port");
    }

    /** Returns all listeners of a cluster. Instances outside the cluster come first. */
    public static List<Listener> of(Cluster cluster) {
        Machines machines = Machines.of(cluster);
        List<Listener> listeners = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        cluster.nodes().stream()
                .flatMap(node -> node.dbMal().stream())
                .flatMap(file -> file.value().instances().stream())
                .filter(cluster::isPartner)
                .filter(instance -> seen.add(Names.folded(instance.name().orElseThrow())))
                .forEach(instance -> partner(instance, machines, listeners));
        for (Member member : cluster.members()) {
            String machine = member.host().map(machines::machine).orElse("");
            for (ListeningPort port : member.ports()) {
                Optional<String> name = member.endpoint(port.process()).flatMap(DcrEndpoint::name);
                listeners.add(new Listener(false, machine, name, port));
            }
        }
        return listeners;
    }

    /**
     * Adds the ports of a partner. It listens for clients also on the machine of its internal address, because its
     * service address may be virtual.
     */
    private static void partner(MalInstance instance, Machines machines, List<Listener> listeners) {
        Optional<HostAddress> internal = instance.host();
        Optional<HostAddress> service = instance.serviceHost();
        for (ListeningPort port : ListeningPort.of(GroupType.DB, instance)) {
            Stream.of(internal, service.filter(any -> port.use() == Use.SERVICE))
                    .flatMap(Optional::stream)
                    .map(HostAddress::text)
                    .map(machines::machine)
                    .distinct()
                    .forEach(machine -> listeners.add(new Listener(true, machine, instance.name(), port)));
        }
    }
}
