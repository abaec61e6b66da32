package io.github.dmdsc.ini.lens;

import static io.github.dmdsc.ini.lens.TwoNodes.DCR;
import static io.github.dmdsc.ini.lens.TwoNodes.HOST0;
import static io.github.dmdsc.ini.lens.TwoNodes.HOST1;
import static io.github.dmdsc.ini.lens.TwoNodes.MONITOR;
import static io.github.dmdsc.ini.lens.TwoNodes.MONITOR_HOST;
import static io.github.dmdsc.ini.lens.TwoNodes.file;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests how the reader finds the files of a cluster and assigns them to its nodes. */
class ClusterReaderTest {
    private static Cluster cluster(ClusterReading reading) {
        assertThat(reading.findings()).isEmpty();
        return reading.cluster().orElseThrow();
    }

    private static Optional<FileId> idOf(Optional<? extends ConfigFile<?>> file) {
        return file.map(ConfigFile::file);
    }

    @Test
    void each_dmdcr_ini_leads_to_the_files_of_its_node() {
        Cluster cluster = cluster(new TwoNodes().read());

        assertThat(cluster.dcr().file()).isEqualTo(DCR);
        assertThat(cluster.dcrCopies()).isEmpty();
        assertThat(cluster.edition()).isEqualTo(StorageEdition.DMASM);
        assertThat(cluster.monitors()).extracting(ConfigFile::file).containsExactly(MONITOR);
        assertThat(cluster.nodes()).hasSize(2);
        ClusterNode node = cluster.nodes().get(1);
        assertThat(node.dmdcr().file()).isEqualTo(file(HOST1, "/home/data/dmdcr.ini"));
        assertThat(idOf(node.asmMal())).contains(file(HOST1, "/home/data/dmasvrmal.ini"));
        assertThat(idOf(node.dmIni())).contains(file(HOST1, "/home/data/dsc1_config/dm.ini"));
        assertThat(idOf(node.dbMal())).contains(file(HOST1, "/home/data/dsc1_config/dmmal.ini"));
        assertThat(idOf(node.dmArch())).contains(file(HOST1, "/home/data/dsc1_config/dmarch.ini"));
        assertThat(node.dmIni().orElseThrow().value().instanceName()).contains("DSC1");
        assertThat(node.asmMal().orElseThrow().value().instances()).hasSize(1);
    }

    @Test
    void nodes_come_in_the_order_of_their_numbers() {
        TwoNodes swapped = new TwoNodes()
                .edit(file(HOST0, "/home/data/dmdcr.ini"), "SEQNO = 0", "SEQNO = 1")
                .edit(file(HOST1, "/home/data/dmdcr.ini"), "SEQNO = 1", "SEQNO = 0")
                .edit(DCR, "DCR_EP_HOST = " + HOST0, "DCR_EP_HOST = x")
                .edit(DCR, "DCR_EP_HOST = " + HOST1, "DCR_EP_HOST = y");

        assertThat(cluster(swapped.read()).nodes())
                .extracting(ClusterNode::host)
                .containsExactly(HOST1, HOST0);
    }

    @Test
    void a_node_without_a_valid_number_comes_last() {
        ClusterReading reading = new TwoNodes()
                .edit(file(HOST0, "/home/data/dmdcr.ini"), "SEQNO = 0", "SEQNO = zero")
                .read();

        assertThat(reading.findings()).extracting(Finding::ruleId).containsExactly("INI-0101");
        assertThat(reading.cluster().orElseThrow().nodes())
                .extracting(ClusterNode::host)
                .containsExactly(HOST1, HOST0);
    }

    @Test
    void without_a_command_the_only_dm_ini_of_the_host_is_the_nodes() {
        Cluster cluster = cluster(new TwoNodes().startedAsServices().read());

        assertThat(idOf(cluster.nodes().get(0).dmIni())).contains(file(HOST0, "/home/data/dsc0_config/dm.ini"));
        assertThat(idOf(cluster.nodes().get(1).dmIni())).contains(file(HOST1, "/home/data/dsc1_config/dm.ini"));
    }

    @Test
    void several_nodes_may_lie_on_one_host() {
        Cluster cluster = cluster(TwoNodes.onOneHost().read());

        assertThat(cluster.nodes())
                .extracting(node -> node.dmdcr().file().path())
                .containsExactly("/home/data/node0/dmdcr.ini", "/home/data/node1/dmdcr.ini");
        assertThat(idOf(cluster.nodes().get(1).dbMal()))
                .contains(file(HOST0, "/home/data/node1/dsc1_config/dmmal.ini"));
    }

