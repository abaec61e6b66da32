package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.Control;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Task;
import io.github.dmdsc.extend.plan.ToolCommand;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * For every rule there is a bad plan that only this rule refuses. In addition, for each decision of the planner there
 * is a plan with another decision, which the model refuses.
 */
class EveryRuleMattersTest {
    private static final Planned MANUAL = ExtendedPlans.manual();
    /** Two nodes on two hosts, the DMASM edition, one monitor. */
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
    /** Two nodes on one host, three DCRV disks, local archives, no monitor. */
    private static final Planned TOGETHER = ExtendedPlans.of(ClusterLayout.builder()
            .edition(StorageEdition.MIRROR)
            .monitors(0)
            .oneMachine(true)
            .archives(Archives.LOCAL)
            .build());

    @ParameterizedTest
    @EnumSource(value = Requirement.class, names = "NO_INSTANCE_FAILS", mode = EnumSource.Mode.EXCLUDE)
    void only_this_rule_refuses_this_plan(Requirement rule) {
        Planned bad = bad(rule);

        BadPlans.refused(bad, rule);
        assertThat(BadPlans.refusal(BadPlans.allBut(rule), bad)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Requirement.class)
    void every_rule_has_its_text_in_both_languages(Requirement rule) {
        assertThat(rule.text().en()).isNotBlank();
        assertThat(rule.text().zh()).isNotBlank().isNotEqualTo(rule.text().en());
    }

    @ParameterizedTest
    @EnumSource(Requirement.class)
    void every_rule_is_on_the_page(Requirement rule) throws IOException {
        assertThat(Files.readString(Path.of("..", "docs", "rehearsal.md")))
                .contains("| " + rule.id() + " | " + rule.text().en() + " | ");
    }

    @Test
    void only_this_rule_detects_an_instance_that_restarts_at_once() {
        PlanContext context = PlanContext.of(MANUAL.plan(), MANUAL.files()).orElseThrow();
        ModelState failed = ModelState.of(context).withFailed("DSC0");
        Step first = MANUAL.plan().steps().get(0);
        Set<Requirement> others = BadPlans.allBut(Requirement.NO_INSTANCE_FAILS);

        assertThat(new Model(context, EnumSet.allOf(Requirement.class)).apply(failed, first))
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected -> assertThat(rejected.requirement()).isEqualTo(Requirement.NO_INSTANCE_FAILS));
        assertThat(new Model(context, others).apply(failed, first)).isInstanceOf(Outcome.Next.class);
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
                        export -> new Look.ExportDcr(export.disk(), export.to(), Look.DcrConfiguration.PLANNED));
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
                        ToolCommand.ToolScript.class,
                        script -> new ToolCommand.ToolScript(
                                script.directory(),
                                script.argv(),
                                List.of(script.lines().get(0), script.lines().get(0))));
            case WAITING -> BadPlans.step(MANUAL, "start-db", step -> step.dependsOn(List.of()));
        };
    }

    /** Returns a plan that converts another file than the control file, which shows nothing about the cluster. */
    private static Planned withAnotherControlFile() {
        return BadPlans.replaced(MANUAL, "verify-dmctl", "dm.ctl", "dm2.ctl");
    }

    /** Returns a plan that removes a file of the new host which no copy has made. */
    private static Planned removed() {
        return BadPlans.inserted(SIMPLE, "new-host", new Change.RemoveFile(new FileId("10.1.0.3", "/data/none.ini")));
    }

    private static Planned inNewFile(String name, String from, String to) {
        return BadPlans.rewritten(SIMPLE, change -> change.file().name().equals(name), text -> text.replace(from, to));
    }

    /** Returns a plan that adds two endpoints to each group, and both to the monitor. */
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

    /** Returns a plan whose new monitor does not list all old CSS. */
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

    static Stream<Arguments> mutants() {
        return Stream.of(
                arguments("the monitor is set up behind extend node", Requirement.MONITORS, setUpTooLate()),
                arguments("cluster-ok is asked of no monitor", Requirement.CLUSTER_OK, left("cluster-ok.monitor")),
                arguments(
                        "the CSS port is that of an older node",
                        Requirement.DCR_CONFIGURATION,
                        dcr("= 11002", "= 11001")),
                arguments("the ASM port is that of CSS", Requirement.DCR_CONFIGURATION, dcr("= 12002", "= 11002")),
                arguments(
                        "the port of the instance is taken",
                        Requirement.DCR_CONFIGURATION,
                        file("dm.ini", "13002", "13000")),
                arguments("an MAL port is taken", Requirement.DCR_CONFIGURATION, file("dmmal.ini", "15002", "16002")),
                arguments("the SHM key is that of another", Requirement.DCR_CONFIGURATION, dcr("70002", "70001")),
                arguments("the seqno is used twice", Requirement.DCR_CONFIGURATION, dcr("SEQNO = 2", "SEQNO = 1")),
                arguments("a name is used twice", Requirement.DCR_CONFIGURATION, dcr("NAME = ASM2", "NAME = ASM1")),
                arguments(
                        "a name is none of the plan's",
                        Requirement.DCR_CONFIGURATION,
                        dcr("NAME = CSS2", "NAME = CSS7")),
                arguments("a group's count stays", Requirement.DCR_CONFIGURATION, dcr("N_EP = 3", "N_EP = 2")),
                arguments("a group's list stays", Requirement.DCR_CONFIGURATION, dcr("{0,1,2}", "{0,1}")),
                arguments("an old endpoint gets another port", Requirement.DCR_CONFIGURATION, dcr("13001", "13009")),
                arguments("a global of the DCR changes", Requirement.DCR_CONFIGURATION, dcr("45331", "45332")),
                arguments("the new endpoint comes first", Requirement.DCR_CONFIGURATION, newEndpointFirst()),
                arguments(
                        "dmdcr.ini has another's seqno",
                        Requirement.NEW_DMDCR,
                        file("dmdcr.ini", "SEQNO = 2", "SEQNO = 0")),
                arguments(
                        "dmdcr.ini starts another's instance",
                        Requirement.NEW_DMDCR,
                        file("dmdcr.ini", "DSC2_conf/", "DSC1_conf/")),
                arguments(
                        "dmdcr.ini shares a MAL file",
                        Requirement.NEW_DMDCR,
                        file("dmdcr.ini", "DSC2/dmasv", "DSC1/dmasv")),
                arguments(
                        "dmdcr.ini has another DCR disk",
                        Requirement.NEW_DMDCR,
                        file("dmdcr.ini", "/dev/dcrv", "/dev/x")),
                arguments(
                        "dm.ini has another's name",
                        Requirement.CONFIG_DIRECTORY,
                        file("dm.ini", "NAME = DSC2", "NAME = DSC1")),
                arguments(
                        "dm.ini lies elsewhere",
                        Requirement.CONFIG_DIRECTORY,
                        file("dm.ini", "CONFIG_PATH = /data", "CONFIG_PATH = /x")),
                arguments(
                        "dm.ini has a control file of its own",
                        Requirement.CONFIG_DIRECTORY,
                        file("dm.ini", "dsc/dm.ctl", "dsc2/dm.ctl")),
                arguments(
                        "the archives go where another's go",
                        Requirement.CONFIG_DIRECTORY,
                        file("dmarch.ini", "DSC2", "DSC1")),
                arguments(
                        "dmmal.ini calls the instance otherwise",
                        Requirement.MAL_FILES,
                        file("dmmal.ini", "NAME = DSC2", "NAME = DSC7")),
                arguments(
                        "dmmal.ini has no host",
                        Requirement.MAL_FILES,
                        file("dmmal.ini", "MAL_HOST = 10.1.0.1\nMAL_PORT = 15002", "MAL_PORT = 15002")),
                arguments(
                        "dmmal.ini has another client port",
                        Requirement.MAL_FILES,
                        file("dmmal.ini", "PORT = 13002", "PORT = 13001")),
                arguments("dmasvrmal.ini differs on one node", Requirement.MAL_FILES, oneMalFile()),
                arguments(
                        "the monitor does not know the new CSS",
                        Requirement.MONITORS,
                        file("dmcssm2.ini", ":11002", ":11001")),
                arguments("log files off ASM", Requirement.LOG_FILES_SEEN, step("add-log-files", "+LOG", "/LOG")),
                arguments("one log file twice", Requirement.LOG_FILES_SEEN, step("add-log-files", "n2_2", "n2_1")),
                arguments("log files are added once more", Requirement.LOG_FILES, again("add-log-files")),
                arguments("the node is extended once more", Requirement.ONE_NODE, again("extend-node")),
                arguments("one of the DCRV disks is left out", Requirement.DCR_DISKS, withoutLastDisk()),
                arguments(
                        "a DCRV disk of another path",
                        Requirement.DCR_DISKS,
                        step("check-dcr.disk3", "dcrv/d2", "dcrv/d7")),
                arguments("the other edition's tool", Requirement.DCR_DISKS, otherTool("dcrdisk")),
                arguments("a word that only the other tool knows", Requirement.GRAMMAR, otherTool("dcrvdisk")),
                arguments("the other edition's ASM server", Requirement.DCR_DISKS, otherServer()),
                arguments(
                        "the instance starts from another's dm.ini",
                        Requirement.START_ORDER,
                        step("start-db", "DSC2_conf", "DSC1_conf")),
                arguments(
                        "dmcss starts from another's dmdcr.ini",
                        Requirement.START_ORDER,
                        step("start-css", "DSC2", "DSC1")),
                arguments(
                        "going back leaves a file as extended",
                        Requirement.REINITIALISE,
                        wayBackWithout("reinit.restore.10.1.0.1:/data/dmdcr")),
                arguments("going back leaves the disks", Requirement.REINITIALISE, wayBackWithout("reinit.init-dcr")),
                arguments("going back starts nothing", Requirement.REINITIALISE, wayBackWithout("reinit.start")));
    }

    @Test
    void the_plans_of_the_mutants_pass_without_changes() {
        for (Planned planned : List.of(SIMPLE, TOGETHER)) {
            assertThat(Rehearsal.rehearse(planned.plan(), planned.files()).passed())
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void a_mutant_is_refused(String otherwise, Requirement rule, Planned mutant) {
        BadPlans.refused(mutant, rule);
    }

    private static Planned dcr(String from, String to) {
        return file("dmdcr_cfg_bak.ini", from, to);
    }

    private static Planned file(String name, String from, String to) {
        return BadPlans.rewritten(
                TOGETHER, change -> change.file().name().equals(name), text -> text.replace(from, to));
    }

    private static Planned left(String step) {
        return BadPlans.without(TOGETHER, step);
    }

    private static Planned setUpTooLate() {
        return moved("set-up-monitor", "show-extended");
    }

    private static Planned moved(String step, String before) {
        List<Step> steps = new ArrayList<>(TOGETHER.plan().steps());
        Step late = steps.remove(BadPlans.index(steps, step));
        steps.add(BadPlans.index(steps, before), late);
        return BadPlans.steps(TOGETHER, steps);
    }

    private static Planned again(String step) {
        return BadPlans.inserted(TOGETHER, step, BadPlans.step(TOGETHER, step));
    }

    private static Planned newEndpointFirst() {
        return BadPlans.rewritten(TOGETHER, change -> change.file().name().equals("dmdcr_cfg_bak.ini"), text -> {
            int old = text.indexOf("[GRP_CSS]\nDCR_EP_NAME = CSS0");
            int fresh = text.indexOf("[GRP_CSS]\nDCR_EP_NAME = CSS2");
            int end = text.indexOf("[GRP]", fresh);
            return text.substring(0, old)
                    + text.substring(fresh, end)
                    + text.substring(old, fresh)
                    + text.substring(end);
        });
    }

    private static Planned oneMalFile() {
        return BadPlans.rewritten(
                SIMPLE,
                change -> change.file().path().equals("/data/DSC1/dmasvrmal.ini"),
                text -> text.replace("16002", "16003"));
    }

    /** Returns the plan with one text replaced in the action and the command of one step. */
    private static Planned step(String step, String from, String to) {
        return BadPlans.replaced(TOGETHER, step, from, to);
    }

    /**
     * An action has only one size, so the command alone has two. Two sizes are refused even without the rule that
     * compares commands with actions.
     */
    @Test
    void log_files_of_two_sizes_are_refused_by_both_rules() {
        Planned mutant = BadPlans.saying(
                TOGETHER,
                "add-log-files",
                ToolCommand.Sql.class,
                sql -> new ToolCommand.Sql(
                        sql.directory(),
                        sql.argv(),
                        sql.login(),
                        sql.statement().replace("n2_2.log' size 128", "n2_2.log' size 64")));

        BadPlans.refused(mutant, Requirement.LOG_FILES_SEEN);
        BadPlans.refused(BadPlans.allBut(Requirement.LOG_FILES_SEEN), mutant, Requirement.SAID);
        BadPlans.refused(BadPlans.allBut(Requirement.LOG_FILES_SEEN, Requirement.SAID), mutant, Requirement.LOG_FILES);
    }

    private static Planned withoutLastDisk() {
        return BadPlans.acting(
                TOGETHER,
                "extend-dcr",
                Change.ExtendDcr.class,
                extend -> new Change.ExtendDcr(extend.disks().subList(0, 2), extend.from()));
    }

    private static Planned otherTool(String word) {
        return BadPlans.saying(
                TOGETHER,
                "extend-dcr",
                ToolCommand.ToolScript.class,
                script -> new ToolCommand.ToolScript(
                        script.directory(),
                        script.argv().stream()
                                .map(each -> each.replace("dmasmcmdm", "dmasmcmd"))
                                .toList(),
                        script.lines().stream()
                                .map(line -> line.replace("dcrvdisk", word))
                                .toList()));
    }

    private static Planned otherServer() {
        return BadPlans.saying(
                TOGETHER,
                "start-asm",
                ToolCommand.Argv.class,
                run -> new ToolCommand.Argv(
                        run.directory(),
                        run.argv().stream()
                                .map(word -> word.replace("dmasmsvrm", "dmasmsvr"))
                                .toList(),
                        true));
    }

    private static Planned wayBackWithout(String prefix) {
        List<Step> steps = new ArrayList<>(TOGETHER.plan().reinitialise());
        steps.remove(BadPlans.index(steps, prefix));
        return new Planned(
                ExtendPlan.builder().from(TOGETHER.plan()).reinitialise(steps).build(), TOGETHER.files());
    }
}
