package com.example.layouts;

import static io.github.dmdsc.model.fixtures.DmdscAssertions.assertThat;
import static io.github.dmdsc.model.fixtures.SoftDmdscAssertions.assertSoftlyThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import org.junit.jupiter.api.Test;

/** The layout for next year. */
class PlannedClusterTest {
    static final ClusterLayout LAYOUT = ClusterLayout.builder()
            .edition(StorageEdition.MIRROR)
            .hosts("172.20.5.11", "172.20.5.12", "172.20.5.13")
            .serviceHosts("172.20.6.11", "172.20.6.12", "172.20.6.13")
            .monitorHosts("172.20.5.9")
            .nodes(2)
            .dbName("PAY")
            .asmName("PAYASM")
            .cssName("PAYCSS")
            .cssPort(15_100)
            .asmPort(15_200)
            .dbPort(15_300)
            .directory("/dm/pay")
            .dcrvDirectories("/dev/pay")
            .archives(Archives.LOCAL)
            .archiveDirectory("/dm/arch")
            .build();

    private final Cluster planned = LAYOUT.cluster();

    @Test
    void the_layout_is_sound() {
        assertThat(planned)
                .hasNoErrors()
                .hasUniquePorts()
                .hasUniqueShmKeys()
                .hasContiguousSeqnos()
                .isExtendable();
    }

    @Test
    void a_port_that_the_firewall_team_gave_us_is_free() {
        Cluster changed = planned.withMember(1, member -> member.withAsmPort(17_000));

        assertSoftlyThat(softly -> {
            softly.assertThat(changed).hasUniquePorts();
            softly.assertThat(changed.member(1).port(GroupType.ASM)).contains(Port.of(17_000));
        });
    }
}
