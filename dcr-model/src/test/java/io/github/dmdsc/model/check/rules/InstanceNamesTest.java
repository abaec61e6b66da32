package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.GroupType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InstanceNamesTest extends RuleLaws {
    InstanceNamesTest() {
        super(new InstanceNames());
    }

    @Test
    void another_name() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder().from(x).instanceName("DSC7").build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini INSTANCE_NAME and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_EP_NAME: INSTANCE_NAME is DSC7, but the DB endpoint of this node in the DCR is called DSC1.");
    }

    @Test
    void the_same_name_in_another_case() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder().from(x).instanceName("dsc1").build())))
                .isEmpty();
    }

    @Test
    void a_name_that_is_missing_is_another_finding() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .instanceName(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_name_in_the_dcr() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .name(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void a_node_without_endpoint() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder().from(x).seqno(Optional.empty()).build())))
                .isEmpty();
    }

    @Test
    void a_node_without_dm_ini() {
        assertThat(found(node(
                        cluster(),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .dmIni(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
