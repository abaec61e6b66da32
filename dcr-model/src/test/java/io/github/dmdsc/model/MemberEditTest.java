package io.github.dmdsc.model;

import static io.github.dmdsc.model.fixtures.DmdscAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that an edit of a member changes each place that states the fact, and no other place. */
class MemberEditTest {
    private static final Cluster CLUSTER = ClusterLayout.builder()
            .nodes(3)
            .archives(ClusterLayout.Archives.LOCAL_AND_REMOTE)
            .checkPorts(true)
            .build()
            .cluster();

    /** Returns the places in which the JSON of two clusters differs, as the keys on the path, without positions. */
    private static List<String> changes(Cluster before, Cluster after) {
        List<String> places = new ArrayList<>();
        compare(ModelJson.mapper().valueToTree(before), ModelJson.mapper().valueToTree(after), "", places);
        return places;
    }

    private static void compare(JsonNode before, JsonNode after, String key, List<String> places) {
        if (before.isContainerNode() && before.size() == after.size()) {
            for (int i = 0; before.isArray() && i < before.size(); i++) {
                compare(before.get(i), after.get(i), key, places);
            }
            before.fieldNames().forEachRemaining(name -> compare(before.get(name), after.get(name), name, places));
        } else if (!before.equals(after)) {
            places.add(key);
        }
    }

    @Test
    void a_css_port_changes_wherever_it_stands() {
        Cluster overridden = ClusterEdits.dmdcr(CLUSTER, 1, dmdcr -> dmdcr.withCssPort(Port.of(11_001)));

        Cluster changed = overridden.withMember(1, member -> member.withCssPort(17_000));

        assertThat(changed).hasNoErrors();
        assertThat(changes(overridden, changed))
                .containsExactlyInAnyOrder("DCR_EP_PORT", "DMDCR_CSS_PORT", "CSSM_CSS_IP");
    }

    @Test
    void a_port_that_nothing_overrides_gets_no_override() {
        assertThat(changes(CLUSTER, CLUSTER.withMember(1, member -> member.withCssPort(17_000))))
                .containsExactlyInAnyOrder("DCR_EP_PORT", "CSSM_CSS_IP");
        assertThat(changes(CLUSTER, CLUSTER.withMember(1, member -> member.withAsmPort(17_000))))
                .containsExactly("DCR_EP_PORT");
    }

    @Test
    void a_port_for_clients_changes_in_every_copy() {
        assertThat(changes(CLUSTER, CLUSTER.withMember(2, member -> member.withDbPort(17_000))))
                .containsExactlyInAnyOrder(
                        "PORT_NUM", "DCR_EP_PORT", "MAL_INST_PORT", "MAL_INST_PORT", "MAL_INST_PORT");
    }

    @Test
    void a_port_for_clients_that_only_dm_ini_states_is_not_added_elsewhere() {
        Cluster bare = ClusterEdits.endpoint(CLUSTER, GroupType.DB, 2, db -> db.withPort(Optional.empty()));
        bare = ClusterEdits.malInstance(bare, GroupType.DB, 2, mal -> mal.withServicePort(Optional.empty()));

        assertThat(changes(bare, bare.withMember(2, member -> member.withDbPort(17_000))))
                .containsExactly("PORT_NUM");
    }

    @Test
    void a_port_for_clients_of_a_node_without_dm_ini_is_stated_in_the_dcr() {
        Cluster bare = ClusterEdits.node(CLUSTER, 2, node -> node.withDmIni(Optional.empty()));
        bare = ClusterEdits.endpoint(bare, GroupType.DB, 2, db -> db.withPort(Optional.empty()));

        assertThat(bare.withMember(2, member -> member.withDbPort(17_000)).endpoint(GroupType.DB, 2))
                .flatMap(DcrEndpoint::port)
                .contains(Port.of(17_000));
    }

    @Test
    void a_shared_memory_key_changes_in_the_dcr() {
        Cluster changed = CLUSTER.withMember(1, member -> member.withShmKey(80_001));

        assertThat(changes(CLUSTER, changed)).containsExactly("DCR_EP_SHM_KEY");
        assertThat(changed.member(1).asm().flatMap(DcrEndpoint::shmKey)).contains(ShmKey.of(80_001));
    }

