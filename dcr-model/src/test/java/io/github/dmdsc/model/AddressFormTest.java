package io.github.dmdsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the form of IPv4 addresses (RFC 791), of IPv6 addresses (RFC 4291) and of host names. */
class AddressFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.2.103",
                "1.0.0.0",
                "223.255.255.255",
                "240.0.0.1",
                "10.255.2.103",
                "a",
                "_dm",
                "db-3",
                "3db",
                "db3.example.org.",
                "1:2:3:4:5:6:7:8",
                "ABCD:ef01:0:0:0:0:0:9",
                "1::",
                "::2",
                "1::8",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "1:2:3:4:5:6:10.0.2.103",
                "::ffff:10.0.2.103",
                "64:ff9b::10.0.2.103",
                "fe80::3%ens01",
            })
    void is_an_address_of_another_host(String address) {
        assertThat(HostAddress.of(address).isUsableFromOtherHosts()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "255.255.255.255",
                "224.0.0.1",
                "239.1.2.3",
                "0",
                "0.0.0.0",
                "10.0.2.999",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:224.0.0.1",
                "256.0.0.1",
                "10.0.2.256",
                "10.0.2.1000",
                "10.0.2.00",
                "10.0.2.",
                ".10.0.2",
                "10.0.2",
                "10.0.2.103.1",
                "10..2.103",
                "103",
                "-db3",
                "db3-",
                ".db3",
                "db+3",
                "db3%ens01",
                "localhost",
                "LocalHost",
                "127.0.0.2",
                "0.1.2.3",
                "::",
                "::1",
                "db3..org",
                "::0001",
                "0:0:0:0:0:0:0:1",
                "0:0:0:0:0:0:0:0",
                "::1%lo",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7::8",
                "1:2:3:4:5:6:7:8::",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7:10.0.2.103",
                "1:2:3:4:5:10.0.2.103",
                "::10.0.2",
                "::10.0.2.256",
                "10.0.2.103::",
                "10.0.2.103::1",
                "1:10.0.2.103::2",
                "::10.0.2.103:1",
                "::.1",
                "1::2::3",
                "1:::2",
                ":1::2",
                "1::2:",
                "fe80::g",
                "fe80::12345",
            })
    void is_none(String address) {
        assertThat(HostAddress.of(address).isUsableFromOtherHosts()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "FD00:0:0::02:1, fd00::2:1",
        "fd00:0:0:1:0:0:0:1, fd00:0:0:1::1",
        "1:0:0:2:0:0:3:4, 1::2:0:0:3:4",
        "0:0:0:0:0:0:0:0, ::",
        "1:2:3:4:5:6:7:0, 1:2:3:4:5:6:7:0",
        "fe80::1%ens01, fe80::1",
        "::ffff:a00:265, 10.0.2.101",
        "::FFFF:10.0.2.101, 10.0.2.101",
        "::ffff:10.1.2.101, 10.1.2.101",
        "DB-3, db-3",
        "1:::2, 1:::2",
    })
    void all_spellings_of_an_address_share_one(String text, String shared) {
        assertThat(HostAddress.normalForm(text)).isEqualTo(shared);
        assertThat(HostAddress.normalForm(shared)).isEqualTo(shared);
    }

    @ParameterizedTest
    @CsvSource({"db3, true", "10.0.2.103, false", "10.0.2.300, false", "fe80::3%ens01, false", "face, true"})
    void a_name_is_neither_digits_nor_ipv6(String address, boolean name) {
        assertThat(HostAddress.of(address).isName()).isEqualTo(name);
    }
}