    @Test
    void without_commands_instance_names_tell_whose_dm_ini_it_is() {
        Cluster cluster = cluster(TwoNodes.onOneHost().startedAsServices().read());

        assertThat(idOf(cluster.nodes().get(0).dmIni())).contains(file(HOST0, "/home/data/node0/dsc0_config/dm.ini"));
        assertThat(idOf(cluster.nodes().get(1).dmIni())).contains(file(HOST0, "/home/data/node1/dsc1_config/dm.ini"));
    }

    @Test
    void without_a_command_a_copy_beside_dm_ini_is_not_the_nodes() {
        FileId dmIni = file(HOST0, "/home/data/dsc0_config/dm.ini");
        Cluster cluster = cluster(new TwoNodes()
                .startedAsServices()
                .copy(dmIni, dmIni.sibling(dmIni.directory() + "/dm_old.ini"))
                .read());

        assertThat(idOf(cluster.nodes().get(0).dmIni())).contains(dmIni);
    }

    @Test
    void without_a_command_the_dm_ini_may_have_any_name_beside_a_backup() {
        FileId dmIni = file(HOST0, "/home/data/dsc0_config/dm.ini");
        FileId renamed = dmIni.sibling(dmIni.directory() + "/DSC0.ini");
        Cluster cluster = cluster(new TwoNodes()
                .startedAsServices()
                .copy(dmIni, renamed)
                .copy(dmIni, dmIni.sibling("/home/data/bak/dm.ini"))
                .without(dmIni)
                .read());

        assertThat(idOf(cluster.nodes().get(0).dmIni())).contains(renamed);
    }

    @Test
    void a_dminit_ini_is_read_beside_the_files_of_the_nodes() {
        FileId dminit = file(HOST0, "/home/data/dminit.ini");
        ClusterReading reading =
                new TwoNodes().put(dminit, "[DSC0]\nLOG_PATH = +LOG/a.log\n").read();

        assertThat(reading.dminitFiles()).extracting(ConfigFile::file).containsExactly(dminit);
    }

    @Test
    void examples_that_dminit_leaves_are_no_files_of_the_cluster() {
        TwoNodes files = new TwoNodes().startedAsServices();
        FileId dmIni = file(HOST1, "/home/data/dsc1_config/dm.ini");
        files.copy(file(HOST0, "/home/data/dmdcr.ini"), example(dmIni, "dmdcr"))
                .copy(DCR, example(dmIni, "dmdcr_cfg"))
                .edit(example(dmIni, "dmdcr_cfg"), "63635", "1")
                .copy(dmIni, example(dmIni, "dm"))
                .copy(MONITOR, example(dmIni, "dmcssm"))
                .put(example(dmIni, "DMINIT"), "[DSC0]\nLOG_PATH = +LOG/a.log\n");

        ClusterReading reading = files.read();

        assertThat(cluster(reading))
                .isEqualTo(cluster(new TwoNodes().startedAsServices().read()));
        assertThat(reading.dminitFiles()).isEmpty();
    }

    @Test
    void an_example_that_a_parameter_or_the_caller_names_is_read() {
        FileId mal = file(HOST0, "/home/data/dmasvrmal.ini");
        TwoNodes files = new TwoNodes()
                .copy(mal, example(mal, "dmasvrmal"))
                .edit(file(HOST0, "/home/data/dmdcr.ini"), "dmasvrmal.ini", "dmasvrmal_example.ini")
                .copy(DCR, example(DCR, "dmdcr_cfg"));

        Cluster cluster = cluster(ClusterLens.get(files.files(), example(DCR, "dmdcr_cfg")));

        assertThat(idOf(cluster.nodes().get(0).asmMal())).contains(example(mal, "dmasvrmal"));
        assertThat(cluster.dcr().file()).isEqualTo(example(DCR, "dmdcr_cfg"));
    }

    private static FileId example(FileId beside, String name) {
        return beside.sibling(beside.directory() + "/" + name + "_example.ini");
    }

    @Test
    void a_node_without_archives_has_no_dmarch_ini() {
        Cluster cluster = cluster(new TwoNodes()
                .without(file(HOST0, "/home/data/dsc0_config/dmarch.ini"))
                .read());

        assertThat(cluster.nodes().get(0).dmArch()).isEmpty();
        assertThat(cluster.nodes().get(1).dmArch()).isPresent();
    }

