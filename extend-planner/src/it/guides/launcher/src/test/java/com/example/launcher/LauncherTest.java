package com.example.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The file that the build makes starts by itself, also where no archive of classes can be kept. */
class LauncherTest {
    @Test
    void the_version_is_printed_where_the_home_cannot_be_written() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(System.getenv("DMDSC"), "--version");
        builder.environment().remove("XDG_CACHE_HOME");
        builder.environment().put("HOME", "/dev/null");
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(0, process.waitFor(), said);
        assertTrue(said.matches("dmdsc \\d+\\.\\d+\\.\\d+\\S*\\s"), said);
    }
}
