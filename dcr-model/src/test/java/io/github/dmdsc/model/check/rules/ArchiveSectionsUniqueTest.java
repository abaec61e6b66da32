package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmArch;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import org.junit.jupiter.api.Test;

class ArchiveSectionsUniqueTest extends RuleLaws {
    ArchiveSectionsUniqueTest() {
        super(new ArchiveSectionsUnique());
    }

    @Test
    void two_archives_in_sections_of_one_name() {
        assertThat(found(dmArch(
                        archived(),
                        1,
                        x -> DmArch.builder()
                                .from(x)
                                .addArchives(DmArchive.builder()
                                        .section("archive_local1")
                                        .type(ArchiveType.REMOTE)
                                        .build())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmarch.ini [archive_local1] and 10.1.0.2:/data/DSC1_conf/dmarch.ini [ARCHIVE_LOCAL1]: Section [archive_local1] is in 10.1.0.2:/data/DSC1_conf/dmarch.ini twice.");
    }

    @Test
    void no_archives() {
        assertThat(found(cluster())).isEmpty();
    }
}
