package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmArch;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmIni;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnusedArchivesTest extends RuleLaws {
    UnusedArchivesTest() {
        super(new UnusedArchives());
    }

    @Test
    void archiving_off() {
        assertThat(found(dmIni(
                        archived(), 1, x -> DmIni.builder().from(x).archIni(0).build())))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1_conf/dm.ini ARCH_INI and 10.1.0.2:/data/DSC1_conf/dmarch.ini: 10.1.0.2:/data/DSC1_conf/dmarch.ini has archives, but archiving is off, so no instance reads it.");
    }

    @Test
    void not_said() {
        assertThat(found(dmIni(
                        archived(),
                        1,
                        x -> DmIni.builder().from(x).archIni(Optional.empty()).build())))
                .containsExactly(
                        "WARNING at 10.1.0.2:/data/DSC1_conf/dm.ini ARCH_INI and 10.1.0.2:/data/DSC1_conf/dmarch.ini: 10.1.0.2:/data/DSC1_conf/dmarch.ini has archives, but archiving is off, so no instance reads it.");
    }

    @Test
    void a_file_without_archives() {
        assertThat(found(dmIni(
                        dmArch(
                                archived(),
                                1,
                                x -> DmArch.builder()
                                        .from(x)
                                        .archives(List.of())
                                        .build()),
                        1,
                        x -> DmIni.builder().from(x).archIni(0).build())))
                .isEmpty();
    }

    @Test
    void no_dm_ini() {
        assertThat(found(node(
                        archived(),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .dmIni(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_file() {
        assertThat(found(node(
                        dmIni(
                                archived(),
                                1,
                                x -> DmIni.builder().from(x).archIni(0).build()),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .dmArch(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
