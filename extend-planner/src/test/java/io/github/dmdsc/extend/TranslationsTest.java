package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.digest.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Chinese pages match the English ones, as far as a program can check. */
class TranslationsTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path ZH = DOCS.resolve("zh");
    /** The translated pages, in addition to README.md and the guides. */
    private static final List<String> PAGES = List.of(
            "check.md",
            "collect.md",
            "diff.md",
            "glossary.md",
            "rehearsal.md",
            "rules/README.md",
            "run.md",
            "state.md",
            "status.md");

    private static final Pattern CODE = Pattern.compile("```.*?\\n```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
    private static final Pattern REVIEWED = Pattern.compile("<!-- translated from ([0-9a-f]{64}) -->");

    /** A page and its translation. */
    record Pair(Path english, Path chinese) {
        @Override
        public String toString() {
            return english.toString();
        }
    }

    static List<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        pairs.add(new Pair(Path.of("..", "README.md"), ZH.resolve("README.md")));
        for (String page : PAGES) {
            pairs.add(new Pair(DOCS.resolve(page), ZH.resolve(page)));
        }
        try (Stream<Path> guides = Files.list(DOCS.resolve("guides"))) {
            guides.sorted()
                    .forEach(guide ->
                            pairs.add(new Pair(guide, ZH.resolve("guides").resolve(guide.getFileName()))));
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_translation_was_reviewed_after_its_page_changed(Pair pair) throws IOException {
        Matcher reviewed = REVIEWED.matcher(Files.readString(pair.chinese()));
        // Line ends depend on the checkout.
        String english = Files.readString(pair.english()).replace("\r\n", "\n");

        assertThat(reviewed.find()).isTrue();
        assertThat(reviewed.group(1))
                .as(
                        "%s changed: bring %s up to date, then write the hash of the English page into it",
                        pair.english(), pair.chinese())
                .isEqualTo(Hashes.sha256(english.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void both_pages_have_the_same_structure_code_tables_and_links(Pair pair) throws IOException {
        String english = Files.readString(pair.english());
        String chinese = Files.readString(pair.chinese());

        assertThat(outline(chinese)).isEqualTo(outline(english));
        assertThat(all(CODE, chinese)).isEqualTo(all(CODE, english));
        assertThat(targets(pair.chinese(), pair)).isEqualTo(targets(pair.english(), pair));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void every_link_has_a_target(Pair pair) throws IOException {
        for (Path page : List.of(pair.english(), pair.chinese())) {
            for (String target : links(page)) {
                assertThat(directory(page).resolve(target.replaceFirst("#.*", "")))
                        .exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_chinese_page_links_to_translations_if_they_exist(Pair pair) throws IOException {
        assertThat(links(pair.chinese()))
                .extracting(link -> directory(pair.chinese()).resolve(link).normalize())
                .filteredOn(target -> target.startsWith(DOCS) && !target.startsWith(ZH))
                .filteredOn(target -> Files.isRegularFile(ZH.resolve(DOCS.relativize(target))))
                .isEmpty();
    }

    @Test
    void every_chinese_page_is_compared_or_generated() throws IOException {
        List<Path> held = pairs().stream().map(Pair::chinese).toList();

        try (Stream<Path> pages = Files.walk(ZH)) {
            assertThat(pages.filter(page -> page.toString().endsWith(".md"))
                            .filter(page -> !page.startsWith(ZH.resolve("reference"))))
                    .containsExactlyInAnyOrderElementsOf(held);
        }
    }

    @Test
    void every_page_of_the_reference_has_a_chinese_edition() throws IOException {
        assertThat(names(ZH.resolve("reference"))).isEqualTo(names(DOCS.resolve("reference")));
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> pages = Files.list(directory)) {
            return pages.map(page -> page.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the levels of the headings and the rows of the tables, in their order. */
    private static List<String> outline(String page) {
        return CODE.matcher(page)
                .replaceAll("")
                .lines()
                .filter(line -> line.startsWith("#") || line.startsWith("|"))
                .map(line -> line.startsWith("#")
                        ? line.substring(0, line.indexOf(' '))
                        : "row of " + line.chars().filter(c -> c == '|').count())
                .toList();
    }

    private static List<String> all(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(MatchResult::group).toList();
    }

    private static List<String> links(Path page) throws IOException {
        return LINK.matcher(CODE.matcher(Files.readString(page)).replaceAll(""))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    /**
     * Returns the targets of the links. A translated page counts under its English name, and the link to the other
     * language counts as the page itself.
     */
    private static List<Path> targets(Path page, Pair pair) throws IOException {
        List<Path> targets = new ArrayList<>();
        for (String link : links(page)) {
            Path target = directory(page).resolve(link).normalize();
            boolean translated = target.startsWith(ZH);
            Path english = translated ? DOCS.resolve(ZH.relativize(target)) : target;
            boolean self = target.equals(pair.english()) || target.equals(pair.chinese());
            targets.add(self ? pair.english() : english);
        }
        return targets;
    }

    private static Path directory(Path page) {
        return Objects.requireNonNull(page.getParent());
    }
}
