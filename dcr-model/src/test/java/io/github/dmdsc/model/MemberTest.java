package io.github.dmdsc.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.dmdsc.model.ListeningPort.Use;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.Unreadable;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemberTest {
    private static final Cluster CLUSTER =
            ClusterLayout.builder().nodes(3).checkPorts(true).build().cluster();

    @Test
    void a_member_leads_to_everything_that_bears_its_number_and_back() {
        Member member = CLUSTER.member(1);

        assertThat(member.css().flatMap(DcrEndpoint::name)).contains("CSS1");
        assertThat(member.asm().flatMap(DcrEndpoint::shmKey)).contains(ShmKey.of(70_001));
        assertThat(member.db().flatMap(DcrEndpoint::seqno)).contains(Seqno.of(1));
        assertThat(member.asmMal().flatMap(MalInstance::name)).contains("ASM1");
        assertThat(member.dbMal().flatMap(MalInstance::servicePort)).contains(PortOrNone.of(13_001));
        assertThat(member.cssAddress()).contains(CssAddress.parse("10.1.0.2:11001"));
        assertThat(member.host()).contains("10.1.0.2");
        assertThat(member.files()).contains(CLUSTER.nodes().get(1));
        assertThat(member.cluster()).isSameAs(CLUSTER);
        assertThat(member).hasToString("Member 1 on 10.1.0.2");
    }

    @Test
    void a_member_listens_on_the_ports_of_every_family() {
        assertThat(CLUSTER.member(2).ports())
                .extracting(
                        ListeningPort::process,
                        ListeningPort::use,
                        port -> port.port().number())
                .containsExactly(
                        tuple(GroupType.CSS, Use.SERVICE, 11_002),
                        tuple(GroupType.ASM, Use.SERVICE, 12_002),
                        tuple(GroupType.DB, Use.SERVICE, 13_002),
                        tuple(GroupType.DB, Use.CHECK, 14_002),
                        tuple(GroupType.ASM, Use.MAL, 16_002),
                        tuple(GroupType.DB, Use.MAL, 15_002));
    }

    @Test
    void an_override_decides_the_port() {
        Cluster overridden = ClusterEdits.dmdcr(CLUSTER, 1, dmdcr -> dmdcr.withCssPort(Port.of(17_000)));

        assertThat(overridden.member(1).port(GroupType.CSS)).contains(Port.of(17_000));
        assertThat(overridden.member(1).cssAddress()).contains(CssAddress.parse("10.1.0.2:17000"));
        assertThat(overridden.member(1).port(GroupType.ASM)).contains(Port.of(12_001));
    }

    @Test
    void the_number_counts_and_not_the_position() {
        Cluster shuffled = CLUSTER.withNodes(List.of(
                CLUSTER.nodes().get(2), CLUSTER.nodes().get(0), CLUSTER.nodes().get(1)));
        Cluster unnumbered = ClusterEdits.dmdcr(CLUSTER, 2, dmdcr -> dmdcr.withSeqno(Optional.empty()));

        assertThat(shuffled.member(1).host()).contains("10.1.0.2");
        assertThat(shuffled.members()).extracting(Member::number).containsExactly(0, 1, 2);
        assertThat(unnumbered.member(2).host()).contains("10.1.0.3");
    }

    @Test
    void a_node_of_the_dcr_without_files_is_a_member_too() {
        Cluster partial = CLUSTER.withNodes(List.of(CLUSTER.nodes().get(1)));

        assertThat(partial.members()).extracting(Member::number).containsExactly(0, 1, 2);
        assertThat(partial.members())
                .filteredOn(member -> member.files().isPresent())
                .extracting(Member::number)
                .containsExactly(1);
        assertThat(partial.member(0).ports()).isEmpty();
        assertThat(partial.member(0).host()).isEmpty();
        assertThat(partial.member(0).addresses())
                .extracting(Member.Address::text)
                .containsOnly("10.1.0.1");
        assertThat(partial.member(0).port(GroupType.DB)).contains(Port.of(13_000));
    }

    @Test
    void a_member_that_is_not_there_is_named() {
        assertThatThrownBy(() -> CLUSTER.member(3))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("the cluster has no node 3");
    }

    @Test
    void parts_that_are_missing_are_empty() {
        Cluster bare = CLUSTER.withDcr(
                new ConfigFile<>(CLUSTER.dcr().file(), DmdcrCfg.builder().build()));

        assertThat(bare.members()).extracting(Member::number).containsExactly(0, 1, 2);
        assertThat(bare.member(1).asm()).isEmpty();
        assertThat(bare.member(1).dbMal()).isEmpty();
        assertThat(bare.member(1).cssAddress()).isEmpty();
        assertThat(bare.member(1).ports()).extracting(ListeningPort::port).containsExactly(Port.of(13_001));
        assertThat(List.of(bare.member(1).withHost("10.9.9.9").cluster())).containsExactly(bare);
    }

    @Test
    void a_section_of_another_copy_is_found_by_the_name_of_the_endpoint() {
        MalConfig copy = CLUSTER.nodes().get(0).dbMal().orElseThrow().value();

        assertThat(CLUSTER.member(2).instance(GroupType.DB, copy).flatMap(MalInstance::name))
                .isEqualTo(CLUSTER.member(2).db().flatMap(DcrEndpoint::name))
                .isPresent();
    }

    @Test
    void monitors_reach_a_css_without_an_address_at_the_address_of_its_asm_server() {
        Cluster without = ClusterEdits.endpoint(CLUSTER, GroupType.CSS, 1, css -> css.withHost(Optional.empty()));
        Cluster unreadable = ClusterEdits.endpoint(
                without, GroupType.CSS, 1, css -> css.withOrigin(new Unreadable(DcrEndpoint.HOST)));

        assertThat(without.member(1).cssAddress()).contains(CssAddress.parse("10.1.0.2:11001"));
        assertThat(unreadable.member(1).cssAddress()).isEmpty();
    }

    @Test
    void an_endpoint_whose_seqno_cannot_be_read_belongs_to_no_member() {
        Cluster grown = ClusterEdits.group(
                CLUSTER,
                GroupType.CSS,
                css -> css.withEndpoints(Stream.concat(
                                css.endpoints().stream(),
                                Stream.of(css.endpoints().get(0).withSeqno(Optional.empty())))
                        .toList()));
        Cluster unreadable = ClusterEdits.endpoint(
                grown, GroupType.CSS, 3, css -> css.withOrigin(new Unreadable(DcrEndpoint.SEQNO)));

        assertThat(grown.members()).extracting(Member::number).containsExactly(0, 1, 2, 3);
        assertThat(unreadable.members()).extracting(Member::number).containsExactly(0, 1, 2);
    }

    @Test
    void each_port_is_that_of_the_parameter_that_takes_effect() {
        Cluster overridden = ClusterEdits.dmdcr(
                CLUSTER, 1, dmdcr -> dmdcr.withCssPort(Port.of(11_001)).withAsmPort(Port.of(17_000)));

        assertThat(overridden.member(1).ports())
                .filteredOn(port -> port.use() == Use.SERVICE)
                .extracting(
                        ListeningPort::process,
                        port -> port.port().number(),
                        port -> port.where().toString())
                .containsExactly(
                        tuple(GroupType.CSS, 11_001, "DcrEndpoint.DCR_EP_PORT"),
                        tuple(GroupType.ASM, 17_000, "Dmdcr." + Dmdcr.ASM_PORT),
                        tuple(GroupType.DB, 13_001, "DcrEndpoint.DCR_EP_PORT"));
    }

    @Test
    void a_process_has_no_known_port_if_its_override_cannot_be_read() {
        Cluster unreadable = ClusterEdits.dmdcr(CLUSTER, 1, dmdcr -> dmdcr.withOrigin(new Unreadable(Dmdcr.ASM_PORT)));

        assertThat(unreadable.member(1).ports())
                .filteredOn(port -> port.use() == Use.SERVICE)
                .extracting(ListeningPort::process)
                .containsExactly(GroupType.CSS, GroupType.DB);
        assertThat(unreadable.member(1).port(GroupType.ASM)).isEmpty();
    }
}
