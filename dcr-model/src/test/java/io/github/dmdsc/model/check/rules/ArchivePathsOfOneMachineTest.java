package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmArch;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import org.junit.jupiter.api.Test;

class ArchivePathsOfOneMachineTest extends RuleLaws {
    ArchivePathsOfOneMachineTest() {
        super(new ArchivePathsOfOneMachine());
    }

    @Test
    void two_instances_of_one_machine() {
        Cluster cluster = ClusterLayout.builder()
                .oneMachine(true)
                .archives(ClusterLayout.Archives.LOCAL)
                .build()
                .cluster();

        assertThat(found(withPath(cluster, "/arch/DSC0/")))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/DSC1_conf/dmarch.ini [ARCHIVE_LOCAL1] ARCH_DEST and 10.1.0.1:/data/DSC0_conf/dmarch.ini [ARCHIVE_LOCAL1] ARCH_DEST: ARCH_DEST = /arch/DSC0/ of DSC1 is also the local archive of DSC0 on the same machine (10.1.0.1), which leads to error -1521.");
    }

    @Test
    void the_same_path_on_two_machines_and_a_relative_one() {
        assertThat(found(withPath(archived(), "/arch/DSC0"))).isEmpty();
    }

    private static Cluster withPath(Cluster cluster, String path) {
        return dmArch(
                cluster, 1, arch -> arch.withArchives(arch.archives().get(0).withDestination(path)));
    }

    @Test
    void only_absolute_paths_of_local_archives() {
        Cluster cluster = ClusterLayout.builder()
                .oneMachine(true)
                .archives(ClusterLayout.Archives.LOCAL)
                .build()
                .cluster();
        Cluster relative = dmArch(
                withPath(cluster, "arch"),
                0,
                arch -> arch.withArchives(arch.archives().get(0).withDestination("arch")));
        Cluster remote = dmArch(
                withPath(cluster, "/arch/DSC0"),
                1,
                arch -> arch.withArchives(arch.archives().get(0).withType(ArchiveType.REMOTE)));

        assertThat(found(relative)).isEmpty();
        assertThat(found(remote)).isEmpty();
    }
}
