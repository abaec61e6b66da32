package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.fixtures.DeclaredKinds;
import org.junit.jupiter.api.Test;

/** Tests the texts of all findings of this module. */
class FindingTextsTest {
    @Test
    void every_kind_has_a_title_messages_and_a_fix_with_the_same_parameters_in_both_languages() {
        assertThat(DeclaredKinds.problems(DeclaredKinds.beside(ClusterLens.class)))
                .isEmpty();
    }

    @Test
    void the_kinds_are_those_of_lines_clusters_and_files() {
        assertThat(DeclaredKinds.beside(ClusterLens.class))
                .extracting(declared -> declared.kind().id().substring(0, 5))
                .containsOnly("CLU-0", "FIL-0", "INI-0");
    }
}
