package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShmKeysTest extends RuleLaws {
    ShmKeysTest() {
        super(new ShmKeys());
    }

    @Test
    void the_same_key_twice() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.ASM,
                        1,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .host(HostAddress.of("10.1.0.1"))
                                .shmKey(ShmKey.of(70000))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #2 DCR_EP_SHM_KEY and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_SHM_KEY: Shared memory key 70000 of ASM1 is also the key of ASM0 on the same machine (10.1.0.2).");
    }

    @Test
    void the_same_key_on_another_machine() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.ASM,
                        1,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .shmKey(ShmKey.of(70000))
                                .build())))
                .isEmpty();
    }

    @Test
    void without_addresses_the_nodes_with_their_numbers_tell() {
        Cluster one = ClusterLayout.builder().oneMachine(true).build().cluster();
        Cluster two = cluster();

        assertThat(found(keyed(one))).hasSize(1);
        assertThat(found(keyed(two))).isEmpty();
    }

    private static Cluster keyed(Cluster cluster) {
        return group(
                cluster,
                GroupType.ASM,
                asm -> DcrGroup.builder()
                        .from(asm)
                        .endpoints(asm.endpoints().stream()
                                .map(x -> DcrEndpoint.builder()
                                        .from(x)
                                        .host(Optional.empty())
                                        .shmKey(ShmKey.of(70000))
                                        .build())
                                .toList())
                        .build());
    }

    @Test
    void without_names() {
        assertThat(found(endpoint(
                        endpoint(
                                cluster(),
                                GroupType.ASM,
                                1,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .name(Optional.empty())
                                        .host(HostAddress.of("192.168.1.1"))
                                        .shmKey(ShmKey.of(70000))
                                        .build()),
                        GroupType.ASM,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .name(Optional.empty())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #2 DCR_EP_SHM_KEY and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_SHM_KEY: Shared memory key 70000 of (none) is also the key of (none) on the same machine (10.1.0.2).");
    }

    @Test
    void no_key() {
        assertThat(found(endpoint(
                        endpoint(
                                cluster(),
                                GroupType.ASM,
                                1,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .shmKey(Optional.empty())
                                        .build()),
                        GroupType.ASM,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .shmKey(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void an_endpoint_without_an_address_is_on_the_machine_of_its_own_node() {
        Cluster cluster = cluster(3);
        for (int i = 1; i < 3; i++) {
            cluster = endpoint(
                    cluster, GroupType.ASM, i, x -> x.withHost(Optional.empty()).withShmKey(ShmKey.of(70000)));
        }

        assertThat(found(cluster)).isEmpty();
    }
}
