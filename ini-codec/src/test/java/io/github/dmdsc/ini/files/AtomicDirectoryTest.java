package io.github.dmdsc.ini.files;

import static io.github.dmdsc.ini.files.Fixtures.BYTES;
import static io.github.dmdsc.ini.files.Fixtures.INI;
import static io.github.dmdsc.ini.files.Fixtures.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Read;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtomicDirectoryTest {
    private static final ClusterFiles FILES = ClusterFiles.of(Map.of(INI, BYTES));

    @TempDir
    Path temporary;

    private static List<String> write(Path target, String... paths) {
        TreeMap<String, byte[]> content = new TreeMap<>();
        for (String path : paths) {
            content.put(path, BYTES);
        }
        return found(AtomicDirectory.write(content, Map.of(), target));
    }

    @Test
    void permissions_are_restored() throws IOException {
        FileId script = INI.sibling("/home/data/start.sh");
        ClusterFiles files = FILES.with(script, BYTES).withMode(script, 0750);
        Path target = temporary.resolve("new/parents/out");

        assertThat(ClusterDirectory.write(files, target)).isEmpty();

        Read<ClusterFiles> read = ClusterDirectory.read(target);
        assertThat(read.value()).isEqualTo(files);
        assertThat(read.value().mode(script)).contains(0750);
        assertThat(read.value().mode(INI)).contains(0644);
        for (String directory : List.of("", "10.0.2.101", "10.0.2.101/home/data")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve(directory))))
                    .isEqualTo("rwxr-xr-x");
        }
        assertThat(target.getParent()).isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void files_of_any_sort_lie_beside_those_of_the_cluster() throws IOException {
        Path target = temporary.resolve("out");

        assertThat(write(target, "files/10.0.2.101/home/dm.ini", "plan.json")).isEmpty();

        assertThat(target.resolve("plan.json")).hasBinaryContent(BYTES);
        assertThat(target.resolve("files/10.0.2.101/home/dm.ini")).hasBinaryContent(BYTES);
    }

    @Test
    void an_empty_directory_is_replaced_also_behind_a_link() throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("out"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), directory);

        assertThat(write(link, "a")).isEmpty();

        assertThat(link).isSymbolicLink();
        assertThat(directory.resolve("a")).hasBinaryContent(BYTES);
    }

    @Test
    void an_empty_directory_keeps_its_permissions() throws IOException {
        Path directory = Files.createDirectory(temporary.resolve("out"));
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x---"));

        assertThat(write(directory, "a")).isEmpty();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx--x---");
    }

    /** Runs in a process of its own, because a process gets its umask from the process that starts it. */
    @Test
    void the_umask_is_honoured() throws Exception {
        Path out = temporary.resolve("out");
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask 077 && exec \"$0\" \"$@\"",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Write.class.getName(),
                        out.toString())
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
        for (Path made : List.of(out, out.resolve("sub"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("sub/a"))))
                .isEqualTo("rw-------");
    }

    /** Runs in a process of its own, because a process gets its locale when it starts. */
    @Test
    void a_name_that_only_the_locale_refuses_has_a_finding_that_says_so() throws Exception {
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Refused.class.getName(),
                        temporary.resolve("out").toString())
                .inheritIO();
        java.environment().put("LC_ALL", "C");

        assertThat(java.start().waitFor()).isZero();
        assertThat(temporary).isEmptyDirectory();
    }

    static final class Refused {
        private Refused() {}

        public static void main(String[] out) {
            FileId chinese = new FileId("h", "/data/\u8282\u70b9.ini");
            FileId impossible = new FileId("h", "/../\u8282\u70b9.ini");

            for (FileId file : List.of(chinese, impossible)) {
                assertThat(ClusterDirectory.write(FILES.with(file, BYTES), Path.of(out[0])))
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.ruleId()).isEqualTo("FIL-0131");
                            assertThat(finding.variant()).isEqualTo(file.equals(chinese) ? "locale" : "");
                        });
            }
        }
    }

    static final class Write {
        private Write() {}

        public static void main(String[] out) {
            assertThat(write(Path.of(out[0]), "sub/a")).isEmpty();
        }
    }

    @Test
    void the_way_to_the_target_is_the_one_that_the_system_goes() throws IOException {
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere/deep"));
        Path link = Files.createSymbolicLink(temporary.resolve("link"), elsewhere);

        assertThat(write(link.resolve("../out"), "a")).isEmpty();

        assertThat(temporary.resolve("elsewhere/out/a")).hasBinaryContent(BYTES);
        assertThat(temporary.resolve("out")).doesNotExist();
    }

    @Test
    void what_others_put_beside_it_is_not_deleted() throws IOException {
        Path out = temporary.resolve("out");
        FileOperations intruded = (FileOperations) Proxy.newProxyInstance(
                FileOperations.class.getClassLoader(),
                new Class<?>[] {FileOperations.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("move")) {
                        Files.write(((Path) given[0]).resolve("theirs"), BYTES);
                        throw new IOException("no");
                    }
                    try {
                        return method.invoke(FileOperations.REAL, given);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });

        assertThat(found(ClusterDirectory.write(FILES, out, intruded)))
                .hasSize(2)
                .first()
                .isEqualTo("FIL-0135 ERROR " + out);
        try (Stream<Path> left = Files.walk(temporary)) {
            assertThat(left.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .as("the lock says for the next writer whose the directory is")
                    .hasSize(2)
                    .contains("theirs")
                    .anyMatch(name -> name.matches("\\.out\\.\\d+\\.lock"));
        }
    }

    @Test
    void existing_data_is_never_touched() throws IOException {
        Path full = Files.createDirectory(temporary.resolve("full"));
        Path file = Files.write(full.resolve("file"), BYTES);
        Path dead = Files.createSymbolicLink(temporary.resolve("dead"), temporary.resolve("missing"));

        assertThat(write(full, "a")).containsExactly("FIL-0134 ERROR " + full);
        assertThat(write(file, "a")).containsExactly("FIL-0133 ERROR " + file);
        assertThat(write(dead, "a")).containsExactly("FIL-0133 ERROR " + dead);
        assertThat(write(temporary.getRoot(), "a")).containsExactly("FIL-0133 ERROR /");
        assertThat(file).hasBinaryContent(BYTES);
        assertThat(full).isDirectoryContaining(file::equals);
    }

    @Test
    void a_directory_that_holds_these_files_already_stays_as_it_is() throws IOException {
        Path out = temporary.resolve("out");
        SortedMap<String, byte[]> content = new TreeMap<>(Map.of("a", BYTES, "b/c", new byte[] {1}));
        assertThat(AtomicDirectory.write(content, Map.of(), out)).isEmpty();
        FileTime written = Files.getLastModifiedTime(out.resolve("a"));

        assertThat(found(AtomicDirectory.write(content, Map.of(), out))).containsExactly("FIL-0141 INFO " + out);
        assertThat(Files.getLastModifiedTime(out.resolve("a"))).isEqualTo(written);
        assertThat(temporary).isDirectoryContaining(out::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"another byte", "another file", "another directory", "a file less", "a link"})
    void any_other_content_is_refused_and_a_free_path_is_proposed(String change) throws IOException {
        Path out = temporary.resolve("out");
        SortedMap<String, byte[]> content = new TreeMap<>(Map.of("a", BYTES, "b/c", new byte[] {1}));
        assertThat(AtomicDirectory.write(content, Map.of(), out)).isEmpty();
        Files.createDirectory(temporary.resolve("out-2"));
        switch (change) {
            case "another byte" -> Files.write(out.resolve("b/c"), new byte[] {2});
            case "another file" -> Files.createFile(out.resolve("b/d"));
            case "another directory" -> Files.createDirectory(out.resolve("d"));
            case "a file less" -> Files.delete(out.resolve("b/c"));
            default -> {
                Files.move(out.resolve("a"), temporary.resolve("moved"));
                Files.createSymbolicLink(out.resolve("a"), temporary.resolve("moved"));
            }
        }

        assertThat(AtomicDirectory.write(content, Map.of(), out))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(found(List.of(finding))).containsExactly("FIL-0134 ERROR " + out);
                    assertThat(finding.parameters()).containsEntry("free", out + "-3");
                });
    }

    @Test
    void a_file_where_another_needs_a_directory_is_reported() {
        FileId below = INI.sibling(INI.path() + "/below");

        assertThat(ClusterDirectory.write(FILES.with(below, BYTES), temporary.resolve("out")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(found(List.of(finding))).containsExactly("FIL-0132 ERROR " + INI);
                    assertThat(finding.related()).map(Object::toString).containsExactly(below.toString());
                });
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/a", "a/", "a//b", "../a", "a/../b", ".", "a\nb", "a\0b"})
    void paths_that_are_not_plain_are_refused(String path) {
        assertThat(write(temporary.resolve("out"), path)).containsExactly("FIL-0138 ERROR " + path);
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "h, relative",
        "h, /a/../b",
        "h, /D_/looks-like-a-drive",
        "h, /D:/looks-like-a-drive",
        "h, //server/share",
        "h, /.git/config",
        "'', /a",
        "a/b, /a",
        "'..', /a",
        "'C:', /a"
    })
    void files_that_could_not_be_read_back_are_refused(String host, String path) {
        FileId file = new FileId(host, path);

        assertThat(found(ClusterDirectory.write(FILES.with(file, BYTES), temporary.resolve("out"))))
                .containsExactly("FIL-0131 ERROR " + io.github.dmdsc.model.Location.of(file));
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void on_windows_what_it_cannot_name_is_refused_and_drives_are_written() throws IOException {
        FileId drive = new FileId("db1", "D:/dm/dm.ini");
        try (FileSystem windows = Fixtures.windows()) {
            Path out = windows.getPath("C:\\out");

            assertThat(found(ClusterDirectory.write(FILES.with(new FileId("fe80::1", "/a"), BYTES), out)))
                    .containsExactly("FIL-0131 ERROR fe80::1:/a");
            assertThat(write(out, "a\\b")).containsExactly("FIL-0138 ERROR a\\b");
            assertThat(write(out, "C:/b")).containsExactly("FIL-0138 ERROR C:/b");
            assertThat(Files.exists(out)).isFalse();

            Files.createDirectory(out);
            assertThat(ClusterDirectory.write(FILES.with(drive, BYTES), out)).isEmpty();
            assertThat(Files.exists(out.resolve("db1\\D_\\dm\\dm.ini"))).isTrue();
            assertThat(ClusterDirectory.read(out).value().ids()).containsExactly(INI, drive);
        }
    }

    @Test
    void names_that_are_one_on_this_file_system_leave_nothing() throws IOException {
        try (FileSystem windows = Fixtures.windows()) {
            Path out = windows.getPath("C:\\out");

            assertThat(write(out, "h/dm.ini", "h/DM.INI")).containsExactly("FIL-0135 ERROR h/dm.ini");
            assertThat(Files.exists(out)).isFalse();
        }
    }
}
