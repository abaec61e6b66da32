package com.example.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TEXT = """
            # 心跳
            MAL_CHECK_INTERVAL = 30
            [MAL_INST]
              MAL_PORT = 9340   # DSC0
            [MAL_INST]
              MAL_PORT = 9341   # DSC1
            """;

    @Test
    void one_line_changes_and_the_charset_stays(@TempDir Path work) throws Exception {
        Path file = Files.writeString(work.resolve("dmmal.ini"), TEXT, GB18030);

        Settings.move(file, 1, 9441);

        assertEquals(9441, Settings.port(file, 1));
        assertEquals(TEXT.replace("9341", "9441"), Files.readString(file, GB18030));
    }
}
