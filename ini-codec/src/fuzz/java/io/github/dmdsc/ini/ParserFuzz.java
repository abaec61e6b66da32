package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

class ParserFuzz {
    @FuzzTest(maxDuration = "10m")
    void any_bytes_are_read_like_the_reference_and_print_as_they_were(byte[] bytes) {
        check(IniDocument.parse(bytes), bytes);
        check(IniDocument.parse(bytes, StandardCharsets.ISO_8859_1), bytes);
        check(IniDocument.parse(bytes, IniTexts.GB18030), bytes);
    }

    private static void check(IniDocument document, byte[] bytes) {
        assertThat(document.toBytes()).isEqualTo(bytes);
        assertThat(document.size()).isEqualTo(bytes.length);
        int bom = document.encoding().bom().length;
        // Java's UTF-32 decoder accepts surrogates, which are no characters.
        String text = new String(bytes, bom, bytes.length - bom, document.charset()).replaceAll("\\p{Cs}", "\uFFFD");
        ReferenceReader reference = new ReferenceReader(text);
        assertThat(Documents.lines(document)).isEqualTo(reference.lines);
        assertThat(document.malformed()).extracting(IniLine::number).isEqualTo(reference.malformed);
        assertThat(document.entriesOutsideSections()).extracting(IniLine::number).isEqualTo(reference.outside);
        assertThat(document.sections()).hasSameSizeAs(reference.sections);
        for (IniSection section : document.sections()) {
            ReferenceReader.Section expected = reference.sections.get(section.index());
            assertThat(section.name()).isEqualTo(expected.name());
            assertThat(section.line()).isEqualTo(expected.line());
            assertThat(section.entries())
                    .extracting(entry -> new ReferenceReader.Entry(
                            entry.key(), entry.value(), entry.comment().map(IniComment::toString).orElse(""), entry.line()))
                    .isEqualTo(expected.entries());
        }
    }
}
