package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.monitor;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.fixtures.Unreadable;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonitorNetworksTest extends RuleLaws {
    MonitorNetworksTest() {
        super(new MonitorNetworks());
    }

    @Test
    void the_service_network() {
        assertThat(found(watched("192.168.1.1:11000", "10.1.0.2:11001")))
                .singleElement()
                .asString()
                .startsWith("WARNING at monitor0:/data/dmcssm.ini CSSM_CSS_IP #1: ")
                .contains("192.168.1.1:11000", "CSS0");
    }

    @Test
    void a_network_of_its_own() {
        assertThat(found(watched("172.16.0.1:11000", "172.16.0.2:11001"))).hasSize(1);
    }

    @Test
    void a_single_unknown_address_or_another_port_is_an_error_of_another_rule() {
        assertThat(found(watched("172.16.0.1:11000", "10.1.0.2:11001"))).isEmpty();
        assertThat(found(watched("172.16.0.1:11000", "172.16.0.2:11009"))).isEmpty();
    }

    @Test
    void no_other_rule_speaks_of_another_network() {
        assertThat(Stream.of(
                        watched("192.168.1.1:11000", "192.168.1.2:11001"),
                        watched("172.16.0.1:11000", "172.16.0.2:11001")))
                .allSatisfy(cluster -> assertThat(StandardRules.book().check(cluster, ManualLimits.CURRENT))
                        .isNotEmpty()
                        .allMatch(finding -> finding.ruleId().equals("DSC-0240")));
    }

    @Test
    void a_node_whose_number_cannot_be_read_may_have_the_address() {
        Cluster watched = watched("192.168.1.1:11000", "192.168.1.2:11001");

        assertThat(found(dmdcr(watched, 1, x -> x.withSeqno(Optional.empty()).withOrigin(new Unreadable(Dmdcr.SEQNO)))))
                .isEmpty();
    }

    private static Cluster watched(String first, String second) {
        return monitor(cluster(), 0, x -> x.withCssAddresses(CssAddress.parse(first), CssAddress.parse(second)));
    }
}
