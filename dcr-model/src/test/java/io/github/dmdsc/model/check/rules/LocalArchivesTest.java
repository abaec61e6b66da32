package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmArch;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmIni;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalArchivesTest extends RuleLaws {
    LocalArchivesTest() {
        super(new LocalArchives());
    }

    @Test
    void only_a_remote_archive() {
        assertThat(found(dmArch(
                        archived(),
                        1,
                        x -> DmArch.builder()
                                .from(x)
                                .archives(x.archives().subList(1, 2))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmarch.ini and 10.1.0.2:/data/DSC1_conf/dm.ini ARCH_INI: ARCH_INI = 1, but 10.1.0.2:/data/DSC1_conf/dmarch.ini has no section with ARCH_TYPE = LOCAL and an ARCH_DEST.");
    }

    @Test
    void a_local_archive_without_directory() {
        assertThat(found(dmArch(
                        archived(),
                        1,
                        x -> DmArch.builder()
                                .from(x)
                                .archives(List.of(DmArchive.builder()
                                        .section("A")
                                        .type(ArchiveType.LOCAL)
                                        .build()))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmarch.ini and 10.1.0.2:/data/DSC1_conf/dm.ini ARCH_INI: ARCH_INI = 1, but 10.1.0.2:/data/DSC1_conf/dmarch.ini has no section with ARCH_TYPE = LOCAL and an ARCH_DEST.");
    }

    @Test
    void in_lower_case() {
        assertThat(found(dmArch(
                        archived(),
                        1,
                        x -> DmArch.builder()
                                .from(x)
                                .archives(List.of(DmArchive.builder()
                                        .section("A")
                                        .type(ArchiveType.LOCAL)
                                        .destination("/arch")
                                        .build()))
                                .build())))
                .isEmpty();
    }

    @Test
    void archiving_off() {
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
    void not_said() {
        assertThat(found(dmIni(
                        dmArch(
                                archived(),
                                1,
                                x -> DmArch.builder()
                                        .from(x)
                                        .archives(List.of())
                                        .build()),
                        1,
                        x -> DmIni.builder().from(x).archIni(Optional.empty()).build())))
                .isEmpty();
    }

    @Test
    void no_dm_ini() {
        assertThat(found(node(
                        dmArch(
                                archived(),
                                1,
                                x -> DmArch.builder()
                                        .from(x)
                                        .archives(List.of())
                                        .build()),
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
                        archived(),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .dmArch(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
