package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterEdit;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.Touched;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.GroupType;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The laws of {@link ClusterLens}, for files whose lines have every form. */
class ClusterLensFormsTest {
    @Provide
    Arbitrary<GeneratedCluster> clusters() {
        return GeneratedCluster.any();
    }

    private static ClusterFiles written(GeneratedCluster cluster, long seed) {
        return new LineForms(new Random(seed)).of(cluster.files());
    }

    private static Cluster read(ClusterFiles files) {
        return ClusterLens.get(files).cluster().orElseThrow();
    }

    @Property(tries = 20)
    void putting_an_unchanged_cluster_changes_no_byte(@ForAll("clusters") GeneratedCluster cluster, @ForAll long seed) {
        ClusterFiles files = written(cluster, seed);

        ClusterEdit edit = ClusterLens.put(read(files), files);

        assertThat(edit.files()).isEqualTo(files);
        assertThat(edit.touched()).isEmpty();
    }

    @Property(tries = 20)
    void a_cluster_that_was_put_reads_back_and_only_touched_lines_change(
            @ForAll("clusters") GeneratedCluster cluster, @ForAll long seed) {
        ClusterFiles files = written(cluster, seed);
        Cluster changed = read(files)
                .withMember(0, member -> member.withCssPort(20_001).withName(GroupType.DB, "FRESH"))
                .withMonitors(List.of());

        ClusterEdit edit = ClusterLens.put(changed, files);

        assertThat(edit.findings()).isEmpty();
        assertThat(read(edit.files())).isEqualTo(changed);
        for (FileId file : edit.files().ids()) {
            assertThat(besides(edit, file, edit.files().document(file), Touched::after))
                    .isEqualTo(besides(edit, file, files.document(file), Touched::before));
        }
    }

    private static List<String> besides(
            ClusterEdit edit, FileId file, IniDocument document, Function<Touched, Optional<Touched.Line>> side) {
        Set<Integer> touched = edit.touched().stream()
                .filter(each -> each.file().equals(file))
                .flatMap(each -> side.apply(each).stream())
                .map(Touched.Line::number)
                .collect(Collectors.toSet());
        return IntStream.rangeClosed(1, document.lineCount())
                .filter(number -> !touched.contains(number))
                .mapToObj(document::line)
                .toList();
    }
}
