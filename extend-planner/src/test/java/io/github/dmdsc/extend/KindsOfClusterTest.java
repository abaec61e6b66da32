package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.RemoteArchiveChoice;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The differences between the plans of different kinds of clusters. */
class KindsOfClusterTest {
    private static final GeneratedCluster REMOTE = new GeneratedCluster(
            ClusterLayout.builder().nodes(3).archives(Archives.LOCAL_AND_REMOTE).build());

    private static List<String> archives(ClusterFiles files, int node) {
        Cluster cluster = ClusterLens.get(files).cluster().orElseThrow();
        return cluster.nodes().get(node).dmArch().orElseThrow().value().archives().stream()
                .map(archive -> archive.section() + " " + archive.destination().orElse("-") + " "
                        + archive.incomingPath().map(StoragePath::text).orElse("-"))
                .toList();
    }

    private static ExtendRequest.Builder request(GeneratedCluster cluster) {
        return ExtendRequest.builder().from(cluster.next(cluster.nodes()));
    }

    @Test
    void the_choice_about_remote_archives_names_its_consequences() {
        ExtendRequest undecided =
                request(REMOTE).remoteArchives(Optional.empty()).build();

        assertThat(ExtendPlanner.plan(REMOTE.files(), undecided))
                .isInstanceOfSatisfying(
                        PlanResult.NeedsInput.class,
                        asked -> assertThat(asked.questions()).singleElement().satisfies(question -> {
                            assertThat(question.attribute()).isEqualTo("remoteArchives");
                            assertThat(question.suggestion()).contains("add");
                            assertThat(question.text().en()).contains("restarted", "keep", "DSC2");
                            assertThat(question.text().zh()).contains("重启", "keep", "DSC2");
                        }));
    }

    @Test
    void add_gives_every_node_one_remote_archive_for_every_other() {
        PlanResult.Planned planned = Example.planned(REMOTE.files(), REMOTE.next(3));

        assertThat(archives(planned.target(), 3))
                .filteredOn(archive -> archive.startsWith("ARCHIVE_REMOTE"))
                .containsExactly(
                        "ARCHIVE_REMOTE1 DSC0 /arch/DSC3_from_DSC0",
                        "ARCHIVE_REMOTE2 DSC1 /arch/DSC3_from_DSC1",
                        "ARCHIVE_REMOTE3 DSC2 /arch/DSC3_from_DSC2");
        for (int node = 0; node < 3; node++) {
            assertThat(archives(planned.target(), node))
                    .startsWith(archives(REMOTE.files(), node).toArray(String[]::new))
                    .endsWith("ARCHIVE_REMOTE3 DSC3 /arch/DSC" + node + "_from_DSC3");
        }
        assertThat(planned.plan().steps())
                .filteredOn(step -> step.phase() == Phase.UPDATE_ARCHIVES)
                .extracting(Step::tool)
                .containsExactly(Tool.SHELL, Tool.SHELL, Tool.SHELL, Tool.OPERATOR);
    }

    @Test
    void keep_does_not_change_the_files_of_the_other_nodes() {
        PlanResult.Planned planned = Example.planned(
                REMOTE.files(),
                request(REMOTE).remoteArchives(RemoteArchiveChoice.KEEP).build());

        assertThat(archives(planned.target(), 3)).hasSize(4);
        for (int node = 0; node < 3; node++) {
            assertThat(archives(planned.target(), node)).isEqualTo(archives(REMOTE.files(), node));
        }
        assertThat(planned.plan().steps()).noneMatch(step -> step.phase() == Phase.UPDATE_ARCHIVES);
    }

