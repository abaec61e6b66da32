package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.GroupType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MissingAddressesTest extends RuleLaws {
    MissingAddressesTest() {
        super(new MissingAddresses());
    }

    @Test
    void one_css_without_an_address() {
        assertThat(found(endpoint(cluster(), GroupType.CSS, 0, x -> x.withHost(Optional.empty()))))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #1 DCR_EP_HOST and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #2 DCR_EP_HOST: CSS0 has no DCR_EP_HOST, but CSS1 of the same group has one.");
    }

    @Test
    void no_css_has_an_address() {
        assertThat(found(endpoint(
                        endpoint(cluster(), GroupType.CSS, 0, x -> x.withHost(Optional.empty())),
                        GroupType.CSS,
                        1,
                        x -> x.withHost(Optional.empty()))))
                .isEmpty();
    }
}
