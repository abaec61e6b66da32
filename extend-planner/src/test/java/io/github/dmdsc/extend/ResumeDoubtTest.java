package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Action;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Look;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.plan.Tool;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.extend.state.ClusterState;
import io.github.dmdsc.extend.state.ToolOutput;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** If it is unknown whether a step that must not be done twice was done, this is reported, and the way is a look. */
class ResumeDoubtTest {
    private final ExtendPlan plan = Example.manual().plan();

    private List<Step> before(String id) {
        return plan.steps().stream().takeWhile(step -> !step.id().equals(id)).toList();
    }

    private List<Step> upTo(String id) {
        return plan.steps().subList(0, before(id).size() + 1);
    }

    private ClusterFiles files(List<Step> done) {
        return CarriedOut.files(plan, Example.files(), done);
    }

    private static Set<String> ids(List<Step> steps) {
        return steps.stream().map(Step::id).collect(Collectors.toSet());
    }

    private Status remaining(Observed observed) {
        Status status = Status.of(plan, observed);
        assertThat(status).returns(true, Status::fits);
        return status;
    }

    private List<Recovery.Way> ways(String failed, Observed observed) {
        Recovery recovery = Recovery.recover(plan, failed, observed);
        assertThat(recovery.findings()).isEmpty();
        return recovery.ways();
    }

    private static ClusterState read(Tool tool, String text) {
        return ClusterState.read(ToolOutput.of(tool, "capture", text)).value();
    }

    /** Returns a state in which the new node is only in the CSS group. */
    private ClusterState half() {
        String whole = CarriedOut.shown(plan, upTo("extend-node")).text();
        String css = whole.substring(0, whole.indexOf("=========== group[name = GRP_ASM"))
                .replace("show\n", "show GRP_CSS\n");
        return ClusterState.read(
                        List.of(CarriedOut.shown(plan, before("extend-node")), ToolOutput.of(Tool.DMCSSM, "css", css)))
                .value();
    }

    @Test
    void every_step_that_must_not_be_done_twice_is_marked_once_the_plan_was_begun() {
        Status written = remaining(Observed.of(files(before("extend-dcr"))));

        assertThat(written.begun()).isTrue();
        assertThat(written.uncertain())
                .extracting(Step::id)
                .containsExactly("add-log-files", "extend-dcr", "extend-node");
        assertThat(remaining(Observed.of(Example.files()).withDone(Set.of("copy-config")))
                        .uncertain())
                .extracting(Step::id)
                .contains("add-log-files");
    }

    @Test
    void a_plan_that_shows_no_sign_of_a_beginning_is_not_marked() {
        Status untouched = remaining(Observed.of(Example.files()).withDone(Set.of("cluster-ok", "new-host")));

        assertThat(untouched.begun()).isFalse();
        assertThat(untouched.uncertain()).isEmpty();
    }

    @Test
    void extend_node_is_not_repeated_for_a_node_in_only_one_group() {
        Observed observed = Observed.of(files(before("extend-node"))).with(half());

        assertThat(ways("extend-node", observed))
                .extracting(Recovery.Way::kind)
                .containsExactly(Recovery.Kind.LOOK, Recovery.Kind.REINITIALISE);
        assertThat(ways("extend-node", observed).get(0).resumeAt()).contains("show-extended");
        assertThat(ways("extend-node", observed).get(0).resumeIfNot()).isEmpty();
        Status left = remaining(observed);
        assertThat(left.uncertain()).extracting(Step::id).contains("extend-node");
        assertThat(left.findings()).extracting(Finding::ruleId).containsExactly("EXT-0310");
    }

    @Test
    void log_files_are_not_added_again_if_one_of_them_exists() {
        ClusterState one = read(Tool.DMCTLCVT, "ts_name=RLOG\nfil_path=+DMLOG/log/DSC2_log01.log\n");
        Observed observed = Observed.of(Example.files()).with(one);

        assertThat(ways("add-log-files", observed)).singleElement().satisfies(way -> {
            assertThat(way.kind()).isEqualTo(Recovery.Kind.LOOK);
            assertThat(way.resumeIfNot()).isEmpty();
        });
        assertThat(remaining(observed).uncertain()).extracting(Step::id).contains("add-log-files");
    }

