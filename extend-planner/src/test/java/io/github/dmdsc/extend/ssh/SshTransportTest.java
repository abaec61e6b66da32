package io.github.dmdsc.extend.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.render.RunWords;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Answer.Obstacle;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Operation;
import io.github.dmdsc.extend.run.Reading;
import io.github.dmdsc.extend.run.Transport;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.model.FileId;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests moves over ssh, with a script in the place of ssh and nobody at the terminal. */
@DisabledOnOs(OS.WINDOWS)
class SshTransportTest {
    /** Linux limits an argument to 128 KiB. In the argument, a Chinese character takes 15 bytes. */
    @ParameterizedTest
    @CsvSource({"200, 目录, 40", "50, x/, 1900"})
    void the_hashes_of_very_many_files_are_read_in_several_calls(
            int count, String part, int parts, @TempDir Path directory) throws Exception {
        Ssh ssh = SshTest.program(directory, "exec sh -c \"${@: -1}\"");
        Path present = Files.writeString(directory.resolve("present"), "content");
        List<FileId> files = Stream.concat(
                        IntStream.range(0, count).mapToObj(i -> directory + "/" + i + part.repeat(parts) + "x"),
                        Stream.of(present.toString()))
                .map(path -> new FileId("host", path))
                .toList();
        List<Object> commands = new ArrayList<>();

        Answer.Read read = new SshTransport(ssh, only(Screen.class, commands), only(Transport.class, commands))
                .read(new Move.Read(Optional.empty(), new Reading.Hashes(files)));

        assertThat(read)
                .isEqualTo(new Answer.Hashes(Map.of(files.get(count), Hashes.sha256(Files.readAllBytes(present)))));
        assertThat(commands).hasSizeBetween(2, 20);
    }

    @Test
    void the_hashes_of_files_with_usual_paths_are_read_in_one_call(@TempDir Path directory) throws Exception {
        Ssh ssh = SshTest.program(directory, "exec sh -c \"${@: -1}\"");
        List<FileId> files = IntStream.range(0, 300)
                .mapToObj(i -> new FileId("host", "/dmdba/dmdbms/config/DSC0" + i + "/dm.ini"))
                .toList();
        List<Object> commands = new ArrayList<>();

        assertThat(new SshTransport(ssh, only(Screen.class, commands), only(Transport.class, commands))
                        .read(new Move.Read(Optional.empty(), new Reading.Hashes(files))))
                .isEqualTo(new Answer.Hashes(Map.of()));
        assertThat(commands).hasSize(1);
    }

    @Test
    void a_look_tells_links_and_directories_from_files(@TempDir Path directory) throws Exception {
        Ssh ssh = SshTest.program(directory, "exec sh -c \"${@: -1}\"");
        FileId file = in(directory, "file");
        FileId link = in(directory, "link");
        FileId dangling = in(directory, "dangling");
        FileId full = in(directory, "full");
        FileId empty = in(directory, "empty");
        String hash = Hashes.sha256(Files.readAllBytes(Files.writeString(Path.of(file.path()), "content")));
        Files.createSymbolicLink(Path.of(link.path()), Path.of(file.path()));
        Files.createSymbolicLink(Path.of(dangling.path()), Path.of("nowhere"));
        Files.createDirectories(directory.resolve("full/below"));
        Files.createDirectory(Path.of(empty.path()));

        assertThat(new SshTransport(ssh, only(Screen.class, new ArrayList<>()), only(Transport.class, List.of()))
                        .read(new Move.Read(
                                Optional.empty(), new Reading.Hashes(List.of(file, link, dangling, full, empty)))))
                .isEqualTo(new Answer.Hashes(
                        Map.of(file, hash, link, hash),
                        Set.of(link, dangling),
                        Map.of(full, Obstacle.DIRECTORY, empty, Obstacle.EMPTY_DIRECTORY)));
    }

    private static FileId in(Path directory, String name) {
        return new FileId("host", directory.resolve(name).toString());
    }