    @Test
    void a_configuration_directory_on_asm_is_not_followed() {
        Cluster cluster = cluster(new TwoNodes()
                .edit(file(HOST0, "/home/data/dsc0_config/dm.ini"), "CONFIG_PATH = /", "CONFIG_PATH = +")
                .read());

        assertThat(cluster.nodes().get(0).dbMal()).isEmpty();
        assertThat(cluster.nodes().get(0).dmIni()).isPresent();
    }

    @Test
    void windows_paths_lead_to_files_whose_paths_have_slashes() {
        TwoNodes files = new TwoNodes()
                .without(file(HOST1, "/home/data/dmdcr.ini"))
                .put(file(HOST1, "D:/dm/dmdcr.ini"), """
                        DMDCR_PATH = D:\\asm\\dcr.dsk
                        DMDCR_MAL_PATH = D:\\dm\\dmasvrmal.ini
                        DMDCR_SEQNO = 1
                        DMDCR_DB_STARTUP_CMD = D:\\dm\\bin\\dmserver.exe D:\\dm\\dsc1\\dm.ini dcr_ini=D:\\dm\\dmdcr.ini
                        """)
                .put(file(HOST1, "D:/dm/dmasvrmal.ini"), "[M]\nMAL_INST_NAME = ASM0\n")
                .put(file(HOST1, "D:/dm/dsc1/dm.ini"), "INSTANCE_NAME = DSC1\nCONFIG_PATH = D:\\dm\\dsc1\\\n")
                .put(file(HOST1, "D:/dm/dsc1/dmmal.ini"), "[M]\nMAL_INST_NAME = DSC1\n")
                .put(file(HOST1, "D:/dm/dsc1/dmarch.ini"), "[A]\nARCH_DEST = D:\\arch\n");

        ClusterNode node = cluster(files.read()).nodes().get(1);

        assertThat(idOf(node.asmMal())).contains(file(HOST1, "D:/dm/dmasvrmal.ini"));
        assertThat(idOf(node.dmIni())).contains(file(HOST1, "D:/dm/dsc1/dm.ini"));
        assertThat(idOf(node.dbMal())).contains(file(HOST1, "D:/dm/dsc1/dmmal.ini"));
        assertThat(node.dmArch().orElseThrow().value().archives().get(0).destination())
                .contains("D:\\arch");
    }

    @Test
    void of_several_copies_of_the_dcr_the_one_on_the_first_nodes_host_is_taken() {
        FileId onMonitor = file("10.0.2.100", "/root/export.ini");
        FileId onSecond = file(HOST1, "/home/data/dmdcr_cfg_bak.ini");
        TwoNodes files = new TwoNodes()
                .copy(DCR, onMonitor)
                .copy(MONITOR, file("10.0.2.100", "/root/dmcssm.ini"))
                .copy(DCR, onSecond);

        Cluster cluster = cluster(files.read());

        assertThat(cluster.dcr().file()).isEqualTo(DCR);
        assertThat(cluster.dcr().value().origin().self().host()).isEqualTo(HOST0);
        assertThat(cluster.dcrCopies()).containsExactly(onMonitor, onSecond);
        assertThat(cluster.monitors())
                .extracting(monitor -> monitor.file().host())
                .containsExactly("10.0.2.100", MONITOR_HOST);
    }

    @Test
    void a_copy_of_the_dcr_that_is_asked_for_is_taken() {
        FileId other = file(HOST1, "/home/data/dmdcr_cfg_bak.ini");

        Cluster cluster =
                cluster(ClusterLens.get(new TwoNodes().copy(DCR, other).files(), other));

        assertThat(cluster.dcr().file()).isEqualTo(other);
        assertThat(cluster.dcrCopies()).containsExactly(DCR);
    }

    @Test
    void of_differing_dcr_files_the_one_that_is_asked_for_is_taken() {
        FileId other = file(HOST1, "/home/data/new.ini");
        TwoNodes files = new TwoNodes().copy(DCR, other).edit(other, "63635", "63636");

        Cluster cluster = cluster(ClusterLens.get(files.files(), other));

        assertThat(cluster.dcr().file()).isEqualTo(other);
        assertThat(cluster.dcr().value().oguid().orElseThrow().number()).isEqualTo(63636);
        assertThat(cluster.dcrCopies()).isEmpty();
    }

    @Test
    void the_mirror_edition_is_known_by_its_disks() {
        TwoNodes files = new TwoNodes().edit(DCR, "DCR_VTD_PATH", "DCR_DISK_LOAD_PATH");

        assertThat(cluster(files.read()).edition()).isEqualTo(StorageEdition.MIRROR);
    }

