package io.github.dmdsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tests that each parameter key is written once, in the constant above its accessor. All other code uses the constant.
 */
class ParameterKeysTest {
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");

    /** Comments may have keys in their examples. */
    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:/?\\*|//).*$");

    @Test
    void no_main_source_outside_the_models_writes_a_key_as_a_literal() {
        Set<String> keys =
                ParameterTable.all().stream().map(ParameterInfo::key).collect(Collectors.toCollection(TreeSet::new));
        // Dameng's tools have an option with the name of this parameter of dmwatcher.ini.
        keys.remove(WatcherGroup.DCR_INI);

        Set<String> literals = new TreeSet<>();
        for (Path source : sources()) {
            Matcher literal = LITERAL.matcher(COMMENT.matcher(read(source)).replaceAll(""));
            while (literal.find()) {
                String text = literal.group().substring(1, literal.group().length() - 1);
                if (keys.contains(text)) {
                    literals.add(source.getFileName() + " " + text);
                }
            }
        }

        assertThat(literals).isEmpty();
    }

    private static List<Path> sources() {
        Set<String> models = ParameterTable.all().stream()
                .map(parameter -> parameter.model().getSimpleName() + ".java")
                .collect(Collectors.toSet());
        return Stream.of("dcr-model", "ini-codec", "extend-planner")
                .flatMap(module -> walk(Path.of("..", module, "src/main/java")))
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> !models.contains(file.getFileName().toString()))
                .toList();
    }

    private static Stream<Path> walk(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
