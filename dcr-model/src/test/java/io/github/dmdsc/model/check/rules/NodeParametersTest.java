package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.asmMal;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dbMal;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeParametersTest extends RuleLaws {
    NodeParametersTest() {
        super(new NodeParameters());
    }

    @Test
    void nothing_in_dmdcr_ini() {
        assertThat(found(dmdcr(
                        cluster(), 1, x -> Dmdcr.builder().seqno(x.seqno()).build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_MAL_PATH: DMDCR_MAL_PATH is missing.",
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_PATH: DMDCR_PATH is missing.");
    }

    /** Table 9.2 of the DMDSC manual: only dmasmsvr reads DMDCR_MAL_PATH. */
    @Test
    void a_cluster_without_an_asm_group_needs_no_dmasvrmal_ini() {
        Cluster raw = dcr(
                cluster(),
                dcr -> DmdcrCfg.builder()
                        .from(dcr)
                        .groups(dcr.groups().stream()
                                .filter(group -> !group.isOfType(GroupType.ASM))
                                .toList())
                        .build());

        assertThat(found(dmdcr(
                        raw,
                        1,
                        x -> Dmdcr.builder().from(x).malPath(Optional.empty()).build())))
                .isEmpty();
    }

    @Test
    void nothing_in_dm_ini() {
        assertThat(found(dmIni(cluster(), 1, x -> DmIni.builder().build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini CTL_PATH: CTL_PATH is missing.",
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini INSTANCE_NAME: INSTANCE_NAME is missing.");
    }

    @Test
    void nothing_in_a_mal_section() {
        assertThat(found(dbMal(
                        asmMal(
                                cluster(),
                                1,
                                x -> MalConfig.builder()
                                        .from(x)
                                        .instances(List.of(MalInstance.builder()
                                                .section("A")
                                                .build()))
                                        .build()),
                        1,
                        x -> MalConfig.builder()
                                .from(x)
                                .instances(List.of(
                                        MalInstance.builder().section("B").build()))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmasvrmal.ini [A] MAL_HOST: MAL_HOST is missing.",
                        "ERROR at 10.1.0.2:/data/DSC1/dmasvrmal.ini [A] MAL_INST_NAME: MAL_INST_NAME is missing.",
                        "ERROR at 10.1.0.2:/data/DSC1/dmasvrmal.ini [A] MAL_PORT: MAL_PORT is missing.",
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [B] MAL_HOST: MAL_HOST is missing.",
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [B] MAL_INST_NAME: MAL_INST_NAME is missing.",
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [B] MAL_PORT: MAL_PORT is missing.");
    }

    @Test
    void a_node_with_one_file() {
        assertThat(found(node(
                        cluster(),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .asmMal(Optional.empty())
                                .dmIni(Optional.empty())
                                .dbMal(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
