package io.github.dmdsc.model.check.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.model.check.Rule;
import io.github.dmdsc.model.fixtures.Defect;
import io.github.dmdsc.model.fixtures.Defects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that each rule has a class, a test, a page, and a defect that it reports. */
class StandardRulesTest {
    private static final Path PAGES = Path.of("..", "docs", "rules");
    private static final Path CLASSES =
            Path.of("src", "main", "java", "io", "github", "dmdsc", "model", "check", "rules");
    private static final Path TESTS =
            Path.of("src", "test", "java", "io", "github", "dmdsc", "model", "check", "rules");

    static List<Rule> rules() {
        return StandardRules.book().rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_has_a_test_class_of_its_own(Rule rule) {
        assertThat(TESTS.resolve(rule.getClass().getSimpleName() + "Test.java"))
                .content()
                .contains("extends RuleLaws", "super(new " + rule.getClass().getSimpleName() + "())")
                .containsPattern("@(Parameterized)?Test");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_has_a_page_in_two_languages(Rule rule) {
        assertThat(PAGES.resolve(rule.id() + ".md"))
                .content()
                .containsSubsequence(
                        "# " + rule.id() + ": ",
                        "**Level**: ",
                        "**Finding**: ",
                        "**Fix**: ",
                        "**Manual**: " + rule.kind().manual().orElse("none; "),
                        "## 中文：",
                        "**级别**：",
                        "**发现**：",
                        "**处理**：",
                        "**手册**：",
                        "## Example / 示例",
                        "Breaks the rule / 违反规则：",
                        "Mended / 改正后：");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_has_a_defect_that_it_finds(Rule rule) {
        assertThat(Defects.of(rule.id())).isNotEmpty();
    }

    @Test
    void every_defect_and_every_page_belongs_to_a_rule() throws IOException {
        List<String> ids = rules().stream().map(Rule::id).toList();

        assertThat(Defects.all()).extracting(Defect::ruleId).isSubsetOf(ids);
        try (Stream<Path> pages = Files.list(PAGES)) {
            assertThat(pages.map(page -> page.getFileName().toString())
                            .filter(name -> name.startsWith("DSC-"))
                            .map(name -> name.replace(".md", "")))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void every_rule_that_is_written_is_in_the_book_under_an_id_of_its_own() throws IOException {
        assertThat(rules()).extracting(Rule::id).doesNotHaveDuplicates().isSorted();
        try (Stream<Path> files = Files.list(CLASSES)) {
            List<String> written = files.filter(StandardRulesTest::isRule)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .toList();
            assertThat(rules())
                    .extracting(rule -> rule.getClass().getSimpleName())
                    .containsExactlyInAnyOrderElementsOf(written);
        }
    }

    private static boolean isRule(Path file) {
        try {
            return Files.readString(file).contains(" implements Rule {");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
