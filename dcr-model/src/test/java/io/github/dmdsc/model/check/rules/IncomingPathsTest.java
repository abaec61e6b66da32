package io.github.dmdsc.model.check.rules;

import static io.github.dmdsc.model.fixtures.ClusterEdits.dmArch;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmArchive;
import io.github.dmdsc.model.StoragePath;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

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
    void the_share_may_be_written_between_the_sections() {
        Cluster between = shared(archived());
        for (int i = 0; i < between.nodes().size(); i++) {
            between = dmArch(
                    between,
                    i,
                    arch -> arch.withLocalShare(Optional.empty())
                            .withArchives(arch.archives().stream()
                                    .map(archive -> archive.withOther(Map.of("ARCH_LOCAL_SHARE", List.of("1"))))
                                    .toList()));
        }

        assertThat(found(between)).isEmpty();
    }

    @Test
    void a_wrong_path_is_found_after_a_right_one() {
        Cluster three = shared(ClusterLayout.builder()
                .nodes(3)
                .archives(ClusterLayout.Archives.LOCAL_AND_REMOTE)
                .build()
                .cluster());
        Cluster wrong = dmArch(three, 0, arch -> {
            List<DmArchive> archives = new ArrayList<>(arch.archives());
            int last = archives.size() - 1;
            archives.set(last, archives.get(last).withIncomingPath(StoragePath.parse("/elsewhere")));
            return arch.withArchives(archives);
        });

        assertThat(found(three)).isEmpty();
        assertThat(found(wrong)).singleElement().asString().contains("/elsewhere");
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
