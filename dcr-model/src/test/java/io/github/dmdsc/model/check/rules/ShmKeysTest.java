package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.ShmKey;
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
                                .shmKey(ShmKey.of(70000))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #2 DCR_EP_SHM_KEY and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_SHM_KEY: Shared memory key 70000 of ASM1 is the key of ASM0 already.");
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
                                        .shmKey(ShmKey.of(70000))
                                        .build()),
                        GroupType.ASM,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .name(Optional.empty())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #2 DCR_EP_SHM_KEY and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_SHM_KEY: Shared memory key 70000 of (none) is the key of (none) already.");
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
}
