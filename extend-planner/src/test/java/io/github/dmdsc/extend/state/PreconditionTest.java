package io.github.dmdsc.extend.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ClusterCheck;
import io.github.dmdsc.extend.Example;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the comparison of a monitor's output with the files of a cluster before its extension is planned. */
class PreconditionTest {
    private static final DmdcrCfg DCR =
            ClusterCheck.of(Example.files()).cluster().orElseThrow().dcr().value();

    private static List<Finding> check(String text) {
        return Shown.show(text).check(DCR);
    }

    @Test
    void a_cluster_without_faults_that_matches_its_files_has_no_findings() {
        assertThat(check(Shown.WELL)).isEmpty();
    }

    @Test
    void a_failed_endpoint_is_named_once_with_its_line() {
        String row = "DSC1          1         5236    Normal Node  OPEN               WORKING      OK           TRUE ";
        String failed =
                row.replace("OPEN    ", "SHUTDOWN").replace("OK   ", "ERROR").replace("TRUE ", "FALSE");

        List<Finding> findings = check(Shown.WELL.replace(row, failed));

        assertThat(findings).extracting(Finding::ruleId).containsExactly("STA-0201");
        assertThat(findings.get(0).primary()).isEqualTo(Shown.lineOf(Shown.WELL, row));
        assertThat(findings.get(0).message().en()).contains("DB DSC1");
    }

    @Test
    void a_group_that_handles_a_failure_is_reported() {
        assertThat(check(Shown.WELL.replaceFirst("break ep = NULL", "break ep = ASM1")))
                .extracting(Finding::ruleId)
                .containsExactly("STA-0201");
    }

    @Test
    void an_incomplete_text_is_reported_with_the_missing_endpoints() {
        String cut = Shown.WELL.substring(0, Shown.WELL.indexOf("=================== group[name = GRP_DSC"));

        assertThat(check(cut)).extracting(Finding::ruleId).containsExactly("STA-0202");
        assertThat(check(cut).get(0).parameters()).containsEntry("subjects", List.of("DB DSC0", "DB DSC1"));
    }

    @ParameterizedTest
    @CsvSource({
        "GRP_DSC, GRP_PAY, group",
        "DSC1          1, DSC1          7, number",
        "DSC1          1, DSC9          1, ''"
    })
    void an_output_that_does_not_match_the_files_is_of_another_cluster(String own, String other, String which) {
        assertThat(check(Shown.WELL.replace(own, other)))
                .filteredOn(finding -> finding.ruleId().equals("STA-0203"))
                .singleElement()
                .extracting(Finding::variant)
                .isEqualTo(which);
    }
}
