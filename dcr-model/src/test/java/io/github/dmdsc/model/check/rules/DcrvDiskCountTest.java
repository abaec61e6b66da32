package io.github.dmdsc.model.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.LocalPath;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DcrvDiskCountTest extends RuleLaws {
    DcrvDiskCountTest() {
        super(new DcrvDiskCount());
    }

    @Test
    void one_to_five_disks_as_they_are_added_and_removed_one_at_a_time() {
        assertThat(IntStream.rangeClosed(1, 5))
                .allSatisfy(count -> assertThat(found(disks(count))).isEmpty());
    }

    @Test
    void six_disks() {
        assertThat(found(disks(6)))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: There are 6 DCRV disks; the mirror edition allows at most 5.");
    }

    @Test
    void a_disk_that_is_named_twice_is_one() {
        assertThat(found(Cluster.builder()
                        .from(disks(5))
                        .addDcrvDisks(LocalPath.of("/dev/dcrv//d1"))
                        .build()))
                .isEmpty();
    }

    @Test
    void not_known() {
        assertThat(found(disks(0))).isEmpty();
    }

    private static Cluster disks(int count) {
        return Cluster.builder()
                .from(mirror())
                .dcrvDisks(IntStream.range(0, count)
                        .mapToObj(disk -> LocalPath.of("/dev/dcrv/d" + disk))
                        .toList())
                .build();
    }
}
