package io.github.dmdsc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests which texts a parameter accepts as its value, and which texts it says are allowed. */
class ParameterTableTest {
    private static void assertTaken(Class<?> model, String key, String... texts) {
        for (String text : texts) {
            assertThat(refused(model, key, text)).as(text).isEmpty();
        }
    }

    private static void assertRefused(Class<?> model, String key, String allowed, String... texts) {
        for (String text : texts) {
            assertThat(refused(model, key, text)).as(text).isEqualTo(Optional.of(allowed));
        }
    }

    @Test
    void a_parameter_is_named_or_kept_as_text() {
        assertThat(ParameterTable.of(DmIni.class).find("PORT_NUM")).isPresent();
        assertThat(ParameterTable.of(DmIni.class).find("BUFFER")).isEmpty();
        assertThat(ParameterTable.of(MalInstance.class).find("PORT_NUM")).isEmpty();
    }

    @Test
    void a_number_has_to_lie_in_its_range() {
        assertTaken(DcrEndpoint.class, "DCR_EP_PORT", "1024", "65534", "005236");
        assertRefused(DcrEndpoint.class, "DCR_EP_PORT", "1024…65534", "1023", "65535", "0", "-5236", "4294968320");
        assertTaken(DcrGroup.class, "DCR_GRP_N_ERR_EP", "0", "16");
        assertRefused(DcrGroup.class, "DCR_GRP_N_ERR_EP", "0…16", "-1", "17");
    }

    @Test
    void a_number_without_a_greatest_value_has_to_fit_four_bytes() {
        assertTaken(Dmdcr.class, "DMDCR_AUTO_OPEN_CHECK", "30", "2147483647");
        assertRefused(
                Dmdcr.class, "DMDCR_AUTO_OPEN_CHECK", "30…2147483647", "29", "2147483648", "99999999999999999999");
    }

    @Test
    void a_number_is_written_in_ascii_digits_alone() {
        assertRefused(DmIni.class, "PORT_NUM", "1024…65534", "", "x", "5236.0", "0x1474", "5 236", "5236#", "５２３６");
    }

    @Test
    void a_number_may_stand_outside_its_range_where_the_manual_says_so() {
        assertTaken(Dmcssm.class, "CSSM_LOG_SPACE_LIMIT", "0", "256", "4096");
        assertRefused(Dmcssm.class, "CSSM_LOG_SPACE_LIMIT", "0 | 256…4096", "-1", "1", "255", "4097");
    }

    @Test
    void a_name_is_measured_in_bytes_of_the_charset_that_makes_it_shorter() {
        assertTaken(MalInstance.class, "MAL_INST_NAME", "1234567890123456", "实例实例实例实例", "a b");
        assertRefused(MalInstance.class, "MAL_INST_NAME", "≤ 16 bytes", "12345678901234567", "实例实例实例实例0");
    }

    @Test
    void a_type_is_one_of_three_words_in_any_case() {
        assertTaken(DcrGroup.class, "DCR_GRP_TYPE", "CSS", "asm", "Db");
        assertRefused(DcrGroup.class, "DCR_GRP_TYPE", "CSS | ASM | DB", "", "0", "DBX", "cß");
    }

    @Test
    void a_text_with_a_form_of_its_own_has_to_have_it() {
        assertTaken(DcrEndpoint.class, "DCR_EP_HOST", "10.0.2.101", "node-1", "fe80::1%ens01");
        assertRefused(DcrEndpoint.class, "DCR_EP_HOST", "<address>", "", "a b", "[::1]", "http://x");
        assertTaken(DcrGroup.class, "DCR_GRP_EP_ARR", "{}", "{0}", "{ 0, 1 }");
        assertRefused(DcrGroup.class, "DCR_GRP_EP_ARR", "{0,1,…}", "", "0,1", "{0,}", "{a}");
        assertTaken(Dmcssm.class, "CSSM_CSS_IP", "10.0.2.101:9341", "[fe80::1%3]:9341");
        assertRefused(Dmcssm.class, "CSSM_CSS_IP", "<host>:<port>", "10.0.2.101", ":9341", "10.0.2.101:1", "a:b");
    }

    @Test
    void what_a_model_does_not_name_is_not_refused() {
        assertTaken(DmIni.class, "BUFFER", "anything", "");
        assertTaken(DmArch.class, "ARCH_FILE_SIZE", "x");
    }

    @Test
    void a_port_may_be_none_where_the_manual_says_so() {
        for (String key : List.of("MAL_INST_PORT", "MAL_DW_PORT", "MAL_INST_DW_PORT")) {
            assertTaken(MalInstance.class, key, "0", "1024", "65534");
            assertRefused(MalInstance.class, key, "0 | 1024…65534", "1", "1023", "65535");
        }
    }

