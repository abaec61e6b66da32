package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.extend.plan.Hashes;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Chinese pages say what the English ones say, as far as a machine can tell. */
class TranslationsTest {
    private static final Path DOCS = Path.of("..", "docs");
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
        pairs.add(new Pair(Path.of("..", "README.md"), DOCS.resolve("zh/README.md")));
        try (Stream<Path> guides = Files.list(DOCS.resolve("guides"))) {
            guides.sorted()
                    .forEach(guide ->
                            pairs.add(new Pair(guide, DOCS.resolve("zh/guides").resolve(guide.getFileName()))));
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_translation_was_reviewed_since_its_page_changed(Pair pair) throws IOException {
        Matcher reviewed = REVIEWED.matcher(Files.readString(pair.chinese()));
        // Line ends are the checkout's affair.
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
    void both_have_the_same_structure_code_tables_and_links(Pair pair) throws IOException {
        String english = Files.readString(pair.english());
        String chinese = Files.readString(pair.chinese());

        assertThat(outline(chinese)).isEqualTo(outline(english));
        assertThat(all(CODE, chinese)).isEqualTo(all(CODE, english));
        assertThat(targets(pair.chinese(), pair)).isEqualTo(targets(pair.english(), pair));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void every_link_leads_to_something(Pair pair) throws IOException {
        for (Path page : List.of(pair.english(), pair.chinese())) {
            for (String target : links(page)) {
                assertThat(directory(page).resolve(target)).exists();
            }
        }
    }

    /** Levels of headings, and rows of tables, in their order. */
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

    /** What is linked to, a translated page under its English name; the link to the other language counts as itself. */
    private static List<Path> targets(Path page, Pair pair) throws IOException {
        List<Path> targets = new ArrayList<>();
        for (String link : links(page)) {
            Path target = directory(page).resolve(link).normalize();
            boolean translated = target.startsWith(DOCS.resolve("zh"));
            Path english = translated ? DOCS.resolve(DOCS.resolve("zh").relativize(target)) : target;
            boolean self = target.equals(pair.english()) || target.equals(pair.chinese());
            targets.add(self ? pair.english() : english);
        }
        return targets;
    }

    private static Path directory(Path page) {
        return Objects.requireNonNull(page.getParent());
    }
}
