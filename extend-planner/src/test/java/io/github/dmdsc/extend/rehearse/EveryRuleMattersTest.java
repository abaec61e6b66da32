package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.Words;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import io.github.dmdsc.model.fixtures.ClusterLayout.Restart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** For every rule there is a bad plan that only this rule stops. */
class EveryRuleMattersTest {
    private static final Planned MANUAL = ExtendedPlans.manual();
    private static final Planned SIMPLE =
            ExtendedPlans.of(ClusterLayout.builder().nodes(2).build());
    private static final Planned MIRROR = ExtendedPlans.of(
            ClusterLayout.builder().edition(StorageEdition.MIRROR).build());
    private static final Planned REMOTE = ExtendedPlans.of(
            ClusterLayout.builder().archives(Archives.LOCAL_AND_REMOTE).build());
    private static final Planned RESTARTED =
            ExtendedPlans.of(ClusterLayout.builder().dbRestart(Restart.COMMAND).build());
    private static final Planned SERVICE =
            ExtendedPlans.of(ClusterLayout.builder().dbRestart(Restart.SERVICE).build());

    @ParameterizedTest
    @EnumSource(value = Requirement.class, names = "NO_INSTANCE_FAILS", mode = EnumSource.Mode.EXCLUDE)
    void only_this_rule_stops_that_plan(Requirement rule) {
        Planned bad = bad(rule);

        assertThat(BadPlans.refusal(bad))
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(rule));
        assertThat(BadPlans.refusal(EnumSet.complementOf(EnumSet.of(rule)), bad))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Requirement.class)
    void every_rule_has_its_text_in_both_languages(Requirement rule) {
        assertThat(rule.words().en()).isNotBlank();
        assertThat(rule.words().zh()).isNotBlank().isNotEqualTo(rule.words().en());
    }

    @ParameterizedTest
    @EnumSource(Requirement.class)
    void every_rule_is_on_the_page(Requirement rule) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "rehearsal.md")))
                .contains("| " + rule.id() + " | " + rule.words().en() + " | ");
    }

    @Test
    void only_this_rule_notices_an_instance_that_is_started_again_at_once() {
        Setting setting = Setting.of(MANUAL.plan(), MANUAL.files()).orElseThrow();
        World failed = World.of(setting).withFailed("DSC0");
        Step first = MANUAL.plan().steps().get(0);
        Set<Requirement> others = EnumSet.complementOf(EnumSet.of(Requirement.NO_INSTANCE_FAILS));

        assertThat(new Model(setting, EnumSet.allOf(Requirement.class)).apply(failed, first))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.rule()).isEqualTo(Requirement.NO_INSTANCE_FAILS));
        assertThat(new Model(setting, others).apply(failed, first)).isInstanceOf(Outcome.Next.class);
    }

    private static Planned bad(Requirement rule) {
        return switch (rule) {
            case CLUSTER_OK -> BadPlans.without(MANUAL, "cluster-ok");
            case ONE_NODE -> secondNewNode();
            case NO_STATE_CHANGE ->
                BadPlans.inserted(SIMPLE, "cluster-ok", new Task.StopProcess(GroupType.DB, Optional.empty()));
            case NO_INSTANCE_FAILS -> throw new IllegalArgumentException("a fault, not a plan");
            case LOG_FILES -> BadPlans.logFiles(MANUAL, BadPlans::firstLogFileOnly);
            case CONFIG_DIRECTORY -> inNewFile("dm.ini", "INSTANCE_NAME = DSC2", "INSTANCE_NAME = DSC9");
            case NEW_DMDCR -> inNewFile("dmdcr.ini", "DMDCR_SEQNO = 2", "DMDCR_SEQNO = 1");
            case MAL_FILES ->
                BadPlans.rewritten(
                        SIMPLE,
                        change -> change.file().equals(new FileId("10.1.0.2", "/data/DSC1/dmasvrmal.ini")),
                        text -> text.substring(0, text.lastIndexOf('[')));
            case DCR_CONFIGURATION -> inNewFile("dmdcr_cfg_bak.ini", "DCR_EP_SEQNO = 2", "DCR_EP_SEQNO = 1");
            case DCR_DISKS ->
                BadPlans.without(
                        BadPlans.acting(
                                MIRROR,
                                "extend-dcr",
                                Change.ExtendDcr.class,
                                extend -> new Change.ExtendDcr(extend.disks().subList(0, 2), extend.from())),
                        "check-dcr.disk3");
            case READ_LOGS -> BadPlans.without(MANUAL, "read-logs");
            case START_ORDER -> BadPlans.swapped(MANUAL, "start-css", "start-asm");
            case MONITORS -> BadPlans.without(MANUAL, "restart-monitor");
            case REINITIALISE -> withoutOneStop();
            case NO_REMOVAL -> removed();
            case GRAMMAR -> withAnotherControlFile();
            case CHAPTER_ORDER -> BadPlans.swapped(MANUAL, "write.write-dmdcr", "write.update-mal.10.0.2.102");
            case FRESH_FILES ->
                BadPlans.acting(
                        MANUAL,
                        "write.write-dmdcr",
                        Change.WriteFile.class,
                        write -> new Change.WriteFile(write.file(), "0".repeat(64), write.purpose(), write.staged()));
            case EXPORTED ->
                BadPlans.acting(
                        MANUAL,
                        "dcr-still-base",
                        Look.ExportDcr.class,
                        export -> new Look.ExportDcr(export.disk(), export.to(), Look.Held.PLANNED));
            case LOG_FILES_SEEN -> BadPlans.without(MANUAL, "verify-dmctl");
            case DCR_CHECKED -> BadPlans.without(MIRROR, "check-dcr.disk2");
            case OLD_MONITOR -> monitorThatLacksANode();
            case AUTO_START -> startedByHand();
            case DCR_COPIES -> BadPlans.without(MANUAL, "write.edit-dcr-config.10.0.2.102");
            case REMOTE_ARCHIVES -> BadPlans.without(REMOTE, "write.update-archives");
            case PREFLIGHT -> BadPlans.without(MANUAL, "ports-free");
            case NEW_NODE_SHOWN -> BadPlans.without(MANUAL, "show-extended");
            case PROVED -> BadPlans.without(MANUAL, "ep-info");
            case ALL_RUN -> BadPlans.without(MANUAL, "start-db");
            case SERVICES -> BadPlans.without(SERVICE, "register-db");
            case CONFIRMED -> BadPlans.step(MANUAL, "extend-node", step -> step.gate(false));
            case SAID ->
                BadPlans.saying(
                        SIMPLE,
                        "check-dcr",
                        Words.ToolScript.class,
                        script -> new Words.ToolScript(
                                script.directory(),
                                script.argv(),
                                List.of(script.lines().get(0), script.lines().get(0))));
            case WAITING -> BadPlans.step(MANUAL, "start-db", step -> step.dependsOn(List.of()));
        };
    }

    /** What is in no control file of the cluster tells nothing of it. */
    private static Planned withAnotherControlFile() {
        return BadPlans.replaced(MANUAL, "verify-dmctl", "dm.ctl", "dm2.ctl");
    }

    /** A file of the new host that no copy put there goes again. */
    private static Planned removed() {
        return BadPlans.inserted(SIMPLE, "new-host", new Change.RemoveFile(new FileId("10.1.0.3", "/data/none.ini")));
    }

    private static Planned inNewFile(String name, String from, String to) {
        return BadPlans.rewritten(SIMPLE, change -> change.file().name().equals(name), text -> text.replace(from, to));
    }

    /** Each group ends with two new endpoints, and the monitor knows both. */
    private static Planned secondNewNode() {
        Planned watched = BadPlans.rewritten(
                SIMPLE,
                change -> change.file().name().equals("dmcssm.ini"),
                text -> text.stripTrailing() + "\nCSSM_CSS_IP = 10.1.0.3:11003\n");
        return BadPlans.rewritten(watched, change -> change.file().name().equals("dmdcr_cfg_bak.ini"), text -> {
            StringBuilder more = new StringBuilder(
                    text.replace("DCR_GRP_N_EP = 3", "DCR_GRP_N_EP = 4").replace("{0,1,2}", "{0,1,2,3}"));
            for (String section : text.split("(?=\\[)", -1)) {
                if (section.contains("CSS2") || section.contains("ASM2") || section.contains("DSC2")) {
                    more.append('\n')
                            .append(section.replaceAll("(CSS|ASM|DSC)2", "$13")
                                    .replace("SHM_KEY = 70002", "SHM_KEY = 70003")
                                    .replace("SEQNO = 2", "SEQNO = 3")
                                    .replaceAll("_PORT = (1\\d{3})2", "_PORT = $13"));
                }
            }
            return more.toString();
        });
    }

    private static Planned withoutOneStop() {
        List<Step> steps = new ArrayList<>(MANUAL.plan().reinitialise());
        steps.remove(BadPlans.index(steps, "reinit.stop.dmcss.10.0.2.102"));
        List<Step> chain = BadPlans.chained(MANUAL, steps).plan().steps();
        return new Planned(
                ExtendPlan.builder().from(MANUAL.plan()).reinitialise(chain).build(), MANUAL.files());
    }

    /** The monitor's file names the new CSS before there is one. */
    private static Planned monitorThatLacksANode() {
        Planned planned = ExtendedPlans.of(ClusterLayout.builder().monitors(0).build());
        return BadPlans.acting(planned, "set-up-monitor", Change.WriteFile.class, write -> {
            String all = write.staged().orElseThrow().data();
            byte[] fewer = all.substring(0, all.trim().lastIndexOf('\n') + 1).getBytes(StandardCharsets.UTF_8);
            return BadPlans.written(write.file(), write.purpose(), fewer);
        });
    }

    private static Planned startedByHand() {
        return BadPlans.acting(
                RESTARTED,
                "await-db",
                Control.AwaitStart.class,
                await -> new Control.Start(
                        await.process(),
                        Optional.empty(),
                        new FileId("10.1.0.3", "/data/DSC2/dmdcr.ini"),
                        Optional.of(new FileId("10.1.0.3", "/data/DSC2_conf/dm.ini")),
                        List.of()));
    }
}
