package io.github.dmdsc.extend.render.html;

import java.util.Set;

/** Converts a tree of nodes to the text of a page. The same tree gives the same text. */
public final class HtmlPrinter {
    // A line break after these elements does not change the page, and makes its source and diffs readable.
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

    /**
     * Returns the text of a page.
     *
     * @param root the {@code html} element
     */
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

    /** Escapes a text or an attribute value. All of them go through this method. */
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
     * Prints a character. Replaces control characters by their Unicode pictures, and other invisible characters by
     * their numbers: HTML cannot contain all of them, and characters that change the direction of text could make a
     * command look different from what it does.
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
