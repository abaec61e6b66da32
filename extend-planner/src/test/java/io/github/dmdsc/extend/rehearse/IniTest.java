package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the model reads a configuration file. */
class IniTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KEY = value        | value",
                "key=value          | value",
                "  Key  =  a b  c   | a b  c",
                "KEY = a=b          | a=b",
                "KEY = a # b        | a",
                "KEY = a#b          | a",
                "KEY = a // b       | a",
                "KEY = a//b         | a//b",
                "KEY = http://a     | http://a",
                "KEY = [::1]//b     | [::1]",
                "KEY = a\t// b      | a",
                "KEY =              | ''",
                "#KEY = a           | ''",
                "//KEY = a          | ''",
                "  // KEY = a       | ''",
                "KEY                | ''",
                "= KEY              | ''",
            })
    void aLineIsAKeyAndItsValueWithoutAComment(String line, String value) {
        assertThat(read(line).global("KEY")).isEqualTo(value);
    }

    @Test
    void aLineWithoutAKeyIsNoEntry() {
        assertThat(read("KEY\n= KEY\n\n# KEY = 1\n").globals().entries()).isEmpty();
    }

    @Test
    void theFirstOfTwoLinesCounts() {
        assertThat(read("KEY = 1\nKEY = 2").global("KEY")).isEqualTo("1");
    }

    @Test
    void sectionsFollowTheGlobalsInTheirOrder() {
        Ini ini = read("A = 1\n[ one ] // first\nB = 2\n[TWO]\n[one]\nB = 3\n[no\nthree]\n[]\n");

        assertThat(ini.globals()).isEqualTo(new Ini.Part("", List.of(new Ini.Entry("A", "1"))));
        assertThat(ini.named())
                .containsExactly(
                        new Ini.Part("ONE", List.of(new Ini.Entry("B", "2"))),
                        new Ini.Part("TWO", List.of()),
                        new Ini.Part("ONE", List.of(new Ini.Entry("B", "3"))),
                        new Ini.Part("", List.of()));
    }

    @Test
    void aFileMayBeginWithAMarkAndBeInGb18030() {
        byte[] gb18030 = "KEY = 达梦".getBytes(Charset.forName("GB18030"));

        assertThat(read("\uFEFFKEY = 达梦").global("KEY")).isEqualTo("达梦");
        assertThat(Ini.read(gb18030).global("KEY")).isEqualTo("达梦");
    }

    @Test
    void aPathHasSlashesOnWindowsToo() {
        assertThat(read("KEY = D:\\data\\dm.ini").path("KEY")).isEqualTo("D:/data/dm.ini");
    }

    private static Ini read(String text) {
        return Ini.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
