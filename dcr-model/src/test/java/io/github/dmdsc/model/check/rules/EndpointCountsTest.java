package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointCountsTest extends RuleLaws {
    EndpointCountsTest() {
        super(new EndpointCounts());
    }

    @Test
    void a_wrong_count() {
        assertThat(found(group(
                        cluster(),
                        GroupType.DB,
                        x -> DcrGroup.builder().from(x).endpointCount(1).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB DCR_GRP_N_EP: Group GRP_DB: DCR_GRP_N_EP = 1, but it has 2 endpoints.");
    }

    @Test
    void a_count_may_be_absent() {
        assertThat(found(group(
                        cluster(),
                        GroupType.DB,
                        x -> DcrGroup.builder()
                                .from(x)
                                .endpointCount(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void eight_endpoints() {
        assertThat(found(cluster(8))).isEmpty();
    }

    @Test
    void nine_endpoints_are_one_mistake_in_three_groups() {
        assertThat(found(cluster(9)))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS DCR_GRP_N_EP and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_ASM DCR_GRP_N_EP and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB DCR_GRP_N_EP: Group GRP_CSS has 9 endpoints; at most 8 are allowed.");
    }
}
