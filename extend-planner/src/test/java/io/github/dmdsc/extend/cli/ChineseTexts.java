package io.github.dmdsc.extend.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The Chinese texts of the reference pages. The English texts are taken from the Javadoc. */
final class ChineseTexts {
    private static final String FILE = "reference_zh.properties";

    private final Properties texts = new Properties();
    private final Set<String> unused;

    ChineseTexts() {
        try (InputStreamReader reader = new InputStreamReader(
                requireNonNull(ChineseTexts.class.getResourceAsStream(FILE)), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        unused = new TreeSet<>(texts.stringPropertyNames());
    }

    String get(String key) {
        unused.remove(key);
        return requireNonNull(texts.getProperty(key), () -> FILE + " lacks " + key);
    }

    /** Returns the keys that no page has used. */
    Set<String> unused() {
        return unused;
    }
}
