package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dbMal;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmIni;
import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.AsmPath;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.EndpointArray;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.Seconds;
import io.github.dmdsc.model.Seqno;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.fixtures.Unreadable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SeveralDatabasesTest extends RuleLaws {
    SeveralDatabasesTest() {
        super(new SeveralDatabases());
    }

    /** Returns a cluster whose nodes 0 and 1 belong to the first database, and node 2 to a second one. */
    private static Cluster twoDatabases() {
        Cluster cluster = cluster(3);
        DcrEndpoint third = cluster.endpoint(GroupType.DB, 2).orElseThrow();
        Cluster first = group(
                cluster,
                GroupType.DB,
                x -> DcrGroup.builder()
                        .from(x)
                        .endpointCount(2)
                        .endpointNumbers(EndpointArray.upTo(2))
                        .endpoints(x.endpoints().subList(0, 2))
                        .build());
        Cluster both = dcr(
                first,
                x -> DmdcrCfg.builder()
                        .from(x)
                        .groupCount(4)
                        .addGroups(DcrGroup.builder()
                                .type(GroupType.DB)
                                .name("GRP_DB2")
                                .endpointCount(1)
                                .addEndpoints(DcrEndpoint.builder()
                                        .from(third)
                                        .seqno(Seqno.of(0))
                                        .build())
                                .build())
                        .build());
        Cluster files = dbMal(
                both,
                2,
                x -> MalConfig.builder()
                        .from(x)
                        .checkInterval(Seconds.of(5))
                        .instances(x.instances().subList(2, 3))
                        .build());
        for (int i = 0; i < 2; i++) {
            files = dbMal(
                    files,
                    i,
                    x -> MalConfig.builder()
                            .from(x)
                            .instances(x.instances().subList(0, 2))
                            .build());
        }
        return dmIni(
                files,
                2,
                x -> DmIni.builder()
                        .from(x)
                        .ctlPath(AsmPath.of("+DATA2/dsc/dm.ctl"))
                        .systemPath(AsmPath.of("+DATA2/dsc"))
                        .dscPools(7)
                        .build());
    }

    @Test
    void a_second_group_is_said_once() {
        assertThat(found(twoDatabases()))
                .containsExactly(
                        "ERROR at 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB2 and 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP] GRP_DB: The DCR has 2 DB groups. Only the first, GRP_DB, was checked further. dmdsc does not extend such a cluster.");
    }

    @Test
    void each_group_is_a_place_of_the_finding() {
        Cluster three = dcr(twoDatabases(), x -> {
            DcrGroup last = x.groups().get(x.groups().size() - 1);
            return DmdcrCfg.builder()
                    .from(x)
                    .addGroups(DcrGroup.builder().from(last).name("GRP_DB3").build())
                    .build();
        });

        assertThat(found(three)).singleElement().asString().contains("GRP_DB2 and ", "GRP_DB and ", "GRP_DB3: ");
    }

    @Test
    void no_other_rule_takes_the_second_database_for_the_first() {
        assertThat(StandardRules.book().check(twoDatabases()))
                .extracting(Finding::ruleId)
                .containsExactly("DSC-0225");
    }

    private static List<String> ofFirst(Cluster cluster) {
        return FirstDatabase.nodes(cluster).stream().map(ClusterNode::host).toList();
    }

    @Test
    void the_nodes_of_the_first_database_are_those_whose_instance_no_later_group_has() {
        assertThat(ofFirst(cluster(3))).containsExactly("10.1.0.1", "10.1.0.2", "10.1.0.3");
        assertThat(ofFirst(twoDatabases())).containsExactly("10.1.0.1", "10.1.0.2");
        assertThat(ofFirst(dmIni(twoDatabases(), 1, x -> x.withInstanceName("OTHER"))))
                .containsExactly("10.1.0.1", "10.1.0.2");
        assertThat(ofFirst(dmIni(
                        twoDatabases(),
                        1,
                        x -> x.withInstanceName(Optional.empty()).withOrigin(new Unreadable("INSTANCE_NAME")))))
                .containsExactly("10.1.0.1");
        assertThat(ofFirst(dcr(
                        twoDatabases(),
                        x -> x.withGroups(x.groups().stream()
                                .map(SeveralDatabasesTest::withoutNames)
                                .toList()))))
                .containsExactly("10.1.0.1", "10.1.0.2");
    }

    @Test
    void nor_does_it_where_a_name_cannot_be_read() {
        for (int node = 0; node < 3; node++) {
            Cluster nameless = dmIni(
                    twoDatabases(),
                    node,
                    x -> DmIni.builder()
                            .from(x)
                            .instanceName(Optional.empty())
                            .origin(new Unreadable("INSTANCE_NAME"))
                            .build());

            assertThat(StandardRules.book().check(nameless))
                    .extracting(Finding::ruleId)
                    .containsExactly("DSC-0225");
        }
        Cluster endpoints = dcr(
                twoDatabases(),
                x -> DmdcrCfg.builder()
                        .from(x)
                        .groups(x.groups().stream()
                                .map(SeveralDatabasesTest::withoutNames)
                                .toList())
                        .build());

        assertThat(StandardRules.book().check(endpoints))
                .extracting(Finding::ruleId)
                .containsExactly("DSC-0225");
    }

    private static DcrGroup withoutNames(DcrGroup group) {
        return !group.name().equals(Optional.of("GRP_DB2"))
                ? group
                : DcrGroup.builder()
                        .from(group)
                        .endpoints(group.endpoints().stream()
                                .map(endpoint -> DcrEndpoint.builder()
                                        .from(endpoint)
                                        .name(Optional.empty())
                                        .origin(new Unreadable("DCR_EP_NAME"))
                                        .build())
                                .toList())
                        .build();
    }
}
