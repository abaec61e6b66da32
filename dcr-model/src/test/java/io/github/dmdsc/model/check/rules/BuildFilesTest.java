package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmdcrCfg;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BuildFilesTest extends RuleLaws {
    BuildFilesTest() {
        super(new BuildFiles());
    }

    @Test
    void an_export() {
        assertThat(found(cluster())).isEmpty();
    }

    @Test
    void a_file_that_lacks_what_only_an_export_has() {
        assertThat(found(built()))
                .singleElement()
                .asString()
                .startsWith("WARNING at 10.1.0.1:/data/dmdcr_cfg_bak.ini: ");
    }

    @Test
    void a_file_without_groups_is_neither() {
        assertThat(found(dcr(built(), x -> x.withGroups(List.of())))).isEmpty();
    }

    private static Cluster built() {
        return dcr(
                cluster(),
                x -> DmdcrCfg.builder()
                        .from(x)
                        .groups(x.groups().stream()
                                .map(group -> group.withEndpointNumbers(Optional.empty()))
                                .toList())
                        .build());
    }
}
