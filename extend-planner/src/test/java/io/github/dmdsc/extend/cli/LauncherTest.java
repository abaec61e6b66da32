package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start script of target/dmdsc, with a stand-in for Java that prints its arguments. The project
 * src/it/guides/launcher starts the complete file.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path SCRIPT =
            Path.of("src", "main", "launcher", "dmdsc.sh").toAbsolutePath();

    @TempDir
    private Path work = Path.of("");

    /** Returns the arguments of Java. */
    private List<String> started(String version, String home, String... arguments) throws Exception {
        Path java = Files.createDirectories(work.resolve("java " + version + "/bin"))
                .resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path javaHome = java.resolve("../..").normalize();
        Files.writeString(javaHome.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        return said(javaHome.toString(), home, arguments);
    }

    private static List<String> said(String javaHome, String home, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("sh", SCRIPT.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().keySet().removeIf(name -> name.equals("XDG_CACHE_HOME") || name.startsWith("DMDSC"));
        builder.environment().putAll(Map.of("JAVA_HOME", javaHome, "HOME", home));
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    void java_keeps_one_class_archive_for_each_command_in_the_users_cache() throws Exception {
        String home = Files.createDirectories(work.resolve("the home")).toString();

        assertThat(started("25.0.3", home, "check", "a b"))
                .contains(
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + home + "/.cache/dmdsc/@project.version@-java-25.0.3-check.jsa")
                .endsWith("-jar", SCRIPT.toString(), "check", "a b");
        assertThat(started("25.0.3", home, "../x")).anyMatch(option -> option.endsWith("-other.jsa"));
    }

    /** Before Java 19, the JVM does not create and renew the archive by itself. */
    @Test
    void an_older_java_writes_the_archive_once_and_then_reads_it() throws Exception {
        Path home = Files.createDirectories(work.resolve("the home"));
        Path archive = home.resolve(".cache/dmdsc/@project.version@-java-17.0.15-check.jsa");

        assertThat(started("17.0.15", home.toString(), "check"))
                .anyMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit=" + archive + "."));
        Files.createFile(archive);
        assertThat(started("17.0.15", home.toString(), "check"))
                .contains("-XX:SharedArchiveFile=" + archive)
                .noneMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit"));
        // dmdsc was built again, so the archive no longer fits.
        Files.setLastModifiedTime(archive, FileTime.fromMillis(0));
        assertThat(started("17.0.15", home.toString(), "check"))
                .anyMatch(option -> option.startsWith("-XX:ArchiveClassesAtExit"));
        assertThat(started("17.0.15", home.toString(), "run")).noneMatch(option -> option.contains("Archive"));
    }

    @Test
    void an_unknown_java_and_a_home_that_cannot_be_written_leave_the_archive_out() throws Exception {
        List<String> plain = List.of(
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-jar", SCRIPT.toString(), "--version");

        assertThat(started("16.0.2", work.toString(), "--version")).isEqualTo(plain);
        assertThat(started("25.0.3", "/dev/null", "--version")).isEqualTo(plain);
        assertThat(started("", work.toString(), "--version")).isEqualTo(plain);
    }
}
