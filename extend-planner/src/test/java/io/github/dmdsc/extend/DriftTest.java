package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.diff.Drift;
import io.github.dmdsc.ini.diff.PartKind;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void an_instance_that_one_copy_lacks_is_reported_for_that_copy() {
        ClusterFiles files = Example.files();
        IniDocument document = IniDocument.parse(files.bytes(Example.MAL_2));
        ClusterFiles lacking = files.with(
                Example.MAL_2, document.remove(document.sections().get(2)).toBytes());

        assertThat(Drift.of(lacking).unexplained()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(PartKind.MAL_INSTANCE);
            assertThat(difference.part()).isEqualTo("DSC1");
            assertThat(difference.key()).isEmpty();
            assertThat(difference.nodes().get(0).texts()).contains(List.of("DSC1"));
            assertThat(difference.nodes().get(1).texts()).isEmpty();
        });
    }

    @Test
    void a_file_that_must_be_equal_on_all_nodes_has_no_own_parameters() {
        ClusterFiles swapped = Example.set(Example.files(), Example.MAL_2, 1, "MAL_HOST", "10.0.2.102");

        assertThat(Drift.of(swapped).unexplained())
                .extracting(difference -> difference.part() + " " + difference.key())
                .containsExactly("DSC0 MAL_HOST");
    }

    @ParameterizedTest
    @CsvSource({
        "/home/data/dsc1_config/dm.ini, false",
        "/home/data/dsc1_config/dmmal.ini, false",
        "/home/data/dsc1_config/dmarch.ini, true",
        "/home/data/dmasvrmal.ini, false",
    })
    void a_file_that_one_node_lacks_is_the_only_difference(String path, boolean complete) {
        FileId missing = new FileId("10.0.2.102", path);

        Drift drift = Drift.of(Example.files().without(missing));

        assertThat(drift.isComplete()).isEqualTo(complete);
        assertThat(drift.unexplained()).singleElement().satisfies(difference -> {
            assertThat(difference.file()).isEqualTo(missing.name());
            assertThat(difference.part() + difference.key()).isEmpty();
            assertThat(difference.nodes().get(0).texts()).contains(List.of(missing.name()));
            assertThat(difference.nodes().get(1))
                    .isEqualTo(new Drift.OnNode("10.0.2.102", Optional.empty(), Location.of(missing)));
        });
    }

    @Test
    void a_node_without_dmdcr_ini_is_a_difference_at_its_endpoint_in_the_dcr() {
        Drift drift = Drift.of(Example.files().without(Example.DMDCR_2));

        assertThat(drift.unexplained()).singleElement().satisfies(difference -> {
            assertThat(difference.file()).isEqualTo("dmdcr.ini");
            Drift.OnNode second = difference.nodes().get(1);
            assertThat(second.host()).isEqualTo("10.0.2.102");
            assertThat(second.texts()).isEmpty();
            assertThat(second.at()).isEqualTo(Location.of(Example.DCR_1, 16, 1));
        });
        assertThat(Drift.of(Example.files(), Example.DMDCR_2::equals).unexplained())
                .isEmpty();
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
