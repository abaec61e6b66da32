package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.GroupType;
import org.junit.jupiter.api.Test;

class ErrorEndpointsTest extends RuleLaws {
    ErrorEndpointsTest() {
        super(new ErrorEndpoints());
    }

    @Test
    void a_count_of_failed_endpoints() {
        assertThat(found(group(
                        cluster(),
                        GroupType.DB,
                        x -> DcrGroup.builder().from(x).errorEndpointCount(1).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB DCR_GRP_N_ERR_EP: Failed endpoints of group GRP_DB: 1.");
    }

    @Test
    void an_array_of_failed_endpoints() {
        assertThat(found(group(
                        cluster(),
                        GroupType.DB,
                        x -> DcrGroup.builder()
                                .from(x)
                                .errorEndpointNumbers(EndpointArray.upTo(1))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB DCR_GRP_ERR_EP_ARR: Group GRP_DB has failed endpoints: {0}.");
    }

    @Test
    void none_failed() {
        assertThat(found(group(
                        cluster(),
                        GroupType.DB,
                        x -> DcrGroup.builder()
                                .from(x)
                                .errorEndpointCount(0)
                                .errorEndpointNumbers(EndpointArray.upTo(0))
                                .build())))
                .isEmpty();
    }

    @Test
    void both() {
        assertThat(found(group(
                        cluster(),
                        GroupType.DB,
                        x -> DcrGroup.builder()
                                .from(x)
                                .errorEndpointCount(2)
                                .errorEndpointNumbers(EndpointArray.upTo(2))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB DCR_GRP_N_ERR_EP: Group GRP_DB has failed endpoints: {0,1}.");
    }
}
