package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuotingTest {
    @Property(tries = 20)
    void bash_reads_quoted_words_back_unchanged(@ForAll("hostileWords") List<String> words) throws Exception {
        assumeThat(Path.of("/bin/bash")).exists();
        Path script = Files.createTempFile("words", ".sh");
        try {
            Files.writeString(script, "printf '%s\\0' " + Quoting.words(words) + "\n");
            Process bash = new ProcessBuilder("/bin/bash", script.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(bash.waitFor()).isZero();
            assertThat(said).isEqualTo(String.join("\0", words) + "\0");
        } finally {
            Files.delete(script);
        }
    }

    @Provide
    Arbitrary<List<String>> hostileWords() {
        Arbitrary<String> piece = Arbitraries.of(
                "'",
                "\"",
                "\\",
                "\n",
                "\r",
                "\t",
                "\u0001",
                " ",
                "$(exit 9)",
                "`exit 9`",
                "$HOME",
                "${HOME}",
                ";",
                "|",
                "&&",
                ">",
                "<",
                "*",
                "?",
                "~",
                "!",
                "#",
                "-n",
                "(",
                "{a,b}",
                "节点",
                "a",
                "/");
        return piece.list()
                .ofMaxSize(6)
                .map(pieces -> String.join("", pieces))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }
}
