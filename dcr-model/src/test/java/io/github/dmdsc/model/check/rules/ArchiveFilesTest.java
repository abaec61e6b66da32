package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmIni;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchiveFilesTest extends RuleLaws {
    ArchiveFilesTest() {
        super(new ArchiveFiles());
    }

    @Test
    void on_without_a_file() {
        assertThat(found(node(
                        archived(),
                        1,
                        x -> ClusterNode.builder()
                                .from(x)
                                .dmArch(Optional.empty())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini ARCH_INI: ARCH_INI = 1 on 10.1.0.2, but there is no dmarch.ini in its CONFIG_PATH.");
    }

    @Test
    void off_without_a_file() {
        assertThat(found(cluster())).isEmpty();
    }

    @Test
    void not_said() {
        assertThat(found(dmIni(
                        node(
                                archived(),
                                1,
                                x -> ClusterNode.builder()
                                        .from(x)
                                        .dmArch(Optional.empty())
                                        .build()),
                        1,
                        x -> DmIni.builder().from(x).archIni(Optional.empty()).build())))
                .isEmpty();
    }
}
