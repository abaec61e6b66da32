package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dmdsc.extend.ExtendedPlans;
import io.github.dmdsc.extend.ExtendedPlans.Planned;
import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Words;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.ClusterLayout.Archives;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a planner that decided otherwise would hand out, decision by decision: the model stops each of them. */
class PlannerMutantsTest {
    /** Two nodes on two hosts, DMASM, a monitor. */
    private static final Planned APART =
            ExtendedPlans.of(ClusterLayout.builder().nodes(2).build());

    /** Two nodes on one host, three DCRV disks, local archives, no monitor. */
    private static final Planned TOGETHER = ExtendedPlans.of(ClusterLayout.builder()
            .edition(StorageEdition.MIRROR)
            .monitors(0)
            .oneMachine(true)
            .archives(Archives.LOCAL)
            .build());

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
    void what_they_are_made_from_passes() {
        for (Planned planned : List.of(APART, TOGETHER)) {
            assertThat(Rehearsal.rehearse(planned.plan(), planned.files()).passed())
                    .isTrue();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mutants")
    void is_stopped(String otherwise, Requirement rule, Planned mutant) {
        assertThat(BadPlans.refusal(mutant))
                .as(otherwise)
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(rule));
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
                APART,
                change -> change.file().path().equals("/data/DSC1/dmasvrmal.ini"),
                text -> text.replace("16002", "16003"));
    }

    /** One step that does and says something else. */
    private static Planned step(String step, String from, String to) {
        return BadPlans.replaced(TOGETHER, step, from, to);
    }

    /** No action has two sizes: they stand in the words alone, and count where nobody compares these with the action. */
    @Test
    void log_files_of_two_sizes_are_refused_for_each_reason() {
        Planned mutant = BadPlans.saying(
                TOGETHER,
                "add-log-files",
                Words.Sql.class,
                sql -> new Words.Sql(
                        sql.directory(),
                        sql.argv(),
                        sql.login(),
                        sql.statement().replace("n2_2.log' size 128", "n2_2.log' size 64")));

        assertThat(BadPlans.refusal(mutant))
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(Requirement.LOG_FILES_SEEN));
        assertThat(BadPlans.refusal(without(Requirement.LOG_FILES_SEEN), mutant))
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(Requirement.SAID));
        assertThat(BadPlans.refusal(without(Requirement.LOG_FILES_SEEN, Requirement.SAID), mutant))
                .hasValueSatisfying(failure -> assertThat(failure.rule()).isEqualTo(Requirement.LOG_FILES));
    }

    private static Set<Requirement> without(Requirement... left) {
        return EnumSet.complementOf(EnumSet.copyOf(List.of(left)));
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
                Words.ToolScript.class,
                script -> new Words.ToolScript(
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
                Words.Argv.class,
                run -> new Words.Argv(
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