    @ParameterizedTest
    @CsvSource({"false, false, true", "true, false, true", "true, true, false"})
    void a_directory_replaces_only_an_empty_directory(
            boolean exists, boolean used, boolean placed, @TempDir Path directory) throws Exception {
        Ssh ssh = SshTest.program(directory, "exec sh -c \"${@: -1}\"");
        Files.createDirectories(directory.resolve("sent/dm"));
        if (exists) {
            Files.createDirectories(directory.resolve(used ? "to/mine" : "to"));
        }
        List<String> lines = new ArrayList<>();

        assertThat(placed(ssh, directory, Optional.empty(), lines)).isEqualTo(placed);

        assertThat(directory.resolve("to/dm").toFile().exists()).isEqualTo(placed);
        assertThat(directory.resolve("to/mine").toFile().exists()).isEqualTo(used);
        assertThat(lines.isEmpty()).isEqualTo(placed);
    }

    @ParameterizedTest
    @CsvSource({"true, link", "true, directory", "true, file", "false, link", "false, directory"})
    void a_refused_place_says_why(boolean ofDirectory, String kind, @TempDir Path directory) throws Exception {
        Ssh ssh = SshTest.program(directory, "exec sh -c \"${@: -1}\"");
        Files.writeString(directory.resolve("sent"), "content");
        Path to = directory.resolve("to");
        switch (kind) {
            case "link" -> Files.createSymbolicLink(to, Path.of("nowhere"));
            case "file" -> Files.writeString(to, "mine");
            default -> Files.createDirectories(to.resolve("mine"));
        }
        List<String> lines = new ArrayList<>();

        assertThat(placed(ssh, directory, ofDirectory ? Optional.empty() : Optional.of(in(directory, "old")), lines))
                .isFalse();

        assertThat(lines).singleElement().asString().contains(to.toString());
        assertThat(directory.resolve("sent")).exists();
    }

    /** Runs the command that gives {@code sent} the name {@code to}. Returns whether it succeeded. */
    private static boolean placed(Ssh ssh, Path directory, Optional<FileId> aside, List<String> lines) {
        String words = new RunWords(Locale.ENGLISH)
                .place(new Operation.Place(in(directory, "sent"), in(directory, "to"), aside));
        return ssh.run("host", words, new byte[0], lines::add, lines::add).succeeded();
    }

    @Test
    void a_renamed_file_replaces_no_other_file(@TempDir Path directory) throws Exception {
        Ssh ssh = SshTest.program(directory, "exec sh -c \"${@: -1}\"");
        Path file = Files.writeString(directory.resolve("file"), "mine");
        String words = new RunWords(Locale.ENGLISH)
                .setAside(new Operation.SetAside(in(directory, "file"), in(directory, "to")));
        Path other = Files.writeString(directory.resolve("to"), "other");

        assertThat(ssh.run("host", words).succeeded()).isFalse();
        assertThat(other).hasContent("other");
        Files.delete(other);
        assertThat(ssh.run("host", words).succeeded()).isTrue();
        assertThat(other).hasContent("mine");
        assertThat(file).doesNotExist();
    }

    /** A host that does not answer does not hide that another one does not either. */
    @Test
    void each_host_that_does_not_answer_is_named(@TempDir Path directory) throws Exception {
        Ssh ssh = SshTest.program(directory, "[[ $6 == good ]] || exit 255; exec sh -c \"${@: -1}\"");
        List<FileId> files = Stream.of("bad", "good", "worse")
                .map(host -> new FileId(host, directory + "/none"))
                .toList();
        Screen screen = (Screen) Proxy.newProxyInstance(
                Screen.class.getClassLoader(), new Class<?>[] {Screen.class}, (self, method, arguments) -> null);

        assertThat(new SshTransport(ssh, screen, only(Transport.class, List.of()))
                        .read(new Move.Read(Optional.empty(), new Reading.Hashes(files))))
                .isEqualTo(new Answer.Hashes(
                        Map.of(),
                        Set.of(),
                        Map.of(files.get(0), Obstacle.NO_ANSWER, files.get(2), Obstacle.NO_ANSWER)));
    }

    /** Returns an implementation that records the commands of {@link Screen#keepCommand}; no other method may be called. */
    private static <T> T only(Class<T> type, List<Object> commands) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("keepCommand");
                    commands.add(arguments[1]);
                    return null;
                }));
    }
}
