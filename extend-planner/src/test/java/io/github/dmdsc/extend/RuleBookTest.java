package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules on the shipped example with one defect: each rule reports the defect and names the file. */
class RuleBookTest {
    private static final FileId ASM_MAL_2 = new FileId("10.0.2.102", "/home/data/dmasvrmal.ini");
    private static final FileId DB_MAL_1 = new FileId("10.0.2.101", "/home/data/dsc0_config/dmmal.ini");
    private static final FileId DB_MAL_2 = new FileId("10.0.2.102", "/home/data/dsc1_config/dmmal.ini");
    private static final FileId ASM_MAL_1 = new FileId("10.0.2.101", "/home/data/dmasvrmal.ini");

    // Sections of the export: 1 GRP CSS, 2-3 CSS0-1, 4 GRP ASM, 5-6 ASM0-1, 7 GRP DSC, 8-9 DSC0-1.
    static Stream<Arguments> defects() {
        return Stream.of(
                defect("DSC-0101", Example.DCR_1, dcr(0, "DCR_N_GRP", "4")),
                defect("DSC-0102", Example.DCR_1, dcr(4, "DCR_GRP_TYPE", "CSS")),
                defect("DSC-0103", Example.DCR_1, dcr(7, "DCR_GRP_NAME", "GRP_ASM")),
                defect("DSC-0104", Example.DCR_1, dcr(1, "DCR_GRP_N_EP", "3")),
                defect("DSC-0105", Example.DCR_1, dcr(1, "DCR_GRP_EP_ARR", "{0,2}")),
                defect("DSC-0106", Example.DCR_1, dcr(9, "DCR_EP_SEQNO", "0")),
                defect("DSC-0107", Example.DCR_1, dcr(6, "DCR_EP_NAME", "ASM0")),
                defect(
                        "DSC-0108",
                        Example.DCR_1,
                        files -> withoutSection(dcr(4, "DCR_GRP_N_EP", "1").apply(files), 6)),
                defect("DSC-0109", Example.DCR_1, dcr(7, "DCR_GRP_N_ERR_EP", "1")),
                defect("DSC-0109", Example.DCR_1, dcr(7, "DCR_GRP_ERR_EP_ARR", "{1}")),
                defect("DSC-0114", Example.DCR_1, files -> both(files, "DCR_VTD_PATH")),
                defect("DSC-0110", Example.DCR_1, files -> both(files, "DCR_OGUID")),
                defect("DSC-0110", Example.DCR_1, dcr(5, "DCR_EP_PORT", "")),
                defect("DSC-0111", Example.DCR_1, dcr(0, "DCR_VTD_PATH", "/dev/盘")),
                defect("DSC-0201", Example.DM_INI_2, one(Example.DM_INI_2, 0, "INSTANCE_NAME", "DSC7")),
                defect("DSC-0202", Example.DCR_1, mal(DB_MAL_1, DB_MAL_2, "MAL_INST_NAME", "DSC7")),
                defect("DSC-0203", ASM_MAL_1, mal(ASM_MAL_1, ASM_MAL_2, "MAL_INST_NAME", "ASM7")),
                defect("DSC-0204", DB_MAL_1, mal(DB_MAL_1, DB_MAL_2, "MAL_INST_PORT", "5237")),
                defect("DSC-0205", Example.DM_INI_2, one(Example.DM_INI_2, 0, "PORT_NUM", "5238")),
                defect("DSC-0206", Example.DMDCR_2, one(Example.DMDCR_2, 0, "DMDCR_SEQNO", "7")),
                defect("DSC-0207", Example.DMDCR_2, one(Example.DMDCR_2, 0, "DMDCR_PATH", "/dev/raw/raw7")),
                defect("DSC-0208", ASM_MAL_2, one(ASM_MAL_2, 1, "MAL_PORT", "7999")),
                defect("DSC-0208", DB_MAL_2, one(DB_MAL_2, 0, "MAL_CHECK_INTERVAL", "5")),
                defect("DSC-0209", Example.MONITOR, one(Example.MONITOR, 0, "CSSM_OGUID", "1")),
                defect("DSC-0210", Example.MONITOR, one(Example.MONITOR, 0, "CSSM_CSS_IP", "10.0.2.101:9999")),
                defect("DSC-0211", Example.DM_INI_2, one(Example.DM_INI_2, 0, "CONFIG_PATH", "+DMDATA/c")),
                defect("DSC-0212", Example.DM_INI_1, files -> files.without(Example.ARCH_1)),
                defect("DSC-0213", Example.DMDCR_1, files -> Example.remove(files, Example.DMDCR_1, "DMDCR_MAL_PATH")),
                defect("DSC-0213", Example.DM_INI_1, files -> Example.remove(files, Example.DM_INI_1, "CTL_PATH")),
                defect("DSC-0213", DB_MAL_1, mal(DB_MAL_1, DB_MAL_2, "MAL_PORT", "")),
                defect("DSC-0301", Example.DCR_1, dcr(5, "DCR_EP_PORT", "9341")),
                defect("DSC-0301", DB_MAL_2, mal(DB_MAL_1, DB_MAL_2, "MAL_DW_PORT", "9343")),
                defect("DSC-0301", Example.DCR_1, one(Example.DMDCR_2, 0, "DMDCR_CSS_PORT", "9351")),
                defect("DSC-0235", Example.DCR_1, dcr(5, "DCR_EP_HOST", "10.0.2.102")),
                defect("DSC-0303", ASM_MAL_1, mal(ASM_MAL_1, ASM_MAL_2, "MAL_INST_NAME", "ASM0")));
    }

