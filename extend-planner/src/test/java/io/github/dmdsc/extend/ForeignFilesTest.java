package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Recovery;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No way that is offered overwrites or removes a file that the plan did not make. */
class ForeignFilesTest {
    private static final FileId SQLLOG = new FileId("10.0.2.101", "/home/data/dsc0_config/sqllog.ini");
    private static final FileId COPIED = new FileId("10.0.2.103", "/home/data/dsc2_config/sqllog.ini");
    private static final FileId DATA = new FileId("10.0.2.103", "/home/data/dsc2_config/important.dat");

    private final ClusterFiles base =
            Example.files().with(SQLLOG, "BUF_TOTAL_SIZE = 10240\n".getBytes(StandardCharsets.UTF_8));
    private final ExtendPlan plan =
            Example.planned(base, Example.manualRequest().build()).plan();

    private ClusterFiles upTo(String id) {
        List<Step> before =
                plan.steps().stream().takeWhile(step -> !step.id().equals(id)).toList();
        return CarriedOut.files(plan, base, plan.steps().subList(0, before.size() + 1));
    }

    private void refused(String failed, ClusterFiles files, FileId... foreign) {
        Recovery recovery = Recovery.recover(plan, failed, Observed.of(files));
        assertThat(recovery.ways()).isEmpty();
        named(recovery.findings(), foreign);
    }

    private static void named(List<Finding> findings, FileId... foreign) {
        assertThat(findings).allMatch(finding -> finding.ruleId().equals("EXT-0301"));
        assertThat(findings)
                .extracting(finding -> finding.parameters().get("file"))
                .containsExactlyInAnyOrder((Object[]) foreign);
    }

    private List<Finding> refusedToGoOn(ClusterFiles files) {
        Status status = Status.of(plan, Observed.of(files));
        assertThat(status).returns(false, Status::fits);
        return status.findings();
    }

    @Test
    void a_directory_that_the_plan_never_made_is_not_removed() {
        ClusterFiles files = base.with(DATA, new byte[] {1});

        refused("copy-config", files, DATA);
        named(refusedToGoOn(files), DATA);
    }

    @Test
    void a_file_beside_a_copy_is_not_removed_with_it() {
        ClusterFiles files = upTo("copy-config").with(DATA, new byte[] {1});

        refused("copy-config", files, DATA);
        // The file does not prevent the plan from going on.
        assertThat(Status.of(plan, Observed.of(files))).returns(true, Status::fits);
        ClusterFiles joined = upTo("start-db").with(DATA, new byte[] {1});
        assertThat(Recovery.recover(plan, "start-db", Observed.of(joined)).findings())
                .isEmpty();
    }

    @Test
    void a_copied_file_with_other_bytes_is_foreign() {
        ClusterFiles files = upTo("copy-config").with(COPIED, "BUF_TOTAL_SIZE = 1\n".getBytes(StandardCharsets.UTF_8));

        refused("copy-config", files, COPIED);
        named(refusedToGoOn(files), COPIED);
    }

    @Test
    void a_copy_that_broke_off_is_removed_and_made_again() {
        ClusterFiles files = upTo("copy-config").with(COPIED, "BUF_TO".getBytes(StandardCharsets.UTF_8));

        Recovery recovery = Recovery.recover(plan, "copy-config", Observed.of(files));

        assertThat(recovery.ways().get(0).kind()).isEqualTo(Recovery.Kind.RETRY);
        assertThat(recovery.ways().get(0).steps())
                .extracting(Step::id)
                .containsExactly("undo.copy-config", "copy-config");
        assertThat(recovery.ways().get(0).when()).isEqualTo(Recovery.When.LEFT_OVER);
        assertThat(recovery.ways().get(0).steps().get(0).gate()).isTrue();
        Status status = Status.of(plan, Observed.of(files));
        assertThat(status)
                .satisfies(left ->
                        assertThat(left.remaining()).extracting(Step::id).contains("copy-config"));
    }

    @Test
    void an_edited_file_rules_out_every_way() {
        FileId mal = new FileId("10.0.2.101", "/home/data/dmasvrmal.ini");
        String edited = new String(base.bytes(mal), StandardCharsets.UTF_8) + "# ours\n";
        ClusterFiles files = base.with(mal, edited.getBytes(StandardCharsets.UTF_8));

        for (Step step : plan.steps()) {
            refused(step.id(), files, mal);
        }
    }

    @Test
    void the_files_of_another_cluster_rule_out_every_way() {
        ClusterFiles other =
                Example.set(Example.set(base, Example.DCR_1, "DCR_OGUID", "1"), Example.DCR_2, "DCR_OGUID", "1");

        Recovery recovery = Recovery.recover(plan, "extend-node", Observed.of(other));

        assertThat(recovery.ways()).isEmpty();
        assertThat(recovery.findings()).extracting(Finding::ruleId).containsExactly("EXT-0302");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_missing_file_is_reported_with_its_hashes() {
        FileId changing = Example.MONITOR;
        ClusterFiles files = base.without(SQLLOG).without(changing);

        List<Finding> findings = refusedToGoOn(files);

        named(findings, SQLLOG, changing);
        String planned = plan.files().stream()
                .filter(change -> change.file().equals(changing))
                .map(FileChange::after)
                .findFirst()
                .orElseThrow();
        assertThat(findings)
                .extracting(
                        finding -> finding.parameters().get("before"),
                        finding -> planned.equals(finding.parameters().get("planned")))
                .containsExactly(
                        tuple(Hashes.sha256(base.bytes(SQLLOG)), false),
                        tuple(Hashes.sha256(base.bytes(changing)), true));
        assertThat(findings).allMatch(Finding::isBlocking);
    }

    @Test
    void a_file_in_the_place_of_a_planned_one_is_reported_once() {
        FileId dmIni = new FileId("10.0.2.103", "/home/data/dsc2_config/dm.ini");
        FileId dmdcr = new FileId("10.0.2.103", "/home/data/dmdcr.ini");
        ClusterFiles files = base.with(dmIni, bytes("ours")).with(dmdcr, bytes("ours"));

        List<Finding> findings = refusedToGoOn(files);

        named(findings, dmIni, dmdcr);
        assertThat(findings)
                .allSatisfy(finding -> assertThat(plan.files())
                        .extracting(FileChange::after)
                        .contains(String.valueOf(finding.parameters().get("planned"))));
    }

    @Test
    void going_back_does_not_remove_files_that_the_new_node_wrote() {
        FileId trace = new FileId("10.0.2.103", "/home/data/dsc2_config/trace.log");
        ClusterFiles files =
                upTo("write.write-dmdcr.10.0.2.103:/home/data/dmdcr.ini").with(trace, bytes("x"));

        refused("write.write-dmdcr.10.0.2.103:/home/data/dmdcr.ini", files, trace);
        refused("cluster-still-ok", files, trace);
        // After the point of no return, no way removes files.
        assertThat(Recovery.recover(plan, "extend-dcr", Observed.of(files)).findings())
                .isEmpty();
    }
}