    @Test
    void a_directory_for_archives_without_a_pattern_becomes_a_question() {
        ClusterFiles files = REMOTE.files();
        for (FileId file : files.ids()) {
            if (file.name().equals("dmarch.ini")) {
                IniDocument document = IniDocument.parse(files.bytes(file));
                IniEntry path = document.sections("ARCHIVE_REMOTE1")
                        .get(0)
                        .first("ARCH_INCOMING_PATH")
                        .orElseThrow();
                files = files.with(
                        file,
                        document.set(
                                        path,
                                        "/odd" + file.path().length()
                                                + file.host().hashCode())
                                .toBytes());
            }
        }

        assertThat(ExtendPlanner.plan(files, REMOTE.next(3)))
                .isInstanceOfSatisfying(
                        PlanResult.NeedsInput.class,
                        asked -> assertThat(asked.questions())
                                .extracting(Question::name)
                                .containsExactly(
                                        "dmarch.ARCHIVE_REMOTE1.ARCH_INCOMING_PATH",
                                        "dmarch.ARCHIVE_REMOTE2.ARCH_INCOMING_PATH",
                                        "dmarch.ARCHIVE_REMOTE3.ARCH_INCOMING_PATH",
                                        "dmarch0.ARCHIVE_REMOTE3.ARCH_INCOMING_PATH",
                                        "dmarch1.ARCHIVE_REMOTE3.ARCH_INCOMING_PATH",
                                        "dmarch2.ARCHIVE_REMOTE3.ARCH_INCOMING_PATH"));
    }

    @Test
    void endpoints_with_virtual_addresses_use_the_service_address() {
        GeneratedCluster cluster = new GeneratedCluster(
                ClusterLayout.builder().nodes(2).virtualAddresses(true).build());
        ExtendRequest without = request(cluster).values(Map.of()).build();

        assertThat(ExtendPlanner.plan(cluster.files(), without))
                .isInstanceOfSatisfying(
                        PlanResult.NeedsInput.class,
                        asked -> assertThat(asked.questions())
                                .extracting(Question::name)
                                .containsExactly("db.DCR_VIP"));
        Cluster extended = ClusterLens.get(
                        Example.planned(cluster.files(), cluster.next(2)).target())
                .cluster()
                .orElseThrow();
        assertThat(extended.endpoint(GroupType.DB, 2).orElseThrow().host()).contains(HostAddress.of("192.168.1.3"));
        assertThat(extended.endpoint(GroupType.CSS, 2).orElseThrow().host()).contains(HostAddress.of("10.1.0.3"));
    }

