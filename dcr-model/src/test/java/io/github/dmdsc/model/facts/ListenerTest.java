package io.github.dmdsc.model.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.ListeningPort;
import io.github.dmdsc.model.ListeningPort.Use;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.PortOrNone;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final Cluster CLUSTER = ClusterLayout.builder().build().cluster();

    /** Returns the cluster with an instance that is no endpoint in the dmmal.ini of every node. */
    private static Cluster withPartner(MalInstance partner) {
        Cluster changed = CLUSTER;
        for (int node = 0; node < 2; node++) {
            changed = ClusterEdits.dbMal(
                    changed,
                    node,
                    mal -> mal.withInstances(Stream.concat(mal.instances().stream(), Stream.of(partner))
                            .toList()));
        }
        return changed;
    }

    private static MalInstance partner(Optional<HostAddress> service) {
        return MalInstance.builder()
                .section("MAL_INST9")
                .name("EP01")
                .host(HostAddress.of("10.9.0.1"))
                .port(Port.of(9340))
                .serviceHost(service)
                .servicePort(PortOrNone.of(5236))
                .watcherPort(PortOrNone.of(5237))
                .instanceWatcherPort(PortOrNone.of(5238))
                .build();
    }

    @Test
    void each_member_listens_on_its_machine() {
        Machines machines = Machines.of(CLUSTER);

        assertThat(Listener.of(CLUSTER)).hasSize(10).noneMatch(Listener::external);
        assertThat(Listener.of(CLUSTER))
                .filteredOn(listener -> listener.name().equals(Optional.of("DSC1")))
                .extracting(Listener::machine, listener -> listener.port().use())
                .containsExactlyInAnyOrder(
                        tuple(machines.machine("10.1.0.2"), Use.SERVICE), tuple(machines.machine("10.1.0.2"), Use.MAL));
    }

    @Test
    void a_partner_is_listed_once_and_listens_for_clients_at_both_addresses() {
        Cluster cluster = withPartner(partner(Optional.of(HostAddress.of("172.30.0.9"))));
        Machines machines = Machines.of(cluster);

        assertThat(Listener.of(cluster).subList(0, 5))
                .allMatch(Listener::external)
                .extracting(
                        listener -> listener.port().use(),
                        Listener::machine,
                        listener -> listener.port().port().number())
                .containsExactly(
                        tuple(Use.MAL, machines.machine("10.9.0.1"), 9340),
                        tuple(Use.SERVICE, machines.machine("10.9.0.1"), 5236),
                        tuple(Use.SERVICE, machines.machine("172.30.0.9"), 5236),
                        tuple(Use.WATCHER, machines.machine("10.9.0.1"), 5237),
                        tuple(Use.INSTANCE_FOR_WATCHER, machines.machine("10.9.0.1"), 5238));
        assertThat(Listener.of(cluster)).hasSize(15);
        assertThat(Listener.of(withPartner(partner(Optional.empty())))).hasSize(14);
    }

    @Test
    void a_port_of_a_section_has_the_place_of_its_parameter() {
        MalInstance instance = CLUSTER.member(1).dbMal().orElseThrow();

        assertThat(ListeningPort.of(GroupType.DB, instance))
                .extracting(ListeningPort::where)
                .containsExactly(
                        instance.origin().at(MalInstance.PORT),
                        instance.origin().at(MalInstance.SERVICE_PORT));
    }
}
