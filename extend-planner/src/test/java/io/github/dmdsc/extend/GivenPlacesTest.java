package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.rehearse.Ending;
import io.github.dmdsc.extend.run.Proof;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The directories of the new node are used in every value that contains them. */
class GivenPlacesTest {
    private static final String ASM = "DMDCR_ASM_STARTUP_CMD";
    private static final String DB = "DMDCR_DB_STARTUP_CMD";

    private static FileId dmdcr(int node) {
        return node == 0 ? Example.DMDCR_1 : Example.DMDCR_2;
    }

    /** Returns the example with these commands; {n} stands for the number of the node. */
    private static ClusterFiles startedWith(ClusterFiles base, String asm, String db) {
        ClusterFiles files = base;
        for (int node = 0; node < 2; node++) {
            String number = Integer.toString(node);
            files = Example.set(files, dmdcr(node), ASM, asm.replace("{n}", number));
            files = Example.set(files, dmdcr(node), DB, db.replace("{n}", number));
        }
        return files;
    }

    /** Returns the example, in which each node has a dmdcr.ini of its own name: dmdcr0.ini, dmdcr1.ini. */
    private static ClusterFiles numbered(String bin) {
        ClusterFiles files = startedWith(
                Example.files(),
                bin + "/dmasmsvr dcr_ini=/home/data/dmdcr{n}.ini",
                bin + "/dmserver path=/home/data/dsc{n}_config/dm.ini dcr_ini=/home/data/dmdcr{n}.ini");
        for (int node = 0; node < 2; node++) {
            FileId old = dmdcr(node);
            files = files.with(old.sibling("/home/data/dmdcr" + node + ".ini"), files.bytes(old))
                    .without(old);
        }
        return files;
    }

    private static String dmdcr2(PlanResult.Planned planned) {
        return Example.onNewHost(planned, "/home/data/dmdcr2.ini");
    }

    @Test
    void given_directories_are_used_if_each_node_has_its_own_name_of_dmdcr_ini() {
        ExtendRequest request = Example.request()
                .binDirectory("/new/bin")
                .configPath("/new/conf")
                .build();

        PlanResult.Planned planned = Example.planned(numbered("/opt/dmdbms/bin"), request);

        assertThat(dmdcr2(planned))
                .contains(ASM + "=/new/bin/dmasmsvr dcr_ini=/home/data/dmdcr2.ini\n")
                .contains(DB + "=/new/bin/dmserver path=/new/conf/dm.ini dcr_ini=/home/data/dmdcr2.ini\n");
    }

    @Test
    void the_directory_of_the_programs_continues_those_of_the_nodes() {
        PlanResult.Planned planned =
                Example.planned(numbered("/dm{n}/bin"), Example.request().build());

        assertThat(Example.decision(planned, "bin").how()).isEqualTo(Decision.How.PATTERN);
        assertThat(dmdcr2(planned)).contains(ASM + "=/dm2/bin/dmasmsvr dcr_ini=/home/data/dmdcr2.ini\n");
    }

    @Test
    void a_directory_of_programs_that_is_asked_for_asks_for_no_command() {
        ClusterFiles files = startedWith(
                Example.files(),
                "/opt/dmdbms/bin/dmasmsvr dcr_ini=/home/data/dmdcr.ini",
                "/dm8/bin/dmserver path=/home/data/dsc{n}_config/dm.ini dcr_ini=/home/data/dmdcr.ini");

        assertThat(Example.questions(files, Example.request().build()))
                .extracting(Question::name)
                .containsExactly("bin");
    }

    @Test
    void a_command_with_a_relative_path_stays_as_it_is_and_the_directory_is_asked_for() {
        for (String relative : List.of("./", "")) {
            ClusterFiles files = startedWith(
                    Example.files(),
                    relative + "dmasmsvr dcr_ini=/home/data/dmdcr.ini",
                    relative + "dmserver path=/home/data/dsc{n}_config/dm.ini dcr_ini=/home/data/dmdcr.ini");
            assertThat(Example.questions(files, Example.request().build()))
                    .extracting(Question::name)
                    .containsExactly("bin");

            PlanResult.Planned planned = Example.planned(
                    files, Example.request().binDirectory("/opt/dmdbms/bin").build());

            assertThat(Example.onNewHost(planned, "/home/data/dmdcr.ini"))
                    .contains(DB + "=" + relative + "dmserver path=/home/data/dsc2_config/dm.ini ");
        }
    }

