package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.ini.files.ClusterFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.jqwik.api.Property;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tag;

/** Plans ten thousand clusters. The memory in use must not grow. */
@Tag("exhaustive")
class ManyPlansTest {
    private static final int BATCHES = 10;
    private static final int BATCH = 1000;

    /** The files of a cluster, and the node to add. */
    private record Extension(ClusterFiles files, ExtendRequest request) {}

    /** One try of a property, because jqwik generates values only on its own thread. */
    @Property(tries = 1)
    void memory_stays_flat_over_ten_thousand_clusters() throws IOException {
        RandomGenerator<GeneratedCluster> clusters = GeneratedCluster.any().generator(1000, false);
        List<Long> used = new ArrayList<>();
        long nanoseconds = 0;
        AtomicLong steps = new AtomicLong();
        for (int batch = 0; batch < BATCHES; batch++) {
            nanoseconds += plan(extensions(clusters, batch * BATCH), steps);
            used.add(used());
        }
        Files.writeString(
                Path.of("target", "many-plans.txt"),
                steps + " steps planned in " + TimeUnit.NANOSECONDS.toSeconds(nanoseconds)
                        + " seconds; megabytes in use after each thousand: " + used + "\n");

        assertThat(steps.get()).isGreaterThan(20L * BATCHES * BATCH);
        // The first thousand plans also load classes and fill the caches of the parsers.
        assertThat(used.get(BATCHES - 1)).isLessThan(used.get(0) + 10);
    }

    private static List<Extension> extensions(RandomGenerator<GeneratedCluster> clusters, int from) {
        return IntStream.range(from, from + BATCH)
                .mapToObj(seed -> clusters.next(new Random(seed)).value())
                .map(cluster -> new Extension(cluster.files(), cluster.next(cluster.nodes())))
                .toList();
    }

    /** Plans extensions on all cores, adds the numbers of their steps, and returns the nanoseconds that it took. */
    private static long plan(List<Extension> extensions, AtomicLong steps) {
        long start = System.nanoTime();
        extensions.parallelStream().forEach(extension -> {
            var planned = Example.planned(extension.files(), extension.request());
            steps.addAndGet(planned.plan().steps().size());
        });
        return System.nanoTime() - start;
    }

    @SuppressWarnings("SystemGc") // only the memory in use after a collection shows what is kept
    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
