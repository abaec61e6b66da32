package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.endpoint;
import static io.github.dmdsc.model.fixtures.ClusterEdits.malInstance;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import io.github.dmdsc.model.HostAddress;
import io.github.dmdsc.model.Member;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AddressesOfOthersTest extends RuleLaws {
    AddressesOfOthersTest() {
        super(new AddressesOfOthers());
    }

    @Test
    void the_address_of_another_node_in_dmmal_ini() {
        assertThat(found(malInstance(cluster(), GroupType.DB, 1, x -> x.withHost(HostAddress.of("10.1.0.1")))))
                .containsExactly(
                        "ERROR at 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST1] MAL_HOST and 10.1.0.1:/data/DSC0/dmdcr.ini: DSC1 has the address 10.1.0.1, and so has DSC0, which is on another host.");
    }

    @Test
    void swapped_addresses_in_the_dcr_are_the_only_errors() {
        HostAddress first = host(cluster(), 0);
        HostAddress second = host(cluster(), 1);
        Cluster swapped = endpoint(
                endpoint(cluster(), GroupType.CSS, 0, css -> css.withHost(second)),
                GroupType.CSS,
                1,
                css -> css.withHost(first));

        assertThat(places(swapped))
                .containsExactly(
                        "DSC-0235 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #1 DCR_EP_HOST",
                        "DSC-0235 10.1.0.1:/data/dmdcr_cfg_bak.ini [GRP_CSS] #2 DCR_EP_HOST");
    }

    @Test
    void one_service_address_of_two_nodes_is_the_only_error() {
        Cluster doubled = cluster();
        for (int i = 0; i < 2; i++) {
            doubled = malInstance(doubled, GroupType.DB, i, x -> x.withServiceHost(HostAddress.of("192.168.77.11")));
        }

        assertThat(places(doubled))
                .containsExactly("DSC-0235 10.1.0.2:/data/DSC1_conf/dmmal.ini [MAL_INST1] MAL_INST_HOST");
    }

    private static HostAddress host(Cluster cluster, int position) {
        return cluster.members().get(position).css().orElseThrow().host().orElseThrow();
    }

    private static List<String> places(Cluster cluster) {
        return StandardRules.book().check(cluster, ManualLimits.CURRENT).stream()
                .filter(Finding::isBlocking)
                .map(finding -> finding.ruleId() + " " + finding.primary())
                .toList();
    }

    @Test
    void nodes_of_one_machine_share_their_address() {
        assertThat(found(ClusterLayout.builder().oneMachine(true).build().cluster()))
                .isEmpty();
    }

    /** Returns a cluster whose second node has all addresses of the first one, as on one machine. */
    private static Cluster alike() {
        HostAddress first = host(cluster(), 0);
        Cluster alike = cluster().withMember(1, member -> member.withHost(first.text()));
        return malInstance(
                alike,
                GroupType.DB,
                1,
                x -> x.withServiceHost(alike.member(0).dbMal().orElseThrow().serviceHost()));
    }

    static Stream<Arguments> differences() {
        HostAddress another = HostAddress.of("10.7.0.1");
        return Stream.of(
                difference("CSS", cluster -> endpoint(cluster, GroupType.CSS, 1, x -> x.withHost(another))),
                difference("ASM", cluster -> endpoint(cluster, GroupType.ASM, 1, x -> x.withHost(another))),
                difference("dmasvrmal", cluster -> malInstance(cluster, GroupType.ASM, 1, x -> x.withHost(another))),
                difference("dmmal", cluster -> malInstance(cluster, GroupType.DB, 1, x -> x.withHost(another))),
                difference(
                        "service", cluster -> malInstance(cluster, GroupType.DB, 1, x -> x.withServiceHost(another))));
    }

    private static Arguments difference(String name, UnaryOperator<Cluster> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("differences")
    void one_address_that_differs_shows_that_the_hosts_differ(String name, UnaryOperator<Cluster> change) {
        assertThat(found(alike())).isEmpty();
        assertThat(found(change.apply(alike()))).isNotEmpty();
    }

    @Test
    void the_name_of_a_directory_is_not_judged() {
        Cluster misplaced = node(
                cluster(),
                1,
                x -> x.withDmdcr(new ConfigFile<>(
                        new FileId("192.168.1.1", "/dmdcr.ini"), x.dmdcr().value())));

        assertThat(misplaced.member(1).addresses())
                .extracting(Member.Address::text)
                .contains("192.168.1.1");
        assertThat(found(misplaced)).isEmpty();
    }

    @Test
    void an_address_of_nobody() {
        assertThat(found(malInstance(cluster(), GroupType.DB, 1, x -> x.withHost(HostAddress.of("10.7.0.1")))))
                .isEmpty();
    }
}