    /** Operators link or copy the scripts of services there. */
    @Test
    void scripts_of_services_in_a_directory_of_the_system_do_not_give_the_directory_of_the_programs() {
        ClusterFiles files = startedWith(
                Example.files(), "/etc/init.d/DmASMSvrServiceASM{n} start", "/etc/rc.d/init.d/DmServiceDSC{n} start");
        assertThat(Example.questions(files, Example.request().build()))
                .extracting(Question::name)
                .containsExactly("bin");

        PlanResult.Planned planned = Example.planned(
                files, Example.request().binDirectory("/opt/dmdbms/bin").build());

        assertThat(Example.onNewHost(planned, "/home/data/dmdcr.ini"))
                .contains(ASM + "=/etc/init.d/DmASMSvrServiceASM2 start\n")
                .contains(DB + "=/etc/rc.d/init.d/DmServiceDSC2 start\n");
        assertThat(planned.plan().steps())
                .flatMap(step ->
                        step.command().flatMap(ToolCommand::directory).stream().toList())
                .contains("/opt/dmdbms/bin")
                .noneMatch(directory -> directory.startsWith("/etc/"));
    }

    @ParameterizedTest
    @CsvSource({
        "systemctl restart DmASMSvrServiceASM{n}.service, systemctl restart DmServiceDSC{n}.service",
        "service DmASMSvrServiceASM{n} restart, service dmservicedsc{n} restart",
        "/opt/dm/bin/DmASMSvrServiceASM{n} start, /opt/dm/bin/DmServiceDSC{n} start",
        "/home/dmdba/start_ASM{n}.sh, /home/dmdba/startDSC{n}.sh",
        "/home/dmdba/start.sh ASM{n}, /home/dmdba/start.sh -n=DSC{n}",
    })
    void a_command_that_holds_a_name_follows_the_given_one(String asm, String db) {
        ExtendRequest request = Example.request()
                .binDirectory("/opt/dm/bin")
                .asmName("A9")
                .dbName("B9")
                .build();

        PlanResult.Planned planned = Example.planned(startedWith(Example.files(), asm, db), request);

        assertThat(Example.onNewHost(planned, "/home/data/dmdcr.ini"))
                .contains(ASM + "=" + asm.replace("ASM{n}", "A9") + "\n")
                .contains(DB + "=" + db.replace("DSC{n}", "B9").replace("dsc{n}", "b9") + "\n");
    }

    @Test
    void a_command_that_holds_a_name_is_not_asked_for_if_the_name_is() {
        ClusterFiles files =
                startedWith(Example.files(), "service DmASMSvrServiceASM{n} start", "service DmServiceDSC{n} start");

        assertThat(Example.questions(files, Example.request().strict(true).build()))
                .extracting(Question::name)
                .contains("asm.DCR_EP_NAME", "dm.INSTANCE_NAME")
                .doesNotContain("dmdcr." + ASM, "dmdcr." + DB);
    }

    /** Another file system may hold the archives. */
    @Test
    void a_directory_whose_name_only_begins_like_the_configuration_directory_does_not_follow_it() {
        ClusterFiles files = Example.files();
        for (FileId dmIni : List.of(Example.DM_INI_1, Example.DM_INI_2)) {
            String config = dmIni.directory();
            files = Example.set(files, dmIni.sibling(config + "/dmarch.ini"), 1, "ARCH_DEST", config + "_arch");
            files = Example.set(files, dmIni, "TRACE_PATH", config + "-trace");
            files = Example.set(files, dmIni, "BAK_PATH", "/mnt" + config + "/bak");
            files = Example.set(files, dmIni, "SVR_LOG_FILE_PATH", config + "/log");
        }

        PlanResult.Planned planned =
                Example.planned(files, Example.request().configPath("/u01/conf").build());

        Map<String, String> followed = Map.of(
                "dmarch.ARCHIVE_LOCAL1.ARCH_DEST", "/home/data/dsc2_config_arch",
                "dm.TRACE_PATH", "/home/data/dsc2_config-trace",
                "dm.BAK_PATH", "/mnt/home/data/dsc2_config/bak",
                "dm.SVR_LOG_FILE_PATH", "/u01/conf/log");
        followed.forEach((name, path) ->
                assertThat(Example.decision(planned, name).value()).isEqualTo(path));
    }

    @Test
    void the_configuration_directory_follows_a_given_name_of_the_instance() {
        PlanResult.Planned planned = Example.planned(
                Example.files(), Example.request().dbName("RAC9").build());

        assertThat(Example.decision(planned, "dm.CONFIG_PATH").value()).isEqualTo("/home/data/rac9_config");
    }

    @Test
    void the_configuration_directory_may_equal_another_hosts_even_with_archives_in_it() {
        ClusterFiles files = Example.files();
        for (FileId dmIni : List.of(Example.DM_INI_1, Example.DM_INI_2)) {
            FileId arch = dmIni.sibling(dmIni.path().replace("dm.ini", "dmarch.ini"));
            files = Example.set(files, arch, 1, "ARCH_DEST", arch.path().replace("dmarch.ini", "arch"));
        }

        PlanResult.Planned planned = Example.planned(
                files, Example.request().configPath("/home/data/dsc0_config").build());

        assertThat(Example.decision(planned, "dmarch.ARCHIVE_LOCAL1.ARCH_DEST").value())
                .isEqualTo("/home/data/dsc0_config/arch");
    }

