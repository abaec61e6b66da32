package io.github.dmdsc.extend;

import io.github.dmdsc.extend.plan.ExtendRequest;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.rehearse.Rehearsal;
import io.github.dmdsc.extend.run.Proof;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.ManualLimits;
import io.github.dmdsc.model.check.rules.StandardRules;
import io.github.dmdsc.model.fixtures.ClusterEdits;
import io.github.dmdsc.model.fixtures.ClusterLayout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures the planning of one more node and, for comparison, the reading, checking and rehearsing of the same files.
 * The files are those of the shipped example, and of clusters in which each dm.ini has 570 parameters. Planning runs
 * through much code, so the warm-up is long.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class PlanBenchmark {
    /**
     * The shipped example, or the number of nodes of a generated cluster. 15 nodes are the most that can be extended,
     * because older editions allow 16.
     */
    @Param({"example", "2", "4", "8", "15"})
    private String nodes;

    private ClusterFiles files = ClusterFiles.of(Map.of());
    private ExtendRequest request = ExtendRequest.forHost("unset").build();
    private PlanResult.Planned planned = Example.manual();
    private Cluster cluster = ClusterLayout.builder().build().cluster();

    @Setup
    public void plan() {
        if (nodes.equals("example")) {
            files = Example.files();
            request = Example.manualRequest().build();
        } else {
            generate(Integer.parseInt(nodes));
        }
        planned = (PlanResult.Planned) ExtendPlanner.plan(files, request);
        cluster = ClusterLens.get(files).cluster().orElseThrow();
    }

    private void generate(int count) {
        ClusterLayout layout = ClusterLayout.builder()
                .nodes(count)
                .archives(ClusterLayout.Archives.LOCAL)
                .build();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < 570; i++) {
            parameters.put("PARAMETER_" + i, List.of(Integer.toString(i * 37)));
        }
        Cluster cluster = layout.cluster();
        for (int i = 0; i < count; i++) {
            cluster = ClusterEdits.dmIni(
                    cluster, i, dmIni -> DmIni.builder().from(dmIni).other(parameters).build());
        }
        files = ClusterLens.create(cluster);
        request = new GeneratedCluster(layout).next(count)
                .withLimits(ManualLimits.OLDER);
    }

    /** Returns files that have not been parsed yet, because {@link ClusterFiles} keeps parsed documents. */
    private ClusterFiles fresh() {
        Map<FileId, byte[]> bytes = new TreeMap<>();
        files.ids().forEach(id -> bytes.put(id, files.bytes(id)));
        return ClusterFiles.of(bytes);
    }

    @Benchmark
    public int parseFiles() {
        int lines = 0;
        for (FileId id : files.ids()) {
            lines += IniDocument.parse(files.bytes(id)).lineCount();
        }
        return lines;
    }

    @Benchmark
    public ClusterReading readCluster() {
        return ClusterLens.get(fresh());
    }

    @Benchmark
    public List<Finding> checkByRules() {
        return StandardRules.book().check(cluster, request.limits(), List.of());
    }

    @Benchmark
    public PlanResult planExtension() {
        return ExtendPlanner.plan(fresh(), request);
    }

    @Benchmark
    public RehearsalResult rehearseEveryFault() {
        return Proof.of(planned.plan(), fresh());
    }

    @Benchmark
    public RehearsalResult rehearseOnly() {
        return Rehearsal.rehearse(planned.plan(), fresh());
    }
}
