package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappedAddressesTest extends RuleLaws {
    MappedAddressesTest() {
        super(new MappedAddresses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"::ffff:10.1.0.2", "0:0:0:0:0:ffff:10.1.0.2", "::FFFF:10.1.0.2%ens01"})
    void an_ipv4_address_in_the_form_of_ipv6_is_told_its_own(String address) {
        assertThat(found(address))
                .hasSize(2)
                .allMatch(finding -> finding.startsWith("WARNING")
                        && finding.endsWith("is the IPv4 address 10.1.0.2 in the form of IPv6."));
    }

    @Test
    void other_addresses_are_their_own() {
        assertThat(found("10.1.0.2")).isEmpty();
        assertThat(found("fd00::ffff:1")).isEmpty();
        assertThat(found("dm-node1")).isEmpty();
    }

    private List<String> found(String address) {
        return found(malInstance(cluster(), GroupType.DB, 1, x -> x.withHost(HostAddress.of(address))));
    }
}
