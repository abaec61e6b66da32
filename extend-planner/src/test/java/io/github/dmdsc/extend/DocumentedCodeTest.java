package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code blocks in the pages come from files that the build compiles and runs. Each block names its file, and a part
 * of the file if it does not show the whole file.
 */
class DocumentedCodeTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern BLOCK =
            Pattern.compile("<!-- code: (\\S+)(?: (\\S+))? -->\\n```(?:java|xml)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("(?m)^(?!<!-- code: ).*\\n```(java|xml)$");

    record Block(String page, String file, Optional<String> part, String code) {
        @Override
        public String toString() {
            return page + ": " + file + part.map(name -> " " + name).orElse("");
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
                .map(block -> new Block(
                        ROOT.relativize(page).toString(),
                        block.group(1),
                        Optional.ofNullable(block.group(2)),
                        block.group(3)));
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
    void a_block_is_the_file_or_the_part_that_it_names(Block block) {
        String file = read(ROOT.resolve(block.file()));

        assertThat(block.code().strip())
                .isEqualTo(
                        block.part().map(part -> part(file, part)).orElse(file).strip());
    }

    private static String part(String file, String name) {
        String tag = Pattern.quote("::" + name + "[]");
        Matcher part = Pattern.compile("// tag" + tag + "\\n(.*?)\\n *// end" + tag, Pattern.DOTALL)
                .matcher(file);
        assertThat(part.find()).as("part %s", name).isTrue();
        return part.group(1).stripIndent();
    }

    @Test
    void no_guide_has_code_that_is_not_compiled() throws IOException {
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs/guides"))) {
            assertThat(pages.filter(page -> PLAIN.matcher(read(page)).find())).isEmpty();
        }
    }
}
