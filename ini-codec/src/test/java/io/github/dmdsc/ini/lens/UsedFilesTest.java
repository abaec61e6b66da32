package io.github.dmdsc.ini.lens;

import static io.github.dmdsc.ini.lens.TwoNodes.DCR;
import static io.github.dmdsc.ini.lens.TwoNodes.HOST0;
import static io.github.dmdsc.ini.lens.TwoNodes.HOST1;
import static io.github.dmdsc.ini.lens.TwoNodes.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests which of several files a node uses, and which files it may lack. */
class UsedFilesTest {
    private static final FileId DMDCR = file(HOST0, "/home/data/dmdcr.ini");
    private static final FileId DM_INI = file(HOST0, "/home/data/dsc0_config/dm.ini");
    private static final FileId SECOND_DM_INI = file(HOST1, "/home/data/dsc1_config/dm.ini");

    private static List<ClusterNode> nodes(TwoNodes cluster) {
        return cluster.read().cluster().orElseThrow().nodes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/home/dmdcr_old.ini", "/home/bak/dmdcr.ini", "/home/data/2024/dmdcr.ini"})
    void services_use_the_dmdcr_ini_with_the_usual_name_outside_backups_and_subdirectories(String copy) {
        TwoNodes cluster = new TwoNodes().startedAsServices().copy(DMDCR, DMDCR.sibling(copy));

        assertThat(nodes(cluster))
                .extracting(node -> node.dmdcr().file())
                .containsExactly(DMDCR, file(HOST1, "/home/data/dmdcr.ini"));
    }

    @Test
    void of_two_directories_with_alike_names_none_is_left_out() {
        TwoNodes cluster = new TwoNodes().startedAsServices().copy(DMDCR, DMDCR.sibling("/home/data2/dmdcr.ini"));

        assertThat(nodes(cluster)).hasSize(3);
    }

    @Test
    void the_only_dm_ini_of_a_host_may_have_any_instance_name() {
        TwoNodes cluster = new TwoNodes().startedAsServices().edit(DM_INI, "= DSC0\n", "= OTHER\n");

        assertThat(nodes(cluster).get(0).dmIni().map(ConfigFile::file)).contains(DM_INI);
    }

    @Test
    void of_two_dm_ini_with_one_config_path_the_one_in_that_directory_is_used() {
        TwoNodes cluster = new TwoNodes().startedAsServices().copy(DM_INI, DM_INI.sibling("/home/data/a/dm.ini"));

        assertThat(nodes(cluster).get(0).dmIni().map(ConfigFile::file)).contains(DM_INI);
    }

    @Test
    void a_group_of_unknown_type_may_be_the_asm_group_that_needs_dmasvrmal_ini() {
        FileId mal = file(HOST0, "/home/data/dmasvrmal.ini");
        TwoNodes cluster = new TwoNodes().edit(DCR, "TYPE = ASM", "TYPE = X").without(mal);

        assertThat(cluster.read().findings()).extracting(Finding::ruleId).contains("CLU-0105");
    }

    private static TwoNodes withOneEndpoint() {
        return new TwoNodes().startedAsServices().edit(DCR, "[GRP_DSC]\nDCR_EP_NAME = DSC1\nDCR_EP_SEQNO = 1\n", "");
    }

    @Test
    void a_group_that_lacks_an_endpoint_does_not_show_a_node_without_instance() {
        assertThat(withOneEndpoint().without(SECOND_DM_INI).read().findings())
                .extracting(Finding::ruleId)
                .contains("CLU-0106");
    }

    @Test
    void a_node_without_endpoint_has_the_dm_ini_of_its_host_if_no_endpoint_has_it() {
        TwoNodes cluster = withOneEndpoint().edit(DCR, "GRP_DSC\nDCR_GRP_N_EP = 2", "GRP_DSC\nDCR_GRP_N_EP = 1");

        assertThat(nodes(cluster).get(1).dmIni().map(ConfigFile::file)).contains(SECOND_DM_INI);
        assertThat(nodes(cluster.edit(SECOND_DM_INI, "= DSC1\n", "= DSC0\n"))
                        .get(1)
                        .dmIni())
                .isEmpty();
    }

    @Test
    void a_dm_ini_is_not_missing_if_the_name_of_an_endpoint_cannot_be_read() {
        TwoNodes cluster = new TwoNodes()
                .startedAsServices()
                .copy(DM_INI, DM_INI.sibling("/home/data/a/dm.ini"))
                .edit(DCR, "= DSC0\n", "= " + "D".repeat(17) + "\n");

        assertThat(cluster.read().findings())
                .extracting(Finding::ruleId)
                .isNotEmpty()
                .doesNotContain("CLU-0106");
    }

    @Test
    void the_watcher_of_a_node_is_that_in_its_config_path() {
        FileId watcher = DM_INI.sibling("/home/data/dsc0_config/dmwatcher.ini");

        assertThat(nodes(new TwoNodes().put(watcher, "[GRP1]\n")))
                .extracting(ClusterNode::watcher)
                .satisfiesExactly(
                        first -> assertThat(first).contains(watcher),
                        second -> assertThat(second).isEmpty());
    }

    @Test
    void a_monitor_in_a_backup_directory_is_used_if_its_host_has_no_other() {
        FileId monitor = TwoNodes.MONITOR.sibling("/home/bak/dmcssm.ini");
        ClusterReading reading = new TwoNodes()
                .copy(TwoNodes.MONITOR, monitor)
                .without(TwoNodes.MONITOR)
                .read();

        assertThat(reading.cluster().orElseThrow().monitors())
                .extracting(ConfigFile::file)
                .containsExactly(monitor);
    }
}
