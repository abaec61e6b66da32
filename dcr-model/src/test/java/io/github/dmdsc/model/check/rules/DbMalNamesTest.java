package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalInstance;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DbMalNamesTest extends RuleLaws {
    DbMalNamesTest() {
        super(new DbMalNames());
    }

    @Test
    void the_same_name_in_another_case() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder().from(x).name("dsc1").build())))
                .isEmpty();
    }

    @Test
    void an_instance_that_the_dcr_lacks() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder().from(x).name("DSC7").build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST1] MAL_INST_NAME and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB: DSC7 is in 10.1.0.1:/data/DSC0_conf/dmmal.ini, but not in 10.1.0.1:/data/dmdcr_cfg_bak.ini.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_EP_NAME and 10.1.0.1:/data/DSC0_conf/dmmal.ini: DSC1 is in 10.1.0.1:/data/dmdcr_cfg_bak.ini, but not in 10.1.0.1:/data/DSC0_conf/dmmal.ini.");
    }

    @Test
    void nameless_instances_and_endpoints() {
        assertThat(found(endpoint(
                        malInstance(
                                cluster(),
                                GroupType.DB,
                                1,
                                x -> MalInstance.builder()
                                        .from(x)
                                        .name(Optional.empty())
                                        .build()),
                        GroupType.DB,
                        1,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .name(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_file() {
        assertThat(found(node(
                        node(
                                cluster(),
                                0,
                                x -> ClusterNode.builder()
                                        .from(x)
                                        .dbMal(Optional.empty())
                                        .build()),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .dbMal(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_group() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .groups(x.groups().subList(0, 2))
                                .build())))
                .isEmpty();
    }

    @Test
    void the_file_of_the_second_node_if_the_first_has_none() {
        assertThat(found(malInstance(
                        node(
                                cluster(),
                                0,
                                x -> ClusterNode.builder()
                                        .from(x)
                                        .dbMal(Optional.empty())
                                        .build()),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder().from(x).name("DSC7").build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_EP_NAME and 10.1.0.2:/data/DSC1_conf/dmmal.ini: DSC1 is in 10.1.0.1:/data/dmdcr_cfg_bak.ini, but not in 10.1.0.2:/data/DSC1_conf/dmmal.ini.",
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST1] MAL_INST_NAME and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB: DSC7 is in 10.1.0.2:/data/DSC1_conf/dmmal.ini, but not in 10.1.0.1:/data/dmdcr_cfg_bak.ini.");
    }
}
