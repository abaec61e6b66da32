package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dbMal;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.PortOrNone;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortConflictsTest extends RuleLaws {
    PortConflictsTest() {
        super(new PortConflicts());
    }

    @Test
    void two_processes_of_a_machine() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.ASM,
                        1,
                        x -> DcrEndpoint.builder().from(x).port(Port.of(11001)).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #2 DCR_EP_PORT and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #2 DCR_EP_PORT: Port 11001 of ASM ASM1 is taken by CSS CSS1 on the same machine (10.1.0.2).");
    }

    @Test
    void the_same_port_on_two_machines() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.ASM,
                        1,
                        x -> DcrEndpoint.builder().from(x).port(Port.of(11000)).build())))
                .isEmpty();
    }

    @Test
    void an_override_of_the_css() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder().from(x).cssPort(Port.of(12001)).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #2 DCR_EP_PORT and 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_CSS_PORT: Port 12001 of ASM ASM1 is taken by CSS CSS1 on the same machine (10.1.0.2).");
    }

    @Test
    void an_override_of_the_asm_server() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder().from(x).asmPort(Port.of(11001)).build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_ASM_PORT and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #2 DCR_EP_PORT: Port 11001 of ASM ASM1 is taken by CSS CSS1 on the same machine (10.1.0.2).");
    }

    @Test
    void an_override_that_says_the_same() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder().from(x).cssPort(Port.of(11001)).build())))
                .isEmpty();
    }

    @Test
    void an_overridden_port_is_free() {
        assertThat(found(endpoint(
                        dmdcr(
                                cluster(),
                                1,
                                x -> Dmdcr.builder()
                                        .from(x)
                                        .cssPort(Port.of(11500))
                                        .build()),
                        GroupType.ASM,
                        1,
                        x -> DcrEndpoint.builder().from(x).port(Port.of(11001)).build())))
                .isEmpty();
    }

    @Test
    void a_check_port() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .checkPort(Port.of(13001))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_CHECK_PORT and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_EP_PORT: Port 13001 of DB DSC1 check is taken by DB DSC1 on the same machine (10.1.0.2).");
    }

    @Test
    void a_mal_port() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder().from(x).port(Port.of(11001)).build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST1] MAL_PORT and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #2 DCR_EP_PORT: Port 11001 of DB DSC1 MAL is taken by CSS CSS1 on the same machine (10.1.0.2).");
    }

    @Test
    void the_mal_port_of_an_asm_server() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.ASM,
                        1,
                        x -> MalInstance.builder().from(x).port(Port.of(15001)).build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST1] MAL_PORT and 10.1.0.2:/data/DSC1/dmasvrmal.ini [MAL_INST1] MAL_PORT: Port 15001 of DB DSC1 MAL is taken by ASM ASM1 MAL on the same machine (10.1.0.2).");
    }

    @Test
    void a_watcher_port() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder()
                                .from(x)
                                .watcherPort(PortOrNone.of(11001))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST1] MAL_DW_PORT and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #2 DCR_EP_PORT: Port 11001 of DB DSC1 watcher is taken by CSS CSS1 on the same machine (10.1.0.2).");
    }

    @Test
    void a_port_for_watchers() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder()
                                .from(x)
                                .instanceWatcherPort(PortOrNone.of(11001))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST1] MAL_INST_DW_PORT and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #2 DCR_EP_PORT: Port 11001 of DB DSC1 for watchers is taken by CSS CSS1 on the same machine (10.1.0.2).");
    }

    @Test
    void dm_ini_wins_over_the_dcr() {
        assertThat(found(dmIni(
                        endpoint(
                                cluster(),
                                GroupType.DB,
                                1,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .port(Port.of(11001))
                                        .build()),
                        1,
                        x -> DmIni.builder().from(x).port(Port.of(13001)).build())))
                .isEmpty();
    }

    @Test
    void neighbours_on_one_machine() {
        assertThat(found(endpoint(
                        oneMachine(),
                        GroupType.CSS,
                        1,
                        x -> DcrEndpoint.builder().from(x).port(Port.of(11000)).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #2 DCR_EP_PORT and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #1 DCR_EP_PORT: Port 11000 of CSS CSS1 is taken by CSS CSS0 on the same machine (10.1.0.1).");
    }

    @Test
    void a_node_without_number() {
        assertThat(found(dmdcr(
                        endpoint(
                                cluster(),
                                GroupType.ASM,
                                1,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .port(Port.of(11001))
                                        .build()),
                        1,
                        x -> Dmdcr.builder().from(x).seqno(Optional.empty()).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #2 DCR_EP_PORT and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #2 DCR_EP_PORT: Port 11001 of ASM ASM1 is taken by CSS CSS1 on the same machine (10.1.0.2).");
    }

    @Test
    void endpoints_without_names() {
        assertThat(found(endpoint(
                        endpoint(
                                cluster(),
                                GroupType.ASM,
                                1,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .name(Optional.empty())
                                        .port(Port.of(11001))
                                        .build()),
                        GroupType.CSS,
                        1,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .name(Optional.empty())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #2 DCR_EP_PORT and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #2 DCR_EP_PORT: Port 11001 of ASM (none) is taken by CSS (none) on the same machine (10.1.0.2).");
    }

    @Test
    void a_port_in_dm_ini_that_the_dcr_does_not_know() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder().from(x).port(Port.of(11001)).build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini PORT_NUM and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #2 DCR_EP_PORT: Port 11001 of DB DSC1 is taken by CSS CSS1 on the same machine (10.1.0.2).");
    }

    private static Cluster oneMachine() {
        return ClusterLayout.builder().oneMachine(true).build().cluster();
    }

    @Test
    void a_partner_on_a_machine_of_the_cluster() {
        assertThat(found(withPartner("10.1.0.2", 13001)))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_EP_PORT and 10.1.0.1:/data/DSC0_conf/dmmal.ini [EP01] MAL_INST_PORT: Port 13001 of DB DSC1 is taken by DB EP01 on the same machine (10.1.0.2).");
    }

    @Test
    void a_partner_on_a_machine_of_its_own_or_at_a_port_of_its_own() {
        assertThat(found(withPartner("10.9.0.1", 13001))).isEmpty();
        assertThat(found(withPartner("10.1.0.2", 13101))).isEmpty();
    }

    private static Cluster withPartner(String host, int port) {
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
                                    .host(HostAddress.of(host))
                                    .port(Port.of(5336))
                                    .servicePort(PortOrNone.of(port))
                                    .build())
                            .build());
        }
        return cluster;
    }
}
