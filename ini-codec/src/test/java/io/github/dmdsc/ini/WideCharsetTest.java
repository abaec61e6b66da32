package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.ini.EditProblem.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Tests that documents in UTF-16 and UTF-32 are read, and cannot be edited. */
@Domain(IniTexts.class)
@Domain(DomainContext.Global.class)
class WideCharsetTest {
    private static final List<Charset> WIDE = Stream.of("UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE")
            .map(Charset::forName)
            .toList();

    @Provide
    Arbitrary<Charset> wide() {
        return Arbitraries.of(WIDE);
    }

    @Property(tries = 500)
    void a_text_with_a_byte_order_mark_reads_as_it_would_in_utf_8(
            @ForAll IniTexts.Ini ini, @ForAll("wide") Charset charset) {
        // The mark of UTF-32LE is that of UTF-16LE with a NUL after it, and Java's UTF-32 decoder drops a second mark.
        Assume.that(!ini.text().startsWith("\0") && !ini.text().startsWith("\uFEFF\uFEFF"));
        String text = ini.text().startsWith("\uFEFF") ? ini.text() : "\uFEFF" + ini.text();
        byte[] bytes = text.getBytes(charset);
        IniDocument document = IniDocument.parse(bytes);
        IniDocument expected = IniDocument.parse(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

        assertThat(document.charset()).isEqualTo(charset);
        assertThat(document.hasBom()).isTrue();
        assertThat(document.toBytes()).isEqualTo(bytes);
        assertThat(Documents.everything(document)).isEqualTo(Documents.everything(expected));
    }

    @Example
    void a_text_without_a_mark_is_recognised_by_the_zeros_of_its_ascii_characters() throws IOException {
        for (String text : List.of("[s]\r\nKEY = 系统目录\r\n", "k=1", "# 一二三四五六七八\nDMDCR_PATH=/dev/raw1\n", "\n[s]")) {
            for (Charset charset : WIDE) {
                byte[] bytes = text.getBytes(charset);
                IniDocument document = IniDocument.parse(bytes);

                assertThat(document.charset()).as(text).isEqualTo(charset);
                assertThat(document.isEditable()).isFalse();
                assertThat(document.hasBom()).isFalse();
                assertThat(document.isUndecodable()).isFalse();
                assertThat(document.charsetIsAmbiguous()).isFalse();
                assertThat(document.firstUndecodableLine()).isEmpty();
                assertThat(Documents.lines(document)).isEqualTo(text.lines().toList());
                assertThat(document.size()).isEqualTo(bytes.length);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.writeTo(out);
                assertThat(out.toByteArray()).isEqualTo(bytes);
            }
        }
    }

    @Example
    void zeros_in_other_text_make_no_wide_set() {
        for (String text :
                List.of("k=\0\n", "a\0=1\n", "a\0b=12\n", "k\0=\0\0\0", "\0\0\0", "k=1\0\n", "\0\0\0k=1\n")) {
            assertThat(Documents.utf8(text).isEditable()).as(text).isTrue();
        }
    }

    @Example
    void surrogates_alone_are_no_text_in_utf_32() {
        byte[] bytes = {'k', 0, 0, 0, (byte) 0xF3, (byte) 0xD9, 0, 0};

        assertThat(IniDocument.parse(bytes).charset()).isNotEqualTo(Charset.forName("UTF-32LE"));
        assertThat(IniDocument.parse(bytes).toBytes()).isEqualTo(bytes);
    }

    @Example
    void a_damaged_text_with_a_mark_is_still_recognised() {
        byte[] bytes = {(byte) 0xFF, (byte) 0xFE, 'k', 0, '=', 0, 0, (byte) 0xD8, '\n', 0, '!'};

        assertThat(IniDocument.parse(bytes).charset()).isEqualTo(StandardCharsets.UTF_16LE);
        assertThat(IniDocument.parse(bytes).toBytes()).isEqualTo(bytes);
    }

    @Example
    void units_that_are_no_character_read_as_the_replacement_character() {
        byte[] utf16 = {(byte) 0xFE, (byte) 0xFF, 0, 'k', 0, '=', (byte) 0xDC, 0, 0, '\n'};
        byte[] utf32 = {0, 0, (byte) 0xFE, (byte) 0xFF, 0, 0, 0, 'k', 0, 0, 0, '=', 0, 0, (byte) 0xD9, 0, 0, 0, 0, '\n'
        };
        for (byte[] bytes : List.of(utf16, utf32)) {
            IniDocument document = IniDocument.parse(bytes);

            assertThat(document.isEditable()).isFalse();
            assertThat(document.get("k")).contains("\uFFFD");
            assertThat(document).hasToString("k=\uFFFD\n");
            assertThat(document.toBytes()).isEqualTo(bytes);
        }
    }

    @Example
    void every_edit_is_refused() {
        IniDocument document = IniDocument.parse("[s]\nk=1\n".getBytes(StandardCharsets.UTF_16LE));
        IniSection section = Documents.section(document, "s");
        IniEntry entry = Documents.entry(document, "k");

        for (EditProblem problem : List.of(
                document.problemWith("").orElseThrow(),
                document.keyProblem("k").orElseThrow(),
                document.sectionNameProblem("s").orElseThrow())) {
            assertThat(problem.kind()).isEqualTo(Kind.WIDE_CHARSET);
        }
        List<Map.Entry<String, String>> none = List.of();
        for (ThrowingCallable edit : List.<ThrowingCallable>of(
                () -> document.set(entry, "2"),
                () -> document.add(section, "l", "2"),
                () -> document.append("t", none),
                () -> document.insertAfter(section, "t", none),
                () -> document.remove(entry),
                () -> document.remove(section))) {
            assertThatThrownBy(edit).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(document.set(entry, "1")).isSameAs(document);
    }

    @Example
    void a_wide_text_has_an_ascii_character_among_four_and_no_surrogate_alone() {
        for (Charset charset : WIDE) {
            assertThat(IniDocument.parse("k一二三".getBytes(charset)).isEditable()).isFalse();
            assertThat(IniDocument.parse("k一二三四".getBytes(charset)).isEditable())
                    .isTrue();
        }
        byte[] text = "k=1\n".getBytes(Charset.forName("UTF-32LE"));
        assertThat(IniDocument.parse(text).isEditable()).isFalse();
        for (int surrogate : new int[] {0xD800, 0xDFFF}) {
            byte[] lone = text.clone();
            lone[8] = (byte) surrogate;
            lone[9] = (byte) (surrogate >> 8);
            assertThat(IniDocument.parse(lone).isEditable()).isTrue();
        }
    }

    @Example
    void four_bytes_are_enough_to_recognise_a_wide_text() {
        assertThat(IniDocument.parse("k=".getBytes(StandardCharsets.UTF_16LE)).isEditable())
                .isFalse();
        assertThat(IniDocument.parse(new byte[] {'k', 0, '='}).isEditable()).isTrue();
    }
}