    @Test
    void every_host_writes_the_new_address_with_its_own_zone() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().nodes(2).ipv6(true).build());
        Cluster extended = ClusterLens.get(
                        Example.planned(cluster.files(), cluster.next(2)).target())
                .cluster()
                .orElseThrow();

        for (int node = 0; node < 3; node++) {
            MalConfig mal = extended.nodes().get(node).dbMal().orElseThrow().value();
            assertThat(mal.instances().stream()
                            .map(MalInstance::host)
                            .flatMap(Optional::stream)
                            .map(HostAddress::text))
                    .containsExactly(
                            "fe80::1:1%ens" + (node + 1), "fe80::1:2%ens" + (node + 1), "fe80::1:3%ens" + (node + 1));
        }
    }

    @Test
    void an_address_without_a_zone_becomes_a_question_if_the_others_have_zones() {
        GeneratedCluster cluster =
                new GeneratedCluster(ClusterLayout.builder().nodes(2).ipv6(true).build());
        ExtendRequest without =
                request(cluster).host(HostAddress.of("fe80::1:3")).build();

        assertThat(ExtendPlanner.plan(cluster.files(), without))
                .isInstanceOfSatisfying(
                        PlanResult.NeedsInput.class,
                        asked -> assertThat(asked.questions())
                                .extracting(Question::attribute, Question::why)
                                .containsOnly(tuple("host", Question.Why.ZONE)));
    }

    @ParameterizedTest
    @CsvSource({"BY_HAND, BY_HAND", "COMMAND, BY_HAND", "BY_HAND, COMMAND", "COMMAND, COMMAND", "SERVICE, SERVICE"})
    void the_plan_waits_for_processes_that_dmcss_starts(Restart asm, Restart db) {
        GeneratedCluster cluster = new GeneratedCluster(
                ClusterLayout.builder().nodes(2).asmRestart(asm).dbRestart(db).build());
        List<Step> steps =
                Example.planned(cluster.files(), cluster.next(2)).plan().steps();

        Set<String> starting = new TreeSet<>();
        for (Step step : steps) {
            boolean starts = step.phase() == Phase.START_CSS_ASM || step.phase() == Phase.START_DB;
            if (starts && !step.id().startsWith("register-")) {
                starting.add(step.id());
                assertThat(step.action() instanceof Control.AwaitStart)
                        .isEqualTo(step.id().startsWith("await-"));
            }
        }
        assertThat(starting)
                .isEqualTo(new TreeSet<>(Set.of(
                        "start-css",
                        (asm == Restart.BY_HAND ? "start" : "await") + "-asm",
                        (db == Restart.BY_HAND ? "start" : "await") + "-db")));
    }

    /** If dmcss does not start the instance, a person starts it with the same options. */
    @Test
    void the_start_has_the_options_of_the_startup_command() {
        ClusterFiles files = Example.files();
        int node = 0;
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            String command = "/opt/dmdbms/bin/dmserver /home/data/dsc" + node++
                    + "_config/dm.ini dcr_ini=/home/data/dmdcr.ini -noconsole open";
            files = Example.set(files, dmdcr, "DMDCR_DB_STARTUP_CMD", command);
            files = Example.set(files, dmdcr, "DMDCR_DB_RESTART_INTERVAL", "0");
        }

        assertThat(commands(
                        Example.planned(files, Example.request().build()).plan().steps()))
                .contains("./dmserver path=/home/data/dsc2_config/dm.ini dcr_ini=/home/data/dmdcr.ini open -noconsole");
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMAND", "SERVICE"})
    void the_new_startup_command_names_its_own_files_or_service(Restart restart) {
        GeneratedCluster cluster = new GeneratedCluster(ClusterLayout.builder()
                .nodes(2)
                .dbRestart(restart)
                .oneMachine(true)
                .build());
        Cluster extended = ClusterLens.get(
                        Example.planned(cluster.files(), cluster.next(2)).target())
                .cluster()
                .orElseThrow();
        List<String> commands = extended.nodes().stream()
                .flatMap(node -> node.dmdcr().value().dbStartupCommand().stream())
                .toList();

        assertThat(commands).hasSize(3).doesNotHaveDuplicates();
        assertThat(commands.get(2)).isEqualTo(commands.get(1).replace("DSC1", "DSC2"));
    }

    @Test
    void a_service_that_dmcss_restarts_is_registered_before_dmcss_starts() {
        GeneratedCluster cluster = new GeneratedCluster(
                ClusterLayout.builder().nodes(2).dbRestart(Restart.SERVICE).build());
        List<Step> steps =
                Example.planned(cluster.files(), cluster.next(2)).plan().steps();

        assertThat(commands(steps))
                .containsSubsequence(
                        "./dm_service_installer.sh -t dmserver -dm_ini /data/DSC2_conf/dm.ini"
                                + " -dcr_ini /data/DSC2/dmdcr.ini -y DmASMSvrServiceASM2.service -p DSC2",
                        "systemctl start DmCSSServiceCSS2");
        assertThat(steps)
                .extracting(Step::id)
                .contains("register-css", "await-db")
                .doesNotContain("start-db");
    }

    @Test
    void on_request_every_process_is_registered_and_started_as_a_service() {
        GeneratedCluster cluster = new GeneratedCluster(
                ClusterLayout.builder().nodes(2).edition(StorageEdition.MIRROR).build());
        List<Step> steps = Example.planned(
                        cluster.files(), request(cluster).services(true).build())
                .plan()
                .steps();

        String installer = "./dm_service_installer.sh -t ";
        String dcrIni = " -dcr_ini /data/DSC2/dmdcr.ini";
        assertThat(commands(steps))
                .containsSubsequence(
                        installer + "dmcss" + dcrIni + " -p CSS2",
                        installer + "dmasmsvrm" + dcrIni + " -y DmCSSServiceCSS2.service -p ASM2",
                        installer + "dmserver -dm_ini /data/DSC2_conf/dm.ini" + dcrIni
                                + " -y DmASMSvrmServiceASM2.service -p DSC2",
                        "systemctl start DmCSSServiceCSS2",
                        "systemctl start DmASMSvrmServiceASM2",
                        "systemctl start DmServiceDSC2");
    }

    /**
     * The scripts that the installer puts beside the programs are services too, for example DmASMSvrmService in the
     * mirror edition.
     */
    @Test
    void scripts_of_the_installer_are_registered_in_the_order_of_the_processes() {
        GeneratedCluster cluster = new GeneratedCluster(ClusterLayout.builder()
                .edition(StorageEdition.MIRROR)
                .asmRestart(Restart.COMMAND)
                .dbRestart(Restart.COMMAND)
                .build());
        ClusterFiles files = cluster.files();
        for (FileId file : List.copyOf(files.ids())) {
            if (file.name().equals("dmdcr.ini")) {
                files = Example.set(
                        files, file, "DMDCR_ASM_STARTUP_CMD", "/opt/dmdbms/bin/DmASMSvrmServiceAsmsvr start");
                files = Example.set(files, file, "DMDCR_DB_STARTUP_CMD", "/opt/dmdbms/bin/DmServiceDSC start");
            }
        }
        List<Step> steps =
                Example.planned(files, cluster.next(cluster.nodes())).plan().steps();

        assertThat(steps)
                .extracting(Step::id)
                .containsSubsequence(
                        "register-css", "register-asm", "register-db", "start-css", "await-asm", "await-db");
        assertThat(commands(steps))
                .containsSubsequence(
                        "./dm_service_installer.sh -t dmcss -dcr_ini /data/DSC2/dmdcr.ini -p CSS2",
                        "./dm_service_installer.sh -t dmasmsvrm -dcr_ini /data/DSC2/dmdcr.ini"
                                + " -y DmCSSServiceCSS2.service -p Asmsvr",
                        "./dm_service_installer.sh -t dmserver -dm_ini /data/DSC2_conf/dm.ini"
                                + " -dcr_ini /data/DSC2/dmdcr.ini -y DmASMSvrmServiceAsmsvr.service -p DSC",
                        "systemctl start DmCSSServiceCSS2");
    }

    /** A program that dmcss starts must not also start at boot as a service. */
    @Test
    void a_program_that_dmcss_starts_is_no_service_even_on_request() {
        GeneratedCluster cluster = new GeneratedCluster(
                ClusterLayout.builder().nodes(2).asmRestart(Restart.COMMAND).build());

        assertThat(Example.planned(
                                cluster.files(), request(cluster).services(true).build())
                        .plan()
                        .steps())
                .extracting(Step::id)
                .contains("register-css", "register-db", "await-asm")
                .doesNotContain("register-asm");
    }

    private static List<String> commands(List<Step> steps) {
        return steps.stream()
                .filter(step -> step.command()
                        .filter(ToolCommand.Argv.class::isInstance)
                        .isPresent())
                .map(step -> String.join(" ", ((ToolCommand.Argv) step.command().orElseThrow()).argv()))
                .toList();
    }

    @Test
    void the_files_of_a_plan_are_those_that_its_steps_write() {
        Stream.of(REMOTE, new GeneratedCluster(ClusterLayout.builder().nodes(4).build()))
                .forEach(cluster -> {
                    var plan = Example.planned(cluster.files(), cluster.next(cluster.nodes()))
                            .plan();
                    Set<FileId> written = new TreeSet<>();
                    plan.steps().forEach(step -> {
                        if (step.action() instanceof Change.WriteFile write) {
                            written.add(write.file());
                        }
                    });
                    assertThat(plan.files().stream().map(FileChange::file)).containsAll(written);
                });
    }
}
