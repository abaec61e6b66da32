package io.github.dmdsc.ini.bench;

import io.github.dmdsc.ini.IniDocument;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.commons.configuration2.INIConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.ini4j.Ini;
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

/** Measures reading and printing a small, a medium and a large file, compared with two other libraries. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class RivalsBenchmark {
    private static final int DCR_CONFIGURATION = 2_000;
    private static final int LARGE = 10_000_000;

    /** The file: sections as in dmdcr_cfg.ini (2 kB), parameters as in dm.ini (60 kB), or many sections (10 MB). */
    @Param({"dmdcr_cfg", "dm", "large"})
    public String file = "";

    private byte[] bytes = {};

    @Setup(Level.Trial)
    public void prepare() {
        bytes = switch (file) {
            case "dmdcr_cfg" -> Inputs.sections(DCR_CONFIGURATION);
            case "dm" -> Inputs.parameterFile();
            default -> Inputs.sections(LARGE);
        };
    }

    /** Splits every line, as the other libraries do. */
    @Benchmark
    public IniDocument read() {
        IniDocument document = IniDocument.parse(bytes);
        document.lineCount();
        return document;
    }

    @Benchmark
    public byte[] readAndPrint() {
        return read().toBytes();
    }

    @Benchmark
    public INIConfiguration commonsRead() throws IOException, ConfigurationException {
        return Rivals.commons(bytes);
    }

    @Benchmark
    public byte[] commonsReadAndPrint() throws IOException, ConfigurationException {
        return Rivals.print(commonsRead());
    }

    @Benchmark
    public Ini ini4jRead() throws IOException {
        return Rivals.ini4j(bytes);
    }

    @Benchmark
    public byte[] ini4jReadAndPrint() throws IOException {
        return Rivals.print(ini4jRead());
    }
}
