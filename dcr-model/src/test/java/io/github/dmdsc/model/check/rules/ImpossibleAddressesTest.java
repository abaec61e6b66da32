package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImpossibleAddressesTest extends RuleLaws {
    ImpossibleAddressesTest() {
        super(new ImpossibleAddresses());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "65534",
                "10.0.2.999",
                "10.0.2",
                "10.0.2.1.5",
                "10.0.02.1",
                "0.0.0.0",
                "255.255.255.255",
                "224.0.0.1",
                "239.1.2.3",
                "ff02::1",
                "::"
            })
    void what_no_host_has(String address) {
        assertThat(found(malInstance(cluster(), GroupType.DB, 1, x -> x.withHost(HostAddress.of(address)))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.2.101",
                "192.168.56.1",
                "127.0.0.1",
                "dm-node1",
                "fe80::1%ens01",
                "fd00::2:1",
                "::ffff:10.1.0.2",
                "db1.example.org",
                "240.0.0.1"
            })
    void what_hosts_have(String address) {
        assertThat(found(malInstance(cluster(), GroupType.DB, 1, x -> x.withHost(HostAddress.of(address)))))
                .isEmpty();
    }
}
