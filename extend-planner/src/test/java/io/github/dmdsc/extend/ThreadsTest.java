package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.render.PlanDirectory;
import io.github.dmdsc.extend.render.PlanJson;
import io.github.dmdsc.ini.diff.ClusterDiff;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.StorageEdition;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many threads read, check, plan, render and compare the same values at once. */
class ThreadsTest {
    private static final int THREADS = 16;

    private static final List<GeneratedCluster> CLUSTERS = List.of(
            new GeneratedCluster(ClusterLayout.builder().nodes(2).build()),
            new GeneratedCluster(ClusterLayout.builder()
                    .nodes(3)
                    .edition(StorageEdition.MIRROR)
                    .build()));

    @Test
    void every_thread_gets_the_same_bytes() throws Exception {
        List<ClusterFiles> shared =
                CLUSTERS.stream().map(GeneratedCluster::files).toList();
        Cluster read = ClusterLens.get(shared.get(0)).cluster().orElseThrow();
        List<String> alone = work(shared, read);
        CountDownLatch together = new CountDownLatch(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<List<String>> job = () -> {
                together.countDown();
                together.await();
                return work(shared, read);
            };
            List<Future<List<String>>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                results.add(threads.submit(job));
            }
            for (Future<List<String>> result : results) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<String> work(List<ClusterFiles> shared, Cluster read) {
        List<String> results = new ArrayList<>();
        results.add(StandardRules.book().check(read).toString());
        for (int i = 0; i < shared.size(); i++) {
            GeneratedCluster cluster = CLUSTERS.get(i);
            PlanResult.Planned planned = Example.planned(shared.get(i), cluster.next(cluster.nodes()));
            results.add(PlanJson.write(planned.plan(), planned.rehearsal()));
            PlanDirectory.of(planned, shared.get(i), Locale.CHINESE)
                    .content()
                    .forEach((name, bytes) -> results.add(name + new String(bytes, StandardCharsets.UTF_8)));
            results.add(
                    ClusterDiff.of(shared.get(i), planned.target()).changes().toString());
        }
        return results;
    }
}
