package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.plan.ToolCommand;
import io.github.dmdsc.extend.render.StepTexts;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The ways that are offered after a failed step, step by step. */
class WaysFromAStepTest {
    private static final FileId MAL = new FileId("10.0.2.101", "/home/data/dmasvrmal.ini");

    private final ClusterFiles base = Example.files();
    private final ExtendPlan plan = Example.manual().plan();
    private final StepTexts texts = new StepTexts(plan, Locale.ENGLISH);

    private List<Step> before(String id) {
        return plan.steps().stream().takeWhile(step -> !step.id().equals(id)).toList();
    }

    private ClusterFiles files(List<Step> done) {
        return CarriedOut.files(plan, base, done);
    }

    private Observed shown(List<Step> done) {
        return Observed.of(files(done)).with(CarriedOut.state(plan, done));
    }

    private List<Recovery.Way> ways(String failed, Observed observed) {
        return Recovery.recover(plan, failed, observed).ways();
    }

    @Test
    void a_step_that_took_effect_is_followed_by_the_next() {
        List<Recovery.Way> ways = ways("extend-node", shown(before("show-extended")));

        assertThat(ways)
                .extracting(Recovery.Way::kind)
                .containsExactly(Recovery.Kind.GO_ON, Recovery.Kind.REINITIALISE);
        assertThat(ways.get(0).resumeAt()).contains("show-extended");
        assertThat(ways.get(1).steps()).isEqualTo(plan.reinitialise());
    }

    @Test
    void a_step_that_must_not_be_done_twice_needs_a_look_first() {
        List<Recovery.Way> ways = ways("add-log-files", Observed.of(base));

        assertThat(ways).extracting(Recovery.Way::kind).containsExactly(Recovery.Kind.LOOK);
        assertThat(ways.get(0).resumeAt()).contains("verify-dmctl");
        assertThat(ways.get(0).resumeIfNot()).contains("add-log-files");
        assertThat(ways.get(0).steps()).extracting(Step::id).containsExactly("verify-dmctl", "verify-log-files");
    }

