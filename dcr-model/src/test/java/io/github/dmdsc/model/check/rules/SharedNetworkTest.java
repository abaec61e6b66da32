package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dbMal;
import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalInstance;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedNetworkTest extends RuleLaws {
    SharedNetworkTest() {
        super(new SharedNetwork());
    }

    @Test
    void one_address_for_both() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder()
                                .from(x)
                                .serviceHost(HostAddress.of("10.1.0.2"))
                                .build())))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST1] MAL_INST_HOST and 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST1] MAL_HOST: DSC1 uses 10.1.0.2 for clients and for MAL.");
    }

    @Test
    void but_for_the_zone() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder()
                                .from(x)
                                .name(Optional.empty())
                                .host(HostAddress.of("fe80::1%a"))
                                .serviceHost(HostAddress.of("fe80::1%b"))
                                .build())))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST1] MAL_INST_HOST and 10.1.0.1:/data/DSC0_conf/dmmal.ini [MAL_INST1] MAL_HOST: (none) uses fe80::1 for clients and for MAL.");
    }

    @Test
    void neither_is_said() {
        assertThat(found(malInstance(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> MalInstance.builder()
                                .from(x)
                                .host(Optional.empty())
                                .serviceHost(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void a_partner_outside_the_cluster_is_not_judged() {
        HostAddress address = HostAddress.of("10.9.0.1");
        MalInstance partner = MalInstance.builder()
                .section("MAL_INST9")
                .name("EP01")
                .host(address)
                .serviceHost(address)
                .build();

        assertThat(found(dbMal(
                        cluster(),
                        0,
                        mal -> mal.withInstances(Stream.concat(mal.instances().stream(), Stream.of(partner))
                                .toList()))))
                .isEmpty();
    }
}
