package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.AsmPath;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.LocalPath;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigPathsTest extends RuleLaws {
    ConfigPathsTest() {
        super(new ConfigPaths());
    }

    @Test
    void on_asm() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .configPath(AsmPath.of("+DATA/c"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini CONFIG_PATH: CONFIG_PATH = +DATA/c is on ASM; it must be a local directory.");
    }

    @Test
    void missing() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .configPath(Optional.empty())
                                .build())))
                .containsExactly("ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini CONFIG_PATH: CONFIG_PATH is missing.");
    }

    @Test
    void that_of_another_node() {
        assertThat(found(dmIni(
                        oneMachine(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .configPath(LocalPath.of("/data/DSC0_conf"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/DSC1_conf/dm.ini CONFIG_PATH and 10.1.0.1:/data/DSC0_conf/dm.ini CONFIG_PATH: CONFIG_PATH = /data/DSC0_conf is already used by another node.");
    }

    @Test
    void the_same_on_another_host() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .configPath(LocalPath.of("/data/DSC0_conf"))
                                .build())))
                .isEmpty();
    }

    @Test
    void no_dm_ini() {
        assertThat(found(node(
                        cluster(),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .dmIni(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void that_of_another_node_in_another_spelling() {
        assertThat(found(dmIni(
                        oneMachine(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .configPath(LocalPath.of("/data//DSC0_conf/"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/DSC1_conf/dm.ini CONFIG_PATH and 10.1.0.1:/data/DSC0_conf/dm.ini CONFIG_PATH: CONFIG_PATH = /data//DSC0_conf/ is already used by another node.");
    }

    private static Cluster oneMachine() {
        return ClusterLayout.builder().oneMachine(true).build().cluster();
    }
}
