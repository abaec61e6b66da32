package io.github.dmdsc.model.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GivenAddressesTest {
    private static Set<String> visited(Cluster cluster) {
        Set<String> visited = new TreeSet<>();
        GivenAddresses.forEach(cluster, (address, key, place) -> visited.add(key + " " + address));
        return visited;
    }

    @Test
    void every_parameter_that_holds_an_address_is_visited() {
        Cluster cluster = ClusterLayout.builder().nodes(1).build().cluster();
        cluster = ClusterEdits.endpoint(cluster, GroupType.DB, 0, x -> x.withVip(HostAddress.of("10.9.0.1")));
        cluster = ClusterEdits.dmdcr(cluster, 0, x -> x.withLinkCheckIp(HostAddress.of("10.9.0.2")));
        cluster = ClusterEdits.dbMal(cluster, 0, x -> x.withCheckIp(HostAddress.of("10.9.0.3")));

        assertThat(visited(cluster))
                .containsExactly(
                        "CSSM_CSS_IP 10.1.0.1",
                        "DCR_EP_HOST 10.1.0.1",
                        "DCR_VIP 10.9.0.1",
                        "DMDCR_LINK_CHECK_IP 10.9.0.2",
                        "MAL_CHECK_IP 10.9.0.3",
                        "MAL_HOST 10.1.0.1",
                        "MAL_INST_HOST 192.168.1.1");
    }
}
