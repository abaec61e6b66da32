package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.MalInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is taken as the value of a parameter, and what is said to be allowed instead. */
class ParametersTest {
    private static void assertTaken(Class<?> model, String key, String... texts) {
        for (String text : texts) {
            assertThat(Parameters.refused(model, key, text)).as(text).isEmpty();
        }
    }

    private static void assertRefused(Class<?> model, String key, String allowed, String... texts) {
        for (String text : texts) {
            assertThat(Parameters.refused(model, key, text)).as(text).isEqualTo(Optional.of(allowed));
        }
    }

    @Test
    void a_parameter_is_named_or_kept_as_text() {
        assertThat(Parameters.isNamed(DmIni.class, "PORT_NUM")).isTrue();
        assertThat(Parameters.isNamed(DmIni.class, "BUFFER")).isFalse();
        assertThat(Parameters.isNamed(MalInstance.class, "PORT_NUM")).isFalse();
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
        assertRefused(DcrEndpoint.class, "DCR_EP_HOST", "HostAddress", "", "a b", "[::1]", "http://x");
        assertTaken(DcrGroup.class, "DCR_GRP_EP_ARR", "{}", "{0}", "{ 0, 1 }");
        assertRefused(DcrGroup.class, "DCR_GRP_EP_ARR", "EndpointArray", "", "0,1", "{0,}", "{a}");
        assertTaken(Dmcssm.class, "CSSM_CSS_IP", "10.0.2.101:9341", "[fe80::1%3]:9341");
        assertRefused(Dmcssm.class, "CSSM_CSS_IP", "CssAddress", "10.0.2.101", ":9341", "10.0.2.101:1", "a:b");
    }

    @Test
    void what_a_model_does_not_name_is_not_refused() {
        assertTaken(DmIni.class, "BUFFER", "anything", "");
        assertTaken(DmArch.class, "ARCH_FILE_SIZE", "x");
    }

    @Test
    void only_the_address_of_a_css_repeats() {
        assertThat(List.of(
                        Dmcssm.class, Dmdcr.class, DmIni.class, DcrGroup.class, DcrEndpoint.class, MalInstance.class))
                .flatExtracting(model -> ParameterSpec.of(model).entrySet().stream()
                        .filter(entry -> entry.getValue().repeats())
                        .map(Map.Entry::getKey)
                        .toList())
                .containsExactly("CSSM_CSS_IP");
    }
}