    @Test
    void a_number_may_be_greater_than_an_int_where_the_manual_says_so() {
        assertTaken(Dmdcr.class, "DMDCR_ASM_MAX_FILE_OPEN", "0", "4294967294");
        assertRefused(Dmdcr.class, "DMDCR_ASM_MAX_FILE_OPEN", "0…4294967294", "-1", "4294967295");
        assertTaken(DmArchive.class, "ARCH_SPACE_LIMIT", "0", "1024", "4294967294");
        assertRefused(DmArchive.class, "ARCH_SPACE_LIMIT", "0 | 1024…4294967294", "1", "1023", "4294967295");
        assertTaken(DmArch.class, "ARCH_RESERVE_TIME", "0", "4294967294");
    }

    @Test
    void a_number_may_be_one_of_a_few() {
        assertTaken(DmArchive.class, "ARCH_ASM_STRIPING", "0", "32", "64", "128", "256");
        assertRefused(DmArchive.class, "ARCH_ASM_STRIPING", "0 | 32 | 64 | 128 | 256", "1", "48", "512");
    }

    @Test
    void an_archive_may_be_for_a_standby() {
        assertTaken(DmArchive.class, "ARCH_TYPE", "LOCAL", "remote", "REALTIME", "TIMELY", "ASYNC", "sync");
        assertRefused(
                DmArchive.class,
                "ARCH_TYPE",
                "LOCAL | REMOTE | REALTIME | TIMELY | ASYNC | SYNC | RAFT | LEARNER",
                "T\u0131MELY",
                "FAST");
    }

    @Test
    void only_addresses_of_a_css_and_log_files_repeat() {
        assertThat(ParameterTable.all())
                .filteredOn(ParameterInfo::repeats)
                .extracting(ParameterInfo::key)
                .containsExactlyInAnyOrder("CSSM_CSS_IP", "LOG_PATH");
    }

    @Test
    void each_parameter_of_a_model_stands_in_the_table_once() {
        assertThat(ParameterTable.all())
                .extracting(parameter -> parameter.model().getSimpleName() + " " + parameter.key())
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(110);
        assertThat(ParameterTable.all())
                .allSatisfy(parameter -> assertThat(parameter.manual()).isNotEmpty());
    }

    @Test
    void a_default_may_differ_between_the_editions_or_be_of_one_alone() {
        ParameterInfo ipc = parameter(Dmdcr.class, "DMDCR_IPC_CONTROL");
        assertThat(ipc.byDefault(StorageEdition.DMASM)).contains("0");
        assertThat(ipc.byDefault(StorageEdition.MIRROR)).contains("2");

        ParameterInfo rebalance = parameter(Dmdcr.class, "DMDCR_AUTO_RBL_TIME");
        assertThat(rebalance.editions()).containsExactly(StorageEdition.MIRROR);
        assertThat(rebalance.byDefault(StorageEdition.DMASM)).isEmpty();
        assertThat(rebalance.byDefault(StorageEdition.MIRROR)).contains("0");
    }

    @Test
    void a_number_counts_what_its_type_or_its_parameter_says() {
        assertThat(parameter(MalConfig.class, "MAL_CHECK_INTERVAL").unit()).isEqualTo(Unit.SECONDS);
        assertThat(parameter(MalConfig.class, "MAL_COMBIN_BUF_SIZE").unit()).isEqualTo(Unit.KILOBYTES);
        assertThat(parameter(DmIni.class, "PORT_NUM").unit()).isEqualTo(Unit.NONE);
    }

    @Test
    void names_and_ports_are_of_the_node_and_settings_of_all() {
        assertThat(ParameterTable.of(DmIni.class).parameters())
                .filteredOn(parameter -> parameter.scope() == Scope.NODE)
                .extracting(ParameterInfo::key)
                .containsExactly("INSTANCE_NAME", "CONFIG_PATH", "PORT_NUM");
        assertThat(ParameterTable.of(Dmdcr.class).parameters())
                .filteredOn(parameter -> parameter.scope() == Scope.NODE)
                .extracting(ParameterInfo::key)
                .containsExactly("DMDCR_SEQNO", "DMDCR_CSS_PORT", "DMDCR_ASM_PORT");
    }

