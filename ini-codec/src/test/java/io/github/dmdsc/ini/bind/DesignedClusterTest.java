package io.github.dmdsc.ini.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Limits;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.fixtures.ClusterArbitraries;
import io.github.dmdsc.model.fixtures.FileStyle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A cluster that was designed in Java is as good as one that was read. */
class DesignedClusterTest {
    @Property(tries = 200)
    void its_files_read_back_as_itself_in_whatever_style_they_are_written(
            @ForAll("designed") Cluster designed, @ForAll("styles") FileStyle style) {
        Map<FileId, byte[]> files = new TreeMap<>();
        ClusterFiles created = ClusterWriter.create(designed);
        created.ids().forEach(id -> files.put(id, style.apply(created.bytes(id))));

        ClusterReading reading = ClusterReader.read(ClusterFiles.of(files));

        assertThat(reading.findings()).isEmpty();
        // No file lists the DCRV disks.
        assertThat(reading.cluster())
                .contains(Cluster.builder().from(designed).dcrvDisks(List.of()).build());
        assertThat(StandardRules.book().check(reading.cluster().orElseThrow(), Limits.OLDER))
                .isEmpty();
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
