package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts are looked up only for display: the texts in the catalogues do not change what is planned, checked or found.
 */
class CataloguesTest {
    @Test
    void results_do_not_depend_on_the_texts_of_the_catalogues(@TempDir Path keys) throws Exception {
        for (String module : List.of("dcr-model", "ini-codec", "extend-planner")) {
            replaceTexts(Path.of("..", module, "src", "main", "resources"), keys);
        }
        List<URL> urls = new ArrayList<>(List.of(keys.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object keyed = loader.loadClass(WithoutSentences.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();

            assertThat(keyed).hasToString("DSC-0101.title");
            assertThat(((Supplier<?>) keyed).get().toString().lines())
                    .containsExactlyElementsOf(
                            new WithoutSentences().get().lines().toList());
        }
    }

    private static void replaceTexts(Path resources, Path keys) throws IOException {
        try (Stream<Path> files = Files.walk(resources)) {
            for (Path file : files.filter(each -> each.getFileName().toString().matches("messages\\w*\\.properties"))
                    .toList()) {
                Properties texts = new Properties();
                texts.load(Files.newBufferedReader(file));
                Path target = keys.resolve(resources.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.writeString(
                        target,
                        new TreeSet<>(texts.stringPropertyNames())
                                .stream().map(key -> key + "=" + key + "\n").collect(Collectors.joining()),
                        StandardCharsets.UTF_8);
            }
        }
    }
}
