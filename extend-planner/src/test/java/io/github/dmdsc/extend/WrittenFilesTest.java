package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of a plan, their sources, and the reason for each line. */
class WrittenFilesTest {
    private final ExtendPlan manual = Example.manual().plan();

    private static FileChange change(ExtendPlan plan, String file) {
        return plan.files().stream()
                .filter(change -> change.file().toString().equals(file))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> why(FileChange change) {
        return change.provenance().stream()
                .map(why -> why.line() + " " + why.what() + " " + why.decision())
                .toList();
    }

    @Test
    void existing_files_are_updated_and_new_ones_are_made_from_the_first_nodes() {
        assertThat(manual.files())
                .extracting(change -> change.kind() + " " + change.file()
                        + change.copiedFrom().map(from -> " < " + from).orElse(""))
                .containsExactly(
                        "UPDATE 10.0.2.101:/home/data/dmasvrmal.ini",
                        "UPDATE 10.0.2.101:/home/data/dmdcr_cfg_bak.ini",
                        "UPDATE 10.0.2.101:/home/data/dsc0_config/dmmal.ini",
                        "UPDATE 10.0.2.102:/home/data/dmasvrmal.ini",
                        "UPDATE 10.0.2.102:/home/data/dmdcr_cfg_bak.ini",
                        "UPDATE 10.0.2.102:/home/data/dsc1_config/dmmal.ini",
                        "CREATE 10.0.2.103:/home/data/dmasvrmal.ini < 10.0.2.101:/home/data/dmasvrmal.ini",
                        "CREATE 10.0.2.103:/home/data/dmdcr.ini < 10.0.2.101:/home/data/dmdcr.ini",
                        "CREATE 10.0.2.103:/home/data/dsc2_config/dm.ini < 10.0.2.101:/home/data/dsc0_config/dm.ini",
                        "CREATE 10.0.2.103:/home/data/dsc2_config/dmarch.ini"
                                + " < 10.0.2.101:/home/data/dsc0_config/dmarch.ini",
                        "CREATE 10.0.2.103:/home/data/dsc2_config/dmmal.ini"
                                + " < 10.0.2.101:/home/data/dsc0_config/dmmal.ini",
                        "UPDATE monitor:/home/data/cssm/dmcssm.ini");
        assertThat(manual.files())
                .allSatisfy(change -> assertThat(change.before())
                        .isEqualTo(
                                change.kind() == FileChange.Kind.UPDATE
                                        ? Optional.of(baseHash(change.file()))
                                        : Optional.empty()));
        assertThat(manual.files())
                .allSatisfy(change -> assertThat(change.diff())
                        .contains(change.copiedFrom().orElse(change.file()).path(), "\n+"));
    }

    private String baseHash(FileId file) {
        return manual.base().stream()
                .filter(hash -> hash.file().equals(file))
                .findFirst()
                .orElseThrow()
                .sha256();
    }

    @Test
    void every_line_in_the_manuals_files_has_a_reason() {
        assertThat(why(change(manual, "10.0.2.101:/home/data/dmdcr_cfg_bak.ini")))
                .containsExactly(
                        "7 DCR_GRP_N_EP group.size",
                        "8 DCR_GRP_EP_ARR group.size",
                        "20 [GRP_CSS] css.DCR_EP_NAME",
                        "21 DCR_EP_NAME css.DCR_EP_NAME",
                        "22 DCR_EP_HOST host",
                        "23 DCR_EP_PORT css.DCR_EP_PORT",
                        "27 DCR_GRP_N_EP group.size",
                        "28 DCR_GRP_EP_ARR group.size",
                        "46 [GRP_ASM] asm.DCR_EP_NAME",
                        "47 DCR_EP_NAME asm.DCR_EP_NAME",
                        "48 DCR_EP_SHM_KEY asm.DCR_EP_SHM_KEY",
                        "49 DCR_EP_SHM_SIZE asm.DCR_EP_SHM_SIZE",
                        "50 DCR_EP_HOST host",
                        "51 DCR_EP_PORT asm.DCR_EP_PORT",
                        "52 DCR_EP_ASM_LOAD_PATH asm.DCR_EP_ASM_LOAD_PATH",
                        "56 DCR_GRP_N_EP group.size",
                        "57 DCR_GRP_EP_ARR group.size",
                        "69 [GRP_DSC] dm.INSTANCE_NAME",
                        "70 DCR_EP_NAME dm.INSTANCE_NAME",
                        "71 DCR_EP_SEQNO seqno",
                        "72 DCR_EP_PORT dm.PORT_NUM");
        for (String file : List.of("10.0.2.101:/home/data/dmasvrmal.ini", "10.0.2.103:/home/data/dmasvrmal.ini")) {
            assertThat(why(change(manual, file)))
                    .containsExactly(
                            "14 [MAL_INST3] dmasvrmal.section",
                            "15 [MAL_INST3] dmasvrmal.section",
                            "16 MAL_INST_NAME asm.DCR_EP_NAME",
                            "17 MAL_HOST host",
                            "18 MAL_PORT dmasvrmal.MAL_PORT");
        }
        assertThat(why(change(manual, "10.0.2.103:/home/data/dsc2_config/dmmal.ini")))
                .contains("17 [mal_inst2] dmmal.section", "22 MAL_INST_HOST dmmal.MAL_INST_HOST");
        assertThat(why(change(manual, "10.0.2.103:/home/data/dsc2_config/dmarch.ini")))
                .containsExactly("4 ARCH_DEST dmarch.ARCHIVE_LOCAL1.ARCH_DEST");
        assertThat(why(change(manual, "monitor:/home/data/cssm/dmcssm.ini")))
                .containsExactly("7 CSSM_CSS_IP css.DCR_EP_PORT");
    }

    @Test
    void the_lines_of_the_new_hosts_own_files_have_a_reason() {
        assertThat(why(change(manual, "10.0.2.103:/home/data/dmdcr.ini")))
                .containsExactly("4 DMDCR_SEQNO seqno", "13 DMDCR_DB_STARTUP_CMD dmdcr.DMDCR_DB_STARTUP_CMD");
        assertThat(why(change(manual, "10.0.2.103:/home/data/dsc2_config/dm.ini")))
                .containsExactly("9 CONFIG_PATH dm.CONFIG_PATH", "15 INSTANCE_NAME dm.INSTANCE_NAME");
    }

    @Test
    void a_zone_of_the_new_host_has_a_reason() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().ipv6(true).build());
        ExtendPlan plan = Example.planned(cluster.files(), cluster.next(2)).plan();
        FileChange fresh = plan.files().stream()
                .filter(change -> change.file().host().equals("fe80::1:3")
                        && change.file().name().equals("dmmal.ini"))
                .findFirst()
                .orElseThrow();

