package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.render.StepTexts;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of a plan: their order, their hosts, their steps in the chapter, and the checks that they ask for. */
class PlannedStepsTest {
    private final ExtendPlan manual = Example.manual().plan();

    private static Step step(ExtendPlan plan, String id) {
        return plan.steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ExtendPlan plan(ClusterLayout layout) {
        GeneratedCluster cluster = new GeneratedCluster(layout);
        return Example.planned(cluster.files(), cluster.next(cluster.nodes())).plan();
    }

    private static List<String> lines(Step step) {
        return ((ToolCommand.ToolScript) step.command().orElseThrow()).lines();
    }

    @Test
    void the_plan_of_the_manual_has_these_steps_hosts_and_citations() {
        assertThat(manual.steps())
                .extracting(step -> step.id() + " @" + step.host() + " "
                        + new StepTexts(manual, Locale.ENGLISH)
                                .manual(step)
                                .replaceFirst("DM8 DMDSC, chapter 14(, step )?", ""))
                .containsExactly(
                        "cluster-ok @monitor ",
                        "new-host @10.0.2.103 ",
                        "ports-free @10.0.2.103 ",
                        "disks-known @10.0.2.101 ",
                        "disks-visible @10.0.2.103 ",
                        "export-dcr @10.0.2.101 1",
                        "log-sizes @10.0.2.101 2",
                        "space-free @10.0.2.101 2",
                        "add-log-files @10.0.2.101 2",
                        "verify-dmctl @10.0.2.101 2",
                        "verify-log-files @10.0.2.101 2",
                        "copy-config @10.0.2.103 3",
                        "write.copy-config.10.0.2.103:/home/data/dsc2_config/dm.ini @10.0.2.103 3",
                        "write.copy-config.10.0.2.103:/home/data/dsc2_config/dmarch.ini @10.0.2.103 3",
                        "write.write-dmdcr.10.0.2.103:/home/data/dmdcr.ini @10.0.2.103 4",
                        "write.update-mal.10.0.2.101:/home/data/dmasvrmal.ini @10.0.2.101 5",
                        "write.update-mal.10.0.2.101:/home/data/dsc0_config/dmmal.ini @10.0.2.101 5",
                        "write.update-mal.10.0.2.102:/home/data/dmasvrmal.ini @10.0.2.102 5",
                        "write.update-mal.10.0.2.102:/home/data/dsc1_config/dmmal.ini @10.0.2.102 5",
                        "write.update-mal.10.0.2.103:/home/data/dmasvrmal.ini @10.0.2.103 5",
                        "write.update-mal.10.0.2.103:/home/data/dsc2_config/dmmal.ini @10.0.2.103 5",
                        "write.edit-dcr-config.10.0.2.101:/home/data/dmdcr_cfg_bak.ini @10.0.2.101 6",
                        "write.edit-dcr-config.10.0.2.102:/home/data/dmdcr_cfg_bak.ini @10.0.2.102 6",
                        "dcr-still-base @10.0.2.101 7",
                        "cluster-still-ok @monitor 7",
                        "extend-dcr @10.0.2.101 7",
                        "dcr-extended.disk1 @10.0.2.101 7",
                        "check-dcr.disk1 @10.0.2.101 7",
                        "extend-node @monitor 8",
                        "show-extended @monitor 8",
                        "read-logs @10.0.2.101 8",
                        "start-css @10.0.2.103 9",
                        "start-asm @10.0.2.103 9",
                        "start-db @10.0.2.103 10",
                        "write.update-monitors.monitor:/home/data/cssm/dmcssm.ini @monitor 11",
                        "restart-monitor.1 @monitor 11",
                        "all-ok @monitor ",
                        "ep-info @10.0.2.101 ",
                        "ep-info.new @10.0.2.103 ",
                        "log-files.new @10.0.2.103 ",
                        "archives.new @10.0.2.103 ",
                        "disk-groups.new @10.0.2.103 ",
                        "look-after @10.0.2.103 ",
                        "clients @10.0.2.103 ");
    }

    @Test
    void files_of_one_phase_are_written_in_any_order_before_the_next_step() {
        List<String> mal = manual.steps().stream()
                .filter(step -> step.phase() == Phase.UPDATE_MAL)
                .map(Step::id)
                .toList();

        assertThat(mal)
                .hasSize(6)
                .allSatisfy(id -> assertThat(step(manual, id).dependsOn())
                        .containsExactly("write.write-dmdcr.10.0.2.103:/home/data/dmdcr.ini"));
        assertThat(manual.steps().stream().filter(step -> step.phase() == Phase.EDIT_DCR_CONFIG))
                .hasSize(2)
                .allSatisfy(step -> assertThat(step.dependsOn()).isEqualTo(mal));
    }

    private static String check(ExtendPlan plan, String id) {
        return new StepTexts(plan, Locale.ENGLISH).check(step(plan, id));
    }

    @Test
    void each_step_says_what_to_check() {
        assertThat(check(manual, "ports-free")).contains("9500, 9501, 5236, 7238, 9342");
        assertThat(check(manual, "disks-visible")).contains("are in /dev/raw:", "/dev/raw/raw1, /dev/raw/raw2:");
        assertThat(step(manual, "verify-log-files").verify().expected())
                .containsExactly("DSC2_log01.log", "DSC2_log02.log");
        assertThat(check(manual, "verify-dmctl"))
                .contains("/home/data/dmctl_with_node2.txt lists +DMLOG/log/DSC2_log01.log, +DMLOG/log/DSC2_log02.log");
        assertThat(step(manual, "check-dcr.disk1").verify().expected()).containsExactly("success");
        assertThat(step(manual, "show-extended").verify().expected()).containsExactly("CSS2", "ASM2", "DSC2");
        assertThat(step(manual, "ep-info").verify().expected()).containsExactly("DSC2");
        assertThat(step(manual, "restart-monitor.1").command().orElseThrow().argv())
                .containsExactly("./dmcssm", "INI_PATH=/home/data/cssm/dmcssm.ini");
    }

    @Test
    void each_step_says_whether_it_can_be_repeated() {
        assertThat(manual.steps())
                .filteredOn(step -> step.action() instanceof Change.WriteFile)
                .allSatisfy(step -> assertThat(step.rollbackClass())
                        .isEqualTo(
                                step.phase() == Phase.EDIT_DCR_CONFIG
                                        ? RollbackClass.RETRY_SAFE
                                        : RollbackClass.REVERSIBLE));
        assertThat(step(manual, "add-log-files").rollbackClass()).isEqualTo(RollbackClass.VERIFY_BEFORE_RETRY);
    }

    @Test
    void these_steps_have_a_note() {
        assertThat(manual.steps())
                .filteredOn(
                        step -> new StepTexts(manual, Locale.ENGLISH).note(step).isPresent())
                .extracting(step -> step.id().replaceFirst("(write[.]update-mal).*", "$1"))
                .containsExactly(
                        "add-log-files",
                        "write.update-mal",
                        "write.update-mal",
                        "write.update-mal",
                        "write.update-mal",
                        "dcr-still-base",
                        "cluster-still-ok",
                        "extend-node",
                        "start-asm",
                        "start-db");
    }

    @Test
    void the_reinitialisation_stops_every_process_and_restores_every_old_file() {
        assertThat(manual.reinitialise())
                .extracting(Step::id)
                .containsExactly(
                        "reinit.stop-group.db",
                        "reinit.stop.dmserver.10.0.2.101",
                        "reinit.stop.dmserver.10.0.2.102",
                        "reinit.stop.dmserver.10.0.2.103",
                        "reinit.stop-group.asm",
                        "reinit.stop.dmasmsvr.10.0.2.101",
                        "reinit.stop.dmasmsvr.10.0.2.102",
                        "reinit.stop.dmasmsvr.10.0.2.103",
                        "reinit.stop.dmcss.10.0.2.101",
                        "reinit.stop.dmcss.10.0.2.102",
                        "reinit.stop.dmcss.10.0.2.103",
                        "reinit.restore.10.0.2.101:/home/data/dmasvrmal.ini",
                        "reinit.restore.10.0.2.101:/home/data/dmdcr_cfg_bak.ini",
                        "reinit.restore.10.0.2.101:/home/data/dsc0_config/dmmal.ini",
                        "reinit.restore.10.0.2.102:/home/data/dmasvrmal.ini",
                        "reinit.restore.10.0.2.102:/home/data/dmdcr_cfg_bak.ini",
                        "reinit.restore.10.0.2.102:/home/data/dsc1_config/dmmal.ini",
                        "reinit.restore.monitor:/home/data/cssm/dmcssm.ini",
                        "reinit.init-dcr",
                        "reinit.start");
        assertThat(manual.reinitialise())
                .filteredOn(step -> step.gate())
                .extracting(Step::id)
                .containsExactly("reinit.init-dcr");
        assertThat(lines(manual.reinitialise().get(18)))
                .containsExactly("init dcrdisk '/dev/raw/raw1' from '/home/data/dmdcr_cfg_bak.ini' identified by"
                        + " '${DMDSC_DCR_PASSWORD}'");
    }

    @Test
    void on_one_machine_the_reinitialisation_stops_each_program_once() {
        ExtendPlan plan = plan(ClusterLayout.builder().oneMachine(true).build());

        assertThat(plan.reinitialise().stream().filter(step -> step.id().startsWith("reinit.stop.")))
                .extracting(Step::id)
                .containsExactly(
                        "reinit.stop.dmserver.10.1.0.1", "reinit.stop.dmasmsvr.10.1.0.1", "reinit.stop.dmcss.10.1.0.1");
    }

    @Test
    void in_the_mirror_edition_the_reinitialisation_creates_the_system_disk_group() {
        ExtendPlan plan =
                plan(ClusterLayout.builder().edition(StorageEdition.MIRROR).build());
        Step init = plan.reinitialise().get(plan.reinitialise().size() - 2);

        assertThat(lines(init))
                .containsExactly("create system diskgroup asmdisk '/dev/dcrv/d0','/dev/dcrv/d1','/dev/dcrv/d2'"
                        + " attribute config='/data/dmdcr_cfg_bak.ini', passwd='${DMDSC_DCR_PASSWORD}'");
        assertThat(new StepTexts(plan, Locale.ENGLISH).check(init))
                .contains("/dev/dcrv/d0, /dev/dcrv/d1, /dev/dcrv/d2");
        assertThat(((ToolCommand.ToolScript) init.command().orElseThrow()).argv())
                .containsExactly("./dmasmcmdm", "RET_FLAG=1");
        assertThat(lines(step(plan, "disks-visible"))).containsExactly("listdisks '/dev/dcrv'");
        assertThat(lines(step(plan, "verify-log-files"))).containsExactly("ls +LOG");
        assertThat(((ToolCommand.ToolScript)
                                step(plan, "verify-log-files").command().orElseThrow())
                        .argv())
                .containsExactly("./dmasmtoolm", "DCR_INI=/data/DSC0/dmdcr.ini");
    }

    @Test
    void every_monitor_is_updated_and_restarted() {
        ExtendPlan plan = plan(ClusterLayout.builder().monitors(2).build());

        assertThat(plan.steps().stream().filter(step -> step.phase() == Phase.UPDATE_MONITORS))
                .extracting(step -> step.id().replaceFirst("(write[.]update-monitors).*", "$1"))
                .containsExactly(
                        "write.update-monitors", "write.update-monitors", "restart-monitor.1", "restart-monitor.2");
        List<String> written = plan.steps().stream()
                .map(Step::id)
                .filter(id -> id.startsWith("write.update-monitors"))
                .toList();
        assertThat(step(plan, "restart-monitor.1").dependsOn()).isEqualTo(written);
        assertThat(step(plan, "restart-monitor.2").dependsOn()).isEqualTo(written);
        assertThat(step(plan, "all-ok").dependsOn()).containsExactly("restart-monitor.1", "restart-monitor.2");
    }

    @Test
    void a_new_monitor_is_updated_and_restarted_at_the_end() {
        ExtendPlan plan = plan(ClusterLayout.builder().monitors(0).build());

        assertThat(plan.steps())
                .extracting(Step::id)
                .containsSubsequence(
                        "cluster-ok",
                        "set-up-monitor",
                        "cluster-ok.monitor",
                        "write.update-monitors.watch:/data/dmcssm2.ini",
                        "restart-monitor.1",
                        "all-ok");
        assertThat(step(plan, "cluster-ok").tool()).isEqualTo(Tool.DISQL);
        assertThat(step(plan, "all-ok").tool()).isEqualTo(Tool.DMCSSM);
        assertThat(new StepTexts(plan, Locale.ENGLISH).title(step(plan, "cluster-ok.monitor")))
                .contains("in the new monitor");
        assertThat(step(plan, "cluster-ok.monitor").host()).isEqualTo("watch");
    }

    @ParameterizedTest
    @CsvSource({
        "DMASM, '', DmCSSMonitorServiceMonitor, Monitor, SHELL",
        "MIRROR, '', DmCSSMonitorServiceMonitor, Monitor, SHELL",
        "DMASM, DmCSSMonitorServiceWatch, DmCSSMonitorServiceWatch, Watch, SHELL",
        "DMASM, watcher, watcher, '', OPERATOR"
    })
    void a_new_monitor_is_registered_before_its_service_is_restarted(
            StorageEdition edition, String named, String service, String given, Tool tool) {
        GeneratedCluster cluster = new GeneratedCluster(
                ClusterLayout.builder().edition(edition).monitors(0).build());
        ExtendRequest request = cluster.next(cluster.nodes());
        FileId file = request.monitor().orElseThrow();
        ExtendPlan plan = Example.planned(
                        cluster.files(),
                        named.isEmpty()
                                ? request.withServices(true)
                                : request.withMonitorServices(new ExtendRequest.MonitorService(file, named)))
                .plan();
        Step register = step(plan, "register-monitor");

        assertThat(register.host()).isEqualTo("watch");
        assertThat(register.tool()).isEqualTo(tool);
        assertThat(register.action()).isEqualTo(new Control.RegisterMonitor(service, file));
        assertThat(register.command().map(ToolCommand::argv).orElse(List.of()))
                .isEqualTo(
                        given.isEmpty()
                                ? List.of()
                                : List.of(
                                        "./dm_service_installer.sh",
                                        "-t",
                                        "dmcssm",
                                        "-cssm_ini",
                                        file.path(),
                                        "-p",
                                        given));
        assertThat(register.dependsOn()).allMatch(id -> id.startsWith("write.update-monitors"));
        assertThat(step(plan, "restart-monitor.1").dependsOn()).containsExactly("register-monitor");
        assertThat(step(plan, "restart-monitor.1").command().map(ToolCommand::argv))
                .contains(List.of("systemctl", "restart", service));
    }

    @Test
    void an_existing_monitor_is_restarted_as_the_service_in_the_request() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().monitors(2).build());
        FileId second = new FileId("monitor1", "/data/dmcssm.ini");
        ExtendPlan plan = Example.planned(
                        cluster.files(),
                        cluster.next(cluster.nodes())
                                .withServices(true)
                                .withMonitorServices(new ExtendRequest.MonitorService(second, "watcher")))
                .plan();

