package io.github.dmdsc.extend.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Hashes;
import io.github.dmdsc.extend.run.Answer;
import io.github.dmdsc.extend.run.Move;
import io.github.dmdsc.extend.run.Reading;
import io.github.dmdsc.extend.run.Transport;
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

/** Moves over ssh, with a program in the place of ssh and nobody at the terminal. */
@DisabledOnOs(OS.WINDOWS)
class SshTransportTest {
    /** A shell takes 128 KiB as one argument; each of these names takes more than 1 KiB of it. */
    @Test
    void the_hashes_of_more_files_than_a_shell_takes_are_looked_at_in_several_calls(@TempDir Path directory)
            throws Exception {
        Ssh ssh = SshTest.program(directory, "exec sh -c \"${@: -1}\"");
        Path present = Files.writeString(directory.resolve("present"), "content");
        List<FileId> files = Stream.concat(
                        IntStream.range(0, 200).mapToObj(i -> directory + "/" + i + "目录".repeat(40)),
                        Stream.of(present.toString()))
                .map(path -> new FileId("host", path))
                .toList();
        List<Object> asides = new ArrayList<>();

        Answer.Read read = new SshTransport(ssh, only(Screen.class, asides), only(Transport.class, asides))
                .read(new Move.Read(Optional.empty(), new Reading.Hashes(files)));

        assertThat(read)
                .isEqualTo(new Answer.Hashes(Map.of(files.get(200), Hashes.sha256(Files.readAllBytes(present)))));
        assertThat(asides).hasSizeBetween(2, 20);
    }

    /** An implementation that notes the commands of {@link Screen#aside}; no other method may be called. */
    private static <T> T only(Class<T> type, List<Object> asides) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("aside");
                    asides.add(arguments[1]);
                    return null;
                }));
    }
}