    @Test
    void other_files_are_left_alone() {
        FileId sqlLog = file(HOST0, "/home/data/dsc0_config/sqllog.ini");
        FileId text = file(HOST0, "/home/data/readme.txt");
        TwoNodes files = new TwoNodes()
                .put(sqlLog, "[SLOG_ALL]\nFILE_PATH = ../log\njunk\n")
                .put(text, "[GRP]\nDCR_GRP_NAME = GRP_CSS\n");

        ClusterReading reading = files.read();

        assertThat(cluster(reading)).isEqualTo(cluster(new TwoNodes().read()));
        assertThat(reading.documents()).containsKey(sqlLog).doesNotContainKey(text);
        assertThat(reading.documents()).hasSize(files.files().ids().size() - 1);
    }

    @Test
    void what_a_parameter_or_the_caller_names_may_have_any_name() {
        FileId mal = file(HOST0, "/home/data/dmasvrmal.ini");
        FileId conf = file(HOST0, "/home/data/dmasvrmal.conf");
        FileId export = file(HOST0, "/home/data/dmdcr_cfg.bak");
        TwoNodes files = new TwoNodes()
                .edit(file(HOST0, "/home/data/dmdcr.ini"), "dmasvrmal.ini", "dmasvrmal.conf")
                .copy(mal, conf)
                .without(mal)
                .copy(DCR, export)
                .without(DCR);

        ClusterReading reading = ClusterLens.get(files.files(), export);

        Cluster cluster = cluster(reading);
        assertThat(cluster.dcr().file()).isEqualTo(export);
        assertThat(idOf(cluster.nodes().get(0).asmMal())).contains(conf);
        assertThat(reading.documents()).containsKeys(conf, export);
    }

    @Test
    void paths_are_compared_as_the_system_does() {
        FileId dmdcr = file(HOST1, "/home/data/dmdcr.ini");
        TwoNodes files = new TwoNodes()
                .edit(file(HOST0, "/home/data/dmdcr.ini"), "path=/home/data/dsc0", "path=/home/./x/../data//dsc0")
                .without(dmdcr)
                .put(file(HOST1, "D:/DM/dmdcr.ini"), """
                        DMDCR_MAL_PATH = d:\\dm\\dmasvrmal.ini
                        DMDCR_SEQNO = 1
                        DMDCR_DB_STARTUP_CMD = dmserver.exe d:\\dm\\dm.ini
                        """)
                .put(file(HOST1, "D:/DM/dmasvrmal.ini"), "[M]\nMAL_INST_NAME = ASM0\n")
                .put(file(HOST1, "D:/DM/dm.ini"), "INSTANCE_NAME = DSC1\n");

        Cluster cluster = cluster(files.read());

        assertThat(idOf(cluster.nodes().get(0).dmIni())).contains(file(HOST0, "/home/data/dsc0_config/dm.ini"));
        assertThat(idOf(cluster.nodes().get(1).asmMal())).contains(file(HOST1, "D:/DM/dmasvrmal.ini"));
        assertThat(idOf(cluster.nodes().get(1).dmIni())).contains(file(HOST1, "D:/DM/dm.ini"));
    }

