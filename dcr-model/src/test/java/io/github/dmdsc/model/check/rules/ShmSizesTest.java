package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Megabytes;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ShmSizesTest extends RuleLaws {
    ShmSizesTest() {
        super(new ShmSizes());
    }

    @Test
    void less_than_its_sibling() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.ASM,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .shmSize(Megabytes.of(10))
                                .build())))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_SHM_SIZE and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #2 DCR_EP_SHM_SIZE: ASM0 has 10 MB of shared memory, but ASM1 has 20 MB.");
    }

    @Test
    void without_names() {
        assertThat(found(endpoint(
                        endpoint(
                                cluster(),
                                GroupType.ASM,
                                0,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .name(Optional.empty())
                                        .shmSize(Megabytes.of(10))
                                        .build()),
                        GroupType.ASM,
                        1,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .name(Optional.empty())
                                .build())))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #1 DCR_EP_SHM_SIZE and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_ASM] #2 DCR_EP_SHM_SIZE: (none) has 10 MB of shared memory, but (none) has 20 MB.");
    }

    @Test
    void no_sizes() {
        assertThat(found(endpoint(
                        endpoint(
                                cluster(),
                                GroupType.ASM,
                                0,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .shmSize(Optional.empty())
                                        .build()),
                        GroupType.ASM,
                        1,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .shmSize(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
