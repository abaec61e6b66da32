package io.github.dmdsc.ini.bench;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Measures files of many sections, from 1 kB to 100 MB. Time and allocation must be proportional to the size. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms3g", "-Xmx3g"})
public class SizeBenchmark {
    @Param({"1000", "10000", "100000", "1000000", "10000000", "100000000"})
    public int size;

    private byte[] bytes = {};
    private IniDocument document = IniDocument.parse(bytes);

    @Setup(Level.Trial)
    public void prepare() {
        bytes = Inputs.sections(size);
        document = IniDocument.parse(bytes);
        document.sections();
    }

    @Benchmark
    public int parse() {
        return IniDocument.parse(bytes).lineCount();
    }

    /** Changes a value in the last section of the file. Nothing is printed. */
    @Benchmark
    public IniDocument edit() {
        IniEntry last = document.sections().get(document.sections().size() - 1).entries().get(0);
        return document.set(last, "changed");
    }
}
