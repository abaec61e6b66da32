package io.github.dmdsc.extend.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.dmdsc.extend.render.RunWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests that a text that is quoted for the shell of a host arrives there unchanged. */
class HostWordsTest {
    @Property(tries = 10)
    void the_shell_of_a_host_reads_every_text_back_unchanged(@ForAll("texts") List<String> texts) throws Exception {
        assumeThat(Path.of("/bin/bash")).exists();
        Path directory = Files.createTempDirectory("ssh");
        try {
            for (String shell : List.of("bash", "sh")) {
                Ssh ssh = SshTest.program(directory, "exec " + shell + " -c \"${@: -1}\"");
                String words = "printf '%s\\n' " + RunWords.command(texts);

                Ssh.Result ran = ssh.run("host", words, new byte[0], line -> {}, line -> {});

                assertThat(ran.output()).isEqualTo(String.join("\n", texts) + "\n");
                assertThat(ran.succeeded()).isTrue();
            }
        } finally {
            Files.delete(directory.resolve("ssh"));
            Files.delete(directory);
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> hostile =
                Arbitraries.of("'", "\"", "\\", "\n", "$(exit 9)", "`exit 9`", "${HOME}", "!", "-n", "\\0", "%b");
        Arbitrary<String> any = Arbitraries.strings()
                .ofMaxLength(3)
                .filter(text -> text.indexOf('\0') < 0 && text.chars().noneMatch(c -> Character.isSurrogate((char) c)));
        return Arbitraries.oneOf(hostile, any)
                .list()
                .ofMaxSize(8)
                .map(pieces -> String.join("", pieces))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
