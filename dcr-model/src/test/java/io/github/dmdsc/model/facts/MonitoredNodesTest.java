package io.github.dmdsc.model.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitoredNodesTest {
    private static final Cluster CLUSTER = ClusterLayout.builder().build().cluster();
    private static final MonitoredNodes NODES = MonitoredNodes.of(CLUSTER);

    private static CssAddress inDcr(int node) {
        return CLUSTER.members().get(node).cssAddress().orElseThrow();
    }

    private static CssAddress at(String host, int node) {
        return new CssAddress(HostAddress.of(host), inDcr(node).port());
    }

    /** Returns the address of a node for clients, with the port of its CSS. */
    private static CssAddress forClients(int node) {
        HostAddress host = CLUSTER.nodes()
                .get(0)
                .dbMal()
                .orElseThrow()
                .value()
                .instances()
                .get(node)
                .serviceHost()
                .orElseThrow();
        return at(host.text(), node);
    }

    @Test
    void addresses_of_the_dcr_are_no_other_addresses() {
        assertThat(NODES.positionsByOtherAddress(List.of(inDcr(0), inDcr(1)))).isEmpty();
        assertThat(NODES.byOtherAddress(inDcr(0))).isEmpty();
    }

    @Test
    void a_node_is_known_by_another_address_of_its_host_and_the_port_of_its_css() {
        assertThat(NODES.positionsByOtherAddress(List.of(forClients(1), forClients(0))))
                .containsExactly(1, 0);
        assertThat(NODES.byOtherAddress(forClients(1))).contains(NODES.members().get(1));
        assertThat(NODES.positionsByOtherAddress(List.of(forClients(0), inDcr(1))))
                .isEmpty();
    }

    @Test
    void unknown_addresses_are_told_apart_by_their_ports() {
        assertThat(NODES.positionsByOtherAddress(List.of(at("172.20.0.2", 1), at("172.20.0.1", 0))))
                .containsExactly(1, 0);
        assertThat(NODES.positionsByOtherAddress(List.of(at("172.20.0.1", 0)))).isEmpty();
        assertThat(NODES.positionsByOtherAddress(
                        List.of(at("172.20.0.1", 0), at("172.20.0.2", 1), at("172.20.0.3", 1))))
                .isEmpty();
        assertThat(NODES.positionsByOtherAddress(List.of(at("172.20.0.1", 0), forClients(1))))
                .isEmpty();
    }

    @Test
    void unknown_addresses_with_equal_ports_are_in_the_order_of_the_nodes() {
        MonitoredNodes alike = MonitoredNodes.of(CLUSTER.withMember(
                1, member -> member.withCssPort(inDcr(0).port().number())));

        assertThat(alike.positionsByOtherAddress(List.of(at("172.20.0.1", 0), at("172.20.0.2", 0))))
                .containsExactly(0, 1);
    }
}
