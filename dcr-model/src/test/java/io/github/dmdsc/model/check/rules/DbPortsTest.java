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
import io.github.dmdsc.model.Port;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DbPortsTest extends RuleLaws {
    DbPortsTest() {
        super(new DbPorts());
    }

    @Test
    void another_port() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder().from(x).port(Port.of(6000)).build())))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1_conf/dm.ini PORT_NUM and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_EP_PORT: PORT_NUM is 6000, but DCR_EP_PORT of the same instance is 13001. The server uses PORT_NUM.");
    }

    @Test
    void without_a_port_in_dm_ini_it_is_5236() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder().from(x).port(Optional.empty()).build())))
                .singleElement()
                .asString()
                .startsWith("WARNING at ")
                .contains("PORT_NUM", "5236", "13001");
    }

    @Test
    void no_port_in_the_dcr() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .port(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_endpoint() {
        assertThat(found(dmdcr(
                        dmIni(
                                cluster(),
                                1,
                                x -> DmIni.builder().from(x).port(Port.of(6000)).build()),
                        1,
                        x -> Dmdcr.builder().from(x).seqno(Optional.empty()).build())))
                .isEmpty();
    }

    @Test
    void no_dm_ini() {
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
