package io.github.dmdsc.extend.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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
                "KEY = a#b          | a#b",
                "KEY = a // b       | a",
                "KEY = a//b         | a//b",
                "KEY = http://a     | http://a",
                "KEY = [::1]//b     | [::1]//b",
                "KEY = a\t// b      | a",
                "KEY =              | ''",
                "#KEY = a           | ''",
                "//KEY = a          | ''",
                "  // KEY = a       | ''",
                "KEY = +007         | 7",
                "KEY = 007 8        | 007 8",
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
                        new Ini.Part("", List.of()),
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

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> piece = Arbitraries.of(
                "A", "b", "=", "#", "//", "/", ";", "[", "]", " ", "\t", "\"", "'", "\f", "\u00a0", "磁");
        return piece.list().ofMaxSize(9).map(pieces -> String.join("", pieces));
    }

    /** The model reads lines with code of its own, and must read them as everybody does. */
    @Property(tries = 2000)
    void a_file_is_read_as_the_codec_reads_it(@ForAll("lines") String first, @ForAll("lines") String second) {
        IniDocument document = IniDocument.parse((first + "\n" + second + "\r\n").getBytes(StandardCharsets.UTF_8));
        // What a broken header does to the lines behind it does not matter: no plan is made from such a file.
        Assume.that(document.malformed().stream()
                .noneMatch(line -> line.text().strip().startsWith("[")));

        assertThat(read(first + "\n" + second + "\r\n").sections())
                .isEqualTo(document.sections().stream()
                        .map(section -> new Ini.Part(
                                IniDialect.canonical(section.name()),
                                section.entries().stream()
                                        .map(entry ->
                                                new Ini.Entry(IniDialect.canonical(entry.key()), entry.value()))
                                        .toList()))
                        .toList());
    }

    private static Ini read(String text) {
        return Ini.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
