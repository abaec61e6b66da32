package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import org.junit.jupiter.api.Test;

class AddressesOfOthersTest extends RuleLaws {
    AddressesOfOthersTest() {
        super(new AddressesOfOthers());
    }

    @Test
    void the_address_of_another_node_in_dmmal_ini() {
        assertThat(found(malInstance(cluster(), GroupType.DB, 1, x -> x.withHost(HostAddress.of("10.1.0.1")))))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST1] MAL_HOST: 10.1.0.1 of DSC1 is the address of DSC0, which is on another host.");
    }

    @Test
    void nodes_of_one_machine_share_their_address() {
        assertThat(found(ClusterLayout.builder().oneMachine(true).build().cluster()))
                .isEmpty();
    }

    @Test
    void an_address_of_nobody() {
        assertThat(found(malInstance(cluster(), GroupType.DB, 1, x -> x.withHost(HostAddress.of("10.7.0.1")))))
                .isEmpty();
    }
}
