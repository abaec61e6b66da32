package io.github.dmdsc.extend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages in docs/reference match the code. With {@code -Dgolden.rewrite=true} the test rewrites them. */
class ReferenceTest {
    private static final Path REFERENCE = Path.of("..", "docs", "reference");
    private static final String STALE =
            "%s is out of date; mvn -pl extend-planner -am test -Dtest=ReferenceTest -Dgolden.rewrite=true"
                    + " -Dsurefire.failIfNoSpecifiedTests=false writes it anew";

    /** The page that a test of another module makes. */
    private static final String COMMONS_VIEW = "commons-view.md";

    private static void isUpToDate(Path directory, Map<String, String> pages) throws IOException {
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.createDirectories(directory);
            for (Map.Entry<String, String> page : pages.entrySet()) {
                Files.writeString(directory.resolve(page.getKey()), page.getValue());
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Path file = directory.resolve(page.getKey());
            assertThat(file).as(STALE, file).exists();
            assertThat(Files.readString(file)).as(STALE, file).isEqualTo(page.getValue());
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(Files::isRegularFile).map(Path::getFileName).map(Path::toString))
                    .filteredOn(name -> !name.equals(COMMONS_VIEW))
                    .as("only generated pages")
                    .containsExactlyInAnyOrderElementsOf(pages.keySet());
        }
    }

    @Test
    void the_pages_match_the_code() throws IOException {
        isUpToDate(REFERENCE, ReferencePages.all());
    }

    @Test
    void the_chinese_pages_match_the_code() throws IOException {
        isUpToDate(Path.of("..", "docs", "zh", "reference"), ChinesePages.all());
    }

    @Test
    void the_pages_of_the_rules_match_the_rules() throws IOException {
        Path directory = Path.of("..", "docs", "rules");
        Map<String, String> pages = new TreeMap<>(RulePages.all());
        pages.put("README.md", RulePages.index(Files.readString(directory.resolve("README.md"))));
        isUpToDate(directory, pages);
        Path chinese = Path.of("..", "docs", "zh", "rules");
        String index = Files.readString(chinese.resolve("README.md"));
        isUpToDate(chinese, Map.of("README.md", RulePages.chineseIndex(index)));
    }

    @Test
    void the_published_schemas_match_those_in_the_jars() throws IOException {
        Map<String, String> schemas = new TreeMap<>();
        schemas.put(
                "cluster-1.schema.json",
                Files.readString(
                        Path.of("..", "dcr-model/src/main/resources/io/github/dmdsc/model/cluster-1.schema.json")));
        schemas.put(
                "plan-3.schema.json",
                Files.readString(Path.of("src/main/resources/io/github/dmdsc/extend/plan/plan-3.schema.json")));
        for (String name : List.of("findings", "planning", "diff", "drift", "exports", "rehearsed", "status")) {
            schemas.put(name + "-1.schema.json", Files.readString(JsonOutputTest.published(name)));
        }
        isUpToDate(REFERENCE.resolve("schemas"), schemas);
    }
}
