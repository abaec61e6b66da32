package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VirtualAddressesTest extends RuleLaws {
    VirtualAddressesTest() {
        super(new VirtualAddresses());
    }

    @Test
    void the_address_of_another_endpoint() {
        assertThat(found(endpoint(
                        virtual(),
                        GroupType.DB,
                        1,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .vip(HostAddress.of("192.168.1.101"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_VIP and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #1 DCR_VIP: The virtual address 192.168.1.101 of DSC1 is already in use.");
    }

    @Test
    void the_address_of_a_machine() {
        assertThat(found(endpoint(
                        virtual(),
                        GroupType.DB,
                        1,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .vip(HostAddress.of("10.1.0.1"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_VIP and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #1 DCR_EP_HOST: The virtual address 10.1.0.1 of DSC1 is already in use.");
    }

    @Test
    void the_address_of_an_instance_in_mal() {
        assertThat(found(malInstance(
                        endpoint(
                                virtual(),
                                GroupType.DB,
                                1,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .vip(HostAddress.of("10.9.9.9"))
                                        .build()),
                        GroupType.DB,
                        0,
                        x -> MalInstance.builder()
                                .from(x)
                                .host(HostAddress.of("10.9.9.9"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_VIP and 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST0] MAL_HOST: The virtual address 10.9.9.9 of DSC1 is already in use.");
    }

    @Test
    void the_service_address_of_an_instance() {
        assertThat(found(malInstance(
                        endpoint(
                                virtual(),
                                GroupType.DB,
                                1,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .name(Optional.empty())
                                        .vip(HostAddress.of("10.9.9.8%1"))
                                        .build()),
                        GroupType.DB,
                        0,
                        x -> MalInstance.builder()
                                .from(x)
                                .serviceHost(HostAddress.of("10.9.9.8"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 DCR_VIP and 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST0] MAL_INST_HOST: The virtual address 10.9.9.8%1 of (none) is already in use.");
    }

    private static Cluster virtual() {
        return ClusterLayout.builder().virtualAddresses(true).build().cluster();
    }
}
