package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.fixtures.Unreadable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MistypedKeysTest extends RuleLaws {
    MistypedKeysTest() {
        super(new MistypedKeys());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DCR_EP_ASM_SHMKEY", "DCR_EP_SHMKEY", "DCREP_SHM_KEY", "DCR_EP_SHM_KYE", "DCR_EP_SMH_KEY"})
    void a_key_that_resembles_the_missing_one(String key) {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.ASM,
                        1,
                        x -> x.withShmKey(Optional.empty()).withOther(Map.of(key, List.of("70001"))))))
                .containsExactly("WARNING at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #2 " + key + ": " + key
                        + " is not a known parameter; did you mean DCR_EP_SHM_KEY?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DCR_EP_UDP_PORT", "DCR_EP_NOTE", "DCR_EP_PORT2", "DCR_EP_SHM_KEYS", "X"})
    void a_key_of_another_edition(String key) {
        assertThat(found(endpoint(cluster(), GroupType.ASM, 1, x -> x.withOther(Map.of(key, List.of("1"))))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DCR_EP_SXM_KXY, true",
        "DCR_EP_SXX_KXY, false",
        "DCR_EP_SHM_KEYAB, true",
        "DCR_EP_SHM_KEYABC, false",
        "DCR_EP_SHM_K, true",
        "DCR_EP_SHM_, false",
        "DCR_EP_SHM_KE1, false"
    })
    void a_long_key_may_differ_in_two_letters(String key, boolean isNear) {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.ASM,
                        1,
                        x -> x.withShmKey(Optional.empty()).withOther(Map.of(key, List.of("70001"))))))
                .hasSize(isNear ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MALDWPORT", "M-A-L-D-W-P-O-R-T", "MAL_DW_PORT7", "MAL_DW_PXR"})
    void a_key_of_dmmal_ini_for_the_port_of_the_watcher(String key) {
        assertThat(found(malInstance(cluster(), GroupType.DB, 1, x -> x.withOther(Map.of(key, List.of("9741"))))))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).endsWith("did you mean MAL_DW_PORT?"));
    }

    @ParameterizedTest
    @CsvSource({
        "MAL_PROT, true",
        "MAL_PRT, true",
        "MAL_POTR, true",
        "AML_PROT, false",
        "MAL_PXXT, false",
        "MAL_TROP, false",
        "MAL_PRXT, false",
        "MAL_PXOT, false"
    })
    void a_short_key_may_differ_in_one_letter_or_in_one_swap(String key, boolean isNear) {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> x.withPort(Optional.empty()).withOther(Map.of(key, List.of("9741"))))))
                .hasSize(isNear ? 2 : 0);
    }

    @Test
    void a_key_of_nine_letters_is_short() {
        assertThat(found(malInstance(
                        cluster(), GroupType.DB, 1, x -> x.withOther(Map.of("MAL_W_PRT", List.of("9741"))))))
                .isEmpty();
    }

    @Test
    void a_key_that_cannot_be_read_is_not_missing() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.ASM,
                        1,
                        x -> x.withShmKey(Optional.empty())
                                .withOther(Map.of("DCR_EP_SHMKEY", List.of("70001")))
                                .withOrigin(new Unreadable("DCR_EP_SHM_KEY")))))
                .isEmpty();
    }

    @Test
    void the_wrong_key_of_the_check_port() {
        assertThat(found(endpoint(
                        cluster(), GroupType.DB, 1, x -> x.withOther(Map.of("DCR_EP_CHECK_PORT", List.of("9741"))))))
                .singleElement()
                .asString()
                .endsWith("did you mean DCR_CHECK_PORT?");
    }
}
