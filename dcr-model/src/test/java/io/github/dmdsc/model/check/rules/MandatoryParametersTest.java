package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MandatoryParametersTest extends RuleLaws {
    MandatoryParametersTest() {
        super(new MandatoryParameters());
    }

    @Test
    void no_oguid() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder().from(x).oguid(Optional.empty()).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_OGUID: DCR_OGUID is missing before the first section.");
    }

    @Test
    void an_oguid_behind_the_last_section() {
        assertThat(found(dcr(
                        endpoint(
                                cluster(),
                                GroupType.DB,
                                1,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .putOther(DmdcrCfg.OGUID, List.of("71101"))
                                        .build()),
                        x -> DmdcrCfg.builder().from(x).oguid(Optional.empty()).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_OGUID and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_OGUID: DCR_OGUID is in a section. It belongs before the first section.");
    }

    @Test
    void no_number_of_groups() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .groupCount(Optional.empty())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_N_GRP: DCR_N_GRP is missing before the first section.");
    }

    @Test
    void a_group_of_which_nothing_is_said() {
        assertThat(found(group(
                        cluster(),
                        GroupType.CSS,
                        x -> DcrGroup.builder()
                                .from(x)
                                .type(Optional.empty())
                                .name(Optional.empty())
                                .endpointCount(Optional.empty())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] #1 DCR_GRP_NAME: DCR_GRP_NAME is missing.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] #1 DCR_GRP_N_EP: DCR_GRP_N_EP is missing.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] #1 DCR_GRP_TYPE: DCR_GRP_TYPE is missing.");
    }

    @Test
    void endpoints_of_which_nothing_is_said() {
        assertThat(found(endpoint(
                        endpoint(
                                endpoint(
                                        cluster(),
                                        GroupType.CSS,
                                        0,
                                        x -> DcrEndpoint.builder().build()),
                                GroupType.ASM,
                                0,
                                x -> DcrEndpoint.builder().build()),
                        GroupType.DB,
                        0,
                        x -> DcrEndpoint.builder().build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_ASM_LOAD_PATH: DCR_EP_ASM_LOAD_PATH is missing.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_HOST: DCR_EP_HOST is missing.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_NAME: DCR_EP_NAME is missing.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_PORT: DCR_EP_PORT is missing.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_SHM_KEY: DCR_EP_SHM_KEY is missing.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_SHM_SIZE: DCR_EP_SHM_SIZE is missing.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #1 DCR_EP_NAME: DCR_EP_NAME is missing.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #1 DCR_EP_PORT: DCR_EP_PORT is missing.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #1 DCR_EP_NAME: DCR_EP_NAME is missing.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #1 DCR_EP_PORT: DCR_EP_PORT is missing.");
    }

    @Test
    void the_mirror_edition_needs_no_load_path_per_server() {
        assertThat(found(mirror())).isEmpty();
    }
}
