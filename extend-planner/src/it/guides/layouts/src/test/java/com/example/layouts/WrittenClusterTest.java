package com.example.layouts;

import static com.example.layouts.PlannedClusterTest.LAYOUT;
import static io.github.dmdsc.model.fixtures.DmdscAssertions.assertThat;

import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.Lenses;
import io.github.dmdsc.model.AsmPath;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmInit;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.check.Read;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layout as files, and with one node more. */
class WrittenClusterTest {
    @Test
    void the_layout_is_written_and_read_back(@TempDir Path work) {
        ClusterFiles files = ClusterLens.create(LAYOUT.cluster());

        assertThat(ClusterDirectory.write(files, work.resolve("cluster"))).isEmpty();

        Read<ClusterFiles> read = ClusterDirectory.read(work.resolve("cluster"));
        assertThat(read.findings()).isEmpty();
        ClusterDiff diff = ClusterDiff.of(files, read.value());
        assertThat(diff.isEmpty()).as(diff.text(Locale.ENGLISH)).isTrue();
        assertThat(ClusterLens.get(read.value()).cluster().orElseThrow()).isEqualTo(LAYOUT.cluster());
    }

    @Test
    void the_planner_makes_the_layout_of_one_node_more() {
        ConfigFile<DmInit> database = LAYOUT.dmInit(AsmPath.of("+PAYLOG/log"), Megabytes.of(256));
        ClusterFiles files = ClusterLens.create(LAYOUT.cluster())
                .with(database.file(), Lenses.DMINIT.create(database.value()).toBytes());
        ExtendRequest request = ExtendRequest.forHost("172.20.5.13")
                .serviceHost(HostAddress.of("172.20.6.13"))
                .addDcrvDisks("/dev/pay/d0", "/dev/pay/d1", "/dev/pay/d2")
                .build();

        PlanResult result = ExtendPlanner.plan(files, request);

        assertThat(result).isInstanceOf(PlanResult.Planned.class);
        ClusterFiles extended = ((PlanResult.Planned) result).target();
        assertThat(ClusterLens.get(extended).cluster().orElseThrow())
                .isEqualTo(LAYOUT.withNodes(3).cluster());
    }
}
