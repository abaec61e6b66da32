package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clusters that differ from the cluster in the manual. */
public class OtherClustersTest {
    private final ClusterFiles base = Example.files();

    @Test
    void a_missing_monitor_is_set_up_before_extend_node_and_updated_at_the_end() {
        FileId file = new FileId("10.0.2.101", "/home/data/dmcssm.ini");
        ClusterFiles files = base.without(Example.MONITOR);
        assertThat(ExtendPlanner.plan(files, Example.request().build()))
                .isInstanceOfSatisfying(
                        PlanResult.NeedsInput.class,
                        needs -> assertThat(needs.questions())
                                .singleElement()
                                .satisfies(question ->
                                        assertThat(question.attribute()).isEqualTo("monitor")));

        PlanResult.Planned planned =
                Example.planned(files, Example.request().monitor(file).build());

        List<Phase> phases = planned.plan().steps().stream().map(Step::phase).toList();
        assertThat(phases.indexOf(Phase.SET_UP_MONITOR)).isPositive().isLessThan(phases.indexOf(Phase.EXTEND_NODE));
        Change.WriteFile staged =
                (Change.WriteFile) step(planned, "set-up-monitor").action();
        assertThat(staged.staged().orElseThrow().data())
                .contains("10.0.2.101:9341", "10.0.2.102:9343")
                .doesNotContain("10.0.2.103");
        assertThat(new String(planned.target().bytes(file), StandardCharsets.UTF_8))
                .contains("10.0.2.103:9345", "CSSM_OGUID");
        assertThat(planned.plan().steps())
                .extracting(Step::id)
                .containsSubsequence("set-up-monitor", "cluster-ok.monitor", "extend-dcr");
    }

    /** On the new host, their values would be wrong, or they would count as the new node's own files. */
    @Test
    void old_configuration_files_in_the_directory_are_not_copied() {
        String directory = "/home/data/dsc0_config/";
        String build = new String(base.bytes(Example.DCR_1), StandardCharsets.UTF_8)
                .replaceAll("(?im)^.*DCR_GRP_(?:EP_ARR|N_ERR_EP|ERR_EP_ARR).*\\R", "");
        ClusterFiles files = base.with(
                        new FileId("10.0.2.101", directory + "dmmal_20230101.ini"), base.bytes(Example.MAL_1))
                .with(new FileId("10.0.2.101", directory + "dmdcr_cfg.ini"), build.getBytes(StandardCharsets.UTF_8));

        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(planned.plan().actions(Change.CopyDirectory.class))
                .singleElement()
                .satisfies(copy -> assertThat(copy.except()).contains("dmmal_20230101.ini", "dmdcr_cfg.ini"));
        assertThat(planned.target().ids())
                .filteredOn(file -> file.host().equals("10.0.2.103"))
                .extracting(FileId::name)
                .doesNotContain("dmmal_20230101.ini", "dmdcr_cfg.ini");
    }

