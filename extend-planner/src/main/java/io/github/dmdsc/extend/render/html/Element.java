package io.github.dmdsc.extend.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An HTML or SVG element. Only listed names of elements and attributes are accepted. A value can therefore never become
 * an element or an event handler, and a page cannot load anything.
 *
 * @param name the name
 * @param attributes the attributes, in the order in which they are printed
 * @param content the child nodes
 */
public record Element(String name, List<Attribute> attributes, List<Node> content) implements Node {
    private static final Set<String> NAMES = Set.of(
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
            "span",
            "a",
            "code",
            "pre",
            "strong",
            "small",
            "mark",
            "wbr",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "caption",
            "colgroup",
            "col",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "button",
            "input",
            "svg",
            "g",
            "rect",
            "line",
            "path",
            "text");
    private static final Set<String> ATTRIBUTES = Set.of(
            "lang",
            "charset",
            "name",
            "content",
            "http-equiv",
            "class",
            "id",
            "href",
            "type",
            "hidden",
            "scope",
            "colspan",
            "role",
            "tabindex",
            "aria-label",
            "aria-labelledby",
            "aria-hidden",
            "aria-live",
            "aria-current",
            "data-host",
            "data-copied",
            "viewBox",
            "x",
            "y",
            "width",
            "height",
            "rx",
            "x1",
            "y1",
            "x2",
            "y2",
            "d",
            "text-anchor");
    private static final Set<String> VOID = Set.of("meta", "col", "input", "wbr");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if the name is not in the list of elements
     */
    public Element {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("element " + name);
        }
        attributes = List.copyOf(attributes);
        content = List.copyOf(content);
    }

    @Override
    public void print(HtmlPrinter printer) {
        printer.element(this);
    }

    /** Returns an element without attributes. */
    public static Element of(String name, Node... content) {
        return new Element(name, List.of(), List.of(content));
    }

    /** Returns an element without attributes. */
    public static Element of(String name, List<? extends Node> content) {
        return new Element(name, List.of(), List.copyOf(content));
    }

    /** Returns an element with a text as its content. */
    public static Element of(String name, String text) {
        return of(name, Node.text(text));
    }

    /** Returns a {@code code} element, in which the browser may break lines; see {@link Node#breakable}. */
    public static Element code(String text) {
        return of("code", Node.breakable(text));
    }

    /** Returns a copy with one more attribute. */
    public Element with(String attribute, String value) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(new Attribute(attribute, value));
        return new Element(name, more, content);
    }

    /** Returns a copy with one more attribute. */
    public Element with(String attribute, int value) {
        return with(attribute, Integer.toString(value));
    }

    /** Returns a copy with a style class. */
    public Element styleClass(String styleClass) {
        return with("class", styleClass);
    }

    /** Returns whether this is a void element, which has no content and no end tag. */
    boolean isVoid() {
        return VOID.contains(name);
    }

    /**
     * An attribute.
     *
     * @param name the name
     * @param value the value
     */
    public record Attribute(String name, String value) {
        /**
         * Checks the name, and that a link refers to a place in the same page.
         *
         * @throws IllegalArgumentException if the name is not in the list of attributes, or {@code href} does not begin
         *     with {@code #}
         */
        public Attribute {
            if (!ATTRIBUTES.contains(name) || (name.equals("href") && !value.startsWith("#"))) {
                throw new IllegalArgumentException("attribute " + name);
            }
        }
    }
}
