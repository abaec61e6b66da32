package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code in the pages is code that the tests compile and run: a block says from which file and which part of it. */
class DocumentedCodeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile("<!-- code: (\\S+) (\\S+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);

    record Block(String page, String file, String part, String code) {
        @Override
        public String toString() {
            return page + ": " + part;
        }
    }

    static List<Block> blocks() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .flatMap(DocumentedCodeTest::blocks)
                    .toList();
        }
    }

    private static Stream<Block> blocks(Path page) {
        List<MatchResult> found = BLOCK.matcher(read(page)).results().toList();
        return found.stream()
                .map(block ->
                        new Block(ROOT.relativize(page).toString(), block.group(1), block.group(2), block.group(3)));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void a_block_is_the_part_of_the_file_that_it_names(Block block) {
        String tag = Pattern.quote("::" + block.part() + "[]");
        Matcher part = Pattern.compile("// tag" + tag + "\\n(.*?)\\n *// end" + tag, Pattern.DOTALL)
                .matcher(read(ROOT.resolve(block.file())));

        assertThat(part.find()).as("part %s of %s", block.part(), block.file()).isTrue();
        assertThat(block.code().strip()).isEqualTo(part.group(1).stripIndent().strip());
    }
}