    @Test
    void log_files_are_recognised_in_any_letter_case() {
        ClusterState both = read(
                Tool.DMCTLCVT,
                "ts_name=RLOG\nfil_path=+dmlog/LOG/dsc2_LOG01.log\nfil_path=+DMLOG/log/dsc2_log02.LOG\n");

        assertThat(ways("add-log-files", Observed.of(Example.files()).with(both)))
                .extracting(Recovery.Way::kind)
                .containsExactly(Recovery.Kind.GO_ON);
    }

    @Test
    void an_older_output_does_not_overrule_the_journal() {
        List<Step> done = upTo("extend-node");
        Observed observed = Observed.of(files(done))
                .with(CarriedOut.state(plan, before("extend-node")))
                .withDone(ids(done));

        Status left = remaining(observed);

        assertThat(left.remaining()).extracting(Step::id).contains("extend-node");
        assertThat(left.uncertain()).extracting(Step::id).containsExactly("extend-node");
        assertThat(left.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("EXT-0309");
            assertThat(finding.isBlocking()).isFalse();
            assertThat(finding.message().en()).contains("extend-node");
        });
        assertThat(ways("extend-node", observed))
                .extracting(Recovery.Way::kind)
                .containsExactly(Recovery.Kind.LOOK, Recovery.Kind.REINITIALISE);
    }

    @Test
    void a_later_step_contradicts_an_older_output() {
        List<Step> done = upTo("start-css");
        Set<String> journal = Set.of("start-css");

        Observed observed = Observed.of(files(done))
                .with(CarriedOut.state(plan, before("extend-node")))
                .withDone(journal);

        Status left = remaining(observed);

        assertThat(ways("extend-node", observed))
                .extracting(Recovery.Way::kind)
                .containsExactly(Recovery.Kind.LOOK, Recovery.Kind.REINITIALISE);
        assertThat(left.findings()).extracting(Finding::ruleId).contains("EXT-0309");
        assertThat(left.uncertain()).extracting(Step::id).contains("extend-node");
    }

    @Test
    void a_look_exports_every_disk() {
        ClusterFiles files = OtherClustersTest.mirror(Example.files());
        ExtendPlan mirror = Example.planned(
                        files,
                        Example.manualRequest()
                                .addDcrvDisks("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev/dcrv/d2")
                                .build())
                .plan();

        Recovery.Way look = Recovery.recover(mirror, "extend-dcr", Observed.of(files))
                .ways()
                .get(0);

        assertThat(look.kind()).isEqualTo(Recovery.Kind.LOOK);
        assertThat(look.resumeAt()).contains("dcr-extended.disk1");
        assertThat(look.resumeIfNot()).contains("extend-dcr");
        assertThat(look.steps())
                .extracting(Step::action)
                .filteredOn(Look.ExportDcr.class::isInstance)
                .containsExactly(
                        exported("/dev/dcrv/d0", "disk1"),
                        exported("/dev/dcrv/d1", "disk2"),
                        exported("/dev/dcrv/d2", "disk3"));
    }

    private static Action exported(String disk, String name) {
        FileId to = new FileId("10.0.2.101", "/home/data/dcr_node2_after_" + name + ".txt");
        return new Look.ExportDcr(disk, to, Look.DcrConfiguration.PLANNED);
    }

    @Test
    void a_check_counts_only_after_the_disks_were_extended() {
        ClusterState checked = read(Tool.DMASMCMD, "ASM>check dcrdisk '/dev/raw/raw1'\nASMCMD check DCRDISK success\n");
        List<Step> done = upTo("extend-dcr");

        assertThat(remaining(Observed.of(files(done)).with(checked)).remaining())
                .extracting(Step::id)
                .contains("extend-dcr", "check-dcr.disk1");
        assertThat(remaining(Observed.of(files(done)).with(checked).withDone(ids(done)))
                        .remaining())
                .extracting(Step::id)
                .doesNotContain("extend-dcr", "check-dcr.disk1")
                .contains("extend-node");
    }

    /** The ways lead to such a step only after a look, or if an output shows that it was not done. */
    @Test
    void no_way_repeats_such_a_step_without_a_sign_that_it_had_no_effect() {
        for (Step failed : plan.steps()) {
            if (failed.rollbackClass().onlyOnce()) {
                assertThat(ways(failed.id(), Observed.of(files(before(failed.id())))))
                        .as(failed.id())
                        .noneMatch(way -> way.steps().contains(failed))
                        .noneMatch(way ->
                                way.resumeAt().filter(failed.id()::equals).isPresent());
            }
        }
        assertThat(plan.steps()).anyMatch(step -> step.phase() == Phase.EXTEND_NODE);
    }
}
