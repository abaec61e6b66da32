package io.github.dmdsc.model;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmArch;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.Unreadable;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClusterQueriesTest {
    private static final Cluster CLUSTER = ClusterLayout.builder()
            .archives(ClusterLayout.Archives.LOCAL)
            .build()
            .cluster();

    @Test
    void a_dcr_configuration_with_endpoint_arrays_is_an_export() {
        assertThat(CLUSTER.dcr().value().isExport()).isTrue();
    }

    @Test
    void one_without_anything_that_only_an_export_holds_is_none() {
        assertThat(built(CLUSTER).dcr().value().isExport()).isFalse();
    }

    @Test
    void error_marks_of_one_group_are_enough_for_an_export() {
        Cluster marked = group(
                built(CLUSTER),
                GroupType.ASM,
                asm -> DcrGroup.builder().from(asm).errorEndpointCount(0).build());

        assertThat(marked.dcr().value().isExport()).isTrue();
    }

    @Property(tries = 16)
    void instances_of_the_endpoints_are_no_partners(@ForAll @IntRange(min = 1, max = 8) int nodes) {
        Cluster cluster = ClusterLayout.builder().nodes(nodes).build().cluster();

        assertThat(cluster.nodes())
                .flatMap(node -> node.dbMal().orElseThrow().value().instances())
                .noneMatch(cluster::isPartner);
    }

    @Test
    void an_instance_with_another_name_is_a_partner() {
        MalInstance instance = CLUSTER.member(0).dbMal().orElseThrow();

        assertThat(CLUSTER.isPartner(named(instance, Optional.of("EP01")))).isTrue();
        assertThat(CLUSTER.isPartner(named(instance, Optional.of("dSc1")))).isFalse();
        assertThat(CLUSTER.isPartner(named(instance, Optional.empty()))).isFalse();
    }

    @Test
    void nobody_is_a_partner_while_the_names_of_endpoints_cannot_be_read() {
        Cluster unread = group(
                CLUSTER, GroupType.DB, db -> db.withName(Optional.empty()).withOrigin(new Unreadable("DCR_GRP_NAME")));

        assertThat(unread.isPartner(named(CLUSTER.member(0).dbMal().orElseThrow(), Optional.of("EP01"))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"true, DMASM", "false, MIRROR"})
    void the_edition_is_that_of_the_vote_disk_if_the_disk_path_cannot_be_read(boolean vote, StorageEdition edition) {
        Cluster unread = dcr(
                CLUSTER,
                dcr -> dcr.withDiskLoadPath(Optional.empty())
                        .withVoteDiskPath(vote ? dcr.voteDiskPath() : Optional.empty())
                        .withOrigin(new Unreadable(DmdcrCfg.DISK_LOAD_PATH)));

        assertThat(unread.edition()).isEqualTo(edition);
    }

    @Test
    void a_cluster_of_its_own_shows_no_standby() {
        assertThat(CLUSTER.standbySigns()).isEmpty();
    }

    @Test
    void archives_to_a_standby_the_watcher_and_mount_show_one_each() {
        FileId watcher = CLUSTER.nodes().get(1).dmdcr().file().sibling("/data/dmwatcher.ini");
        Cluster cluster = dmArch(
                CLUSTER,
                0,
                arch -> DmArch.builder()
                        .from(arch)
                        .addArchives(DmArchive.builder()
                                .section("ARCHIVE_REALTIME")
                                .type(ArchiveType.REALTIME)
                                .destination("STANDBY")
                                .build())
                        .build());
        cluster = node(
                cluster,
                1,
                node -> ClusterNode.builder().from(node).watcher(watcher).build());
        cluster = dmdcr(
                cluster,
                1,
                dmdcr -> Dmdcr.builder()
                        .from(dmdcr)
                        .dbStartupCommand("/opt/dm/bin/dmserver path=/data/dm.ini dcr_ini=/data/dmdcr.ini mount")
                        .build());

        assertThat(cluster.standbySigns())
                .extracting(StandbySign::kind)
                .containsExactly(StandbySign.Kind.ARCHIVE, StandbySign.Kind.WATCHER, StandbySign.Kind.MOUNT);
        assertThat(cluster.standbySigns())
                .extracting(StandbySign::host)
                .containsExactly(
                        CLUSTER.nodes().get(0).host(),
                        CLUSTER.nodes().get(1).host(),
                        CLUSTER.nodes().get(1).host());
    }

    private static MalInstance named(MalInstance instance, Optional<String> name) {
        return MalInstance.builder().from(instance).name(name).build();
    }

    private static Cluster built(Cluster cluster) {
        Cluster built = cluster;
        for (GroupType type : List.of(GroupType.values())) {
            built = group(
                    built,
                    type,
                    group -> DcrGroup.builder()
                            .from(group)
                            .endpointNumbers(Optional.empty())
                            .build());
        }
        return built;
    }
}
