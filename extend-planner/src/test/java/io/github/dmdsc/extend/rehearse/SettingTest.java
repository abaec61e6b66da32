package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a rehearsal takes from the files and the plan before it begins, and which of several files it believes. */
class SettingTest {
    private static final Planned GOOD =
            ExtendedPlans.of(ClusterLayout.builder().dbRestart(Restart.COMMAND).build());
    private static final Planned BY_HAND =
            ExtendedPlans.of(ClusterLayout.builder().dbRestart(Restart.NONE).build());
    private static final Planned MIRROR = ExtendedPlans.of(
            ClusterLayout.builder().edition(StorageEdition.MIRROR).build());
    private static final FileId FIRST_DM_INI = new FileId("10.1.0.1", "/data/DSC0_conf/dm.ini");

    @Test
    void every_node_has_its_own_files_in_the_order_of_the_numbers() {
        assertThat(setting(GOOD, GOOD.files()).nodes())
                .containsExactly(
                        new Setting.Node(new FileId("10.1.0.1", "/data/DSC0/dmdcr.ini"), FIRST_DM_INI),
                        new Setting.Node(
                                new FileId("10.1.0.2", "/data/DSC1/dmdcr.ini"),
                                new FileId("10.1.0.2", "/data/DSC1_conf/dm.ini")));
    }

