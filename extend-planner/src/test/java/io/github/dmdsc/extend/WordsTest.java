package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each thing has one name. The glossary lists words that must not occur in a message, in the help or on a page. */
class WordsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path GLOSSARY = ROOT.resolve("docs/glossary.md");
    private static final Path COMMANDS = Path.of("src/main/java/io/github/dmdsc/extend/cli");
    private static final Pattern CODE = Pattern.compile("```.*?\\n```|`[^`\\n]*`|]\\([^)\\n]*\\)", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    /** Returns the rows of the last table of a glossary page, without its heading. */
    private static List<List<String>> rows(Path page) throws IOException {
        String text = Files.readString(page);
        return text.substring(text.lastIndexOf("\n## "))
                .lines()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static Pattern english() throws IOException {
        return Pattern.compile(
                "(?i)\\b(?:" + banned(1, ", ") + ")(?:s|es|ed|ing)?\\b", Pattern.UNICODE_CHARACTER_CLASS);
    }

    private static Pattern chinese() throws IOException {
        return Pattern.compile(banned(3, "、"));
    }

    private static String banned(int column, String comma) throws IOException {
        List<String> words = rows(GLOSSARY).stream()
                .flatMap(row -> Stream.of(row.get(column).split(comma)))
                .filter(word -> !word.isEmpty())
                .toList();
        assertThat(words).hasSizeGreaterThan(15);
        return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    private static List<Path> files(Path root, String pattern) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> resources(String pattern) throws IOException {
        List<Path> all = new ArrayList<>();
        for (String module : List.of("dcr-model", "ini-codec", "extend-planner")) {
            all.addAll(files(ROOT.resolve(module).resolve("src/main/resources"), pattern));
        }
        return all;
    }

    private static Map<String, String> texts(Path catalogue) throws IOException {
        Properties texts = new Properties();
        texts.load(Files.newBufferedReader(catalogue));
        Map<String, String> all = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
        return all;
    }

    private static List<String> found(Pattern words, String text, Object at) {
        return words.matcher(text)
                .results()
                .map(hit -> at + " says " + hit.group())
                .toList();
    }

    @Test
    void no_message_has_a_word_that_the_glossary_rules_out() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path catalogue : resources("(messages|help)\\w*\\.properties")) {
            boolean translated = catalogue.getFileName().toString().endsWith("_zh.properties");
            Pattern words = translated ? chinese() : english();
            texts(catalogue).forEach((key, text) -> found.addAll(found(words, text, catalogue + " " + key)));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void no_help_text_has_a_word_that_the_glossary_rules_out() throws IOException {
        Pattern words = english();
        List<String> found = new ArrayList<>();
        for (Path command : files(COMMANDS, "\\w+\\.java")) {
            String joined = Files.readString(command).replaceAll("\"\\s*\\+ \"", "");
            LITERAL.matcher(joined).results().forEach(text -> found.addAll(found(words, text.group(), command)));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void no_page_has_a_word_that_the_glossary_rules_out() throws IOException {
        Pattern english = english();
        Pattern chinese = chinese();
        List<Path> pages = new ArrayList<>(files(ROOT.resolve("docs"), "(?!glossary).*\\.md"));
        pages.add(ROOT.resolve("README.md"));
        List<String> found = new ArrayList<>();
        for (Path page : pages) {
            List<String> lines = CODE.matcher(Files.readString(page))
                    .replaceAll(code -> code.group().replaceAll("[^\\n]", ""))
                    .lines()
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                Pattern words = CHINESE.matcher(line).find() ? chinese : english;
                found.addAll(found(words, line, page + ":" + (i + 1)));
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void both_pages_of_the_glossary_rule_out_the_same_words() throws IOException {
        assertThat(rows(ROOT.resolve("docs/zh/glossary.md")))
                .isEqualTo(rows(GLOSSARY).stream()
                        .map(row -> List.of(row.get(2), row.get(3), row.get(0), row.get(1)))
                        .toList());
    }

    @Test
    void every_english_message_has_a_chinese_one_with_the_same_parameters() throws IOException {
        List<Path> catalogues = resources("messages\\.properties");
        assertThat(catalogues).hasSizeGreaterThan(10);
        for (Path catalogue : catalogues) {
            assertThat(parameters(texts(catalogue.resolveSibling("messages_zh.properties"))))
                    .as("%s", catalogue)
                    .isEqualTo(parameters(texts(catalogue)));
        }
    }

    private static Map<String, Set<String>> parameters(Map<String, String> texts) {
        Map<String, Set<String>> parameters = new TreeMap<>();
        texts.forEach((key, text) -> parameters.put(
                key, PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet())));
        return parameters;
    }
}
