package io.github.dmdsc.extend.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A part of a page. */
public sealed interface Node permits Element, Node.Characters, Node.Verbatim {
    /** Behind the directories of a path, behind the host or key before a path, and behind the commas of a list. */
    Pattern BREAKS = Pattern.compile("(?<=[^\\s/:=]/)(?=[^\\s/])|(?<=[:=])(?=/)|(?<=,)(?=\\S)");

    /** Prints it: the printer knows how each kind of node is escaped. */
    void print(HtmlPrinter printer);

    /** Text: whatever it holds, a browser shows it and makes no markup of it. */
    static Node text(String text) {
        return new Characters(text);
    }

    /** Text whose paths and lists a browser may break where people would; it neither shows nor copies the places. */
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

    /** The content of a {@code style} or {@code script} element: a resource of this library, never a value. */
    static Node verbatim(String resource) {
        return new Verbatim(resource);
    }

    /**
     * Text.
     *
     * @param text as people are to read it
     */
    record Characters(String text) implements Node {
        @Override
        public void print(HtmlPrinter printer) {
            printer.characters(text);
        }
    }

    /**
     * What HTML does not escape.
     *
     * @param text a style sheet or script
     */
    record Verbatim(String text) implements Node {
        /**
         * Checks that it cannot end its element.
         *
         * @throws IllegalArgumentException if it could
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
