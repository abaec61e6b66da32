package io.github.dmdsc.extend.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Reading;
import io.github.dmdsc.extend.run.Transport;
import io.github.dmdsc.ini.digest.Hashes;
import io.github.dmdsc.model.FileId;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
