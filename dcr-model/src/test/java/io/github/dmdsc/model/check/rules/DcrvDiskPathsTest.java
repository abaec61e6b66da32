package io.github.dmdsc.model.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.LocalPath;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DcrvDiskPathsTest extends RuleLaws {
    DcrvDiskPathsTest() {
        super(new DcrvDiskPaths());
    }

    @Test
    void the_same_disk_twice() {
        assertThat(found(disks("/dev/dcrv/d0", "/dev/dcrv/d1", "/dev//dcrv/d0")))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: DCRV disk /dev//dcrv/d0 is listed twice.");
    }

    @Test
    void a_relative_path() {
        assertThat(found(disks("dcrv/d0")))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: The path of DCRV disk dcrv/d0 is not absolute.");
    }

    @Test
    void a_disk_outside_the_load_path() {
        assertThat(found(disks("/dev/dcrv2/d0")))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: DCRV disk /dev/dcrv2/d0 is not in DCR_DISK_LOAD_PATH: /dev/dcrv.");
    }

    /** The servers look for disks in the directory itself, not in its subdirectories. */
    @Test
    void a_disk_deeper_than_the_load_path() {
        assertThat(found(disks("/dev/dcrv/by-id/d0")))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: DCRV disk /dev/dcrv/by-id/d0 is not in DCR_DISK_LOAD_PATH: /dev/dcrv.");
    }

    @Test
    void a_windows_path_is_absolute_and_elsewhere() {
        assertThat(found(disks("D:\\dcrv\\d0")))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: DCRV disk D:\\dcrv\\d0 is not in DCR_DISK_LOAD_PATH: /dev/dcrv.");
    }

    @Test
    void not_known() {
        assertThat(found(disks())).isEmpty();
    }

    private static Cluster disks(String... disks) {
        return Cluster.builder()
                .from(mirror())
                .dcrvDisks(Arrays.stream(disks).map(LocalPath::of).toList())
                .build();
    }
}
