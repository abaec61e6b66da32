package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.RemoteArchiveChoice;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.ShmKey;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings, questions and plans for clusters as they occur in practice. */
class FieldTest {
    private static final ClusterLayout USUAL = ClusterLayout.builder().build();

    private static ClusterFiles edited(ClusterLayout layout, String name, UnaryOperator<String> edit) {
        Map<FileId, byte[]> files = new TreeMap<>();
        ClusterFiles base = new GeneratedCluster(layout).files();
        base.ids().forEach(id -> files.put(id, base.bytes(id)));
        files.replaceAll((id, bytes) -> id.name().equals(name)
                ? edit.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : bytes);
        return ClusterFiles.of(files);
    }

    private static ClusterFiles buildFile(ClusterLayout layout) {
        return edited(layout, "dmdcr_cfg_bak.ini", text -> text.replaceAll("DCR_GRP_EP_ARR.*\n", ""));
    }

    private static ExtendRequest next(ClusterLayout layout) {
        return new GeneratedCluster(layout).next(layout.nodes());
    }

    private static PlanResult.Rejected rejected(ClusterFiles files, ExtendRequest request) {
        PlanResult result = ExtendPlanner.plan(files, request);
        assertThat(result).isInstanceOf(PlanResult.Rejected.class);
        return (PlanResult.Rejected) result;
    }

    private static List<String> errors(ClusterFiles files, ExtendRequest request) {
        return rejected(files, request).findings().stream()
                .filter(Finding::isBlocking)
                .map(finding -> finding.ruleId() + " " + finding.primary())
                .toList();
    }

