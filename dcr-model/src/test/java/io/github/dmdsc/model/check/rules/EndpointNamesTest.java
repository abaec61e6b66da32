package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointNamesTest extends RuleLaws {
    EndpointNamesTest() {
        super(new EndpointNames());
    }

    @Test
    void the_same_name_in_another_case() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.CSS,
                        1,
                        x -> DcrEndpoint.builder().from(x).name("css0").build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #2 DCR_EP_NAME and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #1 DCR_EP_NAME: Two CSS endpoints are called css0.");
    }

    @Test
    void the_same_name_in_another_type() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.CSS,
                        1,
                        x -> DcrEndpoint.builder().from(x).name("ASM0").build())))
                .isEmpty();
    }

    @Test
    void endpoints_without_names() {
        assertThat(found(endpoint(
                        endpoint(
                                cluster(),
                                GroupType.CSS,
                                1,
                                x -> DcrEndpoint.builder()
                                        .from(x)
                                        .name(Optional.empty())
                                        .build()),
                        GroupType.CSS,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .name(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
