package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GroupSizesTest extends RuleLaws {
    GroupSizesTest() {
        super(new GroupSizes());
    }

    @Test
    void an_asm_server_less() {
        assertThat(found(group(
                        cluster(),
                        GroupType.ASM,
                        x -> DcrGroup.builder()
                                .from(x)
                                .endpoints(x.endpoints().subList(0, 1))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_ASM and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS: Group GRP_ASM has 1 endpoints, but the CSS group has 2.");
    }

    @Test
    void an_asm_server_more() {
        assertThat(found(group(
                        cluster(),
                        GroupType.CSS,
                        x -> DcrGroup.builder()
                                .from(x)
                                .endpoints(x.endpoints().subList(0, 1))
                                .build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_ASM and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS: Group GRP_ASM has 2 endpoints, but the CSS group has 1.",
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS: Group GRP_DB has 2 endpoints, but the CSS group has 1.");
    }

    @Test
    void an_instance_less_is_allowed() {
        assertThat(found(group(
                        cluster(),
                        GroupType.DB,
                        x -> DcrGroup.builder()
                                .from(x)
                                .endpoints(x.endpoints().subList(0, 1))
                                .build())))
                .isEmpty();
    }

    @Test
    void without_css_there_is_nothing_to_compare() {
        assertThat(found(dcr(
                        cluster(),
                        x -> DmdcrCfg.builder()
                                .from(x)
                                .groups(x.groups().subList(1, 3))
                                .build())))
                .isEmpty();
    }

    @Test
    void of_a_group_without_name_nobody_knows_the_size() {
        assertThat(found(group(
                        cluster(),
                        GroupType.ASM,
                        x -> DcrGroup.builder()
                                .from(x)
                                .name(Optional.empty())
                                .endpoints(x.endpoints().subList(0, 1))
                                .build())))
                .isEmpty();
    }
}
