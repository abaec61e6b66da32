package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.LocalPath;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StorageDisksTest extends RuleLaws {
    StorageDisksTest() {
        super(new StorageDisks());
    }

    @Test
    void neither_vote_disk_nor_load_path() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .voteDiskPath(Optional.empty())
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_VTD_PATH: Neither DCR_VTD_PATH nor DCR_DISK_LOAD_PATH is set; one of them must be.");
    }

    @Test
    void both_vote_disk_and_load_path() {
        assertThat(found(dcr(
                        mirror(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .voteDiskPath(LocalPath.of("/dev/vote"))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_VTD_PATH and 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_DISK_LOAD_PATH: DCR_VTD_PATH and DCR_DISK_LOAD_PATH are both set; only one of them may be.");
    }
}
