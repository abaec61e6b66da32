package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

@Domain(IniTexts.class)
class ReadingTest {
    @Property(tries = 1500)
    void ini_like_texts_read_as_the_reference_reads_them(@ForAll IniTexts.Ini ini) {
        assertThat(summary(ini.document())).isEqualTo(summary(reference(ini.text())));
    }

    @Property(tries = 1000)
    void any_bytes_read_as_the_reference_reads_them(@ForAll IniTexts.Bytes file) {
        IniDocument document = IniDocument.parse(file.value(), StandardCharsets.ISO_8859_1);
        String text = new String(file.value(), StandardCharsets.ISO_8859_1);

        assertThat(summary(document))
                .isEqualTo(summary(new ReferenceReader(document.hasBom() ? text.substring(3) : text)));
    }

    @Property(tries = 500)
    void the_detected_character_set_reads_as_the_reference_reads_it(@ForAll IniTexts.Bytes file) {
        IniDocument document = IniDocument.parse(file.value());
        byte[] bom = document.encoding().bom();
        String text = new String(file.value(), bom.length, file.value().length - bom.length, document.charset());

        assertThat(summary(document)).isEqualTo(summary(new ReferenceReader(text)));
    }

    @Property(tries = 500)
    void positions_point_at_what_they_name(@ForAll IniTexts.Ini ini) {
        IniDocument document = ini.document();
        for (IniEntry entry : Documents.entries(document)) {
            int[] line = document.line(entry.line()).codePoints().toArray();
            assertThat(part(
                            line,
                            entry.keyColumn(),
                            entry.key().codePointCount(0, entry.key().length())))
                    .isEqualTo(entry.key());
            assertThat(part(line, entry.valueColumn(), entry.valueLength())).isEqualTo(entry.value());
        }
        for (IniSection section :
                document.sections().subList(1, document.sections().size())) {
            int[] line = document.line(section.line()).codePoints().toArray();
            assertThat(part(line, section.column(), 1)).isEqualTo("[");
        }
        for (IniLine line : document.malformed()) {
            assertThat(line.text()).isEqualTo(document.line(line.number()));
            assertThat(line.text().substring(line.column() - 1))
                    .doesNotStartWith(" ")
                    .doesNotStartWith("\t");
            assertThat(line.text().substring(0, line.column() - 1)).isBlank();
        }
    }

    @Property(tries = 250)
    void sections_and_keys_are_found_by_name_whatever_their_case(@ForAll IniTexts.Ini ini) {
        IniDocument document = ini.document();
        for (IniSection section : document.sections()) {
            assertThat(document.sections(swapCase(section.name()))).contains(section);
            assertThat(document.sections().get(section.index())).isSameAs(section);
            for (IniEntry entry : section.entries()) {
                List<IniEntry> all = section.all(swapCase(entry.key()));
                assertThat(all).contains(entry);
                assertThat(section.first(entry.key())).contains(all.get(0));
                assertThat(section.entries().get(entry.index())).isEqualTo(entry);
                assertThat(entry.section()).isSameAs(section);
                assertThat(all).allSatisfy(same -> assertThat(same.key()).isEqualToIgnoringCase(entry.key()));
            }
        }
    }

    private static String part(int[] line, int column, int length) {
        return new String(line, column - 1, length);
    }

    private static String swapCase(String text) {
        StringBuilder swapped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            swapped.append((char) (c < 0x80 && Character.isLetter(c) ? c ^ 0x20 : c));
        }
        return swapped.toString();
    }

    private static ReferenceReader reference(String text) {
        return new ReferenceReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static List<String> summary(IniDocument document) {
        List<String> all = new ArrayList<>(Documents.lines(document));
        for (IniSection section : document.sections()) {
            all.add("[" + section.name() + "]" + section.line());
            section.entries()
                    .forEach(entry -> all.add(entry.key() + "=" + entry.value()
                            + entry.comment().map(IniComment::toString).orElse("") + entry.line()));
        }
        document.malformed().forEach(line -> all.add("?" + line.number()));
        document.entriesOutsideSections().forEach(line -> all.add("-" + line.number()));
        return all;
    }

    private static List<String> summary(ReferenceReader reference) {
        List<String> all = new ArrayList<>(reference.lines);
        for (ReferenceReader.Section section : reference.sections) {
            all.add("[" + section.name() + "]" + section.line());
            section.entries()
                    .forEach(entry -> all.add(entry.key() + "=" + entry.value() + entry.comment() + entry.line()));
        }
        reference.malformed.forEach(number -> all.add("?" + number));
        reference.outside.forEach(number -> all.add("-" + number));
        return all;
    }
}
