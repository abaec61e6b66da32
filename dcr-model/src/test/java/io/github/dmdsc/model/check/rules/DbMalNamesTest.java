package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dbMal;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.ManualLimits;
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
    void an_endpoint_that_dmmal_ini_lacks() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder().from(x).name("DSC7").build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_EP_NAME and 10.1.0.1:/data/DSC0_conf/dmmal.ini: Instance DSC1 is listed in 10.1.0.1:/data/dmdcr_cfg_bak.ini, but not in 10.1.0.1:/data/DSC0_conf/dmmal.ini.");
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
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_EP_NAME and 10.1.0.2:/data/DSC1_conf/dmmal.ini: Instance DSC1 is listed in 10.1.0.1:/data/dmdcr_cfg_bak.ini, but not in 10.1.0.2:/data/DSC1_conf/dmmal.ini.");
    }

    @Test
    void partners_beside_the_endpoints() {
        Cluster cluster = cluster();
        for (int node = 0; node < 2; node++) {
            cluster = dbMal(
                    cluster,
                    node,
                    mal -> MalConfig.builder()
                            .from(mal)
                            .addInstances(MalInstance.builder()
                                    .section("EP01")
                                    .name("EP01")
                                    .host(HostAddress.of("10.9.0.1"))
                                    .port(Port.of(5336))
                                    .build())
                            .build());
        }

        assertThat(found(cluster)).isEmpty();
        assertThat(StandardRules.book().check(cluster, ManualLimits.CURRENT)).isEmpty();
    }
}
