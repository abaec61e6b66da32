package io.github.dmdsc.ini.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dmdsc.ini.EditProblem;
import io.github.dmdsc.ini.EditRefusedException;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.model.DcrEndpoint;
import io.github.dmdsc.model.DcrGroup;
import io.github.dmdsc.model.DmdcrCfg;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.MalConfig;
import io.github.dmdsc.model.MalInstance;
import io.github.dmdsc.model.Port;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Input;
import io.github.dmdsc.model.check.Read;
import io.github.dmdsc.model.check.Severity;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the findings of {@link Lens#write} for a text that a file cannot hold. */
class UnwritableTextsTest {
    private static final FileId FILE = new FileId("10.0.2.101", "/home/data/dmmal.ini");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static MalConfig named(String name) {
        return MalConfig.builder()
                .addInstances(MalInstance.builder()
                        .section("A")
                        .name(name)
                        .port(Port.of(9341))
                        .build())
                .build();
    }

    private static Read<IniDocument> write(String name, IniDocument document) {
        return Lenses.MAL.write(named(name), document, FILE);
    }

    private static IniDocument doubtful() {
        return IniDocument.parse("# 系统\n[A]\nMAL_INST_NAME = x\nMAL_PORT = 9340\n".getBytes(GB18030));
    }

    @Test
    void a_text_beyond_ascii_needs_a_charset_and_the_finding_says_how_to_name_it() {
        IniDocument document = doubtful();

        Read<IniDocument> written = write("实例", document);

        assertThat(written.value()).isSameAs(document);
        assertThat(written.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("INI-0115");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.primary()).isEqualTo(Location.of(FILE));
            assertThat(finding.parameters())
                    .containsAllEntriesOf(Map.of("file", FILE, "text", "实例", "charset", "UTF-8", "other", "GB18030"))
                    .containsEntry("attribute", new Input("charset", FILE + "=UTF-8"))
                    .containsEntry("otherwise", new Input("charset", FILE + "=GB18030"));
            assertThat(finding.message().en()).contains("实例");
            assertThat(finding.message().zh()).contains("实例");
            assertThat(finding.fix().en()).contains("charset " + FILE + "=GB18030");
            assertThat(finding.fix().zh()).contains("charset " + FILE + "=GB18030");
        });
        assertThatThrownBy(() -> Lenses.MAL.put(named("实例"), document)).isInstanceOf(EditRefusedException.class);
    }

    @Test
    void ascii_needs_none_and_a_named_charset_is_what_is_written() {
        assertThat(write("DSC0", doubtful()).findings()).isEmpty();
        assertThat(write("DSC0", doubtful()).value().toBytes())
                .isEqualTo("# 系统\n[A]\nMAL_INST_NAME = DSC0\nMAL_PORT = 9341\n".getBytes(GB18030));
        assertThat(write("实例", doubtful().withCharset(GB18030)).value().toBytes())
                .isEqualTo("# 系统\n[A]\nMAL_INST_NAME = 实例\nMAL_PORT = 9341\n".getBytes(GB18030));
    }

    @Test
    void utf_16_is_refused_by_name() {
        IniDocument document = IniDocument.parse("[A]\nMAL_PORT = 1\n".getBytes(StandardCharsets.UTF_16BE));

        assertThat(write("DSC0", document).findings())
                .extracting(Finding::ruleId)
                .containsExactly("INI-0113");
    }

    @ParameterizedTest
    @CsvSource({"'\"x', OPEN_QUOTE, 1", "x\uFEFF, BYTE_ORDER_MARK, 2", "x值, NOT_ENCODABLE, 2", "x #y, COMMENT_MARK, 3"})
    void any_other_text_that_cannot_stand_there_is_a_finding_as_well(String text, String problem, int position) {
        Read<IniDocument> written = write(text, IniDocument.empty(Charset.forName("windows-1252"), "\n"));

        assertThat(written.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.ruleId()).isEqualTo("INI-0116");
            assertThat(finding.primary()).isEqualTo(Location.of(FILE));
            assertThat(finding.parameters())
                    .isEqualTo(
                            Map.of("text", text, "problem", EditProblem.Kind.valueOf(problem), "position", position));
            assertThat(finding.message().en()).contains(VisibleText.of(text));
            assertThat(finding.message().zh()).contains(VisibleText.of(text));
        });
    }

    @Test
    void a_name_that_no_section_can_have_is_a_finding() {
        DmdcrCfg dcr = DmdcrCfg.builder()
                .addGroups(DcrGroup.builder()
                        .name("a]b")
                        .addEndpoints(DcrEndpoint.builder().build())
                        .build())
                .build();

        assertThat(Lenses.DMDCR_CFG
                        .write(dcr, IniDocument.empty(StandardCharsets.UTF_8, "\n"), FILE)
                        .findings())
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.parameters()).containsEntry("problem", EditProblem.Kind.BRACKET));
    }
}
