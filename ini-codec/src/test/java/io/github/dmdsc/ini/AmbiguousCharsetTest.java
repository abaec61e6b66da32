package io.github.dmdsc.ini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.ini.EditProblem.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Tests the statements of {@link IniDocument#charsetIsAmbiguous}. */
class AmbiguousCharsetTest {
    private static final Charset UTF_8 = StandardCharsets.UTF_8;
    private static final Charset GB18030 = IniTexts.GB18030;

    /**
     * Words of configuration files and their comments. Some of them are well-formed UTF-8 when they are encoded in
     * GB18030.
     */
    private static final List<String> WORDS = List.of(
            "系统", "目录", "模式", "小时", "值", "实时", "双", "端口", "节点", "配置", "路径", "日志", "归档", "名称", "主机", "备机", "监视器", "磁盘",
            "大小", "单位", "默认", "取值范围", "本节点序号", "是否", "自动", "重启", "心跳", "超时", "秒", "分钟", "内存", "共享", "密码", "用户", "组",
            "实例", "数据库", "集群", "启动", "命令", "服务", "地址", "网络", "缓冲区", "缓存", "日期", "毫秒", "间隔", "检查");

    private static IniDocument document(String text, Charset charset) {
        return IniDocument.parse(text.getBytes(charset));
    }

    private static IniDocument comment(String text, Charset charset) {
        return document("# " + text + "\nKEY = 1\n", charset);
    }

    @Example
    void a_word_of_gb18030_that_is_well_formed_utf_8_makes_a_file_ambiguous() {
        List<String> ambiguous = new ArrayList<>();
        for (String word : WORDS) {
            IniDocument document = comment(word, GB18030);
            boolean utf8 = decodes(word.getBytes(GB18030), UTF_8);
            assertThat(document.charset()).as(word).isEqualTo(utf8 ? UTF_8 : GB18030);
            assertThat(document.charsetIsAmbiguous()).as(word).isEqualTo(utf8);
            if (utf8) {
                ambiguous.add(word);
            }
        }
        assertThat(ambiguous).contains("系统", "目录", "模式", "小时", "值", "实时", "双").hasSizeLessThan(15);
    }

    @Example
    void every_character_of_gb2312_that_is_well_formed_utf_8_makes_a_file_ambiguous() {
        int found = 0;
        for (int lead = 0xA1; lead <= 0xF7; lead++) {
            for (int trail = 0xA1; trail <= 0xFE; trail++) {
                byte[] bytes = {'#', (byte) lead, (byte) trail, '\n'};
                boolean utf8 = decodes(bytes, UTF_8);
                boolean named = !decodes(bytes, GB18030);
                if (utf8 && !named) {
                    assertThat(IniDocument.parse(bytes).charsetIsAmbiguous()).isTrue();
                    found++;
                }
            }
        }
        assertThat(found).isEqualTo((0xDF - 0xC1) * (0xBF - 0xA0));
    }

    /** A Chinese text in UTF-8 must never count as ambiguous, because most files are such texts. */
    @Property(tries = 1000)
    void chinese_text_in_utf_8_is_certain(@ForAll("chinese") String text) {
        IniDocument document = comment(text, UTF_8);

        assertThat(document.charset()).isEqualTo(UTF_8);
        assertThat(document.charsetIsAmbiguous()).isFalse();
    }

    @Example
    void every_character_of_gb2312_is_certain_in_utf_8() {
        for (int lead = 0xB0; lead <= 0xF7; lead++) {
            for (int trail = 0xA1; trail <= 0xFE; trail++) {
                String text = new String(new byte[] {(byte) lead, (byte) trail}, GB18030);
                assertThat(comment(text, UTF_8).charsetIsAmbiguous()).as(text).isFalse();
            }
        }
    }

    @Property(tries = 500)
    void chinese_text_in_gb18030_is_found_or_ambiguous(@ForAll("sentences") String text) {
        IniDocument document = comment(text, GB18030);

        assertThat(document.charset().equals(GB18030) || document.charsetIsAmbiguous())
                .isTrue();
        assertThat(document.charset().equals(GB18030) && document.charsetIsAmbiguous())
                .isFalse();
        if (text.length() >= 12) {
            assertThat(document.charset()).isEqualTo(GB18030);
        }
    }

    @Example
    void text_in_other_languages_is_certain_where_its_words_show_it() {
        for (String text : List.of(
                "Müller",
                "el año pasado, ¿qué pasó?",
                "schöne Bücher",
                "größe",
                "São Paulo",
                "naïve café, été",
                "Système à côté",
                "Žluťoučký kůň",
                "Привет мир",
                "Ελληνικά",
                "שלום",
                "سلام")) {
            assertThat(comment(text, UTF_8).charsetIsAmbiguous()).as(text).isFalse();
        }
        for (String text : List.of("é", "25°C", "дом", "«él»", "4 ½")) {
            assertThat(comment(text, UTF_8).charsetIsAmbiguous()).as(text).isTrue();
        }
    }

    @Example
    void text_in_a_set_of_one_byte_characters_makes_gb18030_a_guess() {
        for (String text : List.of("Müller", "São Paulo", "naïve coöperation", "schöne Größe für Bücher")) {
            IniDocument document = comment(text, StandardCharsets.ISO_8859_1);
            assertThat(document.charset()).as(text).isEqualTo(GB18030);
            assertThat(document.charsetIsAmbiguous()).as(text).isTrue();
        }
        for (String text : List.of("系统配置文件", "朱镕基", "實例名稱必須唯一", "节点😀一号")) {
            assertThat(comment(text, GB18030).charsetIsAmbiguous()).as(text).isFalse();
        }
    }

    @Example
    void what_says_its_set_is_certain() {
        byte[] bytes = "# 系统\n".getBytes(GB18030);

        assertThat(IniDocument.parse(bytes).charsetIsAmbiguous()).isTrue();
        assertThat(IniDocument.parse(bytes, UTF_8).charsetIsAmbiguous()).isFalse();
        assertThat(IniDocument.parse(bytes, GB18030).charsetIsAmbiguous()).isFalse();
        assertThat(document("\uFEFF# é\n", UTF_8).charsetIsAmbiguous()).isFalse();
        assertThat(document("\uFEFF# é\n", GB18030).charsetIsAmbiguous()).isFalse();
        assertThat(document("# ascii\n", UTF_8).charsetIsAmbiguous()).isFalse();
        assertThat(IniDocument.parse(new byte[] {(byte) 0xFF, '\n'}).charsetIsAmbiguous())
                .isFalse();
        assertThat(IniDocument.empty(UTF_8, "\n").charsetIsAmbiguous()).isFalse();
    }

    @Example
    void the_named_set_decides_how_the_same_bytes_read() {
        IniDocument guessed = document("KEY = 系统目录\n", GB18030);
        IniDocument named = guessed.withCharset(GB18030);

        assertThat(Documents.entry(guessed, "KEY").value()).isEqualTo("ϵͳĿ¼");
        assertThat(Documents.entry(named, "KEY").value()).isEqualTo("系统目录");
        assertThat(named.toBytes()).isEqualTo(guessed.toBytes());
        assertThat(named.set(Documents.entry(named, "KEY"), "新").toBytes()).isEqualTo("KEY = 新\n".getBytes(GB18030));
        assertThatThrownBy(() -> guessed.withCharset(StandardCharsets.UTF_16))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 500)
    void an_edit_of_an_ambiguous_document_writes_ascii_or_nothing(
            @ForAll("ambiguous") byte[] bytes, @ForAll("edits") List<Edits.Edit> edits) {
        IniDocument document = IniDocument.parse(bytes);
        assertThat(document.charsetIsAmbiguous()).isTrue();
        for (Edits.Edit edit : edits) {
            boolean ascii = edit.key().chars().allMatch(c -> c < 0x80);
            assertThat(document.keyProblem(edit.key()).map(EditProblem::kind))
                    .isEqualTo(ascii ? Optional.empty() : Optional.of(Kind.AMBIGUOUS_CHARSET));
            IniDocument edited = ascii ? edit.applyTo(document) : document;

            assertThat(decodes(edited.toBytes(), UTF_8)).isTrue();
            assertThat(decodes(edited.toBytes(), GB18030)).isTrue();
            assertThat(edited.charsetIsAmbiguous()).isTrue();
            assertThat(places(edited.withCharset(GB18030))).isEqualTo(places(edited));
            document = edited;
        }
    }

    @Example
    void every_edit_refuses_a_character_beyond_ascii_and_says_which() {
        IniDocument document = document("# 系统\n[s]\nk = 1\n", GB18030);
        IniEntry entry = Documents.entry(document, "k");
        IniSection section = Documents.section(document, "s");
        List<Map.Entry<String, String>> entries = List.of(Map.entry("a", "b值"));
        List<Supplier<IniDocument>> edits = List.of(
                () -> document.set(entry, "b值"),
                () -> document.add(section, "a", "b值"),
                () -> document.addAfter(entry, "a", "b值"),
                () -> document.addBefore(entry, "a", "b值"),
                () -> document.append("b值", List.of()),
                () -> document.insertAfter(section, "t", entries),
                () -> document.insertBefore(section, "t", entries));
        for (Supplier<IniDocument> edit : edits) {
            assertThatThrownBy(edit::get).isInstanceOfSatisfying(EditRefusedException.class, refused -> {
                assertThat(refused.text()).isEqualTo("b值");
                assertThat(refused.problem()).isEqualTo(new EditProblem(Kind.AMBIGUOUS_CHARSET, 2));
            });
        }
        assertThat(document.set(entry, "2").toBytes()).isEqualTo("# 系统\n[s]\nk = 2\n".getBytes(GB18030));
    }

    @Example
    void a_value_beyond_ascii_that_stays_is_no_edit() {
        IniDocument document = document("k = 系统 # c\n", GB18030);
        IniEntry entry = Documents.entry(document, "k");

        assertThat(document.set(entry, entry.value())).isSameAs(document);
        assertThat(document.set(entry, "x").toBytes()).isEqualTo("k = x # c\n".getBytes(GB18030));
    }

    /** Returns the places of all sections and entries, without their texts. */
    private static List<String> places(IniDocument document) {
        List<String> places = new ArrayList<>();
        for (IniSection section : document.sections()) {
            places.add("[" + section.line());
            section.entries()
                    .forEach(entry ->
                            places.add(entry.line() + " " + entry.comment().isPresent()));
        }
        document.malformed().forEach(line -> places.add("?" + line.number()));
        return places;
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).remaining() >= 0;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> chinese() {
        Arbitrary<String> characters =
                Arbitraries.chars().range('\u4e00', '\u9fa5').map(String::valueOf);
        Arbitrary<String> others = Arbitraries.of("，", "。", "（", "“", "·", "°", "é", " ", "A", "ü", "😀");
        Arbitrary<String> mixed = Arbitraries.oneOf(characters, Arbitraries.of(WORDS), others)
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
        return Combinators.combine(mixed, characters, mixed).as((a, b, c) -> a + b + c);
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of(WORDS)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(words -> String.join("", words));
    }

    @Provide
    Arbitrary<byte[]> ambiguous() {
        List<String> words = WORDS.stream()
                .filter(word -> decodes(word.getBytes(GB18030), UTF_8))
                .toList();
        Arbitrary<String> word = Arbitraries.of(words);
        Arbitrary<String> line = Arbitraries.oneOf(
                word.map(text -> "# " + text),
                word.map(text -> text + " = 1 # c"),
                word.map(text -> "k = " + text),
                word.map(text -> "[" + text + "]"),
                word.map(text -> "[" + text),
                Arbitraries.of("[s]", "KEY = 1", "", "\tk=2"));
        return Combinators.combine(line.list().ofMaxSize(8), word)
                .as((lines, last) -> (String.join("\n", lines) + "\n# " + last).getBytes(GB18030));
    }

    @Provide
    Arbitrary<List<Edits.Edit>> edits() {
        return Edits.edits().list().ofMinSize(1).ofMaxSize(6);
    }
}
