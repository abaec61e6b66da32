package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmArch;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.LocalPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemoteArchivesTest extends RuleLaws {
    RemoteArchivesTest() {
        super(new RemoteArchives());
    }

    @Test
    void no_such_instance() {
        assertThat(found(dmArch(
                        archived(),
                        1,
                        x -> DmArch.builder()
                                .from(x)
                                .addArchives(DmArchive.builder()
                                        .section("R")
                                        .type(ArchiveType.REMOTE)
                                        .destination("DSC7")
                                        .incomingPath(LocalPath.of("/in"))
                                        .build())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmarch.ini [R] ARCH_DEST and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB: [R] ARCH_DEST = DSC7; expected DSC0.");
    }

    @Test
    void itself() {
        assertThat(found(dmArch(
                        archived(),
                        1,
                        x -> DmArch.builder()
                                .from(x)
                                .addArchives(DmArchive.builder()
                                        .section("R")
                                        .type(ArchiveType.REMOTE)
                                        .destination("dsc1")
                                        .incomingPath(LocalPath.of("/in"))
                                        .build())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmarch.ini [R] ARCH_DEST and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB: [R] ARCH_DEST = dsc1; expected DSC0.");
    }

    @Test
    void another_one_in_lower_case() {
        assertThat(found(dmArch(
                        archived(),
                        1,
                        x -> DmArch.builder()
                                .from(x)
                                .addArchives(DmArchive.builder()
                                        .section("R")
                                        .type(ArchiveType.REMOTE)
                                        .destination("dsc0")
                                        .incomingPath(LocalPath.of("/in"))
                                        .build())
                                .build())))
                .isEmpty();
    }

    @Test
    void nothing_said() {
        assertThat(found(dmArch(
                        archived(),
                        1,
                        x -> DmArch.builder()
                                .from(x)
                                .addArchives(DmArchive.builder()
                                        .section("R")
                                        .type(ArchiveType.REMOTE)
                                        .build())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmarch.ini [R] ARCH_DEST and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB: [R] ARCH_DEST = (none); expected DSC0.",
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmarch.ini [R] ARCH_INCOMING_PATH and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB: [R] ARCH_INCOMING_PATH = (none); expected /….");
    }

    @Test
    void another_type() {
        assertThat(found(dmArch(
                        archived(),
                        1,
                        x -> DmArch.builder()
                                .from(x)
                                .addArchives(DmArchive.builder()
                                        .section("R")
                                        .type(ArchiveType.REALTIME)
                                        .destination("DSC7")
                                        .build())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_type() {
        assertThat(found(dmArch(
                        archived(),
                        1,
                        x -> DmArch.builder()
                                .from(x)
                                .addArchives(DmArchive.builder()
                                        .section("R")
                                        .destination("DSC7")
                                        .build())
                                .build())))
                .isEmpty();
    }

    @Test
    void no_db_group() {
        assertThat(found(dcr(
                        archived(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .groups(x.groups().subList(0, 2))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/DSC0_conf/dmarch.ini [ARCHIVE_REMOTE1] ARCH_DEST and 10.1.0.1:/data/dmdcr_cfg_bak.ini: [ARCHIVE_REMOTE1] ARCH_DEST = DSC1; expected (none).",
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmarch.ini [ARCHIVE_REMOTE1] ARCH_DEST and 10.1.0.1:/data/dmdcr_cfg_bak.ini: [ARCHIVE_REMOTE1] ARCH_DEST = DSC0; expected (none).");
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
}
