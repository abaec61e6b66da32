package io.github.dmdsc.model.check;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Names;
import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.Listener.Owner;
import io.github.dmdsc.model.check.Listener.Use;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every port on which the processes of a cluster listen, each once: where a parameter overrides another (PORT_NUM the
 * DB endpoint's, DMDCR_CSS_PORT and DMDCR_ASM_PORT the DCR's), only the one that counts. Where that cannot be read nobody
 * knows the port; of a node whose number cannot be read nobody knows any. Instances of others that dmmal.ini names come
 * last: they may run on a machine of the cluster.
 */
public final class Listeners {
    private final Cluster cluster;
    private final Machines machines;
    private final List<Listener> all = new ArrayList<>();

    private Listeners(Cluster cluster) {
        this.cluster = cluster;
        this.machines = Machines.of(cluster);
    }

    /** The listeners, node by node. */
    public static List<Listener> of(Cluster cluster) {
        Listeners listeners = new Listeners(cluster);
        for (int i = 0; i < cluster.nodes().size(); i++) {
            ClusterNode node = cluster.nodes().get(i);
            if (!node.dmdcr().value().origin().unreadable(Dmdcr.SEQNO)) {
                listeners.node(node, i);
            }
        }
        listeners.partners();
        return List.copyOf(listeners.all);
    }

    /** Instances of others that dmmal.ini names may run on a machine of the cluster. */
    private void partners() {
        Set<String> seen = new HashSet<>();
        for (ClusterNode node : cluster.nodes()) {
            for (MalInstance instance :
                    node.dbMal().map(file -> file.value().instances()).orElse(List.of())) {
                if (cluster.isPartner(instance)
                        && seen.add(Names.folded(instance.name().orElseThrow()))) {
                    partner(instance);
                }
            }
        }
    }

    private void partner(MalInstance instance) {
        Optional<String> internal = instance.host().map(HostAddress::text).map(machines::machine);
        Optional<String> service = instance.serviceHost()
                .map(HostAddress::text)
                .map(machines::machine)
                .or(() -> internal);
        partner(internal, instance, instance.port(), Use.MAL, MalInstance.PORT);
        partner(service, instance, instance.servicePort(), Use.SERVICE, MalInstance.SERVICE_PORT);
        partner(internal, instance, instance.watcherPort(), Use.WATCHER, MalInstance.WATCHER_PORT);
        partner(
                internal,
                instance,
                instance.instanceWatcherPort(),
                Use.FOR_WATCHERS,
                MalInstance.INSTANCE_WATCHER_PORT);
    }

    private void partner(Optional<String> machine, MalInstance instance, Optional<Port> port, Use use, String key) {
        if (machine.isPresent() && port.isPresent()) {
            Owner owner = new Owner(GroupType.DB, instance.name(), use);
            all.add(new Listener(
                    machine.get(), port.get(), owner, instance.origin().at(key)));
        }
    }

    private void node(ClusterNode node, int position) {
        int seqno = node.seqno().map(number -> number.number()).orElse(position);
        Origin dmdcr = node.dmdcr().value().origin();
        endpoint(node, GroupType.CSS, seqno, node.dmdcr().value().cssPort(), dmdcr, Dmdcr.CSS_PORT);
        endpoint(node, GroupType.ASM, seqno, node.dmdcr().value().asmPort(), dmdcr, Dmdcr.ASM_PORT);
        Optional<DmIni> dmIni = node.dmIni().map(ConfigFile::value);
        endpoint(
                node,
                GroupType.DB,
                seqno,
                dmIni.flatMap(DmIni::port),
                dmIni.map(DmIni::origin).orElse(dmdcr),
                DmIni.PORT);
        mal(node, GroupType.ASM, seqno, node.asmMal());
        mal(node, GroupType.DB, seqno, node.dbMal());
    }

    private void endpoint(
            ClusterNode node, GroupType type, int seqno, Optional<Port> override, Origin overriding, String key) {
        Optional<DcrEndpoint> endpoint = cluster.endpoint(type, seqno);
        Optional<String> name = endpoint.flatMap(DcrEndpoint::name);
        Optional<Port> own = endpoint.flatMap(DcrEndpoint::port);
        Location where =
                endpoint.map(found -> found.origin().at(DcrEndpoint.PORT)).orElseGet(() -> overriding.at(key));
        boolean differs = override.isPresent() && !override.equals(own);
        if (!overriding.unreadable(key)) {
            add(node, override.or(() -> own), new Owner(type, name, Use.SERVICE), differs ? overriding.at(key) : where);
        }
        endpoint.ifPresent(found -> add(
                node,
                found.checkPort(),
                new Owner(type, name, Use.CHECK),
                found.origin().at(DcrEndpoint.CHECK_PORT)));
    }

    private void mal(ClusterNode node, GroupType type, int seqno, Optional<ConfigFile<MalConfig>> file) {
        Optional<String> name = cluster.endpoint(type, seqno).flatMap(DcrEndpoint::name);
        for (MalInstance instance : file.map(found -> found.value().instances()).orElse(List.of())) {
            if (Names.same(instance.name(), name)) {
                Origin origin = instance.origin();
                add(node, instance.port(), new Owner(type, name, Use.MAL), origin.at(MalInstance.PORT));
                add(
                        node,
                        instance.watcherPort(),
                        new Owner(type, name, Use.WATCHER),
                        origin.at(MalInstance.WATCHER_PORT));
                add(
                        node,
                        instance.instanceWatcherPort(),
                        new Owner(type, name, Use.FOR_WATCHERS),
                        origin.at(MalInstance.INSTANCE_WATCHER_PORT));
            }
        }
    }

    private void add(ClusterNode node, Optional<Port> port, Owner process, Location where) {
        port.ifPresent(number -> all.add(new Listener(machines.machine(node.host()), number, process, where)));
    }
}
