package io.github.dmdsc.ini.lens;

import static io.github.dmdsc.model.fixtures.DmdscAssertions.assertThat;
import static io.github.dmdsc.model.fixtures.DmdscAssertions.assertThatThrownBy;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.ClusterNode;
import io.github.dmdsc.model.ConfigFile;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import io.github.dmdsc.model.fixtures.FileStyle;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests that a cluster that was built in Java works like one that was read. */
class DesignedClusterTest {
    @Property(tries = 100)
    void its_files_read_back_as_itself_in_whatever_style_they_are_written(
            @ForAll("designed") Cluster designed, @ForAll("styles") FileStyle style) {
        Map<FileId, byte[]> files = new TreeMap<>();
        ClusterFiles created = ClusterLens.create(designed);
        created.ids().forEach(id -> files.put(id, style.apply(created.bytes(id))));

        ClusterReading reading = ClusterLens.get(ClusterFiles.of(files));

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.cluster().orElseThrow()).isEqualTo(designed);
        // The remote archives are correct only before V8.1.3.61, which gives a warning.
        assertThat(StandardRules.book().check(reading.cluster().orElseThrow(), ManualLimits.OLDER))
                .filteredOn(finding -> !finding.ruleId().equals("DSC-0236"))
                .isEmpty();
    }

    @Example
    void each_file_is_written_once_and_as_its_lens_creates_it() {
        Cluster layout = ClusterLayout.builder()
                .archives(ClusterLayout.Archives.LOCAL)
                .build()
                .cluster();
        FileId copy = new FileId("10.1.0.2", "/data/dmdcr_cfg_bak.ini");
        Cluster cluster = ClusterEdits.dmIni(
                Cluster.builder().from(layout).addDcrCopies(copy).build(),
                0,
                dmIni -> DmIni.builder()
                        .instanceName("DSC0")
                        .port(Port.of(5236))
                        .putOther("BUFFER", List.of("8000"))
                        .build());

        ClusterFiles files = ClusterLens.create(cluster);

        // Two copies of the DCR, five files for each of two nodes, and a monitor.
        assertThat(files.ids()).hasSize(13);
        FileId dmIni = cluster.nodes().get(0).dmIni().orElseThrow().file();
        assertThat(new String(files.bytes(dmIni), StandardCharsets.UTF_8))
                .isEqualTo("INSTANCE_NAME = DSC0\nPORT_NUM = 5236\nBUFFER = 8000\n");
        assertThat(files.bytes(copy))
                .isEqualTo(files.bytes(cluster.dcr().file()))
                .isEqualTo(Lenses.DMDCR_CFG.create(cluster.dcr().value()).toBytes());
    }

    @Example
    void nodes_that_say_different_things_in_one_file_are_refused() {
        Cluster cluster = ClusterLayout.builder().build().cluster();
        ClusterNode second = cluster.nodes().get(1);
        Cluster clashing = Cluster.builder()
                .from(cluster)
                .nodes(List.of(
                        cluster.nodes().get(0),
                        ClusterNode.builder()
                                .from(second)
                                .dmdcr(new ConfigFile<>(
                                        cluster.nodes().get(0).dmdcr().file(),
                                        second.dmdcr().value()))
                                .build()))
                .build();

        assertThatThrownBy(() -> ClusterLens.create(clashing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dmdcr.ini");
    }

    @Provide
    Arbitrary<Cluster> designed() {
        return ClusterArbitraries.clusters();
    }

    @Provide
    Arbitrary<FileStyle> styles() {
        return ClusterArbitraries.fileStyles();
    }
}
