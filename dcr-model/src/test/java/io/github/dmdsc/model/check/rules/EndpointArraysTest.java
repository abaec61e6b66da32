package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.GroupType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointArraysTest extends RuleLaws {
    EndpointArraysTest() {
        super(new EndpointArrays());
    }

    @Test
    void an_array_that_leaves_one_out() {
        assertThat(found(group(
                        cluster(),
                        GroupType.CSS,
                        x -> DcrGroup.builder()
                                .from(x)
                                .endpointNumbers(EndpointArray.upTo(1))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS DCR_GRP_EP_ARR: Group GRP_CSS: DCR_GRP_EP_ARR = {0}, expected {0,1}.");
    }

    @Test
    void an_array_may_be_absent() {
        assertThat(found(group(
                        cluster(),
                        GroupType.CSS,
                        x -> DcrGroup.builder()
                                .from(x)
                                .endpointNumbers(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
