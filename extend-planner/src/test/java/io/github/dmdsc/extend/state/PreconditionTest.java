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

/** What a monitor shows, held against the files of a cluster before its extension is planned. */
class PreconditionTest {
    private static final DmdcrCfg DCR =
            ClusterCheck.of(Example.files()).cluster().orElseThrow().dcr().value();

    private static List<Finding> check(String text) {
        return Shown.show(text).check(DCR);
    }

    @Test
    void of_a_cluster_that_is_well_and_fits_nothing_is_said() {
        assertThat(check(Shown.WELL)).isEmpty();
    }

    @Test
    void an_endpoint_that_failed_is_named_once_with_its_line() {
        String row = "DSC1          1         5236    Normal Node  OPEN               WORKING      OK           TRUE ";
        String failed =
                row.replace("OPEN    ", "SHUTDOWN").replace("OK   ", "ERROR").replace("TRUE ", "FALSE");

        List<Finding> findings = check(Shown.WELL.replace(row, failed));

        assertThat(findings).extracting(Finding::ruleId).containsExactly("STA-0201");
        assertThat(findings.get(0).primary()).isEqualTo(Shown.lineOf(Shown.WELL, row));
        assertThat(findings.get(0).message().en()).contains("DB DSC1");
    }

    @Test
    void a_group_that_handles_a_failure_is_not_well() {
        assertThat(check(Shown.WELL.replaceFirst("break ep = NULL", "break ep = ASM1")))
                .extracting(Finding::ruleId)
                .containsExactly("STA-0201");
    }

    @Test
    void a_text_that_was_cut_off_does_not_tell() {
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
    void what_the_files_do_not_know_is_another_cluster(String own, String other, String which) {
        assertThat(check(Shown.WELL.replace(own, other)))
                .filteredOn(finding -> finding.ruleId().equals("STA-0203"))
                .singleElement()
                .extracting(Finding::variant)
                .isEqualTo(which);
    }
}
