package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.diff.Drift;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DriftTest {
    @Test
    void the_shipped_example_does_not_drift() {
        Drift drift = Drift.of(Example.files());

        assertThat(drift.findings()).isEmpty();
        assertThat(drift.unexplained()).isEmpty();
        assertThat(drift.differences())
                .extracting(Drift.Difference::key)
                .containsExactly("DMDCR_DB_STARTUP_CMD", "DMDCR_SEQNO", "CONFIG_PATH", "INSTANCE_NAME", "ARCH_DEST");
    }

    @Test
    void a_parameter_that_differs_on_one_node_is_shown_for_each_node() {
        Drift drift = Drift.of(Example.set(Example.files(), Example.DM_INI_2, "BUFFER", "77"));

        Drift.Difference difference = drift.unexplained().get(0);
        assertThat(drift.unexplained()).hasSize(1);
        assertThat(difference.file()).isEqualTo("dm.ini");
        assertThat(difference.key()).isEqualTo("BUFFER");
        assertThat(difference.nodes()).extracting(Drift.OnNode::host).containsExactly("10.0.2.101", "10.0.2.102");
        assertThat(difference.nodes().get(1).texts()).contains(List.of("77"));
        assertThat(difference.nodes().get(1).at().line()).isPositive();
        assertThat(drift.text(Locale.ENGLISH))
                .contains(
                        "dm.ini: BUFFER\n",
                        "  77\n",
                        "Unexpected differences between the nodes: 1. Expected differences: 5.");
    }

    @Test
    void a_parameter_that_one_node_lacks_is_reported_for_that_node() {
        Drift drift = Drift.of(Example.remove(Example.files(), Example.DM_INI_2, "BUFFER"));

        assertThat(drift.unexplained()).singleElement().satisfies(difference -> {
            assertThat(difference.nodes().get(1).texts()).isEqualTo(Optional.empty());
            assertThat(difference.nodes().get(1).at().path()).isEqualTo(Example.DM_INI_2.path());
        });
        assertThat(drift.text(Locale.CHINESE)).contains("（缺失）");
    }

    @Test
    void a_parameter_of_each_node_that_one_node_lacks_is_drift() {
        assertThat(Drift.of(Example.remove(Example.files(), Example.DMDCR_2, "DMDCR_SEQNO"))
                        .unexplained())
                .extracting(Drift.Difference::key)
                .contains("DMDCR_SEQNO");
    }

    @Test
    void a_file_that_must_be_equal_on_all_nodes_has_no_own_parameters() {
        ClusterFiles swapped = Example.set(Example.files(), Example.MAL_2, 1, "MAL_HOST", "10.0.2.102");

        assertThat(Drift.of(swapped).unexplained())
                .extracting(difference -> difference.part() + " " + difference.key())
                .containsExactly("DSC0 MAL_HOST");
    }

    @Test
    void a_file_that_no_node_has_leaves_the_comparison_incomplete() {
        Drift drift = Drift.of(Example.files().without(Example.MAL_1).without(Example.MAL_2));

        assertThat(drift.unexplained()).isEmpty();
        assertThat(drift.isComplete()).isFalse();
        assertThat(drift.text(Locale.ENGLISH)).contains("incomplete").doesNotContain("differences");
    }

    @Test
    void files_without_a_cluster_give_a_finding_and_not_equality() {
        Drift drift = Drift.of(Example.files().without(Example.DCR_1).without(Example.DCR_2));

        assertThat(drift.differences()).isEmpty();
        assertThat(drift.findings()).extracting(Finding::ruleId).contains("CLU-0102");
    }

    @Test
    void drift_is_canonical_json() {
        assertThat(Drift.of(Example.files()).json())
                .startsWith("{\"differences\":[{\"file\":\"dmdcr.ini\",\"key\":\"DMDCR_DB_STARTUP_CMD\"")
                .endsWith("\"formatVersion\":\"1.0\"}\n");
    }
}
