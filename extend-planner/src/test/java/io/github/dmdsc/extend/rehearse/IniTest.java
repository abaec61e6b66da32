package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDocument;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the model sees a configuration file. How a line is read is the codec's affair, and tested there. */
class IniTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "KEY = a # b        | a",
                "KEY = a#b          | a#b",
                "KEY = [::1]//b     | [::1]//b",
                "KEY = \"a // b\" # c | \"a // b\"",
                "KEY = 05236        | 5236",
                "KEY = +5236        | 5236",
                "KEY = 00           | 0",
                "KEY = 05a          | 05a",
                "KEY = // c         | ``",
                "KEY                | ``",
            })
    void a_key_has_the_value_of_its_line(String line, String value) {
        assertThat(read(line).global("KEY")).isEqualTo(value);
    }

    @Test
    void a_name_of_digits_is_no_number() {
        assertThat(read("DCR_EP_NAME = 007").global("DCR_EP_NAME")).isEqualTo("007");
    }

    @Test
    void an_empty_value_is_none() {
        assertThat(read("KEY = # c\nKEY = 2").globals().find("KEY")).isEmpty();
    }

    @Test
    void the_first_of_two_lines_counts() {
        assertThat(read("KEY = 1\nKEY = 2").global("KEY")).isEqualTo("1");
    }

    @Test
    void sections_follow_the_globals_in_their_order() {
        Ini ini = read("A = 1\n[ one ] // first\nb = 02\n[TWO] ; second\n[é]\nB = 3\n");

        assertThat(ini.globals()).isEqualTo(part("", "A", "1"));
        assertThat(ini.named())
                .containsExactly(part("ONE", "B", "02"), new Ini.Part("TWO", List.of()), part("é", "B", "3"));
    }

    @Test
    void a_file_may_begin_with_a_byte_order_mark_and_be_in_gb18030() {
        byte[] gb18030 = "KEY = 达梦".getBytes(Charset.forName("GB18030"));

        assertThat(read("\uFEFFKEY = 达梦").global("KEY")).isEqualTo("达梦");
        assertThat(Ini.of(IniDocument.parse(gb18030)).global("KEY")).isEqualTo("达梦");
    }

    @ParameterizedTest
    @CsvSource({
        "D:\\data\\dm.ini, D:/data/dm.ini",
        "/data//x/../dm.ini, /data/dm.ini",
        "/data/, /data",
    })
    void a_path_is_spelled_as_the_names_of_files_are(String text, String path) {
        assertThat(read("KEY = " + text).path("KEY")).isEqualTo(path);
    }

    private static Ini.Part part(String name, String key, String value) {
        return new Ini.Part(name, List.of(new Ini.Entry(key, value)));
    }

    private static Ini read(String text) {
        return Ini.of(IniDocument.parse(text.getBytes(StandardCharsets.UTF_8)));
    }
}