        assertThat(why(fresh).stream().filter(why -> why.contains("MAL_HOST")))
                .hasSize(3)
                .first()
                .asString()
                .endsWith("MAL_HOST host.zone");
    }

    @Test
    void the_archives_that_the_other_nodes_gain_have_a_reason() {
        GeneratedCluster cluster = new GeneratedCluster(
                ClusterLayout.builder().archives(Archives.LOCAL_AND_REMOTE).build());
        ExtendPlan plan = Example.planned(cluster.files(), cluster.next(2)).plan();

        for (int node = 0; node < 2; node++) {
            String host = "10.1.0." + (node + 1);
            FileChange gained = plan.files().stream()
                    .filter(change -> change.file().host().equals(host)
                            && change.file().name().equals("dmarch.ini"))
                    .findFirst()
                    .orElseThrow();
            assertThat(gained.provenance())
                    .extracting(why -> why.what() + " " + why.decision())
                    .endsWith(
                            "[ARCHIVE_REMOTE2] archives.remote",
                            "ARCH_TYPE archives.remote",
                            "ARCH_DEST dm.INSTANCE_NAME",
                            "ARCH_INCOMING_PATH dmarch" + node + ".ARCHIVE_REMOTE2.ARCH_INCOMING_PATH");
        }
    }

    @Test
    void other_files_are_copied_unchanged_with_their_permissions() {
        FileId sqllog = Example.DM_INI_1.sibling("/home/data/dsc0_config/sub/sqllog.ini");
        FileId beside = Example.DM_INI_1.sibling("/home/data/dsc0_config_old.ini");
        byte[] bytes = "SVR_LOG = 1\n".getBytes(StandardCharsets.UTF_8);
        ClusterFiles files = Example.files()
                .with(sqllog, bytes)
                .with(beside, bytes)
                .with(new FileId("10.0.2.102", sqllog.path()), bytes)
                .withMode(sqllog, 0640)
                .withMode(Example.DM_INI_1, 0600);
        PlanResult.Planned planned = Example.planned(files, Example.request().build());
        FileId copy = new FileId("10.0.2.103", "/home/data/dsc2_config/sub/sqllog.ini");

        assertThat(planned.target().bytes(copy)).isEqualTo(bytes);
        assertThat(planned.target().mode(copy)).isEqualTo(files.mode(sqllog)).isPresent();
        assertThat(planned.target().mode(new FileId("10.0.2.103", "/home/data/dsc2_config/dm.ini")))
                .isEqualTo(files.mode(Example.DM_INI_1))
                .isPresent();
        assertThat(change(planned.plan(), copy.toString()).copiedFrom()).contains(sqllog);
        assertThat(change(planned.plan(), copy.toString()).provenance()).isEmpty();
        assertThat(planned.target().ids().stream().filter(id -> id.host().equals("10.0.2.103")))
                .hasSize(6);
    }

    /**
     * A file that the nodes of a machine share gains the instance. It does not count as a copy of the first node's
     * file.
     */
    @Test
    void a_shared_file_is_updated_in_its_place() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().oneMachine(true).build());
        ClusterFiles files = cluster.files();
        FileId shared = new FileId("10.1.0.1", "/data/dmasvrmal.ini");
        for (FileId file : cluster.files().ids()) {
            if (file.name().equals("dmdcr.ini")) {
                files = Example.set(files, file, "DMDCR_MAL_PATH", shared.path());
            }
            if (file.name().equals("dmasvrmal.ini")) {
                files = files.with(shared, files.bytes(file)).without(file);
            }
        }
        FileChange change = change(Example.planned(files, cluster.next(2)).plan(), shared.toString());

        assertThat(change.kind()).isEqualTo(FileChange.Kind.UPDATE);
        assertThat(change.copiedFrom()).isEmpty();
        assertThat(change.diff()).startsWith("--- " + shared).containsOnlyOnce("+MAL_INST_NAME = ASM2");
    }

    /**
     * The files that are left out are in the first node's directory, not in a directory with the same name on another
     * host.
     */
    @Test
    void a_file_with_the_path_of_an_export_on_another_host_is_copied() {
        FileId own = new FileId("10.0.2.101", "/home/data/dsc0_config/x.ini");
        FileId export = new FileId("10.0.2.102", "/home/data/dsc0_config/x.ini");
        ClusterFiles files = Example.files()
                .with(own, new byte[] {'#'})
                .with(export, Example.files().bytes(Example.DCR_1));

        assertThat(Example.planned(files, Example.request().build()).target().ids())
                .contains(new FileId("10.0.2.103", "/home/data/dsc2_config/x.ini"));
    }

    @ParameterizedTest
    @CsvSource({"9801, 9802, dmdcr.DMDCR_CSS_PORT", "9801, 9801, host"})
    void the_reason_for_a_monitors_line_is_the_port_that_takes_effect(String first, String second, String decision) {
        ClusterFiles files = Example.set(Example.files(), Example.DMDCR_1, "DMDCR_CSS_PORT", first);
        files = Example.set(files, Example.DMDCR_2, "DMDCR_CSS_PORT", second);
        String monitor =
                "CSSM_OGUID = 63635\nCSSM_CSS_IP = 10.0.2.101:" + first + "\nCSSM_CSS_IP = 10.0.2.102:" + second + "\n";
        files = files.with(Example.MONITOR, monitor.getBytes(StandardCharsets.UTF_8));

        assertThat(why(change(Example.planned(files, Example.request().build()).plan(), Example.MONITOR.toString())))
                .containsExactly("4 CSSM_CSS_IP " + decision);
    }

    @Test
    void a_new_monitor_lists_every_node_and_the_oguid() {
        FileId watch = new FileId("watch", "/data/dmcssm.ini");
        PlanResult.Planned planned = Example.planned(
                Example.files().without(Example.MONITOR),
                Example.request().monitor(watch).build());

        assertThat(new String(planned.target().bytes(watch), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceAll("\\s", "")))
                .containsExactly(
                        "CSSM_OGUID=63635",
                        "CSSM_CSS_IP=10.0.2.101:9341",
                        "CSSM_CSS_IP=10.0.2.102:9343",
                        "CSSM_CSS_IP=10.0.2.103:9345");
        assertThat(why(change(planned.plan(), watch.toString())))
                .containsExactly(
                        "1 CSSM_OGUID monitor",
                        "2 CSSM_CSS_IP monitor",
                        "3 CSSM_CSS_IP monitor",
                        "4 CSSM_CSS_IP monitor");
        assertThat(planned.plan().identity()).isEqualTo(new ExtendPlan.Identity(63635, "/dev/raw/raw1"));
        assertThat(planned.plan().nodes())
                .extracting(ExtendPlan.NodeSummary::seqno, ExtendPlan.NodeSummary::host, ExtendPlan.NodeSummary::db)
                .containsExactly(tuple(0, "10.0.2.101", "DSC0"), tuple(1, "10.0.2.102", "DSC1"));
    }
}
