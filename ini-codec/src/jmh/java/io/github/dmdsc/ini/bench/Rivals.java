package io.github.dmdsc.ini.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.configuration2.FileBasedConfiguration;
import org.apache.commons.configuration2.INIConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.ini4j.Config;
import org.ini4j.Ini;

/** Reads and prints bytes with the other libraries. */
final class Rivals {
    private Rivals() {}

    static INIConfiguration commons(byte[] bytes) throws IOException, ConfigurationException {
        INIConfiguration configuration = new INIConfiguration();
        try (Reader reader = reader(bytes)) {
            configuration.read(reader);
        }
        return configuration;
    }

    static byte[] print(FileBasedConfiguration configuration) throws IOException, ConfigurationException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            configuration.write(writer);
        }
        return out.toByteArray();
    }

    static Ini ini4j(byte[] bytes) throws IOException {
        Config config = new Config();
        config.setGlobalSection(true);
        config.setEscape(false);
        Ini ini = new Ini();
        ini.setConfig(config);
        try (Reader reader = reader(bytes)) {
            ini.load(reader);
        }
        return ini;
    }

    static byte[] print(Ini ini) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ini.store(out);
        return out.toByteArray();
    }

    private static Reader reader(byte[] bytes) {
        return new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
    }
}