    @Test
    void a_shared_configuration_directory_is_replaced_if_the_request_gives_another() {
        ClusterFiles files = Example.files();
        for (FileId old : List.copyOf(files.ids())) {
            String path = old.path().replaceAll("dsc[01]_config", "dm_config");
            String text =
                    new String(files.bytes(old), StandardCharsets.ISO_8859_1).replaceAll("dsc[01]_config", "dm_config");
            files = files.without(old).with(old.sibling(path), text.getBytes(StandardCharsets.ISO_8859_1));
        }

        PlanResult.Planned planned = Example.planned(
                files, Example.request().configPath("/other/conf").build());

        assertThat(Example.onNewHost(planned, "/home/data/dmdcr.ini"))
                .contains(DB + "=/opt/dmdbms/bin/dmserver path=/other/conf/dm.ini dcr_ini=/home/data/dmdcr.ini\n");
    }

    @Test
    void a_dm_ini_that_has_another_name_on_each_node_is_not_copied_under_its_old_name() {
        PlanResult.Planned planned = Example.planned(
                withNumberedDmIni(Example.files()), Example.request().build());

        assertThat(planned.target().ids())
                .contains(new FileId("10.0.2.103", "/home/data/dsc2_config/dm2.ini"))
                .doesNotContain(new FileId("10.0.2.103", "/home/data/dsc2_config/dm0.ini"));
    }

    @Test
    void a_new_instance_that_listens_at_one_address_is_reached_there_whatever_the_name_of_its_dm_ini() {
        ClusterFiles files = Example.set(Example.files(), Example.DM_INI_1, "INSTANCE_ADDR", "10.0.2.101");
        files = withNumberedDmIni(Example.set(files, Example.DM_INI_2, "INSTANCE_ADDR", "10.0.2.102"));

        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(planned.plan().steps())
                .filteredOn(step -> step.host().equals("10.0.2.103"))
                .flatMap(step -> step.command().stream().toList())
                .filteredOn(ToolCommand.Sql.class::isInstance)
                .isNotEmpty()
                .allSatisfy(command ->
                        assertThat(((ToolCommand.Sql) command).login()).contains("@10.0.2.103:"));
    }

    @Test
    void a_dm_ini_may_have_any_name_in_a_cluster_that_is_started_by_hand() {
        ClusterFiles files = withNumberedDmIni(Example.files());
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            files = Example.remove(Example.remove(files, dmdcr, ASM), dmdcr, DB);
        }

        PlanResult.Planned planned = Example.planned(
                files, Example.request().binDirectory("/opt/dmdbms/bin").build());

        assertThat(planned.target().ids()).contains(new FileId("10.0.2.103", "/home/data/dsc2_config/dm2.ini"));
    }

    /** Renames the dm.ini of the nodes to dm0.ini and dm1.ini. */
    private static ClusterFiles withNumberedDmIni(ClusterFiles files) {
        ClusterFiles renamed = files;
        for (int node = 0; node < 2; node++) {
            FileId old = node == 0 ? Example.DM_INI_1 : Example.DM_INI_2;
            renamed = renamed.with(old.sibling(old.path().replace("dm.ini", "dm" + node + ".ini")), files.bytes(old))
                    .without(old);
        }
        return startedWith(
                renamed,
                "/opt/dmdbms/bin/dmasmsvr dcr_ini=/home/data/dmdcr.ini",
                "/opt/dmdbms/bin/dmserver path=/home/data/dsc{n}_config/dm{n}.ini dcr_ini=/home/data/dmdcr.ini");
    }

    @Test
    void an_interrupted_copy_of_a_single_file_can_be_repeated() {
        ClusterFiles files = Example.files();
        for (FileId dmIni : List.of(Example.DM_INI_1, Example.DM_INI_2)) {
            FileId arch = dmIni.sibling(dmIni.path().replace("dm.ini", "dmarch.ini"));
            files = Example.set(files, dmIni, "ARCH_INI", "0")
                    .with(
                            dmIni.sibling("/home/data/dm.ini"),
                            Example.set(files, dmIni, "ARCH_INI", "0").bytes(dmIni))
                    .without(dmIni)
                    .without(arch);
        }
        files = startedWith(
                files,
                "/opt/dmdbms/bin/dmasmsvr dcr_ini=/home/data/dmdcr.ini",
                "/opt/dmdbms/bin/dmserver path=/home/data/dm.ini dcr_ini=/home/data/dmdcr.ini");
        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(Proof.of(planned.plan(), files).faults())
                .isNotEmpty()
                .noneMatch(fault -> fault.ending() == Ending.STRANDED);
    }
}