    @Test
    void nodes_without_numbers_in_the_dcr_have_their_positions() {
        ClusterFiles files = OddClusters.each(
                        "dmdcr_cfg_bak.ini", text -> text.replaceAll("DCR_EP_SEQNO = [01]\\n", ""))
                .apply(GOOD.files());

        assertThat(setting(GOOD, files).nodes())
                .isEqualTo(setting(GOOD, GOOD.files()).nodes());
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0, /data/DSC0_conf/dm.ini, on another host",
        "10.1.0.1, /data/DSC0_conf/a_dm.ini, of another name",
        "10.1.0.1, /a/dm.ini, of another place",
    })
    void a_copy_of_dm_ini_is_not_the_instances(String host, String path, String what) {
        for (Planned planned : List.of(GOOD, BY_HAND)) {
            ClusterFiles files =
                    planned.files().with(new FileId(host, path), planned.files().bytes(FIRST_DM_INI));

            assertThat(setting(planned, files).nodes().get(0).dmIni()).as(what).isEqualTo(FIRST_DM_INI);
        }
    }

    @Test
    void the_dm_ini_that_dmcss_starts_with_goes_before_the_one_where_it_says_it_lies() {
        FileId started = new FileId("10.1.0.1", "/run/dm.ini");
        ClusterFiles files = OddClusters.each(
                        "DSC0/dmdcr.ini", text -> text.replace("/data/DSC0_conf/dm.ini", "/run/dm.ini"))
                .apply(GOOD.files())
                .with(started, GOOD.files().bytes(FIRST_DM_INI));

        assertThat(setting(GOOD, files).nodes().get(0).dmIni()).isEqualTo(started);
    }

    @Test
    void the_only_dm_ini_of_an_instance_is_its_own_wherever_it_lies() {
        FileId moved = new FileId("10.1.0.1", "/moved/dm.ini");

        assertThat(setting(
                                BY_HAND,
                                without(BY_HAND.files(), FIRST_DM_INI)
                                        .with(moved, BY_HAND.files().bytes(FIRST_DM_INI)))
                        .nodes()
                        .get(0)
                        .dmIni())
                .isEqualTo(moved);
    }

    @Test
    void on_one_machine_each_instance_has_the_dm_ini_with_its_name() {
        Planned together = ExtendedPlans.of(
                ClusterLayout.builder().dbRestart(Restart.NONE).oneMachine(true).build());

        assertThat(setting(together, together.files()).nodes())
                .extracting(node -> node.dmIni().path())
                .containsExactly("/data/DSC0_conf/dm.ini", "/data/DSC1_conf/dm.ini");
    }

    @Test
    void the_dcr_disk_is_the_one_that_the_nodes_name_whatever_commands_say() {
        Planned other = BadPlans.inserted(GOOD, "export-dcr", new Look.CheckDcr("/dev/other"));

        assertThat(setting(other, other.files()).disks()).containsExactly("/dev/dcr");
    }

    static Stream<Action> ofAnotherDisk() {
        FileId file = new FileId("10.1.0.1", "/tmp/a.ini");
        return Stream.of(
                new Look.ExportDcr("/dev/dcrv/d7", file, Look.Held.BASE),
                new Change.ExtendDcr(List.of("/dev/dcrv/d7"), file),
                new Look.CheckDcr("/dev/dcrv/d7"),
                new Change.InitialiseDcr(List.of("/dev/dcrv/d7"), file, Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("ofAnotherDisk")
    void every_step_for_a_dcrv_disk_names_one(Action action) {
        Planned more = BadPlans.inserted(MIRROR, "export-dcr", action);

        assertThat(setting(more, more.files()).disks()).hasSize(4).contains("/dev/dcrv/d7");
    }

    @Test
    void of_dcrv_disks_and_where_no_node_is_known_the_commands_tell() {
        ClusterFiles noNodes = GOOD.files();
        for (FileId file : GOOD.files().ids()) {
            noNodes = file.name().equals("dmdcr.ini") ? without(noNodes, file) : noNodes;
        }

        assertThat(setting(MIRROR, MIRROR.files()).mirror()).isTrue();
        assertThat(setting(MIRROR, MIRROR.files()).disks())
                .containsExactly("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/dcrv/d2");
        assertThat(setting(GOOD, noNodes).nodes()).isEmpty();
        assertThat(setting(GOOD, noNodes).disks()).containsExactly("/dev/dcr");
        assertThat(World.of(setting(GOOD, noNodes)).processes())
                .hasSize(6)
                .allSatisfy(each -> assertThat(each.host()).isEmpty());
    }

    @Test
    void the_console_is_the_monitor_in_which_the_node_is_extended() {
        Planned other = BadPlans.acting(
                GOOD,
                "extend-node",
                Control.ExtendNode.class,
                extend -> new Control.ExtendNode(new FileId("monitor0", "/second.ini")));
        Planned none = BadPlans.without(GOOD, "extend-node");

        assertThat(setting(GOOD, GOOD.files()).console()).contains(new FileId("monitor0", "/data/dmcssm.ini"));
        assertThat(setting(other, other.files()).console()).contains(new FileId("monitor0", "/second.ini"));
        assertThat(setting(none, none.files()).console()).isEmpty();
    }

    @Test
    void only_the_file_that_the_cluster_was_made_from_tells_of_old_log_files() {
        String text = "[DSC0]\nPATH = +DATA/dsc\nLOG_PATH = +LOG/n0_1.log\nLOG_PATH = +log/n0_2.log\n";
        ClusterFiles made = GOOD.files().with(new FileId("10.1.0.1", "/data/DMINIT.INI"), bytes(text));

        assertThat(setting(GOOD, made).oldLogFiles()).containsExactlyInAnyOrder("+LOG/N0_1.LOG", "+LOG/N0_2.LOG");
        assertThat(setting(GOOD, GOOD.files().with(new FileId("10.1.0.1", "/data/other.ini"), bytes(text)))
                        .oldLogFiles())
                .isEmpty();
    }

    @Test
    void files_without_any_dcr_configuration_are_no_cluster() {
        assertThat(Setting.of(GOOD.plan(), ClusterFiles.of(Map.of()))).isEmpty();
    }

    private static Setting setting(Planned planned, ClusterFiles files) {
        return Setting.of(planned.plan(), files).orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ClusterFiles without(ClusterFiles files, FileId gone) {
        Map<FileId, byte[]> left = new TreeMap<>();
        files.ids().forEach(file -> left.put(file, files.bytes(file)));
        left.remove(gone);
        return ClusterFiles.of(left);
    }
}
