package io.github.dmdsc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {
    private static final ObjectMapper MAPPER = ModelJson.mapper();

    static Stream<Arguments> numbers() {
        return Stream.of(
                number("Port", 1024, 65534, Port::of),
                number("Seqno", 0, 15, Seqno::of),
                number("ShmKey", 1, Integer.MAX_VALUE, ShmKey::of),
                number("Oguid", 1, Integer.MAX_VALUE, Oguid::of),
                longNumber("Megabytes", 0, 4294967294L, Megabytes::of),
                number("Seconds", 0, Integer.MAX_VALUE, Seconds::of),
                number("Milliseconds", 0, Integer.MAX_VALUE, Milliseconds::of));
    }

    private static Arguments number(String name, int min, int max, IntFunction<WholeNumber> type) {
        return longNumber(name, min, max, (long number) -> type.apply(Math.toIntExact(number)));
    }

    private static Arguments longNumber(String name, long min, long max, LongFunction<WholeNumber> type) {
        return Arguments.of(name, min, max, type);
    }

    private static void refused(ThrowingCallable value, String... parts) {
        assertThatThrownBy(value)
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains(parts);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("numbers")
    @SuppressWarnings("unchecked")
    void a_number_is_held_to_its_range_and_is_a_plain_number_in_json(
            String name, long min, long max, LongFunction<WholeNumber> type) throws Exception {
        WholeNumber least = type.apply(min);
        WholeNumber greatest = type.apply(max);

        assertThat(least.toLong()).isEqualTo(min);
        assertThat(greatest.toLong()).isEqualTo(max);
        assertThat(greatest).hasToString(Long.toString(max));
        assertThat(((Comparable<WholeNumber>) least).compareTo(greatest)).isNegative();
        assertThat(MAPPER.writeValueAsString(greatest)).isEqualTo(Long.toString(max));
        assertThat(MAPPER.readValue(Long.toString(min), least.getClass())).isEqualTo(least);
        refused(() -> type.apply(min - 1), name, Long.toString(min - 1));
        if (max < Integer.MAX_VALUE) {
            refused(() -> type.apply(max + 1), name, Long.toString(max + 1));
        }
    }

    @Test
    void a_port_may_be_none() throws Exception {
        assertThat(PortOrNone.NONE.toLong()).isZero();
        assertThat(PortOrNone.NONE.port()).isEmpty();
        assertThat(PortOrNone.of(1024).toLong()).isEqualTo(1024);
        assertThat(PortOrNone.of(Port.of(65_534)).port()).contains(Port.of(65_534));
        assertThat(PortOrNone.of(1024)).isGreaterThan(PortOrNone.NONE).hasToString("1024");
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(PortOrNone.of(1024)), PortOrNone.class))
                .isEqualTo(PortOrNone.of(1024));
        for (int number : new int[] {-1, 1, 1023, 65_535}) {
            refused(() -> PortOrNone.of(number), "PortOrNone", Integer.toString(number));
        }
    }

    @Test
    void a_path_on_asm_names_its_disk_group() {
        assertThat(AsmPath.of("+DMDATA/data/dsc/dm.ctl").diskGroup()).isEqualTo("DMDATA");
        assertThat(AsmPath.of("+DMDATA").diskGroup()).isEqualTo("DMDATA");
        assertThat(AsmPath.of("+D/x")).hasToString("+D/x");
        for (String text : new String[] {"", "+", "+/x", "/dev/x", "x", "+D\n", "+D\u0000"}) {
            refused(() -> AsmPath.of(text), text);
        }
    }

    @Test
    void a_local_path_is_any_text_that_is_not_on_asm() {
        assertThat(LocalPath.of("D:\\dm\\实例")).hasToString("D:\\dm\\实例");
        for (String text : new String[] {"", "+D/x", "a\tb", "a\u007f"}) {
            refused(() -> LocalPath.of(text), text);
        }
    }

    @Test
    void a_path_reads_as_the_kind_that_it_is() throws Exception {
        assertThat(StoragePath.parse("+D/x")).isEqualTo(AsmPath.of("+D/x"));
        assertThat(StoragePath.parse("/x")).isEqualTo(LocalPath.of("/x"));
        assertThat(MAPPER.readValue("\"+D/x\"", StoragePath.class)).isEqualTo(AsmPath.of("+D/x"));
        assertThat(MAPPER.readValue("\"/x\"", LocalPath.class)).isEqualTo(LocalPath.of("/x"));
        assertThat(MAPPER.readValue("\"+D\"", AsmPath.class)).isEqualTo(AsmPath.of("+D"));
        assertThat(MAPPER.writeValueAsString(AsmPath.of("+D/x"))).isEqualTo("\"+D/x\"");
    }

    @Test
    void load_paths_are_told_apart_by_commas() throws Exception {
        assertThat(LoadPaths.of("/a, /b ,,/c").paths()).containsExactly("/a", "/b", "", "/c");
        assertThat(LoadPaths.of("/a")).hasToString("/a");
        assertThat(MAPPER.readValue("\"/a\"", LoadPaths.class)).isEqualTo(LoadPaths.of("/a"));
        refused(() -> LoadPaths.of(""), "no path");
        refused(() -> LoadPaths.of("/a\n"), "no path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.2.101", "node-1.example", "fe80::1%ens01", "::1"})
    void an_address_is_plain_text_in_json(String text) throws Exception {
        assertThat(MAPPER.writeValueAsString(HostAddress.of(text))).isEqualTo('"' + text + '"');
        assertThat(MAPPER.readValue('"' + text + '"', HostAddress.class)).isEqualTo(HostAddress.of(text));
    }

    @Test
    void an_address_holds_nothing_that_the_files_would_read_as_something_else() {
        for (char c : " \t\"'`,;[](){}<>|&$\\*?!#=/\u0000\u001f\u007f".toCharArray()) {
            refused(() -> HostAddress.of("a" + c), "character 2");
        }
        refused(() -> HostAddress.of(""), "not empty");
        assertThat(HostAddress.of("~")).hasToString("~");
    }

    @Test
    void addresses_are_compared_without_case() {
        HostAddress address = HostAddress.of("FE80::1%Ens01");

        assertThat(address)
                .isEqualTo(HostAddress.of("fe80::1%ens01"))
                .hasSameHashCodeAs(HostAddress.of("fe80::1%ens01"));
        assertThat(address).isEqualByComparingTo(HostAddress.of("fe80::1%ens01"));
        assertThat(address).isNotEqualTo(HostAddress.of("fe80::2")).isNotEqualTo("FE80::1%Ens01");
        assertThat(address.compareTo(HostAddress.of("fe80::0"))).isPositive();
        assertThat(address.hashCode()).isNotEqualTo(HostAddress.of("fe80::2").hashCode());
        assertThat(address.isIpv6()).isTrue();
        assertThat(HostAddress.of("h").isIpv6()).isFalse();
        assertThat(HostAddress.of(":").isIpv6()).isTrue();
    }

    @Test
    void beyond_ascii_an_address_has_letters_only() {
        assertThat(HostAddress.of("主机").text()).isEqualTo("主机");
        for (String text : new String[] {"10.0.2.1０", "h\u3000", "h\u00a0", "fe80：：1", "h\u200b"}) {
            refused(() -> HostAddress.of(text), text);
        }
    }

    @Test
    void endpoint_numbers_are_written_in_ascii_digits() {
        assertThat(EndpointArray.parse(" { 0 ,\t1} ")).isEqualTo(EndpointArray.upTo(2));
        for (String text : new String[] {"{٠}", "{0,-1}", "{+1}", "{0,\u30001}", "{0,}", "{99999999999}"}) {
            refused(() -> EndpointArray.parse(text), "is not a number");
        }
    }

    @Test
    void a_zone_is_what_follows_the_percent_sign() {
        assertThat(HostAddress.of("fe80::1%3").withoutZone()).isEqualTo(HostAddress.of("fe80::1"));
        assertThat(HostAddress.of("fe80::1").withoutZone()).isEqualTo(HostAddress.of("fe80::1"));
        assertThat(HostAddress.of("%3").withoutZone()).isEqualTo(HostAddress.of("%3"));
        assertThat(HostAddress.of("a%3").withoutZone()).isEqualTo(HostAddress.of("a"));
    }

    @Test
    void a_value_out_of_its_range_can_not_be_built_into_a_model() {
        refused(() -> DcrGroup.builder().diskCheckTolerance(Seconds.of(4)).build(), "DCR_GRP_DSKCHK_CNT = 4", "5…600");
        refused(() -> DcrGroup.builder().diskCheckTolerance(Seconds.of(601)).build(), "601");
        assertThat(DcrGroup.builder().diskCheckTolerance(Seconds.of(5)).build().diskCheckTolerance())
                .contains(Seconds.of(5));
        assertThat(DcrGroup.builder()
                        .diskCheckTolerance(Seconds.of(600))
                        .build()
                        .diskCheckTolerance())
                .contains(Seconds.of(600));
        refused(() -> DmIni.builder().dscPools(1).build(), "DSC_N_POOLS = 1", "2…1024");
        refused(() -> DmIni.builder().instanceName("0123456789abcdefg").build(), "INSTANCE_NAME", "16 bytes");
        assertThat(DmIni.builder().instanceName("0123456789abcdef").build().instanceName())
                .contains("0123456789abcdef");
        refused(
                () -> DcrEndpoint.builder()
                        .asmLoadPath(LoadPaths.of("/" + "a".repeat(255)))
                        .build(),
                "255 bytes");
    }

    @Test
    void a_name_is_too_long_only_if_it_is_so_in_every_charset_that_its_file_may_have() {
        // 24 bytes in UTF-8, 16 bytes in GB18030.
        assertThat(DmIni.builder().instanceName("实例实例实例实例").build().instanceName())
                .contains("实例实例实例实例");
        // 16 bytes in UTF-8, 32 bytes in GB18030.
        assertThat(DmIni.builder().instanceName("ñññññññň").build().instanceName())
                .contains("ñññññññň");
        refused(() -> DmIni.builder().instanceName("实例实例实例实例0").build(), "INSTANCE_NAME", "16 bytes");
    }

    @Test
    void a_command_is_counted_in_characters() {
        assertThat(Dmdcr.builder().dbStartupCommand("实".repeat(256)).build().dbStartupCommand())
                .isPresent();
        refused(
                () -> Dmdcr.builder().dbStartupCommand("x".repeat(257)).build(),
                "DMDCR_DB_STARTUP_CMD",
                "256 characters");
    }

    @Test
    void what_the_type_names_or_nobody_gave_is_no_other_parameter() {
        for (String key : List.of("foo", "FOOa", "FOOz")) {
            refused(() -> DcrGroup.builder().putOther(key, List.of("1")).build(), key);
        }
        refused(() -> DmdcrCfg.builder().putOther("DCR_OGUID", List.of("1")).build(), "DCR_OGUID");
        refused(() -> DmIni.builder().putOther("BUFFER", List.of()).build(), "BUFFER");
        assertThat(DmdcrCfg.builder().putOther("DCR_校验", List.of("")).build().other())
                .containsKey("DCR_校验");
    }

    @Test
    void a_parameter_with_two_intervals_takes_both() {
        assertThat(Dmcssm.builder().logSpaceLimit(Megabytes.of(0)).build().logSpaceLimit())
                .contains(Megabytes.of(0));
        assertThat(Dmcssm.builder().logSpaceLimit(Megabytes.of(256)).build().logSpaceLimit())
                .contains(Megabytes.of(256));
        refused(() -> Dmcssm.builder().logSpaceLimit(Megabytes.of(255)).build(), "CSSM_LOG_SPACE_LIMIT = 255");
    }

    @ParameterizedTest
    @CsvSource({
        "fe80::1, fe80::2%ens01, fe80::1%ens01",
        "fe80::1%3, fe80::2%ens01, fe80::1%3",
        "fe80::1, fe80::2, fe80::1",
        "10.0.2.101, fe80::2%ens01, 10.0.2.101",
        "fe80::1, 10.0.2.101%ens01, fe80::1",
        "fe80::1, %:2, fe80::1",
        "%:1, fe80::2%ens01, %:1",
    })
    void an_address_takes_the_zone_of_another_if_both_are_ipv6_and_only_the_other_has_one(
            String address, String other, String result) {
        assertThat(HostAddress.of(address).inZoneOf(HostAddress.of(other))).hasToString(result);
    }

    @Test
    void directories_of_disks_are_separated_by_commas() {
        LoadPaths paths = LoadPaths.of("/dev/raw/, /dev/mapper ,,x");

        assertThat(paths.paths()).containsExactly("/dev/raw/", "/dev/mapper", "", "x");
        assertThat(paths.directories()).containsExactly("/dev/raw", "/dev/mapper", "", "x");
        assertThat(paths).hasToString("/dev/raw/, /dev/mapper ,,x");
    }

    @Test
    void a_place_shows_its_host_line_and_column_if_it_has_them() {
        FileId file = new FileId("10.0.2.101", "/home/data/dm.ini");

        assertThat(Location.of(file, 3, 7)).hasToString("10.0.2.101:/home/data/dm.ini:3:7");
        assertThat(Location.of(file, 3, 0)).hasToString("10.0.2.101:/home/data/dm.ini:3");
        assertThat(Location.of(file)).hasToString("10.0.2.101:/home/data/dm.ini");
        assertThat(Location.outside("request.host")).hasToString("request.host");
    }
}
