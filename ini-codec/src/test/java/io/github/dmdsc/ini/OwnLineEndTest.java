package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests that new lines at the start of a file, or in a file whose lines were all removed, end as the file's lines
 * ended.
 */
class OwnLineEndTest {
    private static IniDocument parse(String text, String lineEnd) {
        return IniDocument.parse(text.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(IniDocument document, String lineEnd) {
        String text = new String(document.toBytes(), StandardCharsets.UTF_8);
        assertThat(text.replace(lineEnd, "")).doesNotContain("\r", "\n");
        return text.replace(lineEnd, "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void a_key_before_everything_else(String lineEnd) {
        IniDocument document = parse("[A]\nk = v\n", lineEnd);
        assertThat(text(document.add(document.global(), "x", "1"), lineEnd)).isEqualTo("x = 1\n[A]\nk = v\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void a_key_in_a_file_that_lost_its_only_one(String lineEnd) {
        IniDocument document = parse("a = 1\n", lineEnd);
        IniDocument emptied = document.remove(document.global().entries().get(0));
        assertThat(text(emptied.add(emptied.global(), "b", "2"), lineEnd)).isEqualTo("b = 2\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void a_section_in_a_file_that_lost_its_only_one(String lineEnd) {
        IniDocument document = parse("[A]\nk = v\n", lineEnd);
        IniDocument emptied = document.remove(document.sections().get(1));
        assertThat(text(emptied.append("B", List.of(Map.entry("k", "w"))), lineEnd))
                .isEqualTo("[B]\nk = w\n");
    }
}
