package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmIni;
import io.github.dmdsc.model.Dmcssm;
import io.github.dmdsc.model.Dmdcr;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Oguid;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Input;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.Severity;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the findings of the lenses for a file that they cannot read completely: INI-0101 to INI-0110, INI-0121 to
 * INI-0123.
 */
class DecodeFindingsTest {
    private static final FileId FILE = new FileId("10.0.2.101", "/home/data/x.ini");

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final List<Lens<?>> LENSES =
            List.of(Lenses.DMDCR_CFG, Lenses.DMDCR, Lenses.MAL, Lenses.DM_INI, Lenses.DMARCH, Lenses.DMCSSM);

    private static <T> Read<T> read(Lens<T> lens, String text) {
        return lens.get(IniDocument.parse(text.getBytes(StandardCharsets.UTF_8)), FILE);
    }

    private static String print(IniDocument document) {
        return new String(document.toBytes(), StandardCharsets.UTF_8);
    }

    private static Location at(int line, int column) {
        return Location.of(FILE, line, column);
    }

    /** Returns the only finding of a file. */
    private static Finding only(Read<?> bound) {
        assertThat(bound.findings()).hasSize(1);
        Finding finding = bound.findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        return finding;
    }

    private static List<String> ids(Read<?> bound) {
        return bound.findings().stream().map(Finding::ruleId).toList();
    }

    @Test
    void a_value_out_of_range_is_shown_with_its_range_and_left_out() {
        Read<Dmdcr> bound = read(Lenses.DMDCR, "# 配置\n\t密码 = 1\n  dmdcr_css_port =\t1023 # 端口\n");

        Finding finding = only(bound);
        assertThat(finding.ruleId()).isEqualTo("INI-0101");
        assertThat(finding.primary()).isEqualTo(at(3, 20));
        assertThat(finding.parameters())
                .isEqualTo(Map.of("key", "DMDCR_CSS_PORT", "value", "1023", "allowed", "1024…65534"));
        assertThat(finding.message().en()).isEqualTo("DMDCR_CSS_PORT = 1023 is not allowed. Allowed: 1024…65534.");
        assertThat(finding.message().zh()).isEqualTo("DMDCR_CSS_PORT = 1023 无效，取值范围：1024…65534。");
        assertThat(finding.fix().en()).isEqualTo("Set DMDCR_CSS_PORT to an allowed value: 1024…65534.");
        assertThat(finding.fix().zh()).isEqualTo("请将 DMDCR_CSS_PORT 改为有效值：1024…65534。");
        assertThat(bound.value().cssPort()).isEmpty();
        assertThat(bound.value().other()).isEqualTo(Map.of("密码", List.of("1")));
    }

    @ParameterizedTest
    @CsvSource({"1023, false", "-1, false", "+0, false", "1100 new port, true", "9000-, true", "1100;x, true"})
    void a_comment_may_be_meant_if_the_value_is_more_than_a_number(String value, boolean comment) {
        Finding finding = only(read(Lenses.DMDCR, "DMDCR_CSS_PORT = " + value + "\n"));

        assertThat(finding.ruleId()).isEqualTo("INI-0101");
        assertThat(finding.fix().en().contains("comment")).isEqualTo(comment);
        assertThat(finding.fix().zh().contains("注释")).isEqualTo(comment);
    }

