package io.github.dmdsc.extend;

import static io.github.dmdsc.model.fixtures.DmdscAssertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DesignedLayoutTest {
    @ParameterizedTest
    @EnumSource
    void a_layout_is_written_read_and_extended_to_the_layout_of_one_node_more(StorageEdition edition) {
        ClusterLayout layout = ClusterLayout.builder()
                .edition(edition)
                .nodes(2)
                .hosts("172.20.5.11", "172.20.5.12", "172.20.5.13")
                .serviceHosts("172.20.6.11", "172.20.6.12", "172.20.6.13")
                .dbName("PAY")
                .asmName("PAYASM")
                .cssPort(15_100)
                .directory("/dm/pay")
                .build();
        ClusterFiles files = ClusterLens.create(layout.cluster());
        var request = ExtendRequest.forHost("172.20.5.13")
                .serviceHost(HostAddress.of("172.20.6.13"))
                .addLogFiles("+LOG/n2_1.log", "+LOG/n2_2.log")
                .logSize(Megabytes.of(128));
        if (edition == StorageEdition.MIRROR) {
            request.addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/dcrv/d2");
        }

        Cluster read = ClusterLens.get(files).cluster().orElseThrow();
        PlanResult result = ExtendPlanner.plan(files, request.build());

        assertThat(read).isEqualTo(layout.cluster());
        assertThat(result)
                .isInstanceOfSatisfying(
                        PlanResult.Planned.class,
                        planned -> assertThat(ClusterLens.get(planned.target())
                                        .cluster()
                                        .orElseThrow())
                                .isEqualTo(layout.withNodes(3).cluster()));
    }
}
