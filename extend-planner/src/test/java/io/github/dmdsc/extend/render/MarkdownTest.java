package io.github.dmdsc.extend.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Tests the texts of the runbook with a real Markdown parser that knows tables. */
class MarkdownTest {
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().extensions(TABLES).build();

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> marks = Arbitraries.of(
                "#",
                "##",
                "-",
                "+",
                "*",
                "_",
                "1.",
                "2)",
                ">",
                "|",
                "`",
                "```",
                "~~~",
                "[a](b)",
                "![i](j)",
                "<b>",
                "</b>",
                "&lt;",
                "\\",
                "===",
                "---",
                "http://x",
                "<http://x>",
                "$1",
                "配置",
                "dm.ini",
                " ",
                "  ",
                "x");
        return marks.list()
                .ofMinSize(1)
                .ofMaxSize(6)
                .map(parts -> String.join("", parts).strip())
                .filter(text -> !text.isEmpty());
    }

    private static String text(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            assertThat(child).isInstanceOfAny(Text.class, Code.class);
            text.append(child instanceof Code code ? code.getLiteral() : ((Text) child).getLiteral());
        }
        return text.toString();
    }

    @Property
    void a_text_is_a_paragraph_and_reads_back_unchanged(@ForAll("texts") String text) {
        Node document = PARSER.parse(Quoting.markdown(text));

        assertThat(document.getFirstChild()).isInstanceOf(Paragraph.class);
        assertThat(document.getFirstChild().getNext()).isNull();
        assertThat(text(document.getFirstChild())).isEqualTo(text);
    }

    @Property
    void a_text_in_a_table_stays_in_its_cell(@ForAll("texts") String text) {
        String table = "| a | b |\n|---|---|\n| " + Quoting.markdown(text) + " | end |\n";
        Document document = Jsoup.parse(HTML.render(PARSER.parse(table)));

        assertThat(document.select("td")).hasSize(2);
        assertThat(document.select("td").get(0).wholeText()).isEqualTo(text);
        assertThat(document.select("td *:not(code)")).isEmpty();
    }

    @Property
    void a_code_span_and_a_fenced_block_hold_the_given_text(@ForAll("texts") String text) {
        Node span = PARSER.parse("x " + Quoting.code(text)).getFirstChild().getLastChild();
        assertThat(span).isInstanceOf(Code.class);
        assertThat(((Code) span).getLiteral()).isEqualTo(text);
        Node block = PARSER.parse(Quoting.block("text", text + "\n" + text)).getFirstChild();
        assertThat(block).isInstanceOf(FencedCodeBlock.class);
        assertThat(((FencedCodeBlock) block).getLiteral()).isEqualTo(text + "\n" + text + "\n");
        assertThat(block.getNext()).isNull();
    }

    /** Returns every text that a step can have, with a sample in place of each placeholder. */
    static Stream<String> catalogue() {
        return Stream.of("messages.properties", "messages_zh.properties")
                .flatMap(name -> Resources.text(name).lines())
                .filter(line -> line.matches("(step|hostItem|afterItem|aspect|stop|logs|addArchive|when)\\b.*"))
                .map(line -> line.replaceFirst("^[^=]*= ", "").replaceAll("\\{[A-Za-z]+}", "/data/DSC2"));
    }

    @Example
    void commands_in_the_catalogue_are_code_spans_without_added_backslashes() {
        Pattern program = Pattern.compile(
                "\\b(grep|ls|ps|id|df|getconf|uname|lscpu|timedatectl|firewall-cmd|nft|setcap"
                        + "|getcap|journalctl|systemctl|scsi_id|dm_service_\\w+\\.sh|dmdsc) +[a-z-]"
                        + "|multipath -|(?<![\\w-])-\\d{3,5}\\b|\\*\\.|select [*A-Z]|check crash over|alter database",
                Pattern.CASE_INSENSITIVE);

        assertThat(catalogue()).isNotEmpty().allSatisfy(text -> {
            Node paragraph = PARSER.parse(Quoting.sentence(text)).getFirstChild();
            assertThat(Quoting.sentence(text).replaceAll("`[^`]*`", "")).doesNotContain("\\");
            assertThat(text(paragraph)).isEqualTo(text.replace("`", ""));
            assertThat(words(paragraph)).doesNotContainPattern(program);
        });
    }

    private static String words(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            text.append(child instanceof Text words ? words.getLiteral() : "…");
        }
        return text.toString();
    }

    @Example
    void line_breaks_become_spaces() {
        assertThat(Quoting.markdown("a\r\nb")).isEqualTo("a  b");
    }
}
