package io.github.dmdsc.model.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MachinesTest {
    private static final Cluster CLUSTER = ClusterLayout.builder().build().cluster();

    private static void isSecondMachine(Cluster cluster, String address) {
        Machines machines = Machines.of(cluster);

        assertThat(machines.machine(address)).isEqualTo(machines.machine("10.1.0.2"));
        assertThat(machines.machine(address)).isNotEqualTo(machines.machine("10.1.0.1"));
    }

    private static Cluster endpoint(GroupType type, String host) {
        return ClusterEdits.endpoint(
                CLUSTER,
                type,
                1,
                endpoint -> DcrEndpoint.builder()
                        .from(endpoint)
                        .host(HostAddress.of(host))
                        .build());
    }

    @Test
    void a_machine_is_known_by_the_addresses_of_all_its_endpoints() {
        for (GroupType type : GroupType.values()) {
            isSecondMachine(endpoint(type, "172.16.0.2"), "172.16.0.2");
        }
    }

    @Test
    void a_machine_is_known_by_its_addresses_in_both_mal_files() {
        for (GroupType type : new GroupType[] {GroupType.ASM, GroupType.DB}) {
            Cluster cluster = ClusterEdits.malInstance(
                    CLUSTER,
                    type,
                    1,
                    instance -> MalInstance.builder()
                            .from(instance)
                            .host(HostAddress.of("172.16.0.2"))
                            .serviceHost(HostAddress.of("172.16.0.3"))
                            .build());

            isSecondMachine(cluster, "172.16.0.2");
            isSecondMachine(cluster, "172.16.0.3");
        }
    }

    @Test
    void case_and_zone_make_no_other_machine() {
        isSecondMachine(endpoint(GroupType.CSS, "FE80::9%ens1"), "fe80::9%2");
        assertThat(Machines.of(CLUSTER).machine("%2")).isEqualTo("%2");
    }

    @Test
    void an_instance_without_a_name_says_nothing() {
        Cluster cluster = ClusterEdits.malInstance(
                ClusterEdits.endpoint(
                        CLUSTER,
                        GroupType.DB,
                        1,
                        endpoint -> DcrEndpoint.builder()
                                .from(endpoint)
                                .name(Optional.empty())
                                .build()),
                GroupType.DB,
                0,
                instance -> MalInstance.builder()
                        .from(instance)
                        .name(Optional.empty())
                        .host(HostAddress.of("172.16.0.2"))
                        .build());
        Machines machines = Machines.of(cluster);

        assertThat(machines.machine("172.16.0.2")).isNotEqualTo(machines.machine("10.1.0.2"));
    }

    @Test
    void addresses_that_lead_from_one_to_the_next_are_one_machine() {
        Cluster chained = ClusterEdits.endpoint(
                endpoint(GroupType.CSS, "172.16.0.2"),
                GroupType.CSS,
                0,
                endpoint -> DcrEndpoint.builder()
                        .from(endpoint)
                        .host(HostAddress.of("172.16.0.2"))
                        .build());
        Machines machines = Machines.of(chained);

        assertThat(machines.machine("192.168.1.1")).isEqualTo(machines.machine("192.168.1.2"));
    }
}
