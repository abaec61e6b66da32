package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.PortOrNone;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MalServicePortsTest extends RuleLaws {
    MalServicePortsTest() {
        super(new MalServicePorts());
    }

    @Test
    void another_port_of_an_instance_in_another_case() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder()
                                .from(x)
                                .name("dsc1")
                                .servicePort(PortOrNone.of(6000))
                                .build())))
                .hasSize(1);
    }

    @Test
    void another_port() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder()
                                .from(x)
                                .servicePort(PortOrNone.of(6000))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST1] MAL_INST_PORT and 10.1.0.2:/data/DSC1_conf/dm.ini PORT_NUM: MAL_INST_PORT is 6000, but PORT_NUM of that instance is 13001.");
    }

    @Test
    void no_port_in_the_mal_file() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder()
                                .from(x)
                                .servicePort(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void without_a_port_in_dm_ini_it_is_5236() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder().from(x).port(Optional.empty()).build())))
                .singleElement()
                .asString()
                .startsWith("ERROR at ")
                .contains("PORT_NUM", "5236", "13001");
    }

    @Test
    void no_dm_ini() {
        assertThat(found(node(
                        malInstance(
                                cluster(),
                                GroupType.DB,
                                1,
                                x -> MalInstance.builder()
                                        .from(x)
                                        .servicePort(PortOrNone.of(6000))
                                        .build()),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .dmIni(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_mal_file() {
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
    void an_instance_without_name() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder()
                                .from(x)
                                .name(Optional.empty())
                                .servicePort(PortOrNone.of(6000))
                                .build())))
                .isEmpty();
    }

    @Test
    void neither_has_a_name() {
        assertThat(found(dmIni(
                        malInstance(
                                cluster(),
                                GroupType.DB,
                                1,
                                x -> MalInstance.builder()
                                        .from(x)
                                        .name(Optional.empty())
                                        .servicePort(PortOrNone.of(6000))
                                        .build()),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .instanceName(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
