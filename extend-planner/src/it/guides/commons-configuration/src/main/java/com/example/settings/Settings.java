package com.example.settings;

import io.github.dmdsc.ini.commons.IniDocumentConfiguration;
import java.nio.file.Path;
import org.apache.commons.configuration2.builder.FileBasedConfigurationBuilder;
import org.apache.commons.configuration2.builder.fluent.Parameters;
import org.apache.commons.configuration2.ex.ConfigurationException;

/** Reads and changes dmmal.ini as a hierarchical configuration. */
final class Settings {
    private Settings() {}

    static FileBasedConfigurationBuilder<IniDocumentConfiguration> open(Path file) {
        return new FileBasedConfigurationBuilder<>(IniDocumentConfiguration.class)
                .configure(new Parameters().fileBased().setFile(file.toFile()));
    }

    /** Sections that bear one name are counted from 0. */
    static int port(Path file, int instance) throws ConfigurationException {
        return open(file).getConfiguration().getInt("MAL_INST(" + instance + ").MAL_PORT");
    }

    /** Saving changes this line and no other byte of the file. */
    static void move(Path file, int instance, int port) throws ConfigurationException {
        FileBasedConfigurationBuilder<IniDocumentConfiguration> builder = open(file);
        builder.getConfiguration().setProperty("MAL_INST(" + instance + ").MAL_PORT", port);
        builder.save();
    }
}
