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
    void two_disks() {
        assertThat(found(disks(2)))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: There are 2 DCRV disks; the mirror edition has 1, 3 or 5.");
    }

    @Test
    void four_disks() {
        assertThat(found(disks(4)))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: There are 4 DCRV disks; the mirror edition has 1, 3 or 5.");
    }

    @Test
    void one_disk() {
        assertThat(found(disks(1))).isEmpty();
    }

    @Test
    void five_disks() {
        assertThat(found(disks(5))).isEmpty();
    }

    @Test
    void a_disk_that_is_named_twice_is_one() {
        assertThat(found(Cluster.builder()
                        .from(disks(2))
                        .addDcrvDisks(LocalPath.of("/dev/dcrv//d1"))
                        .build()))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: There are 2 DCRV disks; the mirror edition has 1, 3 or 5.");
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
