package io.github.dmdsc.ini.commons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.configuration2.INIConfiguration;

/**
 * Tests that the view and Apache's INIConfiguration give the same values for files that INIConfiguration reads without
 * loss. In these files, section names do not repeat, values have no quotes, backslashes, separators or comment marks,
 * and comments are on lines of their own.
 */
class DifferentialTest {
    private record Line(String key, String value, String blank) {
        String text() {
            return key + blank + "=" + blank + value + "\n";
        }
    }

    @Provide
    Arbitrary<List<Line>> lines() {
        Arbitrary<String> keys =
                Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(8);
        Arbitrary<String> values = Arbitraries.strings()
                .withCharRange('a', 'z')
                .withCharRange('0', '9')
                .withChars("/.-_+{}, ")
                .ofMaxLength(20)
                .map(String::strip)
                .filter(value -> !value.contains("//"));
        Arbitrary<String> blanks = Arbitraries.of("", " ", "\t", "   ");
        return Combinators.combine(keys, values, blanks).as(Line::new).list().ofMaxSize(6);
    }

    @Property(tries = 150)
    void both_give_the_same_values(
            @ForAll("lines") List<Line> globals, @ForAll("lines") List<Line> first, @ForAll("lines") List<Line> second)
            throws Exception {
        StringBuilder text = new StringBuilder();
        globals.forEach(line -> text.append(line.text()));
        text.append("# a comment\n[First]\n");
        first.forEach(line -> text.append(line.text()));
        text.append("\n; another\n[Second]\n");
        second.forEach(line -> text.append(line.text()));
        INIConfiguration apache = new INIConfiguration();
        apache.read(new StringReader(text.toString()));
        IniDocumentConfiguration ours = new IniDocumentConfiguration();
        ours.read(new StringReader(text.toString()));

        List<String> keys = new ArrayList<>();
        globals.forEach(line -> keys.add(line.key()));
        first.forEach(line -> keys.add("First." + line.key()));
        second.forEach(line -> keys.add("Second." + line.key()));
        for (String key : keys) {
            assertThat(ours.getList(String.class, key)).as(key).isEqualTo(apache.getList(String.class, key));
        }
        StringWriter out = new StringWriter();
        ours.write(out);
        assertThat(out).hasToString(text.toString());
    }
}
