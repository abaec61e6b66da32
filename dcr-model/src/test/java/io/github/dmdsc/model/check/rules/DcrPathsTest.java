package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.LocalPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DcrPathsTest extends RuleLaws {
    DcrPathsTest() {
        super(new DcrPaths());
    }

    @Test
    void another_disk() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .dcrPath(LocalPath.of("/dev/other"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1/dmdcr.ini DMDCR_PATH and 10.1.0.1:/data/DSC0/dmdcr.ini DMDCR_PATH: DMDCR_PATH is /dev/other here, but /dev/dcr on the first node.");
    }

    @Test
    void the_same_disk_with_a_slash_behind() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder()
                                .from(x)
                                .dcrPath(LocalPath.of("/dev//dcr/"))
                                .build())))
                .isEmpty();
    }

    @Test
    void no_disk() {
        assertThat(found(dmdcr(
                        cluster(),
                        1,
                        x -> Dmdcr.builder().from(x).dcrPath(Optional.empty()).build())))
                .isEmpty();
    }

    @Test
    void no_disk_on_the_first_node() {
        assertThat(found(dmdcr(
                        cluster(),
                        0,
                        x -> Dmdcr.builder().from(x).dcrPath(Optional.empty()).build())))
                .isEmpty();
    }

    @Test
    void no_node() {
        assertThat(found(Cluster.builder().from(cluster()).nodes(List.of()).build()))
                .isEmpty();
    }
}
