package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.infer.Question;
import io.github.dmdsc.extend.plan.Command;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.PlanIds;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.ini.bind.ClusterReader;
import io.github.dmdsc.ini.bind.ClusterReading;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Megabytes;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Severity;
import io.github.dmdsc.model.check.rules.StandardRules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private final ClusterFiles base = Example.files();

    @Test
    void theFilesOfThePlanAreAClusterThatTheRuleBookAccepts() {
        ClusterReading reading = ClusterReader.read(Example.manual().target());

        assertThat(reading.findings()).isEmpty();
        Cluster cluster = reading.cluster().orElseThrow();
        assertThat(cluster.nodes()).hasSize(3);
        assertThat(StandardRules.book().check(cluster)).noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    @Test
    void whatIsInferredIsWhatTheSamePlanSaysExplicitly() {
        PlanResult.Planned inferred = Example.planned(base, Example.request().build());
        PlanResult.Planned explicit = Example.planned(
                base,
                Example.request().cssPort(Port.of(9345)).asmPort(Port.of(9353)).build());

        assertThat(explicit.target()).isEqualTo(inferred.target());
        assertThat(explicit.plan().steps()).isEqualTo(inferred.plan().steps());
    }

    @Test
    void aChainOfExtensionsGoesOnFromTheFilesOfTheOneBefore() {
        ClusterFiles three = Example.planned(base, Example.request().build()).target();
        PlanResult.Planned fourth = Example.planned(
                three,
                ExtendRequest.forHost("10.0.2.104")
                        .serviceHost(HostAddress.of("192.168.56.104"))
                        .addLogFiles("+DMLOG/log/DSC3_log01.log", "+DMLOG/log/DSC3_log02.log")
                        .logSize(Megabytes.of(256))
                        .build());

        Cluster cluster = ClusterReader.read(fourth.target()).cluster().orElseThrow();
        assertThat(cluster.nodes()).hasSize(4);
        assertThat(fourth.plan().newNode())
                .isEqualTo(new ExtendPlan.NodeSummary(3, "10.0.2.104", "CSS3", "ASM3", "DSC3"));
    }

    @Test
    void extendingTwiceIsAlreadyExtended() {
        ExtendRequest request = Example.manualRequest().build();
        ClusterFiles extended = Example.planned(base, request).target();

        assertThat(ExtendPlanner.plan(extended, request)).isInstanceOf(PlanResult.AlreadyExtended.class);
    }

    @Test
    void theSameInputGivesTheSameBytesInAnyLocaleAndTimeZone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        String first = PlanJson.write(Example.manual().plan());
        try {
            // Turkish lower-cases I to a letter of its own; Hindi may print other digits.
            for (Locale other : List.of(Locale.forLanguageTag("tr-TR"), Locale.forLanguageTag("hi-IN-u-nu-deva"))) {
                Locale.setDefault(other);
                TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
                assertThat(PlanJson.write(Example.manual().plan())).isEqualTo(first);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void thePlanIdFollowsFromThePlanAndNothingElse() {
        ExtendPlan plan = Example.manual().plan();
        ExtendPlan other = Example.planned(
                        base, Example.manualRequest().cssPort(Port.of(9600)).build())
                .plan();

        assertThat(plan.planId()).matches("[0-9a-f]{64}").isEqualTo(PlanIds.of(Samples.MAPPER.valueToTree(plan)));
        assertThat(other.planId()).isNotEqualTo(plan.planId());
    }

    @Test
    void strictAsksForEverythingThatWouldBeInferred() {
        PlanResult result = ExtendPlanner.plan(
                base, ExtendRequest.forHost("10.0.2.103").strict(true).build());

        assertThat(result)
                .isInstanceOfSatisfying(
                        PlanResult.NeedsInput.class,
                        needs -> assertThat(needs.questions())
                                .extracting(Question::option)
                                .contains(
                                        "--css-port",
                                        "--asm-port",
                                        "--shm-key",
                                        "--db-port",
                                        "--mal-port",
                                        "--asm-mal-port",
                                        "--css-name",
                                        "--asm-name",
                                        "--db-name",
                                        "--config-path",
                                        "--log-file",
                                        "--log-size",
                                        "--service-host"));
    }

    @Test
    void aFurtherMalPortIsAskedForByNameAndAnsweredByName() {
        ClusterFiles files = base;
        for (FileId file : List.of(
                new FileId("10.0.2.101", "/home/data/dsc0_config/dmmal.ini"),
                new FileId("10.0.2.102", "/home/data/dsc1_config/dmmal.ini"))) {
            files = Example.set(files, file, 1, "mal_dw_port", "7000");
            files = Example.set(files, file, 2, "mal_dw_port", "7100");
        }
        assertThat(Example.planned(files, Example.request().build()).plan().decisions())
                .anySatisfy(decision -> {
                    assertThat(decision.name()).isEqualTo("dmmal.MAL_DW_PORT");
                    assertThat(decision.value()).isEqualTo("7200");
                });
        PlanResult.Planned answered = Example.planned(
                files, Example.request().putValues("dmmal.MAL_DW_PORT", "7999").build());
        assertThat(new String(
                        answered.target().bytes(new FileId("10.0.2.103", "/home/data/dsc2_config/dmmal.ini")),
                        StandardCharsets.UTF_8))
                .contains("mal_dw_port", "7999");
    }

    @Test
    void aValueThatTheModelRefusesIsAFindingWithItsOption() {
        PlanResult result = ExtendPlanner.plan(
                base, Example.request().putValues("asm.DCR_EP_SHM_SIZE", "5").build());

        assertThat(result)
                .isInstanceOfSatisfying(
                        PlanResult.Rejected.class,
                        rejected -> assertThat(rejected.findings()).anySatisfy(finding -> {
                            assertThat(finding.ruleId()).isEqualTo("EXT-0103");
                            assertThat(finding.message().en()).contains("10…40000");
                            assertThat(finding.primary()).hasToString("--shm-size");
                        }));
    }

    @Test
    void aValueThatNoNodeHasIsRefusedByNameAndAnOptionThatNoNodeNeedsIsPassedOver() {
        assertThat(ExtendPlanner.plan(
                        base,
                        Example.request().putValues("dmmal.MAL_DW_PROT", "1").build()))
                .isInstanceOfSatisfying(
                        PlanResult.Rejected.class,
                        rejected -> assertThat(rejected.findings())
                                .extracting(Diagnostic::ruleId)
                                .containsExactly("EXT-0111"));
        assertThat(Example.planned(
                                base, Example.request().addDcrvDisks("/dev/d0").build())
                        .notes())
                .extracting(Diagnostic::ruleId)
                .containsExactly("EXT-0202");
    }

    @Test
    void aLogSizeThatIsNoSizeIsRefused() {
        for (String size : List.of("0", "many", "-1")) {
            ExtendRequest request = Example.request()
                    .logSize(Optional.empty())
                    .putValues("log.size", size)
                    .build();
            assertThat(ExtendPlanner.plan(base, request))
                    .isInstanceOfSatisfying(
                            PlanResult.Rejected.class,
                            rejected -> assertThat(rejected.findings())
                                    .extracting(Diagnostic::ruleId)
                                    .contains("EXT-0103"));
        }
    }

    @Test
    void aRejectionAlwaysSaysWhy() {
        for (String key : List.of("DMDCR_MAL_PATH", "DMDCR_PATH", "DMDCR_SEQNO", "DMDCR_DB_STARTUP_CMD")) {
            ClusterFiles files = Example.remove(base, Example.DMDCR_1, key);
            PlanResult result = ExtendPlanner.plan(files, Example.request().build());
            if (result instanceof PlanResult.Rejected rejected) {
                assertThat(rejected.findings()).as(key).anyMatch(finding -> finding.severity() == Severity.ERROR);
            }
        }
        for (String key : List.of("INSTANCE_NAME", "CONFIG_PATH", "PORT_NUM", "CTL_PATH", "ARCH_INI")) {
            ClusterFiles files = Example.remove(base, Example.DM_INI_1, key);
            PlanResult result = ExtendPlanner.plan(files, Example.request().build());
            if (result instanceof PlanResult.Rejected rejected) {
                assertThat(rejected.findings()).as(key).anyMatch(finding -> finding.severity() == Severity.ERROR);
            }
        }
    }

    @Test
    void withoutAMonitorOneIsSetUpWithTheOldNodesBeforeExtendNodeAndKnowsTheNewOneInTheEnd() {
        FileId file = new FileId("10.0.2.101", "/home/data/dmcssm.ini");
        ClusterFiles files = base.without(Example.MONITOR);
        assertThat(ExtendPlanner.plan(files, Example.request().build()))
                .isInstanceOfSatisfying(
                        PlanResult.NeedsInput.class,
                        needs -> assertThat(needs.questions())
                                .singleElement()
                                .satisfies(question ->
                                        assertThat(question.option()).isEqualTo("--monitor")));

        PlanResult.Planned planned =
                Example.planned(files, Example.request().monitor(file).build());

        List<Phase> phases = planned.plan().steps().stream().map(Step::phase).toList();
        assertThat(phases.indexOf(Phase.SET_UP_MONITOR)).isPositive().isLessThan(phases.indexOf(Phase.EXTEND_NODE));
        Command.WriteFile staged =
                (Command.WriteFile) step(planned, "set-up-monitor").command();
        assertThat(staged.content().data())
                .contains("10.0.2.101:9341", "10.0.2.102:9343")
                .doesNotContain("10.0.2.103");
        assertThat(new String(planned.target().bytes(file), StandardCharsets.UTF_8))
                .contains("10.0.2.103:9345", "CSSM_OGUID");
        assertThat(planned.plan().steps())
                .extracting(Step::id)
                .containsSubsequence("set-up-monitor", "cluster-ok.monitor", "extend-dcr");
    }

    @Test
    void whereDmcssRestartsAProcessThePlanWaitsInsteadOfStartingIt() {
        ClusterFiles files = base;
        for (FileId dmdcr : List.of(Example.DMDCR_1, Example.DMDCR_2)) {
            files = Example.set(files, dmdcr, "DMDCR_DB_RESTART_INTERVAL", "30");
        }
        PlanResult.Planned planned = Example.planned(files, Example.request().build());

        assertThat(planned.plan().steps())
                .extracting(Step::id)
                .contains("start-asm", "await-db")
                .doesNotContain("start-db");
        assertThat(step(planned, "await-db").command()).isInstanceOfSatisfying(Command.AwaitAutoStart.class, await -> {
            assertThat(await.intervalSeconds()).isEqualTo(30);
            assertThat(await.timeoutSeconds()).isGreaterThan(30);
        });
    }

    @Test
    void aMirrorClusterIsExtendedOnAllItsDcrvDisksWithTheMirrorTools() {
        ClusterFiles files = mirror(base);
        assertThat(ExtendPlanner.plan(files, Example.request().build()))
                .isInstanceOfSatisfying(
                        PlanResult.NeedsInput.class,
                        needs -> assertThat(needs.questions())
                                .extracting(Question::option)
                                .containsExactly("--dcrv-disk"));

        PlanResult.Planned planned = Example.planned(
                files,
                Example.request()
                        .addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/dcrv/d2")
                        .build());

        assertThat(planned.plan().edition()).isEqualTo(StorageEdition.MIRROR);
        assertThat(planned.notes()).extracting(Diagnostic::ruleId).contains("EXT-0201");
        Command.ToolScript extend =
                (Command.ToolScript) step(planned, "extend-dcr").command();
        assertThat(extend.argv().get(0)).endsWith("/dmasmcmdm");
        assertThat(extend.lines())
                .containsExactly("extend dcrvdisk '/dev/dcrv/d0','/dev/dcrv/d1','/dev/dcrv/d2' from"
                        + " '/home/data/dmdcr_cfg_bak.ini'");
        assertThat(((Command.ToolScript) step(planned, "export-dcr").command()).lines())
                .containsExactly("export dcrvdisk '/dev/dcrv/d0' to '/home/data/dmdcr_cfg_bak.ini'");
        assertThat(((Command.Argv) step(planned, "start-asm").command()).argv().get(0))
                .endsWith("/dmasmsvrm");
        assertThat(planned.plan().steps()).extracting(Step::id).contains("check-dcr.disk1", "check-dcr.disk3");
    }

    @Test
    void twoDcrvDisksAreWorthAWarningAndAPathOnAsmIsRefused() {
        ClusterFiles files = mirror(base);

        assertThat(Example.planned(
                                files,
                                Example.request()
                                        .addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1")
                                        .build())
                        .notes())
                .extracting(Diagnostic::ruleId)
                .contains("DSC-0401");
        assertThat(ExtendPlanner.plan(
                        files, Example.request().addDcrvDisks("+DCRV/d0").build()))
                .isInstanceOfSatisfying(
                        PlanResult.Rejected.class,
                        rejected -> assertThat(rejected.findings())
                                .extracting(finding -> finding.primary().path())
                                .contains("--dcrv-disk"));
    }

    /** The example as a mirror cluster: a directory of DCRV disks instead of vote disk and load paths. */
    static ClusterFiles mirror(ClusterFiles files) {
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
    void remoteArchivesARawDeviceClusterAndAFailedEndpointAreRefusedByName() {
        ClusterFiles remote = Example.set(base, Example.ARCH_1, 1, "ARCH_TYPE", "REMOTE");
        assertThat(rejected(remote)).contains("EXT-0107");

        ClusterFiles failed = base;
        ClusterFiles raw = base;
        for (FileId dcr : List.of(Example.DCR_1, Example.DCR_2)) {
            failed = Example.set(failed, dcr, 1, "DCR_GRP_N_ERR_EP", "1");
            IniDocument document = IniDocument.parse(raw.bytes(dcr));
            List<Integer> asm = new ArrayList<>();
            document.sections("GRP").stream()
                    .filter(group ->
                            group.first("DCR_GRP_TYPE").orElseThrow().value().equals("ASM"))
                    .forEach(group -> asm.add(group.index()));
            document.sections("GRP_ASM").forEach(endpoint -> asm.add(endpoint.index()));
            asm.sort(Comparator.reverseOrder());
            for (int index : asm) {
                document = document.remove(document.sections().get(index));
            }
            raw = raw.with(dcr, document.toBytes());
        }
        assertThat(rejected(failed)).anyMatch(id -> id.startsWith("DSC-01"));
        assertThat(rejected(raw)).contains("EXT-0104");
    }

    private static List<String> rejected(ClusterFiles files) {
        PlanResult result = ExtendPlanner.plan(files, Example.request().build());
        assertThat(result).isInstanceOf(PlanResult.Rejected.class);
        return ((PlanResult.Rejected) result)
                .findings().stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .map(Diagnostic::ruleId)
                        .toList();
    }

    private static Step step(PlanResult.Planned planned, String id) {
        return planned.plan().steps().stream()
                .filter(step -> step.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
