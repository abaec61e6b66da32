package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.run.Observed;
import io.github.dmdsc.extend.run.Status;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a plan still fits the files it was made from. */
class StatusOfFilesTest {
    private final ExtendPlan plan = Example.manual().plan();
    private final ClusterFiles base = Example.files();

    private List<Object> changed(ClusterFiles files) {
        Status status = Status.of(plan, Observed.of(files));
        assertThat(status.fits()).isEqualTo(status.findings().isEmpty());
        assertThat(status.ways()).isEmpty();
        return status.findings().stream()
                .filter(finding -> finding.ruleId().equals("EXT-0301"))
                .map(finding -> finding.parameters().get("file"))
                .toList();
    }

    private static ClusterFiles inBoth(ClusterFiles files, FileId one, FileId other, String key, String value) {
        return Example.set(Example.set(files, one, key, value), other, key, value);
    }

    @Test
    void a_plan_fits_until_any_file_differs() {
        assertThat(changed(base)).isEmpty();

        for (FileId file : base.ids()) {
            byte[] old = base.bytes(file);
            byte[] changed =
                    (new String(old, StandardCharsets.ISO_8859_1) + "\n# x\n").getBytes(StandardCharsets.ISO_8859_1);

            assertThat(Status.of(plan, Observed.of(base.with(file, changed))).findings())
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.ruleId()).isEqualTo("EXT-0301");
                        assertThat(finding.parameters())
                                .containsEntry("file", file)
                                .containsEntry("before", Hashes.sha256(old))
                                .containsEntry("now", Hashes.sha256(changed));
                    });
        }
    }

    @Test
    void a_file_that_was_not_collected_is_reported_as_missing() {
        assertThat(Status.of(plan, Observed.of(base.without(Example.MONITOR))).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.ruleId()).isEqualTo("EXT-0301");
                    assertThat(finding.variant()).isEqualTo("missing");
                });
    }

    @Test
    void a_missing_file_and_a_file_in_a_planned_place_are_refused() {
        FileId planned = new FileId("10.0.2.103", "/home/data/dmdcr.ini");

        assertThat(changed(base.without(Example.MONITOR))).containsExactly(Example.MONITOR);
        assertThat(changed(base.with(planned, new byte[] {'x'}))).containsExactly(planned);
    }

    @Test
    void files_without_a_cluster_do_not_count_as_another_cluster() {
        assertThat(changed(ClusterFiles.empty())).containsExactlyInAnyOrderElementsOf(base.ids());
    }

    @Test
    void another_oguid_or_another_disk_is_another_cluster() {
        ClusterFiles number = inBoth(base, Example.DCR_1, Example.DCR_2, "DCR_OGUID", "1");
        ClusterFiles disk = inBoth(base, Example.DMDCR_1, Example.DMDCR_2, "DMDCR_PATH", "/dev/raw/raw7");

        refused(number, "OGUID 1 on /dev/raw/raw1");
        refused(disk, "OGUID 63635 on /dev/raw/raw7");
    }

    private void refused(ClusterFiles other, String said) {
        assertThat(Status.of(plan, Observed.of(other)))
                .satisfies(refused -> assertThat(refused.findings())
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.ruleId()).isEqualTo("EXT-0302");
                            assertThat(finding.isBlocking()).isTrue();
                            assertThat(finding.message().en())
                                    .contains(said, "the plan is for OGUID 63635 on /dev/raw/raw1");
                            assertThat(finding.primary().toString()).contains(plan.planId());
                        }));
    }

    /** A half extended cluster is still the same cluster, and so is a cluster with an edited file. */
    @Test
    void only_the_oguid_and_the_disk_identify_a_cluster() {
        ClusterFiles extended = CarriedOut.files(plan, base, plan.steps());
        ClusterFiles edited = Example.set(base, Example.DMDCR_2, "DMDCR_AUTO_OPEN_CHECK", "91");

        assertThat(Status.of(plan, Observed.of(extended))).returns(true, Status::fits);
        assertThat(Status.of(plan, Observed.of(edited)))
                .satisfies(refused -> assertThat(refused.findings())
                        .extracting(Finding::ruleId)
                        .containsExactly("EXT-0301"));
    }
}
