package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupNamesTest extends RuleLaws {
    GroupNamesTest() {
        super(new GroupNames());
    }

    @Test
    void the_same_name_in_another_case() {
        assertThat(found(group(
                        cluster(),
                        GroupType.ASM,
                        x -> DcrGroup.builder().from(x).name("grp_css").build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] grp_css DCR_GRP_NAME and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS DCR_GRP_NAME: Two groups are called grp_css.");
    }

    @Test
    void groups_without_names() {
        assertThat(found(group(
                        group(
                                cluster(),
                                GroupType.ASM,
                                x -> DcrGroup.builder()
                                        .from(x)
                                        .name(Optional.empty())
                                        .build()),
                        GroupType.CSS,
                        x -> DcrGroup.builder().from(x).name(Optional.empty()).build())))
                .isEmpty();
    }
}
