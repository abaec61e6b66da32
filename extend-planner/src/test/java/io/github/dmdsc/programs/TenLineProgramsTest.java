package io.github.dmdsc.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendPlanner;
import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.files.ClusterDirectory;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What an embedder of this module does most often, in at most ten lines and from a package of its own. */
class TenLineProgramsTest {
    private static final Path CLUSTER = Path.of("..", "docs", "examples", "two-node");

    @Test
    void plan_and_take_the_changed_files() {
        ClusterFiles files = ClusterDirectory.read(CLUSTER).value();
        ExtendRequest request = ExtendRequest.forHost("10.0.2.103")
                .serviceHost(HostAddress.of("192.168.56.103"))
                .addLogFiles("+DMLOG/log/DSC2_log01.log", "+DMLOG/log/DSC2_log02.log")
                .logSize(Megabytes.of(256))
                .build();
        PlanResult.Planned planned = (PlanResult.Planned) ExtendPlanner.plan(files, request);

        assertThat(planned.target().hosts())
                .contains("10.0.2.103")
                .hasSize(files.hosts().size() + 1);
    }
}
