package io.github.dmdsc.ini.bench;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.lens.ClusterLens;
import io.github.dmdsc.ini.lens.ClusterReading;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Cluster;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Measures parsing, reading and checking the files of a cluster of eight nodes, each with a dm.ini of 570 parameters.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CheckBenchmark {
    private final ClusterFiles files = files();
    private final Cluster cluster = ClusterLens.get(files).cluster().orElseThrow();

    private static ClusterFiles files() {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (int i = 0; i < 570; i++) {
            parameters.put("PARAMETER_" + i, List.of(Integer.toString(i * 37)));
        }
        Cluster cluster = ClusterLayout.builder()
                .nodes(8)
                .archives(ClusterLayout.Archives.LOCAL_AND_REMOTE)
                .build()
                .cluster();
        for (int i = 0; i < 8; i++) {
            cluster = ClusterEdits.dmIni(cluster, i, dmIni -> DmIni.builder()
                    .from(dmIni)
                    .other(parameters)
                    .build());
        }
        return ClusterLens.create(cluster);
    }

    @Benchmark
    public int parseFiles() {
        int lines = 0;
        for (FileId id : files.ids()) {
            lines += IniDocument.parse(files.bytes(id)).lineCount();
        }
        return lines;
    }

    /** Reads new files in each call, because {@link ClusterFiles} keeps the results of reading. */
    @Benchmark
    public ClusterReading readCluster() {
        Map<FileId, byte[]> bytes = new TreeMap<>();
        files.ids().forEach(id -> bytes.put(id, files.bytes(id)));
        return ClusterLens.get(ClusterFiles.of(bytes));
    }

    @Benchmark
    public List<Finding> checkCluster() {
        return StandardRules.book().check(cluster);
    }
}
