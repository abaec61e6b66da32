package io.github.dmdsc.ini.files;

import static io.github.dmdsc.ini.files.Fixtures.INI;
import static io.github.dmdsc.ini.files.Fixtures.found;
import static io.github.dmdsc.ini.files.Fixtures.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Read;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadDirectoryTest {
    private final FileSystem fileSystem = Fixtures.linux();
    private final Path root = fileSystem.getPath("/root");

    @BeforeEach
    void makeRoot() throws IOException {
        Files.createDirectory(root);
    }

    @AfterEach
    void close() throws IOException {
        fileSystem.close();
    }

    private List<String> findings() {
        return found(ClusterDirectory.read(root).findings());
    }

    @Test
    void a_file_below_a_host_directory_is_the_file_of_that_host() throws IOException {
        put(root, "10.0.2.101/home/data/dm.ini");
        put(root, "fe80::1%ens01/home/data/dm.ini");

        Read<ClusterFiles> read = ClusterDirectory.read(root);

        assertThat(read.value().ids()).containsExactly(INI, new FileId("fe80::1%ens01", "/home/data/dm.ini"));
        assertThat(read.value().bytes(INI)).isEqualTo(Fixtures.BYTES);
        assertThat(read.findings()).isEmpty();
    }

    @Test
    void a_directory_with_nothing_but_skipped_files_has_no_cluster() throws IOException {
        put(root, "10.0.2.101/home/data/.DS_Store");

        assertThat(findings())
                .containsExactlyInAnyOrder("FIL-0104 ERROR " + root, "FIL-0107 INFO 10.0.2.101:/home/data/.DS_Store");
    }

    @Test
    void a_drive_is_read_with_a_colon_and_with_an_underscore() throws IOException {
        put(root, "db1/D:/dm/dm.ini");
        put(root, "db2/D_/dm/dm.ini");

        assertThat(ClusterDirectory.read(root).value().ids())
                .containsExactly(new FileId("db1", "D:/dm/dm.ini"), new FileId("db2", "D:/dm/dm.ini"));
    }

    @Test
    void a_file_under_both_names_of_a_drive_is_a_duplicate() throws IOException {
        put(root, "db1/D:/dm.ini");
        put(root, "db1/D_/dm.ini");

        assertThat(findings()).containsExactly("FIL-0118 ERROR db1:D:/dm.ini");
        assertThat(ClusterDirectory.read(root).value().size()).isEqualTo(1);
    }

    @Test
    void a_missing_root_is_reported() {
        assertThat(found(ClusterDirectory.read(root.resolve("no")).findings()))
                .containsExactly("FIL-0101 ERROR /root/no");
    }

    @Test
    void a_root_that_is_a_file_is_reported() throws IOException {
        put(root, "file");

        assertThat(found(ClusterDirectory.read(root.resolve("file")).findings()))
                .containsExactly("FIL-0102 ERROR /root/file");
    }

    @Test
    void an_empty_root_is_reported() throws IOException {
        Files.createDirectories(root.resolve("10.0.2.101/home"));

        assertThat(findings()).containsExactly("FIL-0104 ERROR /root");
    }

    @Test
    void a_file_in_no_host_directory_and_clutter_are_skipped() throws IOException {
        put(root, "10.0.2.101/home/data/dm.ini");
        put(root, "10.0.2.101/home/.DS_Store");
        put(root, "10.0.2.101/home/.bashrc");
        put(root, ".git/config");
        put(root, "README.txt");

        Read<ClusterFiles> read = ClusterDirectory.read(root);

        assertThat(read.value().ids()).containsExactly(INI.sibling("/home/.bashrc"), INI);
        assertThat(found(read.findings()))
                .containsExactly(
                        "FIL-0107 INFO .git", "FIL-0106 INFO README.txt", "FIL-0107 INFO 10.0.2.101:/home/.DS_Store");
    }

    @Test
    void links_that_stay_inside_are_followed() throws IOException {
        put(root, "10.0.2.101/home/data/dm.ini");
        Files.createSymbolicLink(root.resolve("10.0.2.101/home/link.ini"), fileSystem.getPath("data/dm.ini"));
        Files.createSymbolicLink(root.resolve("10.0.2.102"), fileSystem.getPath("10.0.2.101"));

        Read<ClusterFiles> read = ClusterDirectory.read(root);

        assertThat(read.findings()).isEmpty();
        assertThat(read.value().ids())
                .map(FileId::toString)
                .containsExactly(
                        "10.0.2.101:/home/data/dm.ini",
                        "10.0.2.101:/home/link.ini",
                        "10.0.2.102:/home/data/dm.ini",
                        "10.0.2.102:/home/link.ini");
    }

    @Test
    void links_that_leave_loop_or_lead_nowhere_are_refused() throws IOException {
        put(root, "h/a/dm.ini");
        put(fileSystem.getPath("/etc"), "secret");
        Files.createDirectory(fileSystem.getPath("/root2"));
        Files.createSymbolicLink(root.resolve("h/leaves"), fileSystem.getPath("/etc/secret"));
        Files.createSymbolicLink(root.resolve("h/sideways"), fileSystem.getPath("/root2"));
        Files.createSymbolicLink(root.resolve("h/a/loop"), fileSystem.getPath(".."));
        Files.createSymbolicLink(root.resolve("h/nowhere"), fileSystem.getPath("missing"));
        Files.createSymbolicLink(root.resolve("h/itself"), fileSystem.getPath("itself"));

        Read<ClusterFiles> read = ClusterDirectory.read(root);

        assertThat(read.value().ids()).containsExactly(new FileId("h", "/a/dm.ini"));
        assertThat(found(read.findings()))
                .containsExactly(
                        "FIL-0110 ERROR h:/a/loop",
                        "FIL-0111 ERROR h:/itself",
                        "FIL-0109 ERROR h:/leaves",
                        "FIL-0111 ERROR h:/nowhere",
                        "FIL-0109 ERROR h:/sideways");
    }

    @Test
    void links_that_multiply_end_at_the_limit() throws IOException {
        for (int level = 0; level < 30; level++) {
            Path directory = Files.createDirectories(root.resolve("h/" + level));
            Files.createSymbolicLink(directory.resolve("x"), fileSystem.getPath("../" + (level + 1)));
            Files.createSymbolicLink(directory.resolve("y"), fileSystem.getPath("../" + (level + 1)));
        }
        put(root, "h/30/dm.ini");

        Read<ClusterFiles> read =
                ClusterDirectory.read(root, ReadLimits.defaults().withMaxFiles(1000));

        assertThat(found(read.findings())).containsExactly("FIL-0114 ERROR /root");
    }

    @Test
    void beyond_the_limits_nothing_is_read() throws IOException {
        put(root, "h/a");
        put(root, "h/b");
        put(root, "h/c");
        ReadLimits limits = ReadLimits.defaults();
        int size = Fixtures.BYTES.length;

        assertThat(ClusterDirectory.read(
                                root,
                                limits.withMaxFiles(3).withMaxFileBytes(size).withMaxTotalBytes(3L * size))
                        .findings())
                .isEmpty();
        assertThat(found(ClusterDirectory.read(root, limits.withMaxFiles(2)).findings()))
                .containsExactly("FIL-0114 ERROR /root");
        assertThat(found(ClusterDirectory.read(root, limits.withMaxFiles(1)).findings()))
                .containsExactly("FIL-0114 ERROR /root");
        assertThat(found(ClusterDirectory.read(root, limits.withMaxFileBytes(size - 1L))
                        .findings()))
                .containsExactly("FIL-0113 ERROR h:/a", "FIL-0113 ERROR h:/b", "FIL-0113 ERROR h:/c");
        Read<ClusterFiles> two = ClusterDirectory.read(root, limits.withMaxTotalBytes(3L * size - 1));
        assertThat(found(two.findings())).containsExactly("FIL-0115 ERROR /root");
        assertThat(two.value().size()).isEqualTo(2);
    }

    @Test
    void names_that_are_not_plain_text_are_refused() throws IOException {
        put(root, "h/new\nline");
        put(root, "h/not\uFFFDtext");
        put(root, "D:/dm/dm.ini");

        assertThat(findings())
                .containsExactly("FIL-0116 ERROR D:", "FIL-0116 ERROR h:/new\nline", "FIL-0117 ERROR h:/not\uFFFDtext");
        assertThat(ClusterDirectory.read(root).findings())
                .noneMatch(finding -> finding.message().en().contains("\n"));
    }

    @Test
    void what_is_found_depends_neither_on_the_order_of_creation_nor_on_the_locale(@TempDir Path temporary)
            throws IOException {
        List<String> paths = List.of("b/x", "a/i/I", "a/q", "a/.DS_Store", "z.txt", "b/new\nline");
        Path forth = temporary.resolve("forth");
        Path back = temporary.resolve("back");
        for (int each = 0; each < paths.size(); each++) {
            put(forth, paths.get(each));
            put(back, paths.get(paths.size() - 1 - each));
        }
        Locale before = Locale.getDefault();
        try {
            Read<ClusterFiles> first = ClusterDirectory.read(forth);
            Locale.setDefault(new Locale("tr", "TR"));
            Read<ClusterFiles> second = ClusterDirectory.read(back);

            assertThat(second).isEqualTo(first);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void sockets_are_skipped_with_a_warning(@TempDir Path temporary) throws IOException {
        put(temporary, "h/dm.ini");
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(temporary.resolve("h/s")));

            assertThat(found(ClusterDirectory.read(temporary).findings())).containsExactly("FIL-0108 WARNING h:/s");
        }
    }

    @Test
    void what_the_system_refuses_is_reported(@TempDir Path temporary) throws IOException {
        put(temporary, "file");
        Path throughAFile = temporary.resolve("file/below");

        assertThat(found(ClusterDirectory.read(throughAFile).findings()))
                .containsExactly("FIL-0105 ERROR " + throughAFile);
    }

    @Test
    void what_may_not_be_read_is_reported(@TempDir Path temporary) throws IOException {
        put(temporary, "h/dm.ini");
        put(temporary, "h/secret/dm.ini");
        Path directory = temporary.resolve("h/secret");
        Path file = temporary.resolve("h/dm.ini");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        try {
            assumeTrue(!Files.isReadable(file), "the superuser may read anything");

            assertThat(found(ClusterDirectory.read(temporary).findings()))
                    .containsExactly("FIL-0105 ERROR h:/dm.ini", "FIL-0105 ERROR h:/secret");
        } finally {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Uses a small stack instead of a tree of 2,000 directories, which takes long to create. */
    @Test
    void a_tree_may_be_deeper_than_the_stack(@TempDir Path deep) throws Exception {
        int levels = 500;
        Path parent = Files.createDirectories(deep.resolve("h" + "/d".repeat(levels)));
        Files.write(parent.resolve("f"), Fixtures.BYTES);
        AtomicReference<Read<ClusterFiles>> read = new AtomicReference<>();
        Thread reader = new Thread(null, () -> read.set(ClusterDirectory.read(deep)), "small", 1 << 17);

        reader.start();
        reader.join();

        assertThat(read.get()).isNotNull();
        assertThat(read.get().findings()).isEmpty();
        assertThat(read.get().value().ids()).containsExactly(new FileId("h", "/d".repeat(levels) + "/f"));
    }
}
