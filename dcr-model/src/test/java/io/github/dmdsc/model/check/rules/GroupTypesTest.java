package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import java.util.List;
import org.junit.jupiter.api.Test;

class GroupTypesTest extends RuleLaws {
    GroupTypesTest() {
        super(new GroupTypes());
    }

    @Test
    void a_second_css_group() {
        assertThat(found(group(
                        cluster(),
                        GroupType.ASM,
                        x -> DcrGroup.builder().from(x).type(GroupType.CSS).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS DCR_GRP_TYPE and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_ASM DCR_GRP_TYPE: There are 2 groups of type CSS.");
    }

    @Test
    void a_second_asm_group() {
        assertThat(found(group(
                        cluster(),
                        GroupType.CSS,
                        x -> DcrGroup.builder().from(x).type(GroupType.ASM).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS DCR_GRP_TYPE and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_ASM DCR_GRP_TYPE: There are 2 groups of type ASM.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini: There are 0 groups of type CSS.");
    }

    @Test
    void no_db_group() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .groups(x.groups().subList(0, 2))
                                .build())))
                .containsExactly("ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini: There are 0 groups of type DB.");
    }

    @Test
    void two_db_groups_are_allowed() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .addGroups(x.groups().get(2))
                                .build())))
                .isEmpty();
    }

    @Test
    void a_cluster_without_asm_is_allowed() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .groups(List.of(x.groups().get(0), x.groups().get(2)))
                                .build())))
                .isEmpty();
    }
}
