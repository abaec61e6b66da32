package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The remaining steps of a plan, according to the present files and to a journal. */
class LeftStepsTest {
    private static final String MONITOR_STEP = "write.update-monitors." + Example.MONITOR;

    private static final String[] LAST_LOOKS = {
        "all-ok", "ep-info", "ep-info.new", "log-files.new", "archives.new", "disk-groups.new", "look-after", "clients"
    };

    private final ClusterFiles base = Example.files();
    private final ExtendPlan plan = Example.manual().plan();

    private List<Step> before(String id) {
        return plan.steps().stream().takeWhile(step -> !step.id().equals(id)).toList();
    }

    private Observed after(List<Step> done) {
        return Observed.of(CarriedOut.files(plan, base, done));
    }

    private static Set<String> ids(List<Step> steps) {
        return steps.stream().map(Step::id).collect(Collectors.toSet());
    }

    private static List<String> left(ExtendPlan plan, Observed observed) {
        Status status = Status.of(plan, observed);
        assertThat(status).returns(true, Status::fits);
        return status.remaining().stream().map(Step::id).toList();
    }

    @Test
    void a_copied_directory_implies_the_earlier_steps_except_those_that_need_a_look() {
        List<String> left = left(plan, after(before("write.write-dmdcr.10.0.2.103:/home/data/dmdcr.ini")));

        assertThat(left)
                .startsWith(
                        "add-log-files",
                        "verify-dmctl",
                        "verify-log-files",
                        "write.write-dmdcr.10.0.2.103:/home/data/dmdcr.ini");
    }

    @Test
    void a_written_file_is_not_written_again_in_any_order() {
        String mal = "write.update-mal.10.0.2.101:/home/data/dmasvrmal.ini";
        List<Step> only =
                plan.steps().stream().filter(step -> step.id().equals(mal)).toList();

        assertThat(left(plan, after(only))).contains("copy-config").doesNotContain(mal);
    }

    @Test
    void a_look_in_the_journal_counts_without_the_step_before_it() {
        assertThat(left(plan, Observed.of(base).withDone(Set.of("verify-dmctl"))))
                .contains("add-log-files", "verify-log-files")
                .doesNotContain("verify-dmctl");
    }

    @Test
    void a_journal_that_an_output_contradicts_shows_that_the_plan_was_begun() {
        Observed observed = Observed.of(base)
                .with(CarriedOut.state(plan, before("extend-node")))
                .withDone(Set.of("extend-node"));

        assertThat(Status.of(plan, observed)).satisfies(left -> {
            assertThat(left.begun()).isTrue();
            assertThat(left.uncertain()).extracting(Step::id).contains("extend-node");
        });
    }

    /** The content of the disk and the state of the cluster may have changed, and a journal does not show this. */
    @Test
    void looks_before_a_point_of_no_return_are_repeated_only_before_it() {
        List<Step> ready = before("extend-dcr");
        List<Step> extended = before("check-dcr.disk1");

        assertThat(left(plan, after(ready).withDone(ids(ready))))
                .startsWith("dcr-still-base", "cluster-still-ok", "extend-dcr");
        assertThat(left(plan, after(ready).withDone(ids(before("cluster-still-ok")))))
                .startsWith("dcr-still-base", "cluster-still-ok", "extend-dcr");
        assertThat(left(plan, after(extended).withDone(ids(extended))))
                .startsWith("dcr-extended.disk1", "check-dcr.disk1", "extend-node");
    }

    @Test
    void the_last_looks_follow_a_remaining_change() {
        Observed observed = after(before(MONITOR_STEP)).withDone(ids(plan.steps()));

        assertThat(left(plan, observed))
                .startsWith(MONITOR_STEP)
                .endsWith(LAST_LOOKS)
                .hasSize(1 + LAST_LOOKS.length);
    }

    @Test
    void without_a_remaining_change_only_missing_looks_remain() {
        assertThat(left(plan, after(plan.steps()).withDone(ids(before("all-ok")))))
                .containsExactly(LAST_LOOKS);
        assertThat(left(plan, after(plan.steps()).withDone(ids(before("ep-info")))))
                .containsExactly(Arrays.copyOfRange(LAST_LOOKS, 1, LAST_LOOKS.length));
        assertThat(Status.of(plan, after(plan.steps()).withDone(ids(plan.steps()))))
                .returns(List.of(), Status::remaining);
    }

    /** The plan writes the file twice: first with the old nodes, and at the end with the new node too. */
    @Test
    void a_new_monitor_is_recognised_with_and_without_the_new_node() {
        ClusterFiles without = base.without(Example.MONITOR);
        ExtendPlan sets = Example.planned(
                        without,
                        Example.manualRequest().monitor(Example.MONITOR).build())
                .plan();
        List<Step> writing = sets.steps().stream()
                .filter(step -> step.action() instanceof Change.WriteFile write
                        && write.file().equals(Example.MONITOR))
                .toList();
        assertThat(writing).extracting(Step::id).containsExactly("set-up-monitor", MONITOR_STEP);
        ClusterFiles first = CarriedOut.files(sets, without, writing.subList(0, 1));
        ClusterFiles second = CarriedOut.files(sets, without, writing);

        assertThat(left(sets, Observed.of(without))).contains("set-up-monitor", MONITOR_STEP);
        assertThat(left(sets, Observed.of(first))).contains(MONITOR_STEP).doesNotContain("set-up-monitor");
        assertThat(left(sets, Observed.of(second))).doesNotContain("set-up-monitor", MONITOR_STEP);
        FileId other = new FileId("10.0.2.103", "/home/data/dmdcr.ini");
        assertThat(Status.of(sets, Observed.of(without.with(other, first.bytes(Example.MONITOR)))))
                .returns(false, Status::fits);
        assertThat(Status.of(sets, Observed.of(without.with(Example.MONITOR, new byte[] {'x'}))))
                .returns(false, Status::fits);
    }
}
