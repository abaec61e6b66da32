package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmArch;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.ArchiveType;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmArch;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.Unreadable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IncomingPathsTest extends RuleLaws {
    IncomingPathsTest() {
        super(new IncomingPaths());
    }

    /**
     * Returns clusters whose remote archives are corrected, because those of a layout are correct only before
     * V8.1.3.61.
     */
    @Provide
    @Override
    Arbitrary<Cluster> valid() {
        return ClusterArbitraries.clusters().map(cluster -> shared(cluster));
    }

    private static Cluster shared(Cluster cluster) {
        Cluster shared = cluster;
        for (int i = 0; i < cluster.nodes().size(); i++) {
            shared = dmArch(
                    shared,
                    i,
                    arch -> arch.withLocalShare(1)
                            .withArchives(arch.archives().stream()
                                    .map(archive ->
                                            archive.incomingPath().isPresent() ? shared(cluster, archive) : archive)
                                    .toList()));
        }
        return shared;
    }

    private static DmArchive shared(Cluster cluster, DmArchive remote) {
        return remote.withIncomingPath(cluster.nodes().stream()
                .filter(node ->
                        node.dmIni().orElseThrow().value().instanceName().equals(remote.destination()))
                .map(node -> node.dmArch().orElseThrow().value().archives().get(0))
                .map(local -> StoragePath.parse(local.destination().orElseThrow()))
                .findFirst());
    }

    @Test
    void a_directory_of_the_receiver() {
        assertThat(found(archived())).hasSize(2).allMatch(finding -> finding.contains("Before V8.1.3.61"));
    }

    @Test
    void the_local_archive_of_the_other_instance_shared_and_not() {
        Cluster shared = shared(archived());
        assertThat(found(shared)).isEmpty();
        assertThat(found(dmArch(shared, 1, arch -> arch.withLocalShare(0))))
                .singleElement()
                .asString()
                .startsWith("WARNING at 10.1.0.2:/data/DSC1_conf/dmarch.ini [ARCHIVE_REMOTE1] ARCH_INCOMING_PATH")
                .contains("-731");
    }

    @Test
    void a_wrong_path_is_found_after_a_right_one() {
        Cluster three = shared(threeNodes());
        Cluster wrong = dmArch(
                three, 0, arch -> changed(arch, 2, last -> last.withIncomingPath(StoragePath.parse("/elsewhere"))));

        assertThat(found(three)).isEmpty();
        assertThat(found(wrong)).singleElement().asString().contains("/elsewhere");
    }

    /** The server may not start with the path that is elsewhere. */
    @Test
    void a_path_elsewhere_is_reported_before_one_that_is_not_shared() {
        Cluster unshared = dmArch(shared(threeNodes()), 0, arch -> arch.withLocalShare(Optional.empty()));
        Cluster wrong = dmArch(
                unshared, 0, arch -> changed(arch, 2, last -> last.withIncomingPath(StoragePath.parse("/elsewhere"))));

        assertThat(found(unshared)).singleElement().asString().contains("[ARCHIVE_REMOTE1]", "-731");
        assertThat(found(wrong)).singleElement().asString().contains("[ARCHIVE_REMOTE2]", "/elsewhere");
    }

    @Test
    void one_finding_for_each_file_is_enough() {
        assertThat(found(threeNodes()))
                .hasSize(3)
                .extracting(finding -> finding.substring(0, finding.indexOf("dmarch.ini")))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_wrong_path_is_found_after_an_archive_without_a_path() {
        Cluster wrong =
                dmArch(threeNodes(), 0, arch -> changed(arch, 1, remote -> remote.withIncomingPath(Optional.empty())));

        assertThat(found(wrong)).hasSize(3);
    }

    @Test
    void no_path_is_judged_unless_the_archives_of_every_node_are_read() {
        Cluster absent = ClusterEdits.node(threeNodes(), 2, node -> node.withDmArch(Optional.empty()));
        Cluster unnamed = ClusterEdits.dmIni(threeNodes(), 2, dmIni -> dmIni.withInstanceName(Optional.empty()));
        Cluster share = dmArch(threeNodes(), 2, arch -> arch.withOrigin(new Unreadable("ARCH_LOCAL_SHARE")));

        assertThat(found(absent)).isEmpty();
        assertThat(found(unnamed)).noneMatch(finding -> finding.contains("ARCH_INCOMING_PATH"));
        assertThat(found(share)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARCH_TYPE", "ARCH_DEST", "ARCH_INCOMING_PATH"})
    void no_path_is_judged_if_a_parameter_of_an_archive_cannot_be_read(String key) {
        Cluster unread =
                dmArch(threeNodes(), 2, arch -> changed(arch, 0, local -> local.withOrigin(new Unreadable(key))));

        assertThat(found(unread)).isEmpty();
    }

    @Test
    void the_expected_path_is_that_of_a_local_archive_wherever_its_section_is() {
        Cluster reversed = dmArch(archived(), 1, arch -> {
            List<DmArchive> archives = new ArrayList<>(arch.archives());
            Collections.reverse(archives);
            return arch.withArchives(archives);
        });

        assertThat(found(reversed)).isEqualTo(found(archived()));
    }

    @Test
    void an_archive_for_a_standby_is_no_remote_archive() {
        assertThat(found(dmArch(
                        shared(archived()),
                        1,
                        arch -> changed(arch, 1, remote -> remote.withType(ArchiveType.REALTIME)))))
                .singleElement()
                .asString()
                .contains("DSC0 has a remote archive of DSC1, but DSC1 has none of DSC0");
    }

    @Test
    void one_direction_of_two_pairs_of_nodes() {
        assertThat(found(dmArch(
                        shared(threeNodes()),
                        1,
                        arch -> arch.withArchives(arch.archives().stream()
                                .filter(archive -> !archive.destination().equals(Optional.of("DSC0")))
                                .toList()))))
                .singleElement()
                .asString()
                .contains("DSC0 has a remote archive of DSC1, but DSC1 has none of DSC0");
    }

    private static Cluster threeNodes() {
        return ClusterLayout.builder()
                .nodes(3)
                .archives(ClusterLayout.Archives.LOCAL_AND_REMOTE)
                .build()
                .cluster();
    }

    private static DmArch changed(DmArch arch, int position, UnaryOperator<DmArchive> change) {
        List<DmArchive> archives = new ArrayList<>(arch.archives());
        archives.set(position, change.apply(archives.get(position)));
        return arch.withArchives(archives);
    }

    @Test
    void one_direction() {
        assertThat(found(dmArch(
                        shared(archived()),
                        1,
                        arch -> arch.withArchives(arch.archives().subList(0, 1)))))
                .singleElement()
                .asString()
                .contains("DSC0 has a remote archive of DSC1, but DSC1 has none of DSC0");
    }
}