    private static Arguments defect(String id, FileId where, UnaryOperator<ClusterFiles> change) {
        return Arguments.of(id, where, change);
    }

    private static UnaryOperator<ClusterFiles> one(FileId file, int section, String key, String value) {
        return files -> Example.set(files, file, section, key, value);
    }

    private static UnaryOperator<ClusterFiles> dcr(int section, String key, String value) {
        return files ->
                Example.set(Example.set(files, Example.DCR_1, section, key, value), Example.DCR_2, section, key, value);
    }

    /** Sets a parameter of the second instance in both copies of a MAL file. */
    private static UnaryOperator<ClusterFiles> mal(FileId one, FileId other, String key, String value) {
        return files -> Example.set(Example.set(files, one, 2, key, value), other, 2, key, value);
    }

    private static ClusterFiles both(ClusterFiles files, String key) {
        return Example.remove(Example.remove(files, Example.DCR_1, key), Example.DCR_2, key);
    }

    private static ClusterFiles withoutSection(ClusterFiles files, int section) {
        ClusterFiles changed = files;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            IniDocument document = IniDocument.parse(changed.bytes(dcr));
            changed = changed.with(
                    dcr, document.remove(document.sections().get(section)).toBytes());
        }
        return changed;
    }

    private static List<Finding> findings(ClusterFiles files) {
        return StandardRules.book().check(ClusterLens.get(files).cluster().orElseThrow());
    }

    @Test
    void the_example_breaks_no_rule() {
        assertThat(findings(Example.files())).isEmpty();
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("defects")
    void a_defect_is_reported_at_its_place(String id, FileId where, UnaryOperator<ClusterFiles> change) {
        List<Finding> findings = findings(change.apply(Example.files()));

        assertThat(findings)
                .filteredOn(finding -> finding.ruleId().equals(id))
                .isNotEmpty()
                .allSatisfy(finding -> {
                    assertThat(finding.message().en()).isNotBlank();
                    assertThat(finding.message().zh())
                            .isNotEqualTo(finding.message().en());
                    assertThat(finding.fix().zh()).isNotEqualTo(finding.fix().en());
                })
                .anySatisfy(finding -> {
                    assertThat(finding.primary().host()).isEqualTo(where.host());
                    assertThat(finding.primary().path()).isEqualTo(where.path());
                });
    }

    @Test
    void a_port_of_two_processes_on_one_machine_is_found_under_any_address() {
        // The first node's instance gets a port, on its service address, on which its ASM server listens.
        ClusterFiles files = mal1(Example.files(), "5999");
        List<Finding> before = findings(files);
        assertThat(before).noneMatch(finding -> finding.ruleId().equals("DSC-0301"));

        assertThat(findings(mal1(files, "9349"))).anySatisfy(finding -> {
            assertThat(finding.ruleId()).isEqualTo("DSC-0301");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.related()).hasSize(1);
            assertThat(finding.parameters()).containsEntry("port", Port.of(9349));
        });
    }

    private static ClusterFiles mal1(ClusterFiles files, String port) {
        ClusterFiles changed = Example.set(files, DB_MAL_1, 1, "MAL_INST_DW_PORT", port);
        return Example.set(changed, DB_MAL_2, 1, "MAL_INST_DW_PORT", port);
    }
}
