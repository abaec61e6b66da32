package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.fixtures.Unreadable;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchiveFilesTest extends RuleLaws {
    ArchiveFilesTest() {
        super(new ArchiveFiles());
    }

    @Test
    void on_without_a_file() {
        assertThat(found(withoutFile()))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dm.ini ARCH_INI: ARCH_INI = 1 on 10.1.0.2, but there is no dmarch.ini in its CONFIG_PATH.");
    }

    @Test
    void off_without_a_file() {
        assertThat(found(cluster())).isEmpty();
    }

    @Test
    void not_said() {
        assertThat(found(dmIni(withoutFile(), 1, x -> x.withArchIni(Optional.empty()))))
                .isEmpty();
    }

    @Test
    void in_a_directory_that_cannot_be_read() {
        assertThat(found(dmIni(withoutFile(), 1, x -> x.withOrigin(new Unreadable(DmIni.CONFIG_PATH)))))
                .isEmpty();
    }

    private static Cluster withoutFile() {
        return node(
                archived(),
                1,
                x -> ClusterNode.builder().from(x).dmArch(Optional.empty()).build());
    }
}