    @ParameterizedTest
    @CsvSource({"00a0, U+00A0", "3000, U+3000", "2009, U+2009"})
    void a_character_that_looks_like_a_blank_is_named(String codePoint, String name) {
        String blank = Character.toString(Integer.parseInt(codePoint, 16));

        Finding finding = only(read(Lenses.DMDCR, "DMDCR_SEQNO = " + blank + "1\n"));

        assertThat(finding.ruleId()).isEqualTo("INI-0101");
        assertThat(finding.message().en())
                .endsWith(" is not allowed: " + name + " looks like a blank, but is another character. Allowed: 0…15.");
        assertThat(finding.fix().en()).isEqualTo("Type the value of DMDCR_SEQNO again without " + name + ".");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x07, 0x0B, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x200B, 0x2028, 0x202E, 0xFEFF, 0xE0001})
    void a_character_that_no_screen_shows_is_found_in_names_values_and_keys(int codePoint) {
        String hidden = Character.toString(codePoint);

        Read<MalConfig> bound = read(
                Lenses.MAL,
                "\uD83D\uDE00x" + hidden + " = 1\n [A" + hidden + "]\nMAL_INST_NAME = \uD83D\uDE00A" + hidden
                        + " #x\nMAL_HOST=10" + hidden + ".0.0.1\n");

        assertThat(bound.findings()).allSatisfy(finding -> {
            assertThat(finding.ruleId()).isEqualTo("INI-0121");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.parameters()).containsEntry("character", "U+%04X".formatted(codePoint));
            assertThat(VisibleText.firstInvisible(finding.message().en())).isEmpty();
            assertThat(VisibleText.firstInvisible(finding.message().zh())).isEmpty();
        });
        assertThat(bound.findings()).map(Finding::primary).containsExactly(at(1, 3), at(2, 2), at(3, 19), at(4, 12));
    }

    @Test
    void a_character_in_a_comment_or_of_another_script_is_nobodys_business() {
        assertThat(ids(read(Lenses.MAL, "# \u001b\n[节点 1] # \u202e\nX = a\tb\u3000\u00a0 # \u0007\n")))
                .isEmpty();
    }

    /** The characters of such bytes are unknown, so there is one finding for the whole file. */
    @Test
    void undecodable_bytes_are_one_finding() {
        byte[] bytes = {'X', '=', (byte) 0x9B, (byte) 0x85, (byte) 0xFF, '\n'};

        assertThat(ids(Lenses.MAL.get(IniDocument.parse(bytes), FILE))).containsExactly("INI-0102");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"/dev/raw", "'x", "'x\""})
    void a_quote_that_nothing_closes_is_found_in_any_value(String value) {
        for (String key : List.of("DMDCR_PATH", "DMDCR_SEQNO", "X_Y")) {
            Finding finding = only(read(Lenses.DMDCR, "\n" + key + " = " + value + " # x\n"));

            assertThat(finding.ruleId()).isEqualTo("INI-0122");
            assertThat(finding.primary()).isEqualTo(at(2, key.length() + 4));
            assertThat(finding.parameters()).isEqualTo(Map.of("key", key, "value", value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"/dev/raw\"", "/dev/\"raw", "''", "x'"})
    void a_quote_that_is_closed_or_stands_elsewhere_is_text(String value) {
        assertThat(ids(read(Lenses.DMDCR, "DMDCR_PATH = " + value + "\n"))).isEmpty();
    }

    @Test
    void columns_count_characters_and_not_bytes() {
        assertThat(only(read(Lenses.MAL, "[实例]\n[\uD83D\uDE00] # x\nMAL_PORT=一\n"))
                        .primary())
                .isEqualTo(at(3, 10));
    }

    @Test
    void a_long_value_is_shown_shortened() {
        String value = "\uD83D\uDE00".repeat(300);

        assertThat(only(read(Lenses.MAL, "MAL_BUF_SIZE = " + value)).parameters())
                .containsEntry("value", "\uD83D\uDE00".repeat(120) + "…");
    }

    @Test
    void bytes_of_no_known_character_set_are_reported_and_the_rest_is_read() {
        byte[] bytes = "CSSM_OGUID = 1\nCSSM_LOG_PATH = \u00ff\u00ff\n".getBytes(StandardCharsets.ISO_8859_1);

        Read<Dmcssm> bound = Lenses.DMCSSM.get(IniDocument.parse(bytes), FILE);

        Finding finding = only(bound);
        assertThat(finding.ruleId()).isEqualTo("INI-0102");
        assertThat(finding.primary()).isEqualTo(at(2, 0));
        assertThat(finding.message().en()).isEqualTo("Line 2 holds bytes that are neither UTF-8 nor GB18030.");
        assertThat(finding.message().zh()).isEqualTo("第 2 行含有既非 UTF-8 也非 GB18030 的字节。");
        assertThat(finding.fix().zh()).startsWith("请将文件另存为 UTF-8 或 GB18030 编码").contains("charset " + FILE);
        assertThat(bound.value().oguid()).contains(Oguid.of(1));
    }

    @Test
    void bytes_that_are_not_of_the_charset_named_are_reported_with_the_charset_that_they_are_of() {
        IniDocument document = IniDocument.parse("A = 1\nB = 组\n".getBytes(GB18030), StandardCharsets.UTF_8);

        Finding finding = only(Lenses.DMCSSM.get(document, FILE));

        assertThat(finding.ruleId()).isEqualTo("INI-0102");
        assertThat(finding.primary()).isEqualTo(at(2, 0));
        assertThat(finding.parameters())
                .isEqualTo(Map.of(
                        "file",
                        FILE,
                        "line",
                        2,
                        "charset",
                        "GB18030",
                        "attribute",
                        new Input("charset", FILE + "=<charset>")));
        assertThat(finding.message().en()).contains("named for this file", "GB18030");
        assertThat(finding.message().zh()).contains("指定", "GB18030");
        assertThat(finding.fix().en()).contains("charset " + FILE + "=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void utf_16_and_utf_32_are_refused_by_name_and_read_all_the_same(String name) {
        for (String mark : List.of("", "\uFEFF")) {
            byte[] bytes = (mark + "[A]\r\nMAL_PORT = 组\r\n[B\r\n").getBytes(Charset.forName(name));
            for (Lens<?> lens : LENSES) {
                assertThat(ids(lens.get(IniDocument.parse(bytes), FILE))).startsWith("INI-0113");
            }
            Read<MalConfig> bound = Lenses.MAL.get(IniDocument.parse(bytes), FILE);

            assertThat(ids(bound)).containsExactly("INI-0113", "INI-0101", "INI-0112");
            Finding finding = bound.findings().get(0);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.primary()).isEqualTo(Location.of(FILE));
            assertThat(finding.parameters()).isEqualTo(Map.of("charset", name));
            assertThat(finding.message().en()).contains(name);
            assertThat(finding.message().zh()).contains(name);
            assertThat(finding.fix().en()).contains("Save the file as UTF-8 or GB18030");
            assertThat(finding.fix().zh()).contains("UTF-8 或 GB18030");
            assertThat(bound.findings().get(1).primary()).isEqualTo(at(2, 12));
            assertThat(bound.findings().get(2).primary()).isEqualTo(at(3, 1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'[系统]\nA = 1\n', 1, 1, 系统, ϵͳ",
        "'A = 1\n 目录 = 1\n', 2, 2, 目录, Ŀ¼",
        "'[A]\nx = 双 # c\ny = 目录\n', 2, 5, 双, ˫"
    })
    void a_text_that_another_charset_reads_as_another_is_shown_in_both(
            String content, int line, int column, String right, String read) {
        byte[] bytes = content.replace("\\n", "\n").getBytes(GB18030);

        Read<MalConfig> bound = Lenses.MAL.get(IniDocument.parse(bytes), FILE);

        assertThat(ids(bound)).containsExactly("INI-0114");
        Finding finding = bound.findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.primary()).isEqualTo(at(line, column));
        assertThat(finding.parameters())
                .containsAllEntriesOf(
                        Map.of("file", FILE, "text", read, "charset", "UTF-8", "otherText", right, "other", "GB18030"))
                .containsEntry("otherwise", new Input("charset", FILE + "=GB18030"));
        assertThat(finding.message().en()).contains(read, right, "UTF-8", "GB18030");
        assertThat(finding.message().zh()).contains(read, right, "UTF-8", "GB18030");
        assertThat(finding.fix().en()).contains("charset " + FILE + "=GB18030");
        assertThat(finding.fix().zh()).contains("charset " + FILE + "=GB18030");
        assertThat(Lenses.MAL.get(IniDocument.parse(bytes, GB18030), FILE).findings())
                .isEmpty();
    }

    @Test
    void latin_text_that_was_taken_for_gb18030_is_shown_in_both() {
        byte[] bytes = "BAK_PATH = /home/Müller\n".getBytes(Charset.forName("windows-1252"));

        Finding finding =
                Lenses.DM_INI.get(IniDocument.parse(bytes), FILE).findings().get(0);

        assertThat(finding.ruleId()).isEqualTo("INI-0114");
        assertThat(finding.parameters())
                .containsEntry("otherText", "/home/Müller")
                .containsEntry("charset", "GB18030")
                .containsEntry("other", "windows-1252");
    }

    @Test
    void a_comment_that_another_charset_reads_as_another_harms_nobody() {
        byte[] bytes = "# 系统\n[A] # 目录\nMAL_PORT = 9340 # 双\n".getBytes(GB18030);

        assertThat(IniDocument.parse(bytes).charsetIsAmbiguous()).isTrue();
        assertThat(Lenses.MAL.get(IniDocument.parse(bytes), FILE).findings()).isEmpty();
    }

    @Test
    void a_malformed_line_is_cited_and_the_rest_is_read() {
        Read<MalConfig> bound = read(Lenses.MAL, "[A]\n  mal_inst1  \nMAL_PORT = 9340\n");

        Finding finding = only(bound);
        assertThat(finding.ruleId()).isEqualTo("INI-0103");
        assertThat(finding.primary()).isEqualTo(at(2, 3));
        assertThat(finding.message().en())
                .isEqualTo("\"mal_inst1\" is neither KEY = VALUE nor [section] nor a comment.");
        assertThat(finding.message().zh()).isEqualTo("“mal_inst1”既不是 KEY = VALUE，也不是 [配置节] 或注释。");
        assertThat(finding.fix().en()).contains("#");
        assertThat(finding.fix().zh()).contains("#");
        assertThat(bound.value().instances().get(0).port()).contains(Port.of(9340));
    }

    @ParameterizedTest
    @CsvSource({"[b, it has no ]", "[], it has no name", "[b] text, only a comment", "[[sub]], only a comment"})
    void a_malformed_header_is_cited_and_its_parameters_are_read_for_no_section(String header, String reason) {
        for (Lens<?> lens : LENSES) {
            Read<?> bound = read(lens, "# x\n  " + header + "\nMAL_PORT = 1\n\nX = 2\n[c\nY=3\n");

            assertThat(ids(bound)).containsExactly("INI-0112", "INI-0112");
            Finding finding = bound.findings().get(0);
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.primary()).isEqualTo(at(2, 3));
            assertThat(finding.parameters()).isEqualTo(Map.of("text", header, "count", 2));
            assertThat(finding.message().en()).contains(header, reason);
            assertThat(finding.message().zh()).contains(header, "不是配置节名", "2 个参数");
            assertThat(finding.fix().en()).contains("[name]");
            assertThat(finding.fix().zh()).contains("[名称]");
            assertThat(bound.findings().get(1).parameters()).isEqualTo(Map.of("text", "[c", "count", 1));
        }
    }

    @Test
    void a_section_ends_at_a_malformed_header() {
        Read<MalConfig> bound = read(Lenses.MAL, "[A]\n[mal_inst1\nMAL_PORT = 9340\n[B]\nMAL_PORT = 9341\n");

        assertThat(ids(bound)).containsExactly("INI-0112");
        assertThat(bound.value().instances())
                .extracting(MalInstance::port)
                .containsExactly(Optional.empty(), Optional.of(Port.of(9341)));
    }

    @Test
    void a_file_of_malformed_headers_is_still_an_ini_file() {
        assertThat(ids(read(Lenses.MAL, "[a\nx=1\n[b\nx=1\n[c\nx=1\n[d\nx=1\n")))
                .containsOnly("INI-0112");
    }

    @Test
    void each_of_a_few_malformed_lines_is_cited() {
        assertThat(ids(read(Lenses.DM_INI, "a\nb\nc\n"))).containsExactly("INI-0103", "INI-0103", "INI-0103");
        assertThat(ids(read(Lenses.DM_INI, "a\nb\nc\nd\nk=1\nl=1\nm=1\nn=1\n"))).containsOnly("INI-0103");
    }

    @Test
    void a_file_that_is_no_ini_file_is_said_so_once() {
        Finding finding = only(read(Lenses.DM_INI, "# x\n  a\nb\nc\nd\nk=1\nl=1\nm=1\n"));

        assertThat(finding.ruleId()).isEqualTo("INI-0104");
        assertThat(finding.primary()).isEqualTo(at(2, 3));
        assertThat(finding.parameters()).isEqualTo(Map.of("count", 4, "entries", 3));
        assertThat(finding.message().en()).startsWith("This is no INI file: 4 lines are neither");
        assertThat(finding.message().en()).endsWith("3 are KEY = VALUE.");
        assertThat(finding.message().zh()).startsWith("这不是 INI 文件：有 4 行").endsWith("只有 3 行是 KEY = VALUE。");
    }

    @Test
    void a_parameter_that_stands_twice_with_one_value_is_a_warning_at_the_second_line() {
        Read<DmIni> bound = read(Lenses.DM_INI, "PORT_NUM = 5236\nINSTANCE_NAME = DSC0\nport_num = 05236 # again\n");

        assertThat(ids(bound)).containsExactly("INI-0123");
        Finding finding = bound.findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.primary()).isEqualTo(at(3, 12));
        assertThat(finding.related()).containsExactly(at(1, 12));
        assertThat(bound.value().port()).contains(Port.of(5236));
    }

    @Test
    void a_parameter_that_no_model_names_is_found_too_if_all_its_lines_have_one_value() {
        Read<MalConfig> bound = read(Lenses.MAL, "[A]\nX = 0\nY = 1\nx = 0 # again\nY = 2\nY = 1\nX = 0\n");

        assertThat(bound.findings())
                .extracting(Finding::ruleId, Finding::primary, Finding::related)
                .containsExactly(
                        tuple("INI-0123", at(4, 5), List.of(at(2, 5))), tuple("INI-0123", at(7, 5), List.of(at(2, 5))));
        assertThat(bound.value().instances().get(0).other())
                .isEqualTo(Map.of("X", List.of("0", "0", "0"), "Y", List.of("1", "2", "1")));
    }

    @Test
    void a_new_value_is_written_to_every_line_of_its_key() {
        IniDocument document = IniDocument.parse(
                "PORT_NUM = 5236\nX = 1\nport_num = 05236 # again\n".getBytes(StandardCharsets.UTF_8));
        DmIni dmIni = Lenses.DM_INI.get(document, FILE).value();

        assertThat(print(Lenses.DM_INI.put(dmIni, document))).isEqualTo(print(document));
        assertThat(print(Lenses.DM_INI.put(dmIni.withPort(Port.of(5237)), document)))
                .isEqualTo("PORT_NUM = 5237\nX = 1\nport_num = 5237 # again\n");
        assertThat(print(Lenses.DM_INI.put(dmIni.withPort(Optional.empty()), document)))
                .isEqualTo("X = 1\n");
    }

    @Test
    void a_repeated_parameter_is_shown_with_both_values_and_the_first_one_holds() {
        Read<MalConfig> bound = read(Lenses.MAL, "[A]\nMAL_PORT = 9340\nmal_port =  9341\nMAL_PORT=1\nX=1\nx=2\n");

        assertThat(ids(bound)).containsExactly("INI-0105", "INI-0105");
        Finding finding = bound.findings().get(0);
        assertThat(finding.primary()).isEqualTo(at(3, 13));
        assertThat(finding.related()).containsExactly(at(2, 12));
        assertThat(finding.message().en()).isEqualTo("MAL_PORT is set twice: 9340, then 9341.");
        assertThat(finding.message().zh()).isEqualTo("MAL_PORT 出现两次：先为 9340，后为 9341。");
        assertThat(finding.fix().en()).startsWith("Keep one of the two lines");
        assertThat(finding.fix().zh()).startsWith("请只保留一行");
        assertThat(bound.findings().get(1).primary()).isEqualTo(at(4, 10));
        assertThat(bound.value().instances().get(0).port()).contains(Port.of(9340));
        assertThat(bound.value().instances().get(0).other()).isEqualTo(Map.of("X", List.of("1", "2")));
    }

    @Test
    void a_parameter_may_stand_once_in_each_section_and_the_address_of_a_css_several_times() {
        assertThat(ids(read(Lenses.MAL, "[A]\nMAL_PORT = 9340\n[B]\nMAL_PORT = 9341\n")))
                .isEmpty();
        Read<Dmcssm> monitor = read(Lenses.DMCSSM, "CSSM_CSS_IP = a:9341\nCSSM_CSS_IP = b\nCSSM_CSS_IP = c:9343\n");
        assertThat(ids(monitor)).containsExactly("INI-0101");
        assertThat(monitor.value().cssAddresses()).extracting(Object::toString).containsExactly("a:9341", "c:9343");
    }

    @Test
    void a_section_that_bears_the_name_of_no_group_is_reported() {
        Read<DmdcrCfg> bound =
                read(Lenses.DMDCR_CFG, "[GRP]\nDCR_GRP_NAME = GRP_CSS\n\n [GRP_CCS]\nDCR_EP_PORT = 9341\n[grp_css]\n");

        Finding finding = only(bound);
        assertThat(finding.ruleId()).isEqualTo("INI-0106");
        assertThat(finding.primary()).isEqualTo(at(4, 2));
        assertThat(finding.message().en())
                .isEqualTo("Section [GRP_CCS] belongs to no group: no [GRP] has DCR_GRP_NAME = GRP_CCS.");
        assertThat(finding.message().zh()).isEqualTo("配置节 [GRP_CCS] 不属于任何组：没有 [GRP] 的 DCR_GRP_NAME 为 GRP_CCS。");
        assertThat(finding.fix().en()).contains("DCR_GRP_NAME");
        assertThat(finding.fix().zh()).contains("DCR_GRP_NAME");
        assertThat(bound.value().groups())
                .extracting(group -> group.endpoints().size())
                .containsExactly(1);
    }

    @Test
    void a_section_in_a_file_without_sections_is_reported() {
        Read<Dmdcr> bound = read(Lenses.DMDCR, "DMDCR_SEQNO = 0\n\t[DSC0]\nDMDCR_CSS_PORT = 9341\n[DSC1]\n");

        assertThat(ids(bound)).containsExactly("INI-0107", "INI-0107");
        Finding finding = bound.findings().get(0);
        assertThat(finding.primary()).isEqualTo(at(2, 2));
        assertThat(finding.message().en()).isEqualTo("A file of this kind has no sections, but this one has [DSC0].");
        assertThat(finding.message().zh()).isEqualTo("此类文件没有配置节，但其中有 [DSC0]。");
        assertThat(finding.fix().zh()).startsWith("请删除该配置节");
        assertThat(bound.findings().get(1).primary()).isEqualTo(at(4, 1));
        assertThat(bound.value().cssPort()).isEmpty();
        assertThat(bound.value().seqno()).isPresent();
    }

    @Test
    void everything_wrong_is_found_in_one_run_and_in_the_order_of_the_file() {
        Read<DmdcrCfg> bound = read(Lenses.DMDCR_CFG, """
                DCR_N_GRP = 17
                junk
                [nobody]
                [GRP]
                DCR_GRP_NAME = GRP_DSC
                DCR_GRP_TYPE = DBX
                [GRP]
                DCR_GRP_N_EP = 0
                [GRP_DSC]
                DCR_EP_PORT = 1
                dcr_ep_seqno = 0
                DCR_EP_SEQNO = 1
                [
                x = 1
                """);

        assertThat(bound.findings())
                .extracting(finding -> finding.primary().line() + " " + finding.ruleId())
                .containsExactly(
                        "1 INI-0101",
                        "2 INI-0103",
                        "6 INI-0101",
                        "8 INI-0101",
                        "10 INI-0101",
                        "12 INI-0105",
                        "13 INI-0112");
        assertThat(bound.value().groups()).extracting(DcrGroup::name).hasSize(2);
    }

    @Test
    void an_empty_value_counts_as_absent() {
        Read<Dmdcr> bound = read(Lenses.DMDCR, "DMDCR_CSS_PORT =\nDMDCR_MAL_PATH = # none\nDMDCR_SEQNO=\n");

        assertThat(bound.findings()).isEmpty();
        assertThat(bound.value()).isEqualTo(Dmdcr.builder().build());
    }

    @Test
    void a_value_knows_the_line_it_was_read_from() {
        MalConfig mal = read(Lenses.MAL, "MAL_BUF_SIZE = 1\n\n [A]\n  mal_port =  9340\n")
                .value();

        assertThat(mal.origin().self()).isEqualTo(Location.of(FILE));
        assertThat(mal.origin().at("MAL_BUF_SIZE")).isEqualTo(at(1, 16));
        assertThat(mal.origin().at("MAL_TEMP_PATH")).isEqualTo(Location.of(FILE));
        assertThat(mal.instances().get(0).origin().self()).isEqualTo(at(3, 2));
        assertThat(mal.instances().get(0).origin().at("MAL_PORT")).isEqualTo(at(4, 15));
        assertThat(mal.instances().get(0).origin().at("MAL_HOST")).isEqualTo(at(3, 2));
    }

    @Test
    void each_value_of_a_parameter_that_repeats_knows_its_line() {
        Dmcssm monitor = read(Lenses.DMCSSM, "CSSM_CSS_IP = a:9341\nCSSM_CSS_IP =\nCSSM_CSS_IP = b:9343\n")
                .value();

        assertThat(monitor.origin().at("CSSM_CSS_IP", 0)).isEqualTo(at(1, 15));
        assertThat(monitor.origin().at("CSSM_CSS_IP", 1)).isEqualTo(at(3, 15));
        assertThat(monitor.origin().at("CSSM_CSS_IP", 2)).isEqualTo(Location.of(FILE));
        assertThat(monitor.origin().at("CSSM_LOG_PATH", 0)).isEqualTo(Location.of(FILE));
    }

    @Test
    void of_many_malformed_lines_the_first_are_shown_and_the_others_counted() {
        String entries = IntStream.range(0, 30).mapToObj("K%d = 1\n"::formatted).collect(Collectors.joining());
        Read<Dmdcr> bound = read(Lenses.DMDCR, entries + "junk\n".repeat(25));

        assertThat(bound.findings()).hasSize(21);
        Finding last = bound.findings().get(20);
        assertThat(last.ruleId()).isEqualTo("INI-0110");
        assertThat(last.primary()).isEqualTo(at(51, 1));
        assertThat(last.message().en()).startsWith("5 more lines are neither");
        assertThat(last.message().zh()).startsWith("另有 5 行");
    }

    @Test
    void a_group_cannot_be_named_as_the_groups_are() {
        String text = "[GRP]\nDCR_GRP_TYPE = CSS\nDCR_GRP_NAME = Grp\n[GRP]\nDCR_EP_NAME = CSS0\n";
        IniDocument document = IniDocument.parse(text.getBytes(StandardCharsets.UTF_8));
        Read<DmdcrCfg> bound = Lenses.DMDCR_CFG.get(document, FILE);

        Finding finding = only(bound);
        assertThat(finding.ruleId()).isEqualTo("INI-0108");
        assertThat(finding.primary()).isEqualTo(at(3, 16));
        assertThat(finding.message().en()).startsWith("Grp cannot be a DCR_GRP_NAME: ");
        assertThat(finding.message().zh()).startsWith("组名不能为 Grp，");
        assertThat(bound.value().groups())
                .hasSize(2)
                .allMatch(group -> group.endpoints().isEmpty());
        assertThat(Lenses.DMDCR_CFG.put(bound.value(), document).toBytes()).isEqualTo(document.toBytes());
        DmdcrCfg none = DmdcrCfg.builder().from(bound.value()).groups(List.of()).build();
        assertThat(Lenses.DMDCR_CFG.put(none, document).size()).isZero();
        DmdcrCfg named = DmdcrCfg.builder()
                .addGroups(DcrGroup.builder().name("GRP").build())
                .build();
        assertThatThrownBy(() -> Lenses.DMDCR_CFG.create(named)).isInstanceOf(IllegalArgumentException.class);
    }
}