    @Test
    void an_unknown_step_is_an_exception_with_its_id() {
        assertThatThrownBy(() -> Recovery.recover(plan, "no-step", Observed.of(base)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-step");
    }

    @Test
    void an_incomplete_copy_is_removed_before_a_retry_and_on_the_way_back() {
        FileId leftOver = new FileId("10.0.2.103", "/home/data/dsc2_config/dm.ini");
        Observed observed = Observed.of(base.with(leftOver, base.bytes(Example.DM_INI_1)));

        assertThat(ways("copy-config", observed))
                .extracting(
                        Recovery.Way::kind,
                        way -> way.steps().stream().map(Step::id).toList())
                .containsExactly(
                        tuple(Recovery.Kind.RETRY, List.of("undo.copy-config", "copy-config")),
                        tuple(Recovery.Kind.UNDO, List.of("undo.copy-config")));
    }

    @Test
    void a_look_before_the_last_change_does_not_count_as_the_last_look() {
        List<Step> upToDb = plan.steps().stream()
                .takeWhile(step -> step.phase() != Phase.UPDATE_MONITORS)
                .toList();
        Observed observed = shown(upToDb).withDone(upToDb.stream().map(Step::id).collect(Collectors.toSet()));

        assertThat(Status.of(plan, observed))
                .satisfies(left -> assertThat(left.remaining())
                        .isEqualTo(
                                plan.steps().subList(upToDb.size(), plan.steps().size())));
    }

    @Test
    void a_new_endpoint_that_is_not_listed_proves_that_extend_node_was_not_done() {
        Observed observed = shown(before("extend-node"));

        assertThat(ways("extend-node", observed))
                .extracting(Recovery.Way::kind)
                .containsExactly(Recovery.Kind.RETRY, Recovery.Kind.REINITIALISE);
        assertThat(ways("extend-dcr", observed))
                .extracting(Recovery.Way::kind)
                .containsExactly(Recovery.Kind.LOOK, Recovery.Kind.REINITIALISE);
    }

    @Test
    void the_way_back_goes_from_the_last_file_to_the_first() {
        String failed = "write.update-mal." + MAL;
        List<Step> done = plan.steps().subList(0, before(failed).size() + 1);

        Recovery.Way undo = ways(failed, Observed.of(files(done))).get(1);

        assertThat(undo.kind()).isEqualTo(Recovery.Kind.UNDO);
        assertThat(undo.steps())
                .extracting(Step::id, Step::host, Step::dependsOn, step -> step.gate())
                .containsExactly(
                        tuple("undo." + failed, "10.0.2.101", List.of(), false),
                        tuple(
                                "undo.write.write-dmdcr.10.0.2.103:/home/data/dmdcr.ini",
                                "10.0.2.103",
                                List.of("undo." + failed),
                                false),
                        tuple(
                                "undo.write.copy-config.10.0.2.103:/home/data/dsc2_config/dmarch.ini",
                                "10.0.2.103",
                                List.of("undo.write.write-dmdcr.10.0.2.103:/home/data/dmdcr.ini"),
                                false),
                        tuple(
                                "undo.write.copy-config.10.0.2.103:/home/data/dsc2_config/dm.ini",
                                "10.0.2.103",
                                List.of("undo.write.copy-config.10.0.2.103:/home/data/dsc2_config/dmarch.ini"),
                                false),
                        tuple(
                                "undo.copy-config",
                                "10.0.2.103",
                                List.of("undo.write.copy-config.10.0.2.103:/home/data/dsc2_config/dm.ini"),
                                true));
        assertThat(undo.steps()).allSatisfy(step -> {
            assertThat(step.tool()).isEqualTo(Tool.SHELL);
            assertThat(step.rollbackClass()).isEqualTo(RollbackClass.RETRY_SAFE);
            assertThat(texts.manual(step)).startsWith("DM8 DMDSC, chapter 14");
        });
    }

    @Test
    void an_old_file_is_restored_and_a_new_file_is_removed() {
        String failed = "write.update-mal." + MAL;
        List<Step> done = plan.steps().subList(0, before(failed).size() + 1);

        List<Step> undo = ways(failed, Observed.of(files(done))).get(1).steps();

        assertThat(undo.get(0).action()).isInstanceOfSatisfying(Change.WriteFile.class, write -> {
            assertThat(write.file()).isEqualTo(MAL);
            assertThat(write.purpose()).isEqualTo(Change.Purpose.PUT_BACK);
            assertThat(write.staged().orElseThrow().bytes()).isEqualTo(base.bytes(MAL));
            assertThat(write.sha256()).isEqualTo(Hashes.sha256(base.bytes(MAL)));
        });
        assertThat(undo.get(0).verify().hashes()).containsExactly(new FileHash(MAL, Hashes.sha256(base.bytes(MAL))));
        assertThat(texts.title(undo.get(0))).isEqualTo("Restore " + MAL);
        assertThat(undo.get(1).command())
                .contains(new ToolCommand.Argv(List.of("rm", "-f", "--", "/home/data/dmdcr.ini")));
        assertThat(texts.title(undo.get(1))).isEqualTo("Remove 10.0.2.103:/home/data/dmdcr.ini");
        assertThat(undo.get(4).command())
                .contains(new ToolCommand.Argv(List.of("rm", "-rf", "--", "/home/data/dsc2_config")));
        assertThat(texts.gate(undo.get(4)).orElseThrow()).contains("Everything in 10.0.2.103:/home/data/dsc2_config");
        assertThat(undo).allSatisfy(step -> {
            assertThat(texts.check(step)).isNotBlank();
            assertThat(texts.recovery(step)).isEqualTo("Do it again.");
        });
    }

    @Test
    void an_export_shows_whether_the_dcr_disk_was_written() {
        List<Step> looks = ways("extend-dcr", Observed.of(files(before("extend-dcr"))))
                .get(0)
                .steps();

        assertThat(looks)
                .extracting(Step::id, Step::host, Step::tool, Step::phase, Step::rollbackClass)
                .containsExactly(
                        tuple(
                                "dcr-extended.disk1",
                                "10.0.2.101",
                                Tool.DMASMCMD,
                                Phase.EXTEND_DCR,
                                RollbackClass.READ_ONLY),
                        tuple(
                                "check-dcr.disk1",
                                "10.0.2.101",
                                Tool.DMASMCMD,
                                Phase.EXTEND_DCR,
                                RollbackClass.READ_ONLY));
        assertThat(looks.get(0).command().orElseThrow())
                .isInstanceOfSatisfying(ToolCommand.ToolScript.class, script -> {
                    assertThat(script.argv()).containsExactly("./dmasmcmd", "RET_FLAG=1");
                    assertThat(script.lines())
                            .containsExactly(
                                    "export dcrdisk '/dev/raw/raw1' to '/home/data/dcr_node2_after_disk1.txt'");
                });
        assertThat(texts.check(looks.get(0))).contains("compare-export plan.json planned", "half done");
        assertThat(texts.recovery(looks.get(0))).contains("re-initialisation");
    }

    @Test
    void a_harmless_step_and_a_look_are_done_again() {
        Recovery.Way export = ways("export-dcr", Observed.of(base)).get(0);
        Recovery.Way look = ways("cluster-ok", shown(List.of())).get(0);

        assertThat(export)
                .extracting(Recovery.Way::kind, Recovery.Way::resumeAt, Recovery.Way::resumeIfNot)
                .containsExactly(Recovery.Kind.RETRY, Optional.of("log-sizes"), Optional.empty());
        assertThat(export.steps()).extracting(Step::id).containsExactly("export-dcr");
        assertThat(export.when()).isEqualTo(Recovery.When.HARMLESS);
        assertThat(look.kind()).isEqualTo(Recovery.Kind.RETRY);
        assertThat(look.steps()).extracting(Step::id).containsExactly("cluster-ok");
    }

    /** A monitor's file that lists the new node was written after extend node, so the output is older. */
    @Test
    void a_file_that_was_written_later_contradicts_an_older_output() {
        List<Step> written = plan.steps().stream()
                .filter(step ->
                        step.action() instanceof Change.WriteFile || step.action() instanceof Change.CopyDirectory)
                .toList();
        Observed observed = Observed.of(files(written)).with(CarriedOut.state(plan, before("extend-node")));

        assertThat(ways("extend-node", observed).get(0).kind()).isEqualTo(Recovery.Kind.LOOK);
    }

    /** The disk was sound before the extension too. */
    @Test
    void an_output_that_may_be_older_contradicts_nothing() {
        ClusterState none = ClusterState.read(List.of(
                        ToolOutput.of(Tool.DMCTLCVT, "ctl", "ts_name=RLOG\nfil_path=+DMLOG/log/DSC0_log01.log\n"),
                        ToolOutput.of(
                                Tool.DMASMTOOL,
                                "ls",
                                "ASM>ls +DMLOG/log\nNO.1 name: DSC0_log01.log\nUsed time: 1(ms).\n"),
                        ToolOutput.of(
                                Tool.DMASMCMD,
                                "check",
                                "ASM>check dcrdisk '/dev/raw/raw1'\nASMCMD check DCRDISK success\n")))
                .value();

        assertThat(ways("add-log-files", Observed.of(base).with(none)).get(0).kind())
                .isEqualTo(Recovery.Kind.RETRY);
    }

    @Test
    void without_changes_there_is_no_way_back() {
        assertThat(ways("cluster-still-ok", Observed.of(base)))
                .extracting(Recovery.Way::kind)
                .containsExactly(Recovery.Kind.RETRY);
    }
}