    @Test
    void a_value_is_made_from_its_parameters_and_says_them_again() {
        ParameterTable<DmIni> table = ParameterTable.of(DmIni.class);
        ParameterInfo port = parameter(DmIni.class, "PORT_NUM");
        DmIni made = table.make(
                Map.of(port, Port.of(5236)),
                Map.of("BUFFER", List.of("1", "2")),
                Optional.empty(),
                Origin.none("here"));

        assertThat(made.port()).contains(Port.of(5236));
        assertThat(made.origin().self()).hasToString("here");
        assertThat(ParameterTable.texts(made))
                .containsExactly(Map.entry("PORT_NUM", List.of("5236")), Map.entry("BUFFER", List.of("1", "2")));
    }

    @Test
    void a_value_is_made_from_texts_and_says_them_again() {
        Map<String, List<String>> monitor = new LinkedHashMap<>();
        monitor.put("CSSM_OGUID", List.of("63635"));
        monitor.put("CSSM_CSS_IP", List.of("10.0.2.101:9341", "10.0.2.102:9343"));
        monitor.put("CSSM_NEW", List.of("1", "2"));
        Map<String, List<String>> instance = Map.of("MAL_INST_NAME", List.of("DSC0"));

        Dmcssm made = ParameterTable.of(Dmcssm.class).parse(monitor, Optional.empty(), Origin.none("here"));
        MalInstance section =
                ParameterTable.of(MalInstance.class).parse(instance, Optional.of("mal_inst0"), Origin.none("here"));

        assertThat(made.cssAddresses())
                .containsExactly(CssAddress.parse("10.0.2.101:9341"), CssAddress.parse("10.0.2.102:9343"));
        assertThat(ParameterTable.texts(made)).isEqualTo(monitor);
        assertThat(section.section()).isEqualTo("mal_inst0");
        assertThat(section.name()).contains("DSC0");
    }

    @Test
    void a_table_has_the_annotated_keys_of_its_model_in_their_order() {
        ParameterTable<Dmcssm> monitor = new ParameterTable<>(Dmcssm.class);
        ParameterTable<MalInstance> instance = new ParameterTable<>(MalInstance.class);

        assertThat(monitor.parameters())
                .extracting(ParameterInfo::key)
                .startsWith("CSSM_OGUID", "CSSM_CSS_IP", "CSSM_LOG_PATH")
                .hasSameSizeAs(ParameterTable.of(Dmcssm.class).parameters());
        assertThat(monitor.parameters())
                .filteredOn(ParameterInfo::repeats)
                .extracting(ParameterInfo::key)
                .containsExactly("CSSM_CSS_IP");
        assertThat(monitor.parse(
                                Map.of("CSSM_CSS_IP", List.of("10.0.2.101:9341", "10.0.2.102:9343")),
                                Optional.empty(),
                                Origin.none("here"))
                        .cssAddresses())
                .hasSize(2);
        assertThat(instance.parse(Map.of("MAL_PORT", List.of("5236")), Optional.of("x"), Origin.none("here"))
                        .port())
                .contains(Port.of(5236));
    }

    @Test
    void a_value_is_not_made_from_a_text_that_its_parameter_refuses() {
        assertThatThrownBy(() -> ParameterTable.of(DmIni.class)
                        .parse(Map.of("PORT_NUM", List.of("x")), Optional.empty(), Origin.none("here")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PORT_NUM = x");
    }

    @Test
    void a_value_is_not_made_out_of_the_range_of_its_parameter() {
        assertThatThrownBy(() -> DcrGroup.builder().errorEndpointCount(17).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DCR_GRP_N_ERR_EP = 17 is not within 0…16");
        assertThatThrownBy(() -> MalInstance.builder()
                        .name("12345678901234567")
                        .section("mal_inst0")
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("MAL_INST_NAME = 12345678901234567 is longer than 16 bytes");
    }

    @Test
    void a_parameter_says_its_file() {
        assertThat(parameter(DmIni.class, "PORT_NUM").file()).isEqualTo(FileKind.DM_INI);
        assertThat(parameter(DmIni.class, "PORT_NUM")).hasToString("DM_INI PORT_NUM");
        assertThat(ParameterTable.of(DmIni.class).model()).isEqualTo(DmIni.class);
    }

    @Test
    void what_is_no_model_has_no_table() {
        assertThatThrownBy(() -> ParameterTable.any(String.class)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        ParameterTable.of(DmIni.class).make(Map.of(), Map.of(), Optional.of("x"), Origin.none("here")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ParameterInfo parameter(Class<?> model, String key) {
        return ParameterTable.any(model).find(key).orElseThrow();
    }

    private static Optional<String> refused(Class<?> model, String key, String text) {
        return ParameterTable.any(model)
                .find(key)
                .filter(parameter -> parameter.read(text).isEmpty())
                .map(ParameterInfo::allowed);
    }
}
