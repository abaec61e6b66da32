package io.github.dmdsc.ini.files;

import static io.github.dmdsc.ini.files.Fixtures.BYTES;
import static io.github.dmdsc.ini.files.Fixtures.INI;
import static io.github.dmdsc.ini.files.Fixtures.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.FileId;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a writer removes the left-overs of a killed writer, and nothing else. */
class LeftOversTest {
    private static final ClusterFiles FILES =
            ClusterFiles.of(Map.of(INI, BYTES, new FileId("a", "/home/b/dm.ini"), BYTES));

    @TempDir
    Path temporary;

    private Path out = Path.of("");

    @BeforeEach
    void place() throws IOException {
        // A path through a link, because the path of a temporary directory may have one.
        Path real = Files.createDirectory(temporary.resolve("real"));
        out = Files.createSymbolicLink(temporary.resolve("link"), real).resolve("out");
    }

    /** Returns operations that run an action before the nth call of an operation. */
    private static FileOperations before(String operation, int nth, Runnable action) {
        AtomicInteger calls = new AtomicInteger();
        return (FileOperations) Proxy.newProxyInstance(
                FileOperations.class.getClassLoader(),
                new Class<?>[] {FileOperations.class},
                (proxy, method, given) -> {
                    if (method.getName().equals(operation) && calls.incrementAndGet() == nth) {
                        action.run();
                    }
                    try {
                        return method.invoke(FileOperations.REAL, given);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    /** A process that is killed before an operation, or waits before it until it is told to continue. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] arguments) {
            Runnable action = arguments[3].equals("kill")
                    ? () -> Runtime.getRuntime().halt(9)
                    : () -> {
                        System.out.println("waiting");
                        try {
                            System.in.read();
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    };
            System.out.println(found(ClusterDirectory.write(
                    FILES, Path.of(arguments[0]), before(arguments[1], Integer.parseInt(arguments[2]), action))));
        }
    }

    private Process writer(String... arguments) throws IOException {
        return new ProcessBuilder(Stream.concat(
                                Stream.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        Writer.class.getName(),
                                        out.toString()),
                                Stream.of(arguments))
                        .toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> children = Files.list(temporary.resolve("real"))) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"createDirectory, 1, false", "createFile, 2, true", "move, 1, true"})
    void the_next_writer_removes_what_a_killed_one_left(String operation, int nth, boolean directory) throws Exception {
        assertThat(writer(operation, Integer.toString(nth), "kill").waitFor()).isEqualTo(9);
        assertThat(names()).hasSize(directory ? 2 : 1).allMatch(name -> name.matches("\\.out\\.\\d+(\\.lock)?"));
        Path real = temporary.resolve("real").toRealPath();

        List<String> found = found(ClusterDirectory.write(FILES, out));

        assertThat(names()).containsExactly("out");
        assertThat(found)
                .hasSize(directory ? 1 : 0)
                .allMatch(each -> each.startsWith("FIL-0139 INFO " + real + "/.out."));
        assertThat(ClusterDirectory.read(out).value()).isEqualTo(FILES);
    }

    @Test
    void a_writer_of_another_process_that_works_keeps_its_directory() throws Exception {
        Process other = writer("createFile", "2", "wait");
        assertThat(other.inputReader().readLine()).isEqualTo("waiting");
        List<String> before = names();

        assertThat(ClusterDirectory.write(FILES, out)).isEmpty();

        assertThat(names()).hasSize(3).containsAll(before);
        other.getOutputStream().close();
        assertThat(other.inputReader().readLine()).startsWith("[FIL-0135 ERROR ");
        assertThat(other.waitFor()).isZero();
        assertThat(names()).containsExactly("out");
        assertThat(ClusterDirectory.read(out).value()).isEqualTo(FILES);
    }

    @Test
    void a_writer_of_this_process_that_works_keeps_its_directory() throws Exception {
        FileOperations raced = before(
                "createFile",
                2,
                () -> assertThat(ClusterDirectory.write(FILES, out)).isEmpty());

        assertThat(found(ClusterDirectory.write(FILES, out, raced))).containsExactly("FIL-0135 ERROR " + out);

        assertThat(names()).containsExactly("out");
        assertThat(ClusterDirectory.read(out).value()).isEqualTo(FILES);
    }

    @Test
    void what_somebody_else_made_stays() throws Exception {
        assertThat(writer("move", "1", "kill").waitFor()).isEqualTo(9);
        Path real = temporary.resolve("real");
        String killed = names().get(0);
        Files.write(real.resolve(killed).resolve("a/theirs"), BYTES);
        Path unlisted = Files.createDirectory(real.resolve(".out.1"));
        Path notes = Files.writeString(real.resolve(".out.2.lock"), "notes");
        Path empty = Files.createFile(real.resolve(".out.3.lock"));
        Path another = Files.createDirectory(real.resolve(".other.4"));
        Files.writeString(real.resolve(".other.4.lock"), "dmdsc\n.");

        assertThat(found(ClusterDirectory.write(FILES, out)))
                .containsExactly("FIL-0140 WARNING " + real.toRealPath().resolve(killed));

        assertThat(real.resolve(killed + ".gone/a/theirs")).hasBinaryContent(BYTES);
        assertThat(List.of(unlisted, notes, empty, another)).allMatch(Files::exists);
        assertThat(ClusterDirectory.read(out).value()).isEqualTo(FILES);
    }

    /** A list of another writer must not lead out of its directory. */
    @Test
    void a_list_that_leads_elsewhere_removes_nothing_there() throws IOException {
        Path real = temporary.resolve("real");
        Path mine = Files.write(
                Files.createDirectories(temporary.resolve("mine/sub")).resolve("file"), BYTES);
        Files.createSymbolicLink(Files.createDirectory(real.resolve(".out.7")).resolve("link"), mine.getParent());
        Files.writeString(real.resolve(".out.7.lock"), "dmdsc\n../../mine/sub/file\nlink/file\n" + mine + "\n.");

        assertThat(found(ClusterDirectory.write(FILES, out)))
                .singleElement()
                .asString()
                .startsWith("FIL-0140 ");

        assertThat(mine).hasBinaryContent(BYTES);
    }

    @Test
    void a_lock_that_is_held_is_left_alone_with_its_directory() throws IOException {
        Path real = temporary.resolve("real");
        Path directory = Files.createDirectory(real.resolve(".out.7"));
        Path lock = Files.writeString(real.resolve(".out.7.lock"), "dmdsc\n.");
        try (FileChannel held = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            held.lock();

            assertThat(ClusterDirectory.write(FILES, out)).isEmpty();

            assertThat(directory).isDirectory();
        }
    }
}
