package io.github.dmdsc.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each parameter key is declared once, beside its accessor, and named everywhere else. */
class ParameterKeysTest {
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\\n]|\\\\.)*\"");

    private static final List<Class<?>> MODELS = List.of(
            DmdcrCfg.class,
            DcrGroup.class,
            DcrEndpoint.class,
            Dmdcr.class,
            MalConfig.class,
            MalInstance.class,
            DmIni.class,
            DmArch.class,
            DmArchive.class,
            Dmcssm.class,
            DmInit.class,
            DmInitInstance.class,
            Dmwatcher.class,
            WatcherGroup.class);

    @Test
    void no_main_source_outside_the_models_writes_a_key_as_a_literal() {
        Set<String> keys = new TreeSet<>();
        MODELS.forEach(model -> keys.addAll(keys(model)));
        assertThat(keys).hasSizeGreaterThan(80);
        // An option of the tools has the name of a parameter of dmwatcher.ini.
        keys.remove(WatcherGroup.DCR_INI);

        Set<String> literals = new TreeSet<>();
        for (Path source : sources()) {
            Matcher literal = LITERAL.matcher(read(source));
            while (literal.find()) {
                String text = literal.group().substring(1, literal.group().length() - 1);
                if (keys.contains(text)) {
                    literals.add(source.getFileName() + " " + text);
                }
            }
        }

        assertThat(literals).isEmpty();
    }

    private static Set<String> keys(Class<?> model) {
        Set<String> keys = new TreeSet<>();
        for (var accessor : model.getMethods()) {
            if (accessor.isAnnotationPresent(Parameter.class)) {
                keys.add(accessor.getAnnotation(JsonProperty.class).value());
            }
        }
        return keys;
    }

    private static List<Path> sources() {
        List<String> models =
                MODELS.stream().map(model -> model.getSimpleName() + ".java").toList();
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
