package io.github.dmdsc.extend;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.diff.ClusterDiff;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The differences between the shipped example and its extension, in the form for people. */
class DiffGoldenTest {
    private static final ClusterDiff DIFF =
            ClusterDiff.of(Example.files(), Example.manual().target());

    private static String golden(String name) throws IOException {
        try (InputStream in = DiffGoldenTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void the_extension_of_the_example_in_english() throws IOException {
        assertThat(DIFF.text(Locale.ENGLISH)).isEqualTo(golden("diff/two-node-extended.txt"));
    }

    @Test
    void the_extension_of_the_example_in_chinese() throws IOException {
        assertThat(DIFF.text(Locale.CHINESE)).isEqualTo(golden("diff/two-node-extended_zh.txt"));
    }

    @Test
    void the_extension_of_the_example_as_canonical_json() throws IOException {
        assertThat(DIFF.json()).isEqualTo(golden("diff/two-node-extended.json"));
    }
}
