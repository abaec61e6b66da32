package io.github.dmdsc.extend.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.CssAddress;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Port;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZonesTest {
    private static MalConfig mal(String... hosts) {
        return MalConfig.builder()
                .instances(Stream.of(hosts).map(ZonesTest::instance).toList())
                .build();
    }

    private static MalInstance instance(String host) {
        return MalInstance.builder()
                .section("x")
                .host(host.isEmpty() ? Optional.empty() : Optional.of(HostAddress.of(host)))
                .build();
    }

    private static List<String> hosts(MalConfig mal) {
        return mal.instances().stream()
                .map(instance -> instance.host().map(HostAddress::text).orElse(""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"fe80::1%ens01, ens01", "fe80::1%3, 3", "fe80::1, ", "10.0.0.1, ", "host%3, ", "%a:b, "})
    void only_an_ipv6_address_has_a_zone(String address, String zone) {
        assertThat(Zones.of(HostAddress.of(address))).isEqualTo(Optional.ofNullable(zone));
    }

    @Test
    void a_file_has_the_zone_that_all_its_zoned_addresses_share() {
        assertThat(Zones.of(mal("fe80::1%a", "fd00::9", "", "fe80::2%a"))).contains("a");
        assertThat(Zones.of(mal("fe80::1%a", "fe80::2%b"))).isEmpty();
        assertThat(Zones.of(mal("fd00::1", "10.0.0.1"))).isEmpty();
    }

    @Test
    void a_host_writes_its_own_zone_if_it_has_one() {
        MalConfig mal = mal("fe80::1%a", "fd00::9", "", "10.0.0.1", "fe80::2%b");

        assertThat(hosts(Zones.in(Optional.of("c"), mal)))
                .containsExactly("fe80::1%c", "fd00::9", "", "10.0.0.1", "fe80::2%c");
        assertThat(Zones.in(Optional.empty(), mal)).isEqualTo(mal);
    }

    @Test
    void a_monitor_writes_the_new_address_as_it_writes_the_others() {
        CssAddress fresh = new CssAddress(HostAddress.of("fe80::3%c"), Port.of(9341));
        CssAddress first = new CssAddress(HostAddress.of("fe80::1%a"), Port.of(9341));
        CssAddress other = new CssAddress(HostAddress.of("fe80::2%b"), Port.of(9341));

        assertThat(Zones.among(List.of(first), fresh).host().text()).isEqualTo("fe80::3%a");
        assertThat(Zones.among(List.of(first), fresh).port()).isEqualTo(Port.of(9341));
        assertThat(Zones.among(List.of(first, other), fresh)).isEqualTo(fresh);
        assertThat(Zones.among(List.of(), fresh)).isEqualTo(fresh);
        CssAddress bare = new CssAddress(HostAddress.of("fe80::3"), Port.of(9341));
        CssAddress unzoned = new CssAddress(HostAddress.of("fd00::2"), Port.of(9341));
        assertThat(Zones.among(List.of(first, first), bare).host().text()).isEqualTo("fe80::3%a");
        assertThat(Zones.among(List.of(first, unzoned), bare)).isEqualTo(bare);
        assertThat(Zones.among(List.of(first, other), bare)).isEqualTo(bare);
        CssAddress name = new CssAddress(HostAddress.of("host3"), Port.of(9341));
        assertThat(Zones.among(List.of(first), name)).isEqualTo(name);
    }
}