        assertThat(plan.actions(Control.RegisterMonitor.class)).isEmpty();
        assertThat(plan.actions(Control.RestartMonitor.class))
                .extracting(Control.RestartMonitor::service)
                .containsExactly(Optional.empty(), Optional.of("watcher"));
        assertThat(step(plan, "restart-monitor.1").tool()).isEqualTo(Tool.OPERATOR);
        assertThat(step(plan, "restart-monitor.2").command().map(ToolCommand::argv))
                .contains(List.of("systemctl", "restart", "watcher"));
    }

    @Test
    void remote_archives_are_written_together_and_the_operator_plans_restarts() {
        ExtendPlan plan =
                plan(ClusterLayout.builder().archives(Archives.LOCAL_AND_REMOTE).build());
        List<Step> archives = plan.steps().stream()
                .filter(step -> step.phase() == Phase.UPDATE_ARCHIVES)
                .toList();

        assertThat(archives.get(0).dependsOn()).isEqualTo(archives.get(1).dependsOn());
        assertThat(archives.get(2).dependsOn())
                .containsExactly(archives.get(0).id(), archives.get(1).id());
        assertThat(archives.get(2))
                .extracting(Step::id, Step::host, Step::tool)
                .containsExactly("archives-later", "10.1.0.1", Tool.OPERATOR);
    }

    @ParameterizedTest
    @CsvSource({"+LOG/a.log, +LOG/b.log, ls +LOG", "+A/x/a.log, +B/y/z/b.log, ls +A/x|ls +B/y/z"})
    void every_directory_of_log_files_is_listed(String first, String second, String looks) {
        ExtendPlan plan = Example.planned(
                        Example.files(),
                        Example.request().logFiles(List.of(first, second)).build())
                .plan();

        assertThat(String.join("|", lines(step(plan, "verify-log-files")))).isEqualTo(looks);
        assertThat(step(plan, "verify-log-files").verify().expected()).containsExactly("a.log", "b.log");
    }

    @Test
    void the_wait_for_dmcss_is_the_interval_plus_five_minutes() {
        ExtendPlan plan = plan(ClusterLayout.builder()
                .asmRestart(Restart.COMMAND)
                .dbRestart(Restart.COMMAND)
                .build());

        assertThat(List.of(step(plan, "await-asm"), step(plan, "await-db")))
                .extracting(
                        Step::tool,
                        Step::host,
                        step -> ((Control.AwaitStart) step.action()).timeoutSeconds()
                                - ((Control.AwaitStart) step.action()).intervalSeconds())
                .containsExactly(tuple(Tool.DMASMSVR, "10.1.0.3", 300), tuple(Tool.DMSERVER, "10.1.0.3", 300));
    }

    @Test
    void the_default_interval_is_a_minute() {
        ClusterFiles files = Example.files();
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            files = Example.remove(files, dmdcr, "DMDCR_ASM_RESTART_INTERVAL");
        }
        Step step = step(Example.planned(files, Example.request().build()).plan(), "await-asm");

        assertThat(((Control.AwaitStart) step.action()).intervalSeconds()).isEqualTo(60);
    }

    /** The installer puts its own prefix before the given name. Its scripts are in a directory beside bin. */
    @ParameterizedTest
    @CsvSource({
        "service DmServiceDSC{n} restart, /opt/dmdbms/bin, SHELL,"
                + " /opt/dmdbms/script/root ./dm_service_installer.sh … -p DSC2",
        "service DmServiceDSC{n}.service restart, /opt/dmdbms/bin, SHELL,"
                + " /opt/dmdbms/script/root ./dm_service_installer.sh … -p DSC2",
        "service DmServiceDSC{n} restart, /opt/dm, SHELL,"
                + " /opt/dm/../script/root ./dm_service_installer.sh … -p DSC2",
        "service clusternode{n} restart, /opt/dmdbms/bin, OPERATOR, clusternode2",
    })
    void a_service_is_registered_under_the_name_that_dmcss_starts(
            String command, String bin, Tool tool, String registered) {
        ClusterFiles files = Example.files();
        for (int node = 0; node < 2; node++) {
            FileId dmdcr = node == 0 ? Example.DMDCR_1 : Example.DMDCR_2;
            files = Example.set(files, dmdcr, "DMDCR_DB_STARTUP_CMD", command.replace("{n}", Integer.toString(node)));
            files = Example.remove(files, dmdcr, "DMDCR_ASM_STARTUP_CMD");
        }
        ExtendPlan plan = Example.planned(
                        files, Example.request().binDirectory(bin).build())
                .plan();
        Step register = step(plan, "register-db");

        assertThat(register.tool()).isEqualTo(tool);
        assertThat(new StepTexts(plan, Locale.ENGLISH).manual(register)).endsWith("step 9");
        if (register.command().isPresent()) {
            assertThat(register.command().get().directory().orElseThrow() + " "
                            + String.join(" ", register.command().get().argv()))
                    .isEqualTo(registered.replace(
                            "…",
                            "-t dmserver -dm_ini /home/data/dsc2_config/dm.ini -dcr_ini /home/data/dmdcr.ini"
                                    + " -y DmASMSvrServiceASM2.service"));
        } else {
            assertThat(new StepTexts(plan, Locale.ENGLISH).instructions(register))
                    .singleElement()
                    .asString()
                    .contains("called " + registered + " with", "-t dmserver");
        }
        assertThat(((ToolCommand.Argv) step(plan, "start-db").command().orElseThrow()).argv())
                .containsExactly("systemctl", "start", registered.replaceFirst(".* -p DSC2", "DmServiceDSC2"));
    }

    /** The copy of CONFIG_PATH leaves out the directories below it in which the instance writes. */
    @Test
    void the_new_host_gets_every_directory_in_which_the_instance_writes() {
        ClusterFiles files = Example.files();
        for (int node = 0; node < 2; node++) {
            FileId dmIni = node == 0 ? Example.DM_INI_1 : Example.DM_INI_2;
            String config = "/home/data/dsc" + node + "_config/";
            files = Example.set(files, dmIni, "TEMP_PATH", config + "temp");
            files = Example.set(files, dmIni, "CTL_BAK_PATH", config + "ctl_bak");
            files = Example.set(files, dmIni, "BAK_PATH", config + "bak");
        }

        assertThat(Example.planned(files, Example.request().build()).plan().actions(Task.PrepareHost.class))
                .singleElement()
                .satisfies(prepare -> assertThat(prepare.directories())
                        .contains(
                                "/home/data/dsc2_config/temp",
                                "/home/data/dsc2_config/ctl_bak",
                                "/home/data/dsc2_config/bak"));
    }

    /** Files of the licence and certificates, and the database on shared storage, are no directories of the instance. */
    @Test
    void directories_that_no_accessor_names_are_prepared_and_not_copied() {
        ClusterFiles files = Example.files();
        for (int node = 0; node < 2; node++) {
            FileId dmIni = node == 0 ? Example.DM_INI_1 : Example.DM_INI_2;
            String config = "/home/data/dsc" + node + "_config/";
            files = Example.set(files, dmIni, "AUD_PATH", config + "audits");
            files = Example.set(files, dmIni, "HUGE_DEFAULT_PATH", "/dmhuge/DSC" + node);
            files = Example.set(files, dmIni, "CORE_PATH", "/core");
            files = Example.set(files, dmIni, "LIC_PATH", "/opt/dmdbms/bin/dm.key");
            files = Example.set(files, dmIni, "SSL_PATH", "/opt/dmdbms/bin/server_ssl");
            files = Example.set(files, dmIni.sibling(config + "dmmal.ini"), "MAL_TEMP_PATH", "/dmtemp/mal");
            files = Example.set(files, dmIni.sibling("/home/data/dmasvrmal.ini"), "MAL_TEMP_PATH", "/dmtemp/asm");
            files = files.with(dmIni.sibling(config + "audits/a.adt"), "audit".getBytes(StandardCharsets.US_ASCII));
            files = files.with(
                    dmIni.sibling(config + "sqllog.ini"),
                    ("[SLOG_ALL]\nFILE_PATH = " + config + "sql\n[MORE]\nFILE_PATH = ../log\n")
                            .getBytes(StandardCharsets.US_ASCII));
        }

        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(planned.plan().actions(Task.PrepareHost.class))
                .singleElement()
                .satisfies(prepare -> assertThat(prepare.directories())
                        .contains(
                                "/home/data/dsc2_config/audits",
                                "/dmhuge/DSC2",
                                "/core",
                                "/dmtemp/mal",
                                "/dmtemp/asm",
                                "/home/data/dsc2_config/sql")
                        .doesNotContain("/opt/dmdbms/bin/dm.key", "/opt/dmdbms/bin/server_ssl", "../log"));
        assertThat(planned.plan().actions(Change.CopyDirectory.class))
                .singleElement()
                .satisfies(copy -> assertThat(copy.except()).contains("audits"));
        assertThat(planned.target().ids())
                .doesNotContain(new FileId("10.0.2.103", "/home/data/dsc2_config/audits/a.adt"));
    }

    /** A restart of a host that runs a node stops that node. */
    @Test
    void a_host_that_already_runs_a_node_is_neither_restarted_nor_compared_with_the_others() {
        ExtendPlan plan = plan(ClusterLayout.builder().oneMachine(true).build());

        assertThat(plan.actions(Task.PrepareHost.class))
                .singleElement()
                .satisfies(prepare -> assertThat(prepare.items())
                        .containsExactly(
                                Task.HostItem.SAME_VERSION,
                                Task.HostItem.LICENCE,
                                Task.HostItem.ADDRESSES,
                                Task.HostItem.DIRECTORIES,
                                Task.HostItem.FIREWALL));
    }

    /**
     * The startup commands of a host give the directory of its programs. The request gives the directory on the new
     * host.
     */
    @Test
    void programs_are_called_in_their_directory_on_each_host() {
        ClusterFiles files = Example.files();
        for (String key : List.of("DMDCR_DB_STARTUP_CMD", "DMDCR_ASM_STARTUP_CMD")) {
            String program = key.contains("ASM") ? "dmasmsvr" : "dmserver path=/home/data/dsc1_config/dm.ini";
            String command = "/dm8/bin/" + program + " dcr_ini=/home/data/dmdcr.ini";
            files = Example.set(files, Example.DMDCR_2, key, command);
        }
        files = files.with(new FileId("10.0.2.102", "/home/data/dmcssm.ini"), files.bytes(Example.MONITOR))
                .without(Example.MONITOR);
        ExtendPlan plan = Example.planned(
                        files, Example.request().binDirectory("/new/bin").build())
                .plan();

        assertThat(called(step(plan, "extend-node"))).isEqualTo("/dm8/bin ./dmcssm");
        assertThat(called(step(plan, "extend-dcr"))).isEqualTo("/opt/dmdbms/bin ./dmasmcmd");
        assertThat(called(step(plan, "disks-visible"))).isEqualTo("/new/bin ./dmasmcmd");
        assertThat(called(step(plan, "start-css"))).isEqualTo("/new/bin ./dmcss");
        assertThat(plan.reinitialise())
                .filteredOn(step -> step.id().equals("reinit.init-dcr"))
                .singleElement()
                .satisfies(step -> assertThat(called(step)).isEqualTo("/opt/dmdbms/bin ./dmasmcmd"));
    }

    /** Returns the directory and the program of a command. */
    private static String called(Step step) {
        ToolCommand words = step.command().orElseThrow();
        return words.directory().orElseThrow() + " " + words.argv().get(0);
    }

    @Test
    void a_process_is_started_by_its_program_or_by_its_service() {
        assertThat(step(manual, "start-css").tool()).isEqualTo(Tool.DMCSS);
        assertThat(step(manual, "start-db").tool()).isEqualTo(Tool.DMSERVER);
        ExtendPlan services = Example.planned(
                        Example.files(), Example.request().services(true).build())
                .plan();
        assertThat(step(services, "start-css").tool()).isEqualTo(Tool.SHELL);
    }

    @ParameterizedTest
    @CsvSource({"false, '/dev/raw,/dev/more'", "true, '/dev/dcrv,/dev/more'"})
    void the_disks_are_listed_in_every_directory_of_the_edition(boolean mirror, String paths) {
        ClusterFiles files = mirror ? OtherClustersTest.mirror(Example.files()) : Example.files();
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            if (mirror) {
                files = Example.set(files, dcr, "DCR_DISK_LOAD_PATH", paths);
            } else {
                files = Example.set(files, dcr, 5, "DCR_EP_ASM_LOAD_PATH", paths);
                files = Example.set(files, dcr, 6, "DCR_EP_ASM_LOAD_PATH", paths);
            }
        }
        for (FileId dmdcr : mirror ? List.of(Example.DMDCR_1, Example.DMDCR_2) : List.<FileId>of()) {
            files = Example.set(files, dmdcr, "DMDCR_PATH", paths);
        }
        ExtendRequest request = Example.request()
                .dcrvDisks(mirror ? List.of("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/more/d2") : List.of())
                .build();
        ExtendPlan plan = Example.planned(files, request).plan();
        Step visible = step(plan, "disks-visible");

        assertThat(lines(visible))
                .containsExactly("listdisks '" + paths.replace(",/dev/more", "") + "'", "listdisks '/dev/more'");
        assertThat(new StepTexts(plan, Locale.ENGLISH).check(visible)).contains("are in " + paths.replace(",", ", "));
    }

    @Test
    void a_monitor_on_a_node_is_used_if_there_is_no_other() {
        FileId onNode = new FileId("10.0.2.102", "/home/data/dmcssm.ini");
        ClusterFiles files = Example.files()
                .with(onNode, Example.files().bytes(Example.MONITOR))
                .without(Example.MONITOR);

        assertThat(step(Example.planned(files, Example.request().build()).plan(), "extend-node")
                        .host())
                .isEqualTo("10.0.2.102");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DmService", "DmServiceX"})
    void a_service_named_like_the_prefix_is_registered_by_the_operator(String service) {
        ClusterFiles files = Example.files();
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            files = Example.set(files, dmdcr, "DMDCR_DB_STARTUP_CMD", "service " + service + " restart");
        }
        assertThat(step(Example.planned(files, Example.request().build()).plan(), "register-db")
                        .tool())
                .isEqualTo(service.equals("DmService") ? Tool.OPERATOR : Tool.SHELL);
    }
}