    @Test
    void a_build_file_is_refused_with_the_missing_export_and_the_open_questions() {
        PlanResult.Rejected rejected =
                rejected(buildFile(USUAL), ExtendRequest.forHost("10.1.0.3").build());

        assertThat(rejected.findings())
                .filteredOn(Finding::isBlocking)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.ruleId()).isEqualTo("EXT-0116");
                    assertThat(finding.parameters())
                            .containsEntry("program", "dmasmcmd")
                            .containsEntry("command", "export dcrdisk '/dev/dcr' to '/data/dmdcr_cfg_bak2.ini'");
                });
        assertThat(rejected.questions()).extracting(Question::name).contains("log.files", "dmmal.MAL_INST_HOST");
    }

    @Test
    void the_mirror_edition_has_its_own_export_command() {
        ClusterLayout mirror =
                ClusterLayout.builder().edition(StorageEdition.MIRROR).build();

        assertThat(rejected(buildFile(mirror), next(mirror)).findings())
                .filteredOn(finding -> finding.ruleId().equals("EXT-0116"))
                .singleElement()
                .extracting(finding -> finding.parameters().get("program") + ": "
                        + finding.parameters().get("command"))
                .isEqualTo("dmasmcmdm: export dcrvdisk '/dev/dcrv/d0' to '/data/dmdcr_cfg_bak2.ini'");
    }

    @Test
    void a_cluster_with_a_standby_is_refused_with_all_signs_and_affected_parts() {
        ClusterLayout archived =
                ClusterLayout.builder().archives(Archives.LOCAL).build();
        ClusterFiles files = edited(
                archived,
                "dmarch.ini",
                text -> text + "[ARCHIVE_REALTIME1]\nARCH_TYPE = REALTIME\nARCH_DEST = STANDBY1\n");

        ExtendRequest open = ExtendRequest.forHost(next(archived).host().text()).build();

        assertThat(rejected(files, open).questions()).isEmpty();
        assertThat(rejected(files, open).findings())
                .filteredOn(Finding::isBlocking)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.ruleId()).isEqualTo("EXT-0117");
                    assertThat(finding.related()).hasSize(1);
                    assertThat((List<?>) finding.parameters().get("touches")).hasSize(5);
                });
    }

    @Test
    void partners_of_dblinks_stay_and_are_informed() {
        ClusterLayout linked = ClusterLayout.builder().partners(2).build();
        PlanResult.Planned planned = Example.planned(new GeneratedCluster(linked).files(), next(linked));
        FileId mal = new FileId(linked.host(0), "/data/DSC0_conf/dmmal.ini");

        assertThat(planned.plan().steps())
                .extracting(step -> step.action())
                .filteredOn(Task.TellPartners.class::isInstance)
                .containsExactly(new Task.TellPartners(
                        List.of(
                                new Task.TellPartners.Partner("LINK0", "10.9.0.1"),
                                new Task.TellPartners.Partner("LINK1", "10.9.0.2")),
                        mal,
                        "MAL_INST4"));
        assertThat(Example.decision(planned, "dmmal.MAL_PORT").value()).isEqualTo("15002");
    }

    @Test
    void the_asm_server_may_be_started_with_a_bare_dmdcr_ini() {
        ClusterLayout layout = USUAL.withAsmRestart(Restart.COMMAND);
        ClusterFiles files = edited(layout, "dmdcr.ini", text -> text.replace("dmasmsvr dcr_ini=", "dmasmsvr "));
        PlanResult.Planned planned = Example.planned(files, next(layout));

        assertThat(new String(
                        planned.target().bytes(new FileId("10.1.0.3", "/data/DSC2/dmdcr.ini")), StandardCharsets.UTF_8))
                .contains("/dmasmsvr /data/DSC2/dmdcr.ini\n");
    }

    @ParameterizedTest
    @CsvSource({"10.1.0.3,EXT-0207", "10.254.0.3,"})
    void one_address_for_two_networks_gives_a_warning(String dcr, String warning) {
        ClusterFiles files =
                edited(USUAL, "dmdcr_cfg_bak.ini", text -> text.replace("HOST = 10.1.0.", "HOST = 10.254.0."));
        ExtendRequest request = next(USUAL).withValues(Map.of("css.DCR_EP_HOST", dcr, "asm.DCR_EP_HOST", dcr));

        assertThat(Example.planned(files, request).notes())
                .extracting(Finding::ruleId)
                .filteredOn(id -> id.startsWith("EXT-"))
                .isEqualTo(warning == null ? List.of() : List.of(warning));
    }

    @ParameterizedTest
    @CsvSource({"DSC2,DSC3", "dsc2,DSC3", "LINK0,"})
    void a_name_that_a_partner_has_becomes_a_question_with_a_free_name(String partner, String suggestion) {
        ClusterLayout linked = ClusterLayout.builder().partners(1).build();
        ClusterFiles files = edited(linked, "dmmal.ini", text -> text.replace("LINK0", partner));

        if (suggestion == null) {
            assertThat(Example.decision(Example.planned(files, next(linked)), "dm.INSTANCE_NAME")
                            .value())
                    .isEqualTo("DSC2");
            return;
        }
        assertThat(Example.questions(files, next(linked)))
                .filteredOn(asked -> asked.name().equals("dm.INSTANCE_NAME"))
                .singleElement()
                .satisfies(asked -> {
                    assertThat(asked.why()).isEqualTo(Question.Why.TAKEN);
                    assertThat(asked.suggestion()).contains(suggestion);
                });
        Example.planned(files, next(linked).withDbName(suggestion));
    }

    @Test
    void a_name_that_would_be_too_long_becomes_a_question() {
        ClusterFiles long9 = edited(
                USUAL,
                "dmdcr_cfg_bak.ini",
                text -> text.replace("= CSS0", "= CSS_PRODUCTION_8").replace("= CSS1", "= CSS_PRODUCTION_9"));

        assertThat(Example.questions(long9, next(USUAL)))
                .extracting(Question::name)
                .containsExactly("css.DCR_EP_NAME");
    }

    @Test
    void a_key_of_another_machine_gives_a_warning() {
        assertThat(Example.planned(
                                new GeneratedCluster(USUAL).files(), next(USUAL).withShmKey(ShmKey.of(70_001)))
                        .notes())
                .filteredOn(finding -> finding.severity() == Severity.WARNING)
                .extracting(finding -> finding.primary().toString())
                .containsExactly("request.shmKey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "10.0.2.999", "224.0.0.5", "255.255.255.255", "::ffff:10.1.0.2", "10.1.0.2", "192.168.1.2"})
    void a_wrong_address_is_reported_without_port_conflicts(String address) {
        ExtendRequest request =
                next(USUAL).withValues(Map.of("dmmal.MAL_INST_HOST", address)).withServiceHost(Optional.empty());

        assertThat(errors(new GeneratedCluster(USUAL).files(), request))
                .singleElement()
                .asString()
                .matches("EXT-011[35] request.serviceHost");
    }

    @Test
    void every_spelling_of_its_address_identifies_an_old_node() {
        assertThat(errors(
                        new GeneratedCluster(USUAL).files(),
                        ExtendRequest.forHost("::ffff:10.1.0.2")
                                .cssPort(Port.of(9500))
                                .build()))
                .anyMatch(error -> error.startsWith("EXT-0101"));
    }

    @Test
    void css_and_asm_in_a_network_of_their_own_need_one_answer() {
        ClusterFiles files =
                edited(USUAL, "dmdcr_cfg_bak.ini", text -> text.replace("DCR_EP_HOST = 10.1.", "DCR_EP_HOST = 10.7."));
        files = monitor(files);

        assertThat(Example.questions(files, next(USUAL)))
                .extracting(Question::name)
                .containsExactly("css.DCR_EP_HOST");
        PlanResult.Planned planned =
                Example.planned(files, next(USUAL).withValues(Map.of("css.DCR_EP_HOST", "10.7.0.3")));
        assertThat(new String(planned.target().bytes(USUAL.dcrFile()), StandardCharsets.UTF_8)
                        .split("DCR_EP_HOST = 10.7.0.3", -1))
                .hasSize(3);
    }

    private static ClusterFiles monitor(ClusterFiles files) {
        FileId monitor = new FileId("monitor0", "/data/dmcssm.ini");
        String text = new String(files.bytes(monitor), StandardCharsets.UTF_8).replace("10.1.0.", "10.7.0.");
        return files.with(monitor, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ClusterFiles withDminit(String paths) {
        StringBuilder text = new StringBuilder("db_name = dsc\nlog_size = 512\n");
        for (int node = 0; node < 2; node++) {
            text.append("[DSC" + node + "]\nconfig_path = /data/DSC" + node + "_conf\n");
            for (String path : paths.split(" ", -1)) {
                text.append("log_path = " + path.replace("#", Integer.toString(node)) + "\n");
            }
        }
        return new GeneratedCluster(USUAL)
                .files()
                .with(
                        new FileId(USUAL.host(0), "/data/dminit.ini"),
                        text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "+PAY/log/DSC#_log01.log +PAY/log/DSC#_log02.log, '+PAY/log/DSC2_log01.log,+PAY/log/DSC2_log02.log'",
        "+PAY/dsc#/a.log +PAY/dsc#/b.log +PAY2/dsc#/c.log, '+PAY/dsc2/a.log,+PAY/dsc2/b.log,+PAY2/dsc2/c.log'",
    })
    void log_files_follow_from_dminit_ini(String others, String own) {
        ExtendRequest request = next(USUAL).withLogFiles(List.of()).withLogSize(Optional.empty());
        PlanResult.Planned planned = Example.planned(withDminit(others), request);

        assertThat(Example.decision(planned, "log.files").value()).isEqualTo(own);
        assertThat(Example.decision(planned, "log.size").value()).isEqualTo("512");
    }

    /** A dminit.ini does not list a node that joined later. */
    @Test
    void log_files_are_suggested_if_dminit_ini_lists_only_some_nodes() {
        ClusterFiles files = withDminit("+PAY/log/DSC#_log01.log +PAY/log/DSC#_log02.log");
        FileId dminit = new FileId(USUAL.host(0), "/data/dminit.ini");
        String text = new String(files.bytes(dminit), StandardCharsets.UTF_8);
        String first = text.substring(0, text.indexOf("[DSC1]"));

        assertThat(Example.questions(
                        files.with(dminit, first.getBytes(StandardCharsets.UTF_8)),
                        next(USUAL).withLogFiles(List.of())))
                .singleElement()
                .extracting(question -> question.suggestion().orElse("-"))
                .isEqualTo("+PAY/log/DSC2_log01.log,+PAY/log/DSC2_log02.log");
    }

    @Test
    void log_files_follow_from_the_text_of_dm_ctl() {
        String text = """
                ts_name=RLOG
                fil_path=+PAY/log/DSC0_log01.log
                fil_path=+PAY/log/DSC0_log02.log
                fil_path=+PAY/log/DSC1_log01.log
                fil_path=+PAY/log/DSC1_log02.log
                """;
        ClusterFiles files = new GeneratedCluster(USUAL)
                .files()
                .with(new FileId(USUAL.host(0), "/data/dmctl.txt"), text.getBytes(StandardCharsets.UTF_8));

        assertThat(Example.decision(Example.planned(files, next(USUAL).withLogFiles(List.of())), "log.files")
                        .value())
                .isEqualTo("+PAY/log/DSC2_log01.log,+PAY/log/DSC2_log02.log");
    }

    @Test
    void log_files_are_suggested_beside_dm_ctl_if_none_are_known() {
        assertThat(Example.questions(
                        new GeneratedCluster(USUAL).files(), next(USUAL).withLogFiles(List.of())))
                .singleElement()
                .extracting(question -> question.suggestion().orElse("-"))
                .isEqualTo("+DATA/dsc/DSC2_log01.log,+DATA/dsc/DSC2_log02.log");
    }

    @ParameterizedTest
    @CsvSource({"63, EXT-0103", "8193, EXT-0103"})
    void a_log_file_has_64_to_8192_mb(int size, String rule) {
        assertThat(errors(new GeneratedCluster(USUAL).files(), next(USUAL).withLogSize(Megabytes.of(size))))
                .containsExactly(rule + " request.logSize");
    }

    @ParameterizedTest
    @CsvSource({"64, 0", "2048, 0", "2049, 1", "8192, 1"})
    void a_log_file_above_2048_mb_gives_a_warning(int size, int warnings) {
        assertThat(Example.planned(
                                new GeneratedCluster(USUAL).files(), next(USUAL).withLogSize(Megabytes.of(size)))
                        .notes())
                .filteredOn(finding -> finding.ruleId().equals("EXT-0205"))
                .hasSize(warnings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+LOG/日志.log", "LONG", "+LOG/a+b.log", "LOG/a.log"})
    void a_log_file_has_a_path_that_asm_takes(String path) {
        String file = path.equals("LONG") ? "+LOG/" + "x".repeat(252) : path;

        assertThat(errors(new GeneratedCluster(USUAL).files(), next(USUAL).withLogFiles(List.of("+LOG/a.log", file))))
                .singleElement()
                .asString()
                .matches("EXT-011[08] request.logFiles");
    }

    @Test
    void the_new_endpoint_has_an_address_if_any_sibling_has_one() {
        ClusterFiles files =
                edited(USUAL, "dmdcr_cfg_bak.ini", text -> text.replaceFirst("DCR_EP_HOST = 10.1.0.1\n", ""));
        PlanResult.Planned planned = Example.planned(files, next(USUAL));

        assertThat(new String(planned.target().bytes(USUAL.dcrFile()), StandardCharsets.UTF_8)
                        .split("DCR_EP_HOST = 10.1.0.3", -1))
                .hasSize(3);
    }

    /** Archives in one direction only are invalid with shared archives, but the operator may choose them. */
    @Test
    void keep_leaves_shared_archives_unchanged() {
        ClusterLayout shared = ClusterLayout.builder().archives(Archives.SHARED).build();
        PlanResult.Planned planned = Example.planned(
                new GeneratedCluster(shared).files(), next(shared).withRemoteArchives(RemoteArchiveChoice.KEEP));
        FileId arch = new FileId(shared.host(0), "/data/DSC0_conf/dmarch.ini");

        assertThat(planned.target().bytes(arch))
                .isEqualTo(new GeneratedCluster(shared).files().bytes(arch));
        assertThat(planned.notes())
                .filteredOn(note -> note.ruleId().equals("EXT-0210"))
                .singleElement()
                .satisfies(note -> assertThat(note.parameters()).containsEntry("instance", "DSC2"));
    }

    @Test
    void shared_archives_are_added_because_every_node_keeps_those_of_the_others() {
        ClusterLayout shared = ClusterLayout.builder().archives(Archives.SHARED).build();

        assertThat(Example.decision(
                                Example.planned(new GeneratedCluster(shared).files(), next(shared)), "archives.remote")
                        .how())
                .isEqualTo(Decision.How.SAME);
    }

    @Test
    void shared_archives_follow_the_instance_names_in_lower_case() {
        ClusterLayout shared =
                ClusterLayout.builder().nodes(3).archives(Archives.SHARED).build();
        PlanResult.Planned planned = Example.planned(
                new GeneratedCluster(shared).files(), next(shared).withDbName("PAY9"));

        assertThat(Example.decision(planned, "dmarch.ARCHIVE_LOCAL1.ARCH_DEST").value())
                .isEqualTo("+ARCH/pay9/arch");
        assertThat(Example.decision(planned, "dmarch0.ARCHIVE_REMOTE3.ARCH_INCOMING_PATH")
                        .value())
                .isEqualTo("+ARCH/pay9/arch");
        assertThat(Example.decision(planned, "dmarch.ARCHIVE_REMOTE2.ARCH_INCOMING_PATH")
                        .value())
                .isEqualTo("+ARCH/dsc1/arch");
    }
}