    @Test
    void a_backup_beside_a_dmdcr_ini_is_named_once_and_left_out() {
        FileId dmdcr = file(HOST0, "/home/data/dmdcr.ini");
        FileId old = file(HOST0, "/home/data/dmdcr_old.ini");
        FileId older = file(HOST0, "/home/data/dmdcr_older.ini");
        ClusterReading reading =
                new TwoNodes().copy(dmdcr, old).copy(dmdcr, older).read();

        assertThat(reading.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("CLU-0109");
            assertThat(finding.isBlocking()).isFalse();
            assertThat(finding.primary()).isEqualTo(Location.of(old));
            assertThat(finding.related()).containsExactly(Location.of(dmdcr, 3, 15));
            assertThat(finding.message().en())
                    .isEqualTo(old + ", " + older + " has the same DMDCR_SEQNO = 0 as " + dmdcr
                            + ", so it was left out as a backup.");
            assertThat(finding.message().zh()).contains("备份");
        });
        assertThat(reading.cluster().orElseThrow().nodes())
                .extracting(node -> node.dmdcr().file())
                .containsExactly(dmdcr, file(HOST1, "/home/data/dmdcr.ini"));
    }

    @Test
    void a_file_of_more_lines_than_any_configuration_has_is_not_read() {
        FileId mal = file(HOST0, "/home/data/dmasvrmal.ini");
        for (String line : List.of("\n", "\r", "x\r\n")) {
            assertThat(new TwoNodes().put(mal, line.repeat(20_000)).read().findings())
                    .noneMatch(finding -> finding.ruleId().equals("INI-0109"));
            ClusterReading reading =
                    new TwoNodes().put(mal, line.repeat(20_001)).read();

            assertThat(reading.findings())
                    .extracting(finding -> finding.ruleId() + " " + finding.primary())
                    .containsExactly("INI-0109 " + mal);
            assertThat(reading.cluster().orElseThrow().nodes().get(0).asmMal()).isEmpty();
        }
    }

    @Test
    void a_file_of_a_cluster_in_utf_16_is_the_one_thing_that_is_reported() {
        ClusterFiles files = new TwoNodes().files();
        for (FileId id : files.ids()) {
            byte[] wide = new String(files.bytes(id), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);
            ClusterReading reading = ClusterLens.get(files.with(id, wide));

            assertThat(reading.findings())
                    .extracting(finding -> finding.ruleId() + " " + finding.primary())
                    .containsExactly("INI-0113 " + id);
            assertThat(reading.cluster()).isEqualTo(new TwoNodes().read().cluster());
        }
    }

    @Test
    void another_file_in_utf_16_is_left_alone() {
        FileId desktop = file(HOST0, "/home/data/desktop.ini");
        byte[] wide = "\uFEFF[.ShellClassInfo]\r\nIconResource=x\r\njunk\r\n".getBytes(StandardCharsets.UTF_16LE);

        assertThat(ClusterLens.get(new TwoNodes().files().with(desktop, wide)).findings())
                .isEmpty();
    }

    @Test
    void a_file_is_read_in_the_charset_that_is_named_for_it() {
        FileId dmIni = file(HOST0, "/home/data/dsc0_config/dm.ini");
        Charset gb18030 = Charset.forName("GB18030");
        byte[] bytes = "INSTANCE_NAME = 系统\nCONFIG_PATH = /home/data/dsc0_config\n".getBytes(gb18030);
        ClusterFiles files = new TwoNodes().files().with(dmIni, bytes);

        ClusterReading guessed = ClusterLens.get(files);
        ClusterReading named = ClusterLens.get(files.withCharset(dmIni, gb18030));

        assertThat(guessed.findings()).extracting(Finding::ruleId).containsExactly("INI-0114");
        assertThat(named.findings()).isEmpty();
        assertThat(named.cluster()
                        .orElseThrow()
                        .nodes()
                        .get(0)
                        .dmIni()
                        .orElseThrow()
                        .value()
                        .instanceName())
                .contains("系统");
    }

    @Test
    void of_one_file_so_many_findings_are_given_and_no_more() {
        FileId mal = file(HOST0, "/home/data/dmasvrmal.ini");
        ClusterReading reading = new TwoNodes()
                .put(mal, "MAL_BUF_SIZE = 1\n" + "MAL_BUF_SIZE = 2\n".repeat(1000))
                .read();

        assertThat(reading.findings()).hasSize(201);
        Finding last = reading.findings().get(200);
        assertThat(last.ruleId()).isEqualTo("INI-0111");
        assertThat(last.primary().line()).isEqualTo(202);
        assertThat(last.message().en()).isEqualTo(mal + " has 800 more findings like those before this one.");
    }

    @Test
    void findings_of_all_files_are_gathered_once_each_worst_place_first() {
        FileId mal = file(HOST0, "/home/data/dmasvrmal.ini");
        TwoNodes files = new TwoNodes()
                .edit(DCR, "9343", "1")
                .edit(MONITOR, "63635", "x")
                .edit(mal, "[MAL_INST1]", "MAL_BUF_SIZE = x\n[MAL_INST1]")
                .copy(file(HOST0, "/home/data/dmdcr.ini"), file(HOST0, "/home/other/dmdcr.ini"));

        List<Finding> findings = files.read().findings();

        assertThat(findings)
                .extracting(finding -> finding.ruleId() + " " + finding.primary())
                .containsExactly(
                        "INI-0101 " + mal + ":1:16",
                        "INI-0101 " + DCR + ":15:15",
                        "INI-0101 " + MONITOR + ":1:14",
                        "CLU-0109 " + file(HOST0, "/home/other/dmdcr.ini"));
    }
}
