package io.github.dmdsc.model;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmArch;
import static io.github.dmdsc.model.fixtures.ClusterEdits.dmdcr;
import static io.github.dmdsc.model.fixtures.ClusterEdits.group;
import static io.github.dmdsc.model.fixtures.ClusterEdits.node;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.fixtures.ClusterEdits;
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
        assertThat(CLUSTER.isPartner(named(instance, Optional.of("CSS0")))).isTrue();
        assertThat(CLUSTER.isPartner(named(instance, Optional.empty()))).isFalse();
    }

    @Test
    void nobody_is_a_partner_while_the_names_of_endpoints_cannot_be_read() {
        Cluster unread = group(
                CLUSTER, GroupType.DB, db -> db.withName(Optional.empty()).withOrigin(new Unreadable("DCR_GRP_NAME")));

        Cluster nameless = ClusterEdits.endpoint(CLUSTER, GroupType.DB, 1, db -> db.withName(Optional.empty()));
        MalInstance other = named(CLUSTER.member(0).dbMal().orElseThrow(), Optional.of("EP01"));

        assertThat(unread.isPartner(other)).isFalse();
        assertThat(nameless.isPartner(other)).isFalse();
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

    @Test
    void an_endpoint_whose_seqno_cannot_be_read_is_not_found() {
        Cluster unread = ClusterEdits.endpoint(
                CLUSTER,
                GroupType.DB,
                1,
                db -> db.withSeqno(Optional.empty()).withOrigin(new Unreadable("DCR_EP_SEQNO")));

        assertThat(CLUSTER.endpoint(GroupType.DB, 1)).isPresent();
        assertThat(unread.endpoint(GroupType.DB, 1)).isEmpty();
    }

    @Test
    void a_startup_command_is_found_by_its_process() {
        Dmdcr dmdcr = Dmdcr.builder()
                .asmStartupCommand("/opt/dm/bin/dmasmsvr dcr_ini=/data/dmdcr.ini")
                .dbStartupCommand("/opt/dm/bin/dmserver path=/data/dm.ini dcr_ini=/data/dmdcr.ini")
                .build();

        assertThat(dmdcr.startCommand(GroupType.ASM))
                .map(StartupCommand::program)
                .contains("/opt/dm/bin/dmasmsvr");
        assertThat(dmdcr.startCommand(GroupType.DB))
                .map(StartupCommand::program)
                .contains("/opt/dm/bin/dmserver");
        assertThat(dmdcr.startCommand(GroupType.CSS)).isEmpty();
    }

    @Test
    void the_paths_of_an_archive_are_its_destination_and_its_incoming_path() {
        DmArchive archive = DmArchive.builder()
                .section("ARCHIVE_REMOTE1")
                .destination("/arch")
                .incomingPath(StoragePath.parse("/incoming"))
                .build();

        assertThat(archive.paths()).containsExactly("/arch", "/incoming");
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.2.101, 10.0.2.101",
        "fe80::1%ens01, fe80::1%ens01",
        "::1, ::1",
        "db-3, db-3",
        "0.0.0.0,",
        "::,",
        "'10.0.2.101,10.0.2.102',",
        "-db3,",
        "'',",
    })
    void an_instance_listens_at_its_address_or_at_every_address(String text, String address) {
        DmIni dmIni = DmIni.builder().putOther("INSTANCE_ADDR", List.of(text)).build();

        assertThat(dmIni.listenAddress().map(HostAddress::text)).isEqualTo(Optional.ofNullable(address));
        assertThat(DmIni.builder().build().listenAddress()).isEmpty();
    }
}
