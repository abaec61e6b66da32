package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DmdcrCfg;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupCountTest extends RuleLaws {
    GroupCountTest() {
        super(new GroupCount());
    }

    @Test
    void a_wrong_count() {
        assertThat(found(dcr(
                        cluster(), x -> DmdcrCfg.builder().from(x).groupCount(4).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini DCR_N_GRP: DCR_N_GRP = 4, but there are 3 [GRP] sections.");
    }

    @Test
    void a_count_that_is_absent_is_another_rules_affair() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .groupCount(Optional.empty())
                                .build())))
                .isEmpty();
    }
}