    @Test
    void names_do_not_depend_on_letter_case() {
        ClusterFiles files = base;
        for (FileId file : base.ids()) {
            String text = new String(base.bytes(file), StandardCharsets.UTF_8);
            if (file.name().endsWith("mal.ini") || file.equals(Example.DM_INI_2)) {
                text = text.replace("= DSC", "= dsc").replace("= ASM", "= Asm");
            }
            files = files.with(file, text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(files).isNotEqualTo(base);
        ExtendRequest request = Example.request().dbName("DSC2").build();

        PlanResult.Planned planned = Example.planned(files, request);

        assertThat(planned.plan().steps())
                .extracting(Step::id)
                .isEqualTo(Example.planned(base, request).plan().steps().stream()
                        .map(Step::id)
                        .toList());
        assertThat(ExtendPlanner.plan(planned.target(), request)).isInstanceOf(PlanResult.AlreadyExtended.class);
    }

    @Test
    void the_plan_waits_for_a_process_that_dmcss_restarts() {
        ClusterFiles files = base;
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            files = Example.set(files, dmdcr, "DMDCR_DB_RESTART_INTERVAL", "30");
        }
        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(planned.plan().steps())
                .extracting(Step::id)
                .contains("start-asm", "await-db")
                .doesNotContain("start-db");
        assertThat(step(planned, "await-db").action()).isInstanceOfSatisfying(Control.AwaitStart.class, await -> {
            assertThat(await.intervalSeconds()).isEqualTo(30);
            assertThat(await.timeoutSeconds()).isGreaterThan(30);
        });
    }

    @Test
    void a_mirror_cluster_is_extended_on_all_its_dcrv_disks_with_the_mirror_tools() {
        ClusterFiles files = mirror(base);
        assertThat(ExtendPlanner.plan(files, Example.request().build()))
                .isInstanceOfSatisfying(
                        PlanResult.NeedsInput.class,
                        needs -> assertThat(needs.questions())
                                .extracting(Question::attribute)
                                .containsExactly("dcrvDisks"));

        PlanResult.Planned planned = Example.planned(
                files,
                Example.request()
                        .addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/dcrv/d2")
                        .build());

        assertThat(planned.plan().edition()).isEqualTo(StorageEdition.MIRROR);
        assertThat(planned.notes()).extracting(Finding::ruleId).contains("EXT-0201");
        ToolCommand.ToolScript extend =
                (ToolCommand.ToolScript) step(planned, "extend-dcr").command().orElseThrow();
        assertThat(extend.argv().get(0)).endsWith("/dmasmcmdm");
        assertThat(extend.lines())
                .containsExactly("extend dcrvdisk '/dev/dcrv/d0','/dev/dcrv/d1','/dev/dcrv/d2' from"
                        + " '/home/data/dmdcr_cfg_bak.ini'");
        assertThat(((ToolCommand.ToolScript)
                                step(planned, "export-dcr").command().orElseThrow())
                        .lines())
                .containsExactly("export dcrvdisk '/dev/dcrv/d0' to '/home/data/dcr_node2_before.txt'");
        assertThat(((ToolCommand.Argv) step(planned, "start-asm").command().orElseThrow())
                        .argv()
                        .get(0))
                .endsWith("/dmasmsvrm");
        assertThat(planned.plan().steps()).extracting(Step::id).contains("check-dcr.disk1", "check-dcr.disk3");
    }

    @Test
    void two_dcrv_disks_are_planned_and_a_path_on_asm_is_refused() {
        ClusterFiles files = mirror(base);

        assertThat(Example.planned(
                                files,
                                Example.request()
                                        .addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1")
                                        .build())
                        .notes())
                .extracting(Finding::ruleId)
                .doesNotContain("DSC-0401");
        assertThat(ExtendPlanner.plan(
                        files, Example.request().addDcrvDisks("+DCRV/d0").build()))
                .isInstanceOfSatisfying(
                        PlanResult.Rejected.class,
                        rejected -> assertThat(rejected.findings())
                                .extracting(finding -> finding.primary().path())
                                .contains("request.dcrvDisks"));
    }

    /**
     * Returns the example as a cluster of the mirror edition, with a directory of DCRV disks instead of the vote disk
     * and the disk scan paths.
     */
    public static ClusterFiles mirror(ClusterFiles files) {
        ClusterFiles mirrored = files;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            IniDocument document = IniDocument.parse(mirrored.bytes(dcr));
            document = document.remove(document.global().first("DCR_VTD_PATH").orElseThrow());
            document = document.add(document.global(), "DCR_DISK_LOAD_PATH", "/dev/dcrv");
            for (int i = 1; i < document.sections().size(); i++) {
                IniSection section = document.sections().get(i);
                Optional<IniEntry> path = section.first("DCR_EP_ASM_LOAD_PATH");
                if (path.isPresent()) {
                    document = document.remove(path.get());
                }
            }
            mirrored = mirrored.with(dcr, document.toBytes());
        }
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            mirrored = Example.set(mirrored, dmdcr, "DMDCR_PATH", "/dev/dcrv");
            mirrored = Example.set(
                    mirrored, dmdcr, "DMDCR_ASM_STARTUP_CMD", "/opt/dmdbms/bin/dmasmsvrm dcr_ini=/home/data/dmdcr.ini");
        }
        return mirrored;
    }

    @Test
    void irregular_archives_raw_devices_and_failed_endpoints_are_refused() {
        ClusterFiles remote = Example.set(base, Example.ARCH_1, 1, "ARCH_TYPE", "REMOTE");
        assertThat(rejected(remote)).contains("EXT-0107");

        ClusterFiles failed = base;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            failed = Example.set(failed, dcr, 1, "DCR_GRP_N_ERR_EP", "1");
        }
        assertThat(rejected(failed)).anyMatch(id -> id.startsWith("DSC-01"));
        assertThat(rejected(Example.onRawDevices())).contains("EXT-0104");
    }

    private static List<String> rejected(ClusterFiles files) {
        PlanResult result = ExtendPlanner.plan(files, Example.request().build());
        assertThat(result).isInstanceOf(PlanResult.Rejected.class);
        return ((PlanResult.Rejected) result)
                .findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(Finding::ruleId)
                        .toList();
    }

    private static Step step(PlanResult.Planned planned, String id) {
        return planned.plan().steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
