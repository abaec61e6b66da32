package io.github.dmdsc.extend.render.html;

import java.util.Set;

/** Turns a tree into the text of a page. The same tree gives the same text. */
public final class HtmlPrinter {
    // A line break after these is seen by nobody and lets people read the source and its differences.
    private static final Set<String> BLOCKS = Set.of(
            "html",
            "head",
            "title",
            "meta",
            "style",
            "script",
            "body",
            "header",
            "main",
            "footer",
            "section",
            "article",
            "nav",
            "h1",
            "h2",
            "h3",
            "h4",
            "p",
            "div",
            "pre",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "colgroup",
            "thead",
            "tbody",
            "tr",
            "svg",
            "g");

    private final StringBuilder out = new StringBuilder();

    private HtmlPrinter() {}

    /** The text of a page whose root is {@code html}. */
    public static String page(Element root) {
        HtmlPrinter printer = new HtmlPrinter();
        printer.out.append("<!DOCTYPE html>\n");
        root.print(printer);
        return printer.out.toString();
    }

    void characters(String text) {
        escape(text);
    }

    void verbatim(String text) {
        out.append(text);
    }

    void element(Element element) {
        out.append('<').append(element.name());
        for (Element.Attribute attribute : element.attributes()) {
            out.append(' ').append(attribute.name()).append("=\"");
            escape(attribute.value());
            out.append('"');
        }
        out.append('>');
        if (!element.isVoid()) {
            element.content().forEach(node -> node.print(this));
            out.append("</").append(element.name()).append('>');
        }
        if (BLOCKS.contains(element.name())) {
            out.append('\n');
        }
    }

    /** The only way of a text or a value into the page. */
    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case '`' -> out.append("&#96;");
                case '\n', '\t' -> out.append((char) c);
                default -> character(c);
            }
        });
    }

    /**
     * Control characters are shown by their pictures or numbers: HTML cannot carry all of them, and those that turn the
     * direction of the text would let a command be read otherwise than it runs.
     */
    private void character(int c) {
        if (c < 0x20) {
            out.appendCodePoint(0x2400 + c);
        } else if (c == 0x7f) {
            out.appendCodePoint(0x2421);
        } else if (isUnseen(c)) {
            out.append("[U+%04X]".formatted(c));
        } else {
            out.appendCodePoint(c);
        }
    }

    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        boolean noCharacter = (c & 0xfffe) == 0xfffe || (c >= 0xfdd0 && c <= 0xfdef);
        return noCharacter
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }
}
