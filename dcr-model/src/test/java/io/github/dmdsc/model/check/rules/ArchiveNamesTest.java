package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmArch;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArchiveNamesTest extends RuleLaws {
    ArchiveNamesTest() {
        super(new ArchiveNames());
    }

    @Test
    void the_reserved_name() {
        assertThat(found(dmArch(
                        archived(),
                        1,
                        arch -> arch.withArchives(arch.archives().get(0).withSection("standby_archive")))))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmarch.ini [standby_archive]: The section name [standby_archive] is reserved by the server.");
    }
}
