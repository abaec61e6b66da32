package io.github.dmdsc.ini.lens;

import static io.github.dmdsc.ini.lens.TwoNodes.DCR;
import static io.github.dmdsc.ini.lens.TwoNodes.HOST0;
import static io.github.dmdsc.ini.lens.TwoNodes.HOST1;
import static io.github.dmdsc.ini.lens.TwoNodes.MONITOR;
import static io.github.dmdsc.ini.lens.TwoNodes.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Severity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests the findings of the reader for files that are no complete cluster: CLU-0101 to CLU-0108. */
class ClusterFindingsTest {
    private static final FileId DMDCR0 = file(HOST0, "/home/data/dmdcr.ini");
    private static final FileId DMDCR1 = file(HOST1, "/home/data/dmdcr.ini");

    private static Finding only(ClusterReading reading) {
        assertThat(reading.findings()).hasSize(1);
        return reading.findings().get(0);
    }

    private static void assertSays(Finding finding, String id, String en, String zh) {
        assertThat(finding.ruleId()).isEqualTo(id);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message().en()).isEqualTo(en);
        assertThat(finding.message().zh()).isEqualTo(zh);
        assertThat(finding.fix().en()).isNotBlank().isNotEqualTo(finding.fix().zh());
        assertThat(finding.fix().zh()).startsWith("请");
    }

    @Test
    void no_files_at_all_are_neither_a_node_nor_a_dcr() {
        ClusterReading reading = ClusterLens.get(ClusterFiles.of(Map.of()));

        assertThat(reading.cluster()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::ruleId).containsExactly("CLU-0101", "CLU-0102");
        assertThat(reading.findings()).extracting(Finding::primary).containsOnly(Location.outside("<cluster-dir>"));
        assertSays(
                reading.findings().get(0),
                "CLU-0101",
                "No dmdcr.ini was found, so there is no node. Files named *_example.ini are not read.",
                "未找到 dmdcr.ini，没有任何节点。名为 *_example.ini 的文件不予读取。");
        assertSays(
                reading.findings().get(1),
                "CLU-0102",
                "No DCR configuration was found: no file has DCR_N_GRP or a [GRP] section."
                        + " Files named *_example.ini are not read.",
                "未找到 DCR 配置：没有文件含 DCR_N_GRP 或 [GRP] 配置节。名为 *_example.ini 的文件不予读取。");
    }

    @Test
    void without_a_dcr_the_nodes_are_still_read_and_judged() {
        ClusterReading reading = new TwoNodes()
                .without(DCR)
                .edit(DMDCR1, "SEQNO = 1", "SEQNO = 99")
                .read();

        assertThat(reading.cluster()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::ruleId).containsExactly("CLU-0102", "INI-0101");
    }

    @Test
    void differing_dcr_files_are_all_named() {
        FileId second = file(HOST1, "/home/data/a.ini");
        FileId third = file(HOST1, "/home/data/b.ini");
        ClusterReading reading = new TwoNodes()
                .copy(DCR, second)
                .edit(second, "63635", "1")
                .copy(DCR, third)
                .edit(third, "63635", "2")
                .read();

        Finding finding = only(reading);
        assertThat(reading.cluster()).isEmpty();
        assertThat(finding.primary()).isEqualTo(Location.of(DCR));
        assertThat(finding.related()).containsExactly(Location.of(second), Location.of(third));
        assertSays(
                finding,
                "CLU-0103",
                "There are several DCR configurations, and they differ: " + DCR + " and " + second + ", " + third + ".",
                "有多个内容不同的 DCR 配置：" + DCR + " 与 " + second + "、" + third + "。");
    }

    @Test
    void an_export_is_used_and_the_build_file_beside_it_is_a_note() {
        FileId export = file(HOST0, "/home/data/z_export.ini");
        ClusterReading reading = new TwoNodes()
                .copy(DCR, export)
                .edit(export, "DCR_GRP_N_EP = 2", "DCR_GRP_N_EP = 2\nDCR_GRP_EP_ARR = {0,1}")
                .read();

        Finding finding = reading.findings().get(0);
        assertThat(reading.findings()).hasSize(1);
        assertThat(finding.ruleId()).isEqualTo("CLU-0111");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.primary()).isEqualTo(Location.of(DCR));
        assertThat(finding.related()).containsExactly(Location.of(export));
        assertThat(reading.cluster().orElseThrow().dcr().file()).isEqualTo(export);
        assertThat(reading.cluster().orElseThrow().dcrCopies()).isEmpty();
        assertThat(ClusterLens.get(
                                new TwoNodes()
                                        .copy(DCR, export)
                                        .edit(export, "DCR_GRP_N_EP", "DCR_GRP_EP_ARR = {0,1}\nDCR_GRP_N_EP")
                                        .files(),
                                DCR)
                        .cluster()
                        .orElseThrow()
                        .dcr()
                        .file())
                .isEqualTo(DCR);
    }

    @Test
    void exports_that_differ_are_named_without_the_build_file_beside_them() {
        FileId export = file(HOST0, "/home/data/export.ini");
        FileId other = file(HOST0, "/home/data/other.ini");
        ClusterReading reading = exported(new TwoNodes(), export)
                .copy(export, other)
                .edit(other, "63635", "1")
                .read();

        Finding finding = only(reading);
        assertThat(finding.ruleId()).isEqualTo("CLU-0103");
        assertThat(finding.primary()).isEqualTo(Location.of(export));
        assertThat(finding.related()).containsExactly(Location.of(other));
    }

    @Test
    void an_export_in_a_backup_directory_is_used_before_a_build_file() {
        FileId export = file(HOST0, "/home/data/backup/export.ini");
        ClusterReading reading = exported(new TwoNodes(), export).read();

        Finding finding = only(reading);
        assertThat(finding.ruleId()).isEqualTo("CLU-0111");
        assertThat(finding.primary()).isEqualTo(Location.of(DCR));
        assertThat(reading.cluster().orElseThrow().dcr().file()).isEqualTo(export);
    }

    @Test
    void exports_in_backup_directories_that_differ_are_all_left_out() {
        FileId export = file(HOST0, "/home/data/backup/export.ini");
        FileId other = file(HOST0, "/home/data/backup/other.ini");
        ClusterReading reading = exported(new TwoNodes(), export)
                .copy(export, other)
                .edit(other, "63635", "1")
                .read();

        Finding finding = only(reading);
        assertThat(finding.ruleId()).isEqualTo("CLU-0110");
        assertThat(finding.parameters()).containsEntry("files", List.of(export, other));
        assertThat(reading.cluster().orElseThrow().dcr().file()).isEqualTo(DCR);
    }

    private static TwoNodes exported(TwoNodes files, FileId export) {
        return files.copy(DCR, export).edit(export, "DCR_GRP_N_EP = 2", "DCR_GRP_N_EP = 2\nDCR_GRP_EP_ARR = {0,1}");
    }

    @Test
    void copies_may_differ_in_ends_of_lines_and_comments() {
        FileId copy = file(HOST1, "/home/data/dmdcr_cfg_bak.ini");
        ClusterReading reading = new TwoNodes()
                .copy(DCR, copy)
                .edit(copy, "\n", " # of the second node\r\n")
                .edit(copy, "DCR_GRP_NAME", "  dcr_grp_name")
                .read();

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.cluster().orElseThrow().dcrCopies()).containsExactly(copy);
    }

    @Test
    void files_in_backup_directories_are_left_out() {
        FileId oldDcr = file(HOST0, "/home/data/bak/dmdcr_cfg.ini");
        FileId oldMonitor = MONITOR.sibling(MONITOR.directory() + "/cssm_bak_2024/dmcssm.ini");
        ClusterReading reading = new TwoNodes()
                .copy(DCR, oldDcr)
                .edit(oldDcr, "63635", "1")
                .copy(MONITOR, oldMonitor)
                .edit(oldMonitor, "63635", "1")
                .read();

        assertThat(reading.findings()).extracting(Finding::ruleId).containsExactly("CLU-0110", "CLU-0110");
        assertThat(reading.findings())
                .extracting(Finding::primary)
                .containsExactly(Location.of(oldDcr), Location.of(oldMonitor));
        assertThat(reading.cluster().orElseThrow().dcr().file()).isEqualTo(DCR);
        assertThat(reading.cluster().orElseThrow().monitors())
                .extracting(ConfigFile::file)
                .containsExactly(MONITOR);
    }

    @Test
    void a_backup_of_a_node_in_a_subdirectory_is_left_out_by_what_commands_name() {
        FileId backup = file(HOST0, "/home/data/2024/dmdcr.ini");
        Finding finding = only(new TwoNodes().copy(DMDCR0, backup).read());

        assertThat(finding.ruleId()).isEqualTo("CLU-0109");
        assertThat(finding.primary()).isEqualTo(Location.of(backup));
    }

    @Test
    void a_backup_of_a_node_is_left_out_by_its_directory_where_services_start_it() {
        FileId backup = file(HOST0, "/home/data/bak/dmdcr.ini");
        FileId dmIni = file(HOST0, "/home/data/dsc0_config/dm.ini");
        Finding finding = only(new TwoNodes()
                .startedAsServices()
                .copy(DMDCR0, backup)
                .copy(dmIni, file(HOST0, "/home/data/bak/dm.ini"))
                .read());

        assertThat(finding.ruleId()).isEqualTo("CLU-0109");
        assertThat(finding.primary()).isEqualTo(Location.of(backup));
    }

    @Test
    void a_file_that_is_asked_for_has_to_be_a_dcr() {
        ClusterReading reading = ClusterLens.get(new TwoNodes().files(), DMDCR0);

        Finding finding = only(reading);
        assertThat(reading.cluster()).isEmpty();
        assertThat(finding.primary()).isEqualTo(Location.of(DMDCR0));
        assertSays(
                finding,
                "CLU-0104",
                DMDCR0 + " is not one of the DCR configurations in these files. Candidates: " + DCR + ".",
                DMDCR0 + " 不是可选的 DCR 配置；这些文件中的 DCR 配置有：" + DCR + "。");
        assertThat(only(ClusterLens.get(new TwoNodes().without(DCR).files(), DCR))
                        .parameters())
                .containsEntry("candidates", List.of());
    }

    @Test
    void a_path_that_leads_nowhere_is_cited_with_the_file_that_is_missing() {
        FileId mal = file(HOST0, "/home/data/dmasvrmal.ini");
        ClusterReading reading = new TwoNodes().without(mal).read();

        Finding finding = only(reading);
        assertThat(finding.primary()).isEqualTo(Location.of(DMDCR0, 2, 18));
        assertThat(finding.related()).containsExactly(Location.of(mal));
        assertSays(
                finding,
                "CLU-0105",
                "DMDCR_MAL_PATH names " + mal + ", which is not among the files.",
                "DMDCR_MAL_PATH 指向 " + mal + "，但该文件不在目录中。");
        assertThat(reading.cluster().orElseThrow().nodes().get(0).asmMal()).isEmpty();
        assertThat(reading.cluster().orElseThrow().nodes().get(0).dmIni()).isPresent();
    }

    /** Table 9.2 of the DMDSC manual: only dmasmsvr reads DMDCR_MAL_PATH. */
    @Test
    void without_an_asm_group_nothing_reads_dmasvrmal_ini() {
        TwoNodes cluster = new TwoNodes().edit(DCR, TwoNodes.ASM_GROUP, "");

        assertThat(cluster.read().cluster().orElseThrow().nodes())
                .allSatisfy(node -> assertThat(node.asmMal()).isPresent());
        assertThat(cluster.without(file(HOST0, "/home/data/dmasvrmal.ini"))
                        .read()
                        .findings())
                .isEmpty();
    }

    @Test
    void a_comment_without_a_blank_is_part_of_a_path_that_leads_nowhere() {
        FileId mal = file(HOST0, "/home/data/dmasvrmal.ini#ASM");
        Finding finding = only(new TwoNodes()
                .edit(DMDCR0, "dmasvrmal.ini # ASM", "dmasvrmal.ini#ASM")
                .read());

        assertThat(finding.ruleId()).isEqualTo("CLU-0105");
        assertThat(finding.related()).containsExactly(Location.of(mal));
        assertThat(finding.fix().en()).contains("comment");
        assertThat(finding.fix().zh()).contains("注释");
    }

    @Test
    void every_path_is_followed() {
        FileId dmIni = file(HOST0, "/home/data/dsc0_config/dm.ini");
        Finding command = only(new TwoNodes().without(dmIni).read());
        assertThat(command.parameters()).isEqualTo(Map.of("key", "DMDCR_DB_STARTUP_CMD", "file", dmIni));
        assertThat(command.primary()).isEqualTo(Location.of(DMDCR0, 4, 24));

        FileId dmmal = file(HOST1, "/home/data/dsc1_config/dmmal.ini");
        Finding directory = only(new TwoNodes().without(dmmal).read());
        assertThat(directory.parameters()).isEqualTo(Map.of("key", "CONFIG_PATH", "file", dmmal));
        assertThat(directory.primary()).isEqualTo(Location.of(dmmal.sibling(dmmal.directory() + "/dm.ini"), 2, 15));
    }

    @Test
    void a_node_whose_dm_ini_cannot_be_told_is_named_with_the_candidates() {
        FileId dmIni = file(HOST0, "/home/data/dsc0_config/dm.ini");
        FileId other = file(HOST0, "/home/data/other/dm.ini");
        ClusterReading reading = new TwoNodes()
                .startedAsServices()
                .copy(dmIni, other)
                .edit(other, "/home/data/dsc0_config", "/home/data/other")
                .read();

        Finding finding = only(reading);
        assertThat(finding.primary()).isEqualTo(Location.of(DMDCR0));
        assertThat(finding.related()).containsExactly(Location.of(dmIni), Location.of(other));
        assertSays(
                finding,
                "CLU-0106",
                "DMDCR_DB_STARTUP_CMD of this node on " + HOST0
                        + " names no dm.ini, and several were collected from the host: " + dmIni + ", " + other + ".",
                "主机 " + HOST0 + " 上此节点的 DMDCR_DB_STARTUP_CMD 未写明 dm.ini，而从该主机收集了多个 dm.ini：" + dmIni + "、" + other
                        + "。");
        assertThat(reading.cluster().orElseThrow().nodes().get(0).dmIni()).isEmpty();
    }

    @Test
    void a_host_without_any_dm_ini_has_no_candidates() {
        Finding finding = only(new TwoNodes()
                .startedAsServices()
                .without(file(HOST1, "/home/data/dsc1_config/dm.ini"))
                .read());

        assertThat(finding.ruleId()).isEqualTo("CLU-0106");
        assertThat(finding.primary()).isEqualTo(Location.of(DMDCR1));
        assertThat(finding.parameters()).containsEntry("candidates", List.of());
    }

    /**
     * Returns a cluster with one instance. Table 9.1 of the DMDSC manual: the DB group may be smaller than the CSS
     * group.
     */
    private static TwoNodes withOneInstance(TwoNodes cluster, FileId dmIni) {
        return cluster.startedAsServices()
                .edit(DCR, "GRP_DSC\nDCR_GRP_N_EP = 2", "GRP_DSC\nDCR_GRP_N_EP = 1")
                .edit(DCR, "[GRP_DSC]\nDCR_EP_NAME = DSC1\nDCR_EP_SEQNO = 1\n", "")
                .without(dmIni);
    }

    @Test
    void a_node_without_an_instance_has_no_dm_ini() {
        ClusterReading apart = withOneInstance(new TwoNodes(), file(HOST1, "/home/data/dsc1_config/dm.ini"))
                .read();
        ClusterReading together = withOneInstance(
                        TwoNodes.onOneHost(), file(HOST0, "/home/data/node1/dsc1_config/dm.ini"))
                .read();

        for (ClusterReading reading : List.of(apart, together)) {
            assertThat(reading.findings()).isEmpty();
            assertThat(reading.cluster().orElseThrow().nodes())
                    .extracting(node -> node.dmIni().isPresent())
                    .containsExactly(true, false);
        }
    }

    @Test
    void a_host_that_is_neither_a_nodes_nor_a_monitors_is_named_once() {
        ClusterReading reading = new TwoNodes()
                .put(
                        file("10.0.2.109", "/home/data/dsc2_config/dm.ini"),
                        "INSTANCE_NAME = DSC2\nCTL_PATH = +D/dm.ctl\n")
                .put(file("10.0.2.109", "/home/data/notes.txt"), "")
                .read();

        Finding finding = only(reading);
        assertThat(finding.primary()).isEqualTo(Location.of(file("10.0.2.109", "/home/data/dsc2_config/dm.ini")));
        assertThat(finding.ruleId()).isEqualTo("CLU-0107");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(only(new TwoNodes()
                                .without(MONITOR)
                                .put(MONITOR.sibling("/x.ini"), "")
                                .read())
                        .ruleId())
                .isEqualTo("CLU-0107");
    }

    @Test
    void files_in_the_directory_of_another_nodes_host_are_noticed() {
        ClusterReading reading = new TwoNodes()
                .edit(DMDCR0, "SEQNO = 0", "SEQNO = 1")
                .edit(DMDCR1, "SEQNO = 1", "SEQNO = 0")
                .read();

        assertThat(reading.findings()).extracting(Finding::ruleId).containsExactly("CLU-0108", "CLU-0108");
        Finding finding = reading.findings().get(0);
        assertThat(finding.primary()).isEqualTo(Location.of(DMDCR0, 3, 15));
        assertThat(finding.related()).isEqualTo(List.of(Location.of(DCR, 10, 15)));
        assertSays(
                finding,
                "CLU-0108",
                "Host directory " + HOST0
                        + " holds a dmdcr.ini with DMDCR_SEQNO = 1, but in the DCR this address belongs to another node.",
                "主机目录 " + HOST0 + " 中的 dmdcr.ini 设置了 DMDCR_SEQNO = 1，但 DCR 中该地址属于另一节点。");
    }

    @Test
    void an_address_that_several_nodes_share_or_none_has_tells_nothing() {
        assertThat(TwoNodes.onOneHost().read().findings()).isEmpty();
        assertThat(new TwoNodes()
                        .edit(DCR, "DCR_EP_HOST = 10.0.2.10", "DCR_EP_HOST = 192.168.0.")
                        .read()
                        .findings())
                .isEmpty();
    }
}
