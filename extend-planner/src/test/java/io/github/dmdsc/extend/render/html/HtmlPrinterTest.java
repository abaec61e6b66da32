package io.github.dmdsc.extend.render.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPrinterTest {
    private static String printed(Element element) {
        String page = HtmlPrinter.page(element);
        assertThat(page).startsWith("<!DOCTYPE html>\n");
        return page.substring("<!DOCTYPE html>\n".length());
    }

    private static String escaped(String text) {
        String printed = printed(Element.of("span", text));
        return printed.substring("<span>".length(), printed.length() - "</span>".length());
    }

    @Test
    void only_block_elements_end_with_a_line_feed() {
        Element cell = Element.of("td", Element.of("code", "a"), Node.text(" = "), Element.of("code", "b"));

        assertThat(printed(Element.of(
                        "table", Element.of("tr", cell.styleClass("same").with("colspan", 2)))))
                .isEqualTo("""
                        <table><tr><td class="same" colspan="2"><code>a</code> = <code>b</code></td></tr>
                        </table>
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"meta", "col", "input", "wbr"})
    void void_elements_have_no_end_tag(String name) {
        assertThat(printed(Element.of(name).with("name", "x")).strip()).isEqualTo("<" + name + " name=\"x\">");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "10.0.2.103:/home/data/dm.ini > 10.0.2.103:|/home/|data/|dm.ini",
                "./dmcssm INI_PATH=/a > ./|dmcssm INI_PATH=|/a",
                "+DMLOG/l1.log,+DMLOG/l2.log > +DMLOG/|l1.log,|+DMLOG/|l2.log",
                "/ > /",
                "a, b > a, b",
                "http://a/ > http:|//a/",
                "DCR_EP_NAME > DCR_EP_NAME"
            })
    void paths_and_lists_may_break_after_their_separators(String text, String expected) {
        assertThat(printed(Element.code(text)).replace("<wbr>", "|")).isEqualTo("<code>" + expected + "</code>");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '^',
            value = {
                "&, &amp;",
                "<, &lt;",
                ">, &gt;",
                "\", &quot;",
                "', &#39;",
                "`, &#96;",
                "a-Z 0.~, a-Z 0.~",
                "节点 é 😀, 节点 é 😀"
            })
    void marks_are_escaped_in_content_and_in_attributes(String text, String expected) {
        assertThat(escaped(text)).isEqualTo(expected);
        assertThat(printed(Element.of("span").with("aria-label", text)))
                .isEqualTo("<span aria-label=\"" + expected + "\"></span>");
    }

    /**
     * A code point and how it is shown. HTML cannot contain some of the code points, and some change the direction of
     * the text.
     */
    @ParameterizedTest
    @CsvSource({
        "0, ␀",
        "7, ␇",
        "8, ␈",
        "b, ␋",
        "d, ␍",
        "1b, ␛",
        "1f, ␟",
        "7f, ␡",
        "80, [U+0080]",
        "85, [U+0085]",
        "9f, [U+009F]",
        "ad, [U+00AD]",
        "200b, [U+200B]",
        "200f, [U+200F]",
        "2028, [U+2028]",
        "2029, [U+2029]",
        "202e, [U+202E]",
        "2066, [U+2066]",
        "d800, [U+D800]",
        "dfff, [U+DFFF]",
        "feff, [U+FEFF]",
        "fdd0, [U+FDD0]",
        "fdd8, [U+FDD8]",
        "fdef, [U+FDEF]",
        "fffe, [U+FFFE]",
        "ffff, [U+FFFF]",
        "1fffe, [U+1FFFE]",
        "10ffff, [U+10FFFF]",
        "e0041, [U+E0041]"
    })
    void invisible_characters_are_shown_by_a_symbol_or_a_number(String hex, String shown) {
        assertThat(escaped("a" + Character.toString(Integer.parseInt(hex, 16)) + "b"))
                .isEqualTo("a" + shown + "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "a", "20", "7e", "a0", "fdcf", "fdf0", "fffd", "10000", "1fffd", "e000"})
    void every_other_character_stays_unchanged(String hex) {
        String text = "a" + Character.toString(Integer.parseInt(hex, 16)) + "b";

        assertThat(escaped(text)).isEqualTo(text);
    }

    @Test
    void a_style_sheet_is_not_escaped_and_cannot_end_its_element() {
        assertThat(printed(Element.of("style", Node.verbatim("a > b { content: '<' }"))))
                .isEqualTo("<style>a > b { content: '<' }</style>\n");
        for (String text : List.of("</style>", "a </b", "<!-- a")) {
            assertThatIllegalArgumentException().isThrownBy(() -> Node.verbatim(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"iframe", "img", "form", "SCRIPT", "base", "link", "", "p onclick"})
    void unknown_elements_are_refused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Element.of(name)).withMessage("element " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"onclick", "src", "style", "HREF", "action", "", "a b"})
    void unknown_attributes_are_refused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Element.of("p").with(name, "#x"))
                .withMessage("attribute " + name);
    }

    @Test
    void links_are_allowed_only_within_the_page() {
        assertThat(printed(Element.of("a", "to").with("href", "#step-1"))).isEqualTo("<a href=\"#step-1\">to</a>");
        for (String target : List.of("", "step-1", "http://x/#y", "javascript:alert(1)", " #x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Element.of("a").with("href", target));
        }
        assertThat(printed(Element.of("p").with("id", "step-1"))).isEqualTo("<p id=\"step-1\"></p>\n");
    }
}
