package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.run.Freshness;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Replan;
import io.github.dmdsc.extend.run.StaleFile;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a plan still fits the files it was made from. */
class FreshnessTest {
    private final ExtendPlan plan = Example.manual().plan();
    private final ClusterFiles base = Example.files();

    private static StaleFile only(Freshness freshness) {
        List<StaleFile> files = stale(freshness);
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    private static List<StaleFile> stale(Freshness freshness) {
        assertThat(freshness).isInstanceOf(Freshness.Stale.class);
        return ((Freshness.Stale) freshness).files();
    }

    private static ClusterFiles inBoth(ClusterFiles files, FileId one, FileId other, String key, String value) {
        return Example.set(Example.set(files, one, key, value), other, key, value);
    }

    @Test
    void a_plan_is_fresh_until_any_file_differs() {
        assertThat(Freshness.checkFresh(plan, base)).isEqualTo(new Freshness.Fresh());

        for (FileId file : base.ids()) {
            byte[] old = base.bytes(file);
            byte[] changed =
                    (new String(old, StandardCharsets.ISO_8859_1) + "\n# x\n").getBytes(StandardCharsets.ISO_8859_1);
            StaleFile stale = only(Freshness.checkFresh(plan, base.with(file, changed)));

            assertThat(stale.file()).isEqualTo(file);
            assertThat(stale.expected()).contains(Hashes.sha256(old));
            assertThat(stale.found()).contains(Hashes.sha256(changed));
            boolean held = plan.files().stream().anyMatch(each -> each.file().equals(file));
            assertThat(stale.diff().contains("\n+# x")).isEqualTo(held);
        }
    }

    @Test
    void a_file_that_is_gone_or_new_makes_a_plan_stale() {
        FileId fresh = new FileId("10.0.2.101", "/home/data/new.ini");
        FileId planned = new FileId("10.0.2.103", "/home/data/dmdcr.ini");

        StaleFile gone = only(Freshness.checkFresh(plan, base.without(Example.MONITOR)));
        List<StaleFile> added =
                stale(Freshness.checkFresh(plan, base.with(fresh, new byte[0]).with(planned, new byte[] {'x'})));

        assertThat(gone.file()).isEqualTo(Example.MONITOR);
        assertThat(gone.expected()).contains(Hashes.sha256(base.bytes(Example.MONITOR)));
        assertThat(gone.found()).isEmpty();
        assertThat(gone.diff()).isEmpty();
        assertThat(added).extracting(StaleFile::file).containsExactlyInAnyOrder(fresh, planned);
        assertThat(added).allSatisfy(file -> {
            assertThat(file.expected()).isEmpty();
            assertThat(file.found()).isPresent();
            assertThat(file.diff()).isEmpty();
        });
    }

    @Test
    void files_that_are_no_cluster_are_not_taken_for_another_one() {
        assertThat(stale(Freshness.checkFresh(plan, ClusterFiles.empty())))
                .extracting(StaleFile::file)
                .containsExactlyInAnyOrderElementsOf(base.ids());
    }

    @Test
    void another_number_or_another_disk_is_another_cluster() {
        ClusterFiles number = inBoth(base, Example.DCR_1, Example.DCR_2, "DCR_OGUID", "1");
        ClusterFiles disk = inBoth(base, Example.DMDCR_1, Example.DMDCR_2, "DMDCR_PATH", "/dev/raw/raw7");

        refused(number, new ExtendPlan.Identity(1, "/dev/raw/raw1"), "OGUID 1 on /dev/raw/raw1");
        refused(disk, new ExtendPlan.Identity(63635, "/dev/raw/raw7"), "OGUID 63635 on /dev/raw/raw7");
    }

    private void refused(ClusterFiles other, ExtendPlan.Identity found, String said) {
        assertThat(Freshness.checkFresh(plan, other))
                .isEqualTo(new Freshness.OtherCluster(new ExtendPlan.Identity(63635, "/dev/raw/raw1"), found));
        assertThat(Replan.replan(plan, Observed.of(other)))
                .isInstanceOfSatisfying(
                        Replan.Refused.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .satisfies(finding -> {
                                    assertThat(finding.ruleId()).isEqualTo("EXT-0302");
                                    assertThat(finding.isBlocking()).isTrue();
                                    assertThat(finding.message().en())
                                            .contains(said, "the plan is for OGUID 63635 on /dev/raw/raw1");
                                    assertThat(finding.primary().toString()).contains(plan.planId());
                                }));
    }

    /** The cluster that is half extended is still the same one, and so is one with a file that somebody edited. */
    @Test
    void a_cluster_is_known_by_its_number_and_its_disk_alone() {
        ClusterFiles extended = CarriedOut.files(plan, base, plan.steps());
        ClusterFiles edited = Example.set(base, Example.DMDCR_2, "DMDCR_AUTO_OPEN_CHECK", "91");

        assertThat(stale(Freshness.checkFresh(plan, extended))).isNotEmpty();
        assertThat(Replan.replan(plan, Observed.of(extended))).isInstanceOf(Replan.Remaining.class);
        assertThat(Replan.replan(plan, Observed.of(edited)))
                .isInstanceOfSatisfying(
                        Replan.Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(Finding::ruleId)
                                .containsExactly("EXT-0301"));
    }
}
