package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.Origin;
import io.github.dmdsc.model.Seqno;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndpointOrderTest extends RuleLaws {
    EndpointOrderTest() {
        super(new EndpointOrder());
    }

    @Test
    void db_endpoints_in_the_wrong_order() {
        assertThat(found(group(
                        cluster(),
                        GroupType.DB,
                        x -> DcrGroup.builder()
                                .from(x)
                                .endpoints(List.of(
                                        x.endpoints().get(1), x.endpoints().get(0)))
                                .build())))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #2 and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_DB] #1: DSC0 (group GRP_DB) comes after DSC1, which breaks the order of the group.");
    }

    @Test
    void a_db_endpoint_without_number() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.DB,
                        0,
                        x -> DcrEndpoint.builder()
                                .from(x)
                                .seqno(Optional.empty())
                                .build())))
                .isEmpty();
    }

    @Test
    void a_group_that_goes_on_behind_another_one() {
        assertThat(found(atLine(
                        atLine(atLine(cluster(), GroupType.CSS, 0, 10), GroupType.ASM, 0, 20), GroupType.CSS, 1, 30)))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/dmdcr_cfg_bak.ini:30:1 and 10.1.0.1:/data/dmdcr_cfg_bak.ini:20:1: CSS1 (group GRP_CSS) comes after ASM0, which breaks the order of the group.");
    }

    @Test
    void groups_one_behind_the_other() {
        assertThat(found(atLine(
                        atLine(atLine(cluster(), GroupType.CSS, 0, 10), GroupType.CSS, 1, 20), GroupType.ASM, 0, 30)))
                .isEmpty();
    }

    @Test
    void without_names() {
        assertThat(found(atLine(
                        atLine(
                                atLine(
                                        group(
                                                endpoint(
                                                        endpoint(
                                                                cluster(),
                                                                GroupType.CSS,
                                                                1,
                                                                x -> DcrEndpoint.builder()
                                                                        .from(x)
                                                                        .name(Optional.empty())
                                                                        .build()),
                                                        GroupType.ASM,
                                                        0,
                                                        x -> DcrEndpoint.builder()
                                                                .from(x)
                                                                .name(Optional.empty())
                                                                .build()),
                                                GroupType.CSS,
                                                x -> DcrGroup.builder()
                                                        .from(x)
                                                        .name(Optional.empty())
                                                        .build()),
                                        GroupType.CSS,
                                        0,
                                        10),
                                GroupType.ASM,
                                0,
                                20),
                        GroupType.CSS,
                        1,
                        30)))
                .containsExactly(
                        "WARNING at 10.1.0.1:/data/dmdcr_cfg_bak.ini:30:1 and 10.1.0.1:/data/dmdcr_cfg_bak.ini:20:1: (none) (group (none)) comes after (none), which breaks the order of the group.");
    }

    @Test
    void two_groups_that_say_the_same_are_two_groups() {
        Cluster read = atLine(
                atLine(atLine(atLine(cluster(), GroupType.CSS, 0, 10), GroupType.CSS, 1, 11), GroupType.ASM, 0, 20),
                GroupType.ASM,
                1,
                21);
        DcrGroup css = read.dcr().value().groups().get(0);
        DcrGroup twin = DcrGroup.builder()
                .from(css)
                .endpoints(css.endpoints().stream()
                        .map(endpoint -> endpoint.withOrigin(line(read, 30)))
                        .toList())
                .build();

        assertThat(found(dcr(
                        read, x -> DmdcrCfg.builder().from(x).addGroups(twin).build())))
                .isEmpty();
    }

    @Test
    void the_same_number_twice_is_another_rules_affair() {
        assertThat(found(endpoint(
                        cluster(),
                        GroupType.DB,
                        1,
                        x -> DcrEndpoint.builder().from(x).seqno(Seqno.of(0)).build())))
                .isEmpty();
    }

    private static Cluster atLine(Cluster cluster, GroupType type, int position, int line) {
        return endpoint(cluster, type, position, x -> x.withOrigin(line(cluster, line)));
    }

    private static Origin line(Cluster cluster, int line) {
        return new Origin() {
            @Override
            public Location self() {
                return Location.of(cluster.dcr().file(), line, 1);
            }

            @Override
            public Location at(String key) {
                return self();
            }
        };
    }
}
