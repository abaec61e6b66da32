package io.github.dmdsc.ini.bench;

import io.github.dmdsc.ini.commons.IniDocumentConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.commons.configuration2.FileBasedConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
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

/**
 * Measures many changes of one section through Commons Configuration, with the view of the codec and with its own class
 * for INI files. For each change, Commons Configuration copies the section and a map of all nodes.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class CommonsEditBenchmark {
    @Param({"1000", "2000"})
    public int keys;

    private byte[] bytes = {};

    @Setup(Level.Trial)
    public void prepare() {
        bytes = Inputs.keys(keys);
    }

    @Benchmark
    public byte[] viewSetAll() throws IOException, ConfigurationException {
        return setAll(view());
    }

    @Benchmark
    public byte[] commonsSetAll() throws IOException, ConfigurationException {
        return setAll(Rivals.commons(bytes));
    }

    @Benchmark
    public byte[] viewRemoveTenth() throws IOException, ConfigurationException {
        return removeTenth(view());
    }

    @Benchmark
    public byte[] commonsRemoveTenth() throws IOException, ConfigurationException {
        return removeTenth(Rivals.commons(bytes));
    }

    private IniDocumentConfiguration view() throws IOException, ConfigurationException {
        IniDocumentConfiguration view = new IniDocumentConfiguration();
        view.read(new ByteArrayInputStream(bytes));
        return view;
    }

    private byte[] setAll(FileBasedConfiguration configuration) throws IOException, ConfigurationException {
        for (int i = 0; i < keys; i++) {
            configuration.setProperty("keys.KEY_" + i, "new value " + i);
        }
        return Rivals.print(configuration);
    }

    private byte[] removeTenth(FileBasedConfiguration configuration) throws IOException, ConfigurationException {
        for (int i = 0; i < keys; i += 10) {
            configuration.clearProperty("keys.KEY_" + i);
        }
        return Rivals.print(configuration);
    }
}
