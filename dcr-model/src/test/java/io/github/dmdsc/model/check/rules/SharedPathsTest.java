package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.AsmPath;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.LocalPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SharedPathsTest extends RuleLaws {
    SharedPathsTest() {
        super(new SharedPaths());
    }

    @Test
    void another_control_file() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .ctlPath(AsmPath.of("+DATA/x"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini CTL_PATH and 10.1.0.1:/data/DSC0_conf/dm.ini CTL_PATH: CTL_PATH is +DATA/x here, but +DATA/dsc/dm.ctl on another node. Every instance opens the same database on ASM.");
    }

    @Test
    void another_system_directory() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .systemPath(AsmPath.of("+DATA/x"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini SYSTEM_PATH and 10.1.0.1:/data/DSC0_conf/dm.ini SYSTEM_PATH: SYSTEM_PATH is +DATA/x here, but +DATA/dsc on another node. Every instance opens the same database on ASM.");
    }

    @Test
    void another_spelling_of_the_same_directory() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .systemPath(AsmPath.of("+DATA//dsc/"))
                                .build())))
                .isEmpty();
    }

    @Test
    void local_on_every_node() {
        assertThat(found(dmIni(
                        dmIni(
                                cluster(),
                                0,
                                x -> DmIni.builder()
                                        .from(x)
                                        .ctlPath(LocalPath.of("/x"))
                                        .build()),
                        1,
                        x -> DmIni.builder().from(x).ctlPath(LocalPath.of("/x")).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/DSC0_conf/dm.ini CTL_PATH: CTL_PATH = /x is a local path. Every instance opens the same database on ASM.",
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini CTL_PATH: CTL_PATH = /x is a local path. Every instance opens the same database on ASM.");
    }

    @Test
    void missing_on_one() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .systemPath(Optional.empty())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini SYSTEM_PATH and 10.1.0.1:/data/DSC0_conf/dm.ini SYSTEM_PATH: SYSTEM_PATH is (none) here, but +DATA/dsc on another node. Every instance opens the same database on ASM.");
    }

    @Test
    void missing_on_the_first() {
        assertThat(found(dmIni(
                        cluster(),
                        0,
                        x -> DmIni.builder()
                                .from(x)
                                .systemPath(Optional.empty())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/DSC0_conf/dm.ini SYSTEM_PATH and 10.1.0.2:/data/DSC1_conf/dm.ini SYSTEM_PATH: SYSTEM_PATH is (none) here, but +DATA/dsc on another node. Every instance opens the same database on ASM.");
    }

    @Test
    void missing_on_all() {
        assertThat(found(dmIni(
                        dmIni(
                                cluster(),
                                0,
                                x -> DmIni.builder()
                                        .from(x)
                                        .systemPath(Optional.empty())
                                        .build()),
                        1,
                        x -> DmIni.builder()
                                .from(x)
                                .systemPath(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void local_without_asm() {
        assertThat(found(dcr(
                        dmIni(
                                dmIni(
                                        cluster(),
                                        0,
                                        x -> DmIni.builder()
                                                .from(x)
                                                .ctlPath(LocalPath.of("/x"))
                                                .build()),
                                1,
                                x -> DmIni.builder()
                                        .from(x)
                                        .ctlPath(LocalPath.of("/x"))
                                        .build()),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .groups(List.of(x.groups().get(0), x.groups().get(2)))
                                .build())))
                .isEmpty();
    }

    @Test
    void local_on_one() {
        assertThat(found(dmIni(
                        cluster(),
                        1,
                        x -> DmIni.builder().from(x).ctlPath(LocalPath.of("/x")).build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini CTL_PATH: CTL_PATH = /x is a local path. Every instance opens the same database on ASM.");
    }
}
