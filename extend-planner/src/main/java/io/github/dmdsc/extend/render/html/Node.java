package io.github.dmdsc.extend.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A node of the page. */
public sealed interface Node permits Element, Node.Characters, Node.Verbatim {
    /**
     * The places for line breaks: after each directory of a path, between a host or a key and the path that follows,
     * and after the commas of a list.
     */
    Pattern BREAKS = Pattern.compile("(?<=[^\\s/:=]/)(?=[^\\s/])|(?<=[:=])(?=/)|(?<=,)(?=\\S)");

    /** Prints this node. The printer escapes each kind of node in its own way. */
    void print(HtmlPrinter printer);

    /** Returns a text, which the browser never interprets as markup. */
    static Node text(String text) {
        return new Characters(text);
    }

    /**
     * Returns a text with {@code wbr} elements at the places for line breaks. They are invisible, and a copy of the
     * text does not contain them.
     */
    static List<Node> breakable(String text) {
        List<Node> all = new ArrayList<>();
        for (String part : BREAKS.split(text, -1)) {
            if (!all.isEmpty()) {
                all.add(Element.of("wbr"));
            }
            all.add(text(part));
        }
        return all;
    }

    /**
     * Returns the content of a {@code style} or {@code script} element. The content must be a resource of dmdsc,
     * because it is not escaped.
     *
     * @throws IllegalArgumentException if the text contains the start of an end tag or of a comment
     */
    static Node verbatim(String resource) {
        return new Verbatim(resource);
    }

    /**
     * A text.
     *
     * @param text the unescaped text
     */
    record Characters(String text) implements Node {
        @Override
        public void print(HtmlPrinter printer) {
            printer.characters(text);
        }
    }

    /**
     * A text that is printed without escapes.
     *
     * @param text a style sheet or script
     */
    record Verbatim(String text) implements Node {
        /**
         * Checks that the text cannot end its element.
         *
         * @throws IllegalArgumentException if the text contains the start of an end tag or of a comment
         */
        public Verbatim {
            if (text.contains("</") || text.contains("<!--")) {
                throw new IllegalArgumentException("ends its element");
            }
        }

        @Override
        public void print(HtmlPrinter printer) {
            printer.verbatim(text);
        }
    }
}
