package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.check.Input;
import io.github.dmdsc.model.check.ManualLimits;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointCountsTest extends RuleLaws {
    EndpointCountsTest() {
        super(new EndpointCounts());
    }

    @Test
    void a_wrong_count() {
        assertThat(found(group(
                        cluster(),
                        GroupType.DB,
                        x -> DcrGroup.builder().from(x).endpointCount(1).build())))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB DCR_GRP_N_EP: Group GRP_DB: DCR_GRP_N_EP = 1, but it has 2 endpoints.");
    }

    @Test
    void a_count_may_be_absent() {
        assertThat(found(group(
                        cluster(),
                        GroupType.DB,
                        x -> DcrGroup.builder()
                                .from(x)
                                .endpointCount(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void eight_endpoints() {
        assertThat(found(cluster(8))).isEmpty();
    }

    @Test
    void a_group_above_the_limit_may_be_one_of_an_older_edition() {
        assertThat(StandardRules.book().check(cluster(9), ManualLimits.CURRENT))
                .filteredOn(finding -> finding.ruleId().equals("DSC-0104"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.parameters()).containsEntry("older", new Input("request.limits", "older")));
        Cluster seventeen = group(
                cluster(16),
                GroupType.CSS,
                x -> DcrGroup.builder()
                        .from(x)
                        .endpointCount(Optional.empty())
                        .addEndpoints(x.endpoints().get(0))
                        .build());
        assertThat(StandardRules.book().check(seventeen, ManualLimits.OLDER))
                .filteredOn(finding -> finding.ruleId().equals("DSC-0104"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message().en()).contains("every edition allows at most 16");
                    assertThat(finding.fix().en()).doesNotContain("--limits");
                });
    }

    @Test
    void nine_endpoints_are_one_mistake_in_three_groups() {
        assertThat(found(cluster(9)))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_CSS DCR_GRP_N_EP and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_ASM DCR_GRP_N_EP and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB DCR_GRP_N_EP: Group GRP_CSS has 9 endpoints; at most 8 are allowed.");
    }
}
