package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Seconds;
import org.junit.jupiter.api.Test;

class DiskHeartbeatsTest extends RuleLaws {
    DiskHeartbeatsTest() {
        super(new DiskHeartbeats());
    }

    @Test
    void less_than_a_minute() {
        assertThat(found(group(cluster(), GroupType.CSS, x -> x.withDiskCheckTolerance(Seconds.of(59)))))
                .containsExactly(
                        "INFO at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS DCR_GRP_DSKCHK_CNT: DCR_GRP_DSKCHK_CNT = 59 in group GRP_CSS; the manual advises 60 or more.");
    }

    @Test
    void a_minute() {
        assertThat(found(group(cluster(), GroupType.CSS, x -> x.withDiskCheckTolerance(Seconds.of(60)))))
                .isEmpty();
    }
}
