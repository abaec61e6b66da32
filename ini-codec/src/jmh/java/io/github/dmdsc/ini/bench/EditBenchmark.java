package io.github.dmdsc.ini.bench;

import io.github.dmdsc.ini.EditableSection;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.commons.IniDocumentConfiguration;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.commons.configuration2.INIConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.ini4j.Ini;
import org.ini4j.Profile;
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
 * Measures reading, changing and printing one section with many keys, from bytes to bytes, compared with two other
 * libraries.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class EditBenchmark {
    @Param({"1000", "10000", "100000"})
    public int keys;

    private byte[] bytes = {};

    @Setup(Level.Trial)
    public void prepare() {
        bytes = Inputs.keys(keys);
    }

    private static String key(int number) {
        return "KEY_" + number;
    }

    private static String value(int number) {
        return "new value " + number;
    }

    @Benchmark
    public byte[] codecUnchanged() {
        IniDocument document = IniDocument.parse(bytes);
        document.lineCount();
        return document.toBytes();
    }

    @Benchmark
    public byte[] codecSetOne() {
        return IniDocument.parse(bytes)
                .edit(e -> e.section("keys").set(key(keys / 2), value(0)))
                .toBytes();
    }

    @Benchmark
    public byte[] codecSetAll() {
        return IniDocument.parse(bytes)
                .edit(e -> {
                    EditableSection section = e.section("keys");
                    for (int i = 0; i < keys; i++) {
                        section.set(key(i), value(i));
                    }
                })
                .toBytes();
    }

    @Benchmark
    public byte[] codecRemoveTenth() {
        return IniDocument.parse(bytes)
                .edit(e -> {
                    EditableSection section = e.section("keys");
                    for (int i = 0; i < keys; i += 10) {
                        section.remove(key(i));
                    }
                })
                .toBytes();
    }

    @Benchmark
    public byte[] viewUnchanged() throws IOException, ConfigurationException {
        return Rivals.print(view());
    }

    @Benchmark
    public byte[] viewSetOne() throws IOException, ConfigurationException {
        IniDocumentConfiguration view = view();
        view.setProperty("keys." + key(keys / 2), value(0));
        return Rivals.print(view);
    }

    private IniDocumentConfiguration view() throws IOException, ConfigurationException {
        IniDocumentConfiguration view = new IniDocumentConfiguration();
        view.read(new ByteArrayInputStream(bytes));
        return view;
    }

    @Benchmark
    public byte[] commonsUnchanged() throws IOException, ConfigurationException {
        return Rivals.print(Rivals.commons(bytes));
    }

    @Benchmark
    public byte[] commonsSetOne() throws IOException, ConfigurationException {
        INIConfiguration configuration = Rivals.commons(bytes);
        configuration.setProperty("keys." + key(keys / 2), value(0));
        return Rivals.print(configuration);
    }

    @Benchmark
    public byte[] ini4jUnchanged() throws IOException {
        return Rivals.print(Rivals.ini4j(bytes));
    }

    @Benchmark
    public byte[] ini4jSetOne() throws IOException {
        Ini ini = Rivals.ini4j(bytes);
        ini.put("keys", key(keys / 2), value(0));
        return Rivals.print(ini);
    }

    @Benchmark
    public byte[] ini4jSetAll() throws IOException {
        Ini ini = Rivals.ini4j(bytes);
        Profile.Section section = ini.get("keys");
        for (int i = 0; i < keys; i++) {
            section.put(key(i), value(i));
        }
        return Rivals.print(ini);
    }

    @Benchmark
    public byte[] ini4jRemoveTenth() throws IOException {
        Ini ini = Rivals.ini4j(bytes);
        Profile.Section section = ini.get("keys");
        for (int i = 0; i < keys; i += 10) {
            section.remove(key(i));
        }
        return Rivals.print(ini);
    }
}