    @Test
    void a_mal_port_changes_in_every_copy() {
        assertThat(changes(CLUSTER, CLUSTER.withMember(0, member -> member.withMalPort(17_000))))
                .containsExactly("MAL_PORT", "MAL_PORT", "MAL_PORT");
        assertThat(changes(CLUSTER, CLUSTER.withMember(0, member -> member.withAsmMalPort(17_000))))
                .containsExactly("MAL_PORT", "MAL_PORT", "MAL_PORT");
    }

    @Test
    void the_ports_of_a_watcher_change_in_every_copy() {
        Cluster watched = CLUSTER.withMember(0, member -> member.withWatcherPorts(17_000, 17_001));

        assertThat(changes(watched, watched.withMember(0, member -> member.withWatcherPorts(0, 17_002))))
                .containsExactlyInAnyOrder(
                        "MAL_DW_PORT",
                        "MAL_DW_PORT",
                        "MAL_DW_PORT",
                        "MAL_INST_DW_PORT",
                        "MAL_INST_DW_PORT",
                        "MAL_INST_DW_PORT");
    }

    @ParameterizedTest
    @CsvSource({
        "CSS, DCR_EP_NAME",
        "ASM, DCR_EP_NAME MAL_INST_NAME",
        "DB, ARCH_DEST DCR_EP_NAME INSTANCE_NAME MAL_INST_NAME"
    })
    void a_name_changes_wherever_it_stands(GroupType type, String keys) {
        Cluster renamed = CLUSTER.withMember(1, member -> member.withName(type, "FRESH"));

        assertThat(renamed).hasNoErrors();
        assertThat(String.join(" ", new TreeSet<>(changes(CLUSTER, renamed)))).isEqualTo(keys);
        assertThat(renamed.endpoint(type, 1).flatMap(DcrEndpoint::name)).contains("FRESH");
    }

    @Test
    void an_address_changes_wherever_it_stands_and_files_stay_where_they_lie() {
        Cluster moved = CLUSTER.withMember(1, member -> member.withHost("10.1.0.77"));

        assertThat(moved).hasNoErrors();
        assertThat(new TreeSet<>(changes(CLUSTER, moved))).containsExactly("CSSM_CSS_IP", "DCR_EP_HOST", "MAL_HOST");
        assertThat(moved.member(1).cssAddress()).contains(CssAddress.parse("10.1.0.77:11001"));
        assertThat(moved.member(1).host()).contains("10.1.0.2");
    }

    @Test
    void the_present_address_of_a_member_without_an_asm_address_is_that_of_its_css() {
        Cluster bare = ClusterEdits.endpoint(CLUSTER, GroupType.ASM, 1, asm -> asm.withHost(Optional.empty()));

        assertThat(new TreeSet<>(changes(bare, bare.withMember(1, member -> member.withHost("10.1.0.77")))))
                .containsExactly("CSSM_CSS_IP", "DCR_EP_HOST", "MAL_HOST");
    }

    @Property(tries = 100)
    void a_port_of_any_family_that_is_free_leaves_a_sound_cluster(
            @ForAll("layouts") ClusterLayout layout, @ForAll("ports") BiFunction<Member, Integer, Member> edit) {
        Cluster cluster = layout.cluster();
        int last = layout.nodes() - 1;

        Cluster changed = cluster.withMember(last, member -> edit.apply(member, 19_000));

        assertThat(changed).hasNoErrors();
        assertThat(changed.member(last).ports())
                .extracting(port -> port.port().number())
                .contains(19_000);
        assertThat(changed.withMember(last, member -> edit.apply(member, 19_001)))
                .isEqualTo(cluster.withMember(last, member -> edit.apply(member, 19_001)));
    }

    @Provide
    Arbitrary<ClusterLayout> layouts() {
        return ClusterArbitraries.layouts(1, 8);
    }

    @Provide
    Arbitrary<BiFunction<Member, Integer, Member>> ports() {
        return Arbitraries.of(
                Member::withCssPort,
                Member::withAsmPort,
                Member::withDbPort,
                Member::withCheckPort,
                Member::withMalPort,
                Member::withAsmMalPort);
    }
}
