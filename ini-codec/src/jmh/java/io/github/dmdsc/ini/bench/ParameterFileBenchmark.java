package io.github.dmdsc.ini.bench;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.commons.configuration2.INIConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.ini4j.Ini;
import org.ini4j.Profile;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Measures reading a parameter file of 60 kB and 700 lines, changing one value, and printing the file. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParameterFileBenchmark {
    private final byte[] bytes = Inputs.parameterFile();
    private final IniDocument document = IniDocument.parse(bytes);
    private final IniEntry entry = document.global().entries().get(300);
    private final String key = entry.key();
    private int counter;

    @Benchmark
    public byte[] floorCopyBytes() {
        return bytes.clone();
    }

    /** Only searches for line ends. This is a lower bound for all other measurements. */
    @Benchmark
    public int[] floorSplitLines() {
        byte[] b = bytes;
        int[] starts = new int[b.length / 48 + 2];
        int lines = 0;
        int at = 0;
        while (at < b.length) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, lines * 2);
            }
            starts[lines++] = at;
            while (at < b.length && b[at] != '\n' && b[at] != '\r') {
                at++;
            }
            if (at < b.length) {
                at += b[at] == '\r' && at + 1 < b.length && b[at + 1] == '\n' ? 2 : 1;
            }
        }
        return starts;
    }

    /** Copies the bytes and detects the character set. The lines are not split, because no line is requested. */
    @Benchmark
    public IniDocument parse() {
        return IniDocument.parse(bytes);
    }

    /** Also splits the file into lines. */
    @Benchmark
    public int parseAndSplit() {
        return IniDocument.parse(bytes).lineCount();
    }

    @Benchmark
    public void parseAndReadEveryValue(Blackhole sink) {
        for (IniSection section : IniDocument.parse(bytes).sections()) {
            for (IniEntry found : section.entries()) {
                sink.consume(found.key());
                sink.consume(found.value());
            }
        }
    }

    @Benchmark
    public String parseAndReadOneValue() {
        return IniDocument.parse(bytes).global().first(key).orElseThrow().value();
    }

    @Benchmark
    public byte[] printUntouched() {
        return document.toBytes();
    }

    @Benchmark
    public byte[] editAndPrint() {
        return document.set(entry, nextValue()).toBytes();
    }

    /** Looks a value up by its key in a document that was read before, changes the value, and prints the document. */
    @Benchmark
    public byte[] findEditAndPrint() {
        IniEntry found = document.global().first(key).orElseThrow();
        return document.set(found, nextValue()).toBytes();
    }

    private String nextValue() {
        counter++;
        return Integer.toString(counter & 0xFFFF);
    }

    @Benchmark
    public INIConfiguration commonsParse() throws IOException, ConfigurationException {
        return Rivals.commons(bytes);
    }

    @Benchmark
    public void commonsParseAndReadEveryValue(Blackhole sink) throws IOException, ConfigurationException {
        INIConfiguration configuration = commonsParse();
        for (Iterator<String> keys = configuration.getKeys(); keys.hasNext(); ) {
            String found = keys.next();
            sink.consume(found);
            sink.consume(configuration.getString(found));
        }
    }

    @Benchmark
    public Ini ini4jParse() throws IOException {
        return Rivals.ini4j(bytes);
    }

    @Benchmark
    public void ini4jParseAndReadEveryValue(Blackhole sink) throws IOException {
        for (Profile.Section section : ini4jParse().values()) {
            for (Map.Entry<String, String> found : section.entrySet()) {
                sink.consume(found.getKey());
                sink.consume(found.getValue());
            }
        }
    }
}
