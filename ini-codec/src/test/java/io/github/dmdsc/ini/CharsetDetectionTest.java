package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class CharsetDetectionTest {
    private static final Charset GBK = Charset.forName("GBK");

    private static final List<String> TWO_BYTE = List.of(
            "GBK",
            "GB2312",
            "x-mswin-936",
            "Big5",
            "x-windows-950",
            "Shift_JIS",
            "windows-31j",
            "EUC-KR",
            "x-windows-949");

    @Property(tries = 1500)
    void utf_8_is_what_the_platform_decodes_as_utf_8(@ForAll("nearlyUtf8") byte[] bytes) {
        IniDocument document = IniDocument.parse(bytes, StandardCharsets.UTF_8);

        assertThat(document.isUndecodable()).isEqualTo(!decodes(bytes, StandardCharsets.UTF_8));
    }

    @Property(tries = 1000)
    void gb18030_is_what_the_platform_decodes_as_gb18030(@ForAll("nearlyUtf8") byte[] bytes) {
        boolean gb18030 = decodes(bytes, IniTexts.GB18030);

        assertThat(IniDocument.parse(bytes, IniTexts.GB18030).isUndecodable()).isEqualTo(!gb18030);
        if (!decodes(bytes, StandardCharsets.UTF_8)) {
            boolean utf8Bom =
                    bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
            assertThat(IniDocument.parse(bytes).charset())
                    .isEqualTo(gb18030 && !utf8Bom ? IniTexts.GB18030 : StandardCharsets.ISO_8859_1);
        }
    }

    @Example
    void every_start_of_a_sequence_is_judged_as_the_platform_judges_it() {
        for (int lead = 0x80; lead <= 0xFF; lead++) {
            for (int second = 0x70; second <= 0xD0; second++) {
                for (String rest :
                        List.of("", "\u0080", "\u00bf\u0080", "\u0080\u00bf\u0080", "\u0080@", "\u00c0\u0080")) {
                    byte[] bytes = ("" + (char) lead + (char) second + rest).getBytes(StandardCharsets.ISO_8859_1);

                    int fault = Utf8.firstFault(bytes, 0, bytes.length);

                    assertThat(fault == bytes.length).isEqualTo(decodes(bytes, StandardCharsets.UTF_8));
                }
            }
        }
    }

    @Example
    void ascii_counts_as_utf_8() {
        IniDocument document = Documents.utf8("a=1\n");

        assertThat(document.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(document.hasBom()).isFalse();
        assertThat(document.isUndecodable()).isFalse();
        assertThat(document.firstUndecodableLine()).isEmpty();
    }

    @Example
    void chinese_text_is_found_in_utf_8_and_in_gb18030() {
        String text = "# \u6ce8\u91ca\nk = \u503c # \u8bf4\u660e\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, IniTexts.GB18030)) {
            IniDocument document = IniDocument.parse(text.getBytes(charset));

            assertThat(document.charset()).isEqualTo(charset);
            assertThat(Documents.entry(document, "k").value()).isEqualTo("\u503c");
            assertThat(Documents.entry(document, "k").comment().map(IniComment::toString))
                    .contains("# \u8bf4\u660e");
        }
        assertThat(IniDocument.parse(text.getBytes(GBK), GBK).charset()).isEqualTo(GBK);
    }

    @Example
    void long_chinese_texts_are_found_in_gb18030() {
        String text = "k = \u503c\uD83D\uDE00\n".repeat(5000);
        IniDocument document = IniDocument.parse(text.getBytes(IniTexts.GB18030));

        assertThat(document.charset()).isEqualTo(IniTexts.GB18030);
        assertThat(Documents.text(document)).isEqualTo(text);
    }

    @Example
    void each_set_has_its_own_byte_order_mark() {
        for (Charset charset : List.of(StandardCharsets.UTF_8, IniTexts.GB18030)) {
            byte[] bytes = "\uFEFFk = \u503c\n".getBytes(charset);
            IniDocument document = IniDocument.parse(bytes);

            assertThat(document.charset()).isEqualTo(charset);
            assertThat(document.hasBom()).isTrue();
            assertThat(document.line(1)).isEqualTo("k = \u503c");
            IniDocument edited = document.set(Documents.entry(document, "k"), "x");
            assertThat(edited.toBytes()).isEqualTo("\uFEFFk = x\n".getBytes(charset));
            assertThat(edited.size()).isEqualTo(edited.toBytes().length);
        }
    }

    @Example
    void a_utf_8_mark_rules_gb18030_out() {
        byte[] bytes = bytes("\u00ef\u00bb\u00bfk=v\n#\u00d6\u00d0\n");
        IniDocument document = IniDocument.parse(bytes);

        assertThat(document.isUndecodable()).isTrue();
        assertThat(document.hasBom()).isTrue();
        assertThat(document.firstUndecodableLine()).hasValue(2);
        assertThat(Documents.entry(document, "k").keyColumn()).isEqualTo(1);
    }

    @Example
    void a_carried_file_names_the_line_of_its_first_bad_byte() {
        byte[] bytes = bytes("a=1\n# \u00c3\u00a9\r\nb=\u00ff\nc=\u00ff\nd=1\n");
        IniDocument document = IniDocument.parse(bytes);

        assertThat(document.charset()).isEqualTo(StandardCharsets.ISO_8859_1);
        assertThat(document.isUndecodable()).isTrue();
        assertThat(document.firstUndecodableLine()).hasValue(3);
        IniDocument shifted = document.addAfter(Documents.entry(document, "a"), "x", "y");
        assertThat(shifted.firstUndecodableLine()).hasValue(4);
        IniDocument later = shifted.remove(Documents.entry(shifted, "b"));
        assertThat(later.firstUndecodableLine()).hasValue(4);
        IniDocument clean = later.set(Documents.entry(later, "c"), "1");
        assertThat(clean.firstUndecodableLine()).isEmpty();
        assertThat(clean.isUndecodable()).isTrue();
        assertThat(IniDocument.parse(bytes("a=1\n\u00ff\nb=2\n")).firstUndecodableLine())
                .hasValue(2);
    }

    @Example
    void a_set_asked_for_that_does_not_fit_is_carried() {
        byte[] bytes = bytes("a=1\nb=\u00e9\n");

        IniDocument ascii = IniDocument.parse(bytes, StandardCharsets.US_ASCII);
        assertThat(ascii.isUndecodable()).isTrue();
        assertThat(ascii.firstUndecodableLine()).hasValue(2);
        IniDocument latin = IniDocument.parse(bytes, StandardCharsets.ISO_8859_1);
        assertThat(latin.isUndecodable()).isFalse();
        assertThat(Documents.entry(latin, "b").value()).isEqualTo("\u00e9");
        Charset windows = Charset.forName("windows-1252");
        assertThat(IniDocument.parse(bytes("a=\u0080"), windows).line(1)).isEqualTo("a=\u20ac");
        assertThat(IniDocument.parse(bytes("a=\u0081"), windows).isUndecodable())
                .isTrue();
    }

    @Example
    void the_euro_sign_of_x_mswin_936_is_one_byte() {
        Charset windows = Charset.forName("x-mswin-936");
        byte[] bytes = bytes("[\u0080]\nk=\u0080\u00d6\u00d0\n");
        IniDocument document = IniDocument.parse(bytes, windows);

        assertThat(document.isUndecodable()).isFalse();
        assertThat(Documents.section(document, "\u20ac").first("k").map(IniEntry::value))
                .contains("\u20ac\u4e2d");
        assertThat(document.append("\u20ac\u4e2d", List.of()).toBytes())
                .isEqualTo(bytes("[\u0080]\nk=\u0080\u00d6\u00d0\n\n[\u0080\u00d6\u00d0]\n"));
        assertThat(IniDocument.parse(bytes).isUndecodable()).isTrue();
    }

    @Example
    void sets_are_supported_whose_marks_can_be_found_without_decoding() {
        for (String name : List.of(
                "UTF-8",
                "GB18030",
                "GBK",
                "GB2312",
                "x-mswin-936",
                "US-ASCII",
                "ISO-8859-1",
                "windows-1252",
                "KOI8-R")) {
            assertThat(IniDocument.supports(Charset.forName(name))).as(name).isTrue();
        }
        for (String name : TWO_BYTE) {
            assertThat(IniDocument.supports(Charset.forName(name))).as(name).isTrue();
        }
        for (String name :
                List.of("UTF-16", "UTF-16LE", "UTF-32", "EUC-JP", "x-IBM949", "ISO-2022-CN", "ISO-2022-JP", "IBM037")) {
            assertThat(IniDocument.supports(Charset.forName(name))).as(name).isFalse();
        }
        assertThatThrownBy(() -> IniDocument.parse(new byte[0], StandardCharsets.UTF_16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UTF-16");
        assertThatThrownBy(() -> IniDocument.empty(StandardCharsets.UTF_16, "\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Example
    void every_character_of_a_two_byte_set_is_read_in_headers_keys_values_and_comments() {
        for (String set : TWO_BYTE) {
            Charset charset = Charset.forName(set);
            CharsetEncoder encoder = charset.newEncoder();
            List<String> characters = IntStream.rangeClosed(0x80, 0xFFFF)
                    .filter(c -> encoder.canEncode((char) c))
                    .mapToObj(Character::toString)
                    .filter(c -> new String(c.getBytes(charset), charset).equals(c))
                    .toList();
            StringBuilder text = new StringBuilder();
            characters.forEach(c -> text.append("[" + c + "]#" + c + "\n" + c + "=" + c + "#a #" + c + "\n"));

            IniDocument document = IniDocument.parse(text.toString().getBytes(charset), charset);

            assertThat(characters).as(set).hasSizeGreaterThan(6000);
            StringBuilder read = new StringBuilder();
            for (IniSection section : document.sections()) {
                for (IniEntry entry : section.entries()) {
                    read.append("[" + section.name() + "]#" + section.name() + "\n");
                    read.append(entry.key() + "=" + entry.value() + " "
                            + entry.comment().map(IniComment::toString).orElse("-") + "\n");
                }
            }
            assertThat(read.toString()).as(set).isEqualTo(text.toString());
        }
    }

    @Provide
    Arbitrary<byte[]> nearlyUtf8() {
        Arbitrary<String> good = Arbitraries.of("a", "\n", "\u00e9", "\u503c", "\uD83D\uDE00", "\uFEFF", "]", "0")
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        Arbitrary<String> chinese = Arbitraries.of("\u503c", "\u5f20", "\u00e9", "\uD83D\uDE00")
                .map(text -> new String(text.getBytes(IniTexts.GB18030), StandardCharsets.ISO_8859_1));
        Arbitrary<String> bad =
                Arbitraries.of("\u0080", "\u00c0", "\u00e0", "\u00ed\u00a0", "\u00f4\u0090", "\u00ff", "\u0081");
        return Arbitraries.frequencyOf(Tuple.of(8, good), Tuple.of(2, chinese), Tuple.of(1, bad))
                .list()
                .ofMaxSize(20)
                .map(parts -> bytes(String.join("", parts)));
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .remaining()
                    >= 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
