package io.github.dmdsc.extend.render.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An element. Only names from closed sets are taken, so that not even a mistake can make an element or an event handler
 * out of a value, nor let a page fetch anything.
 *
 * @param name its name
 * @param attributes its attributes, in the order in which they are printed
 * @param content what is in it
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
     * @throws IllegalArgumentException if no page of this library has such an element
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

    /** An element without attributes. */
    public static Element of(String name, Node... content) {
        return new Element(name, List.of(), List.of(content));
    }

    /** An element without attributes. */
    public static Element of(String name, List<? extends Node> content) {
        return new Element(name, List.of(), List.copyOf(content));
    }

    /** An element that holds text. */
    public static Element of(String name, String text) {
        return of(name, Node.text(text));
    }

    /** What somebody types or a machine reads; see {@link Node#breakable}. */
    public static Element code(String text) {
        return of("code", Node.breakable(text));
    }

    /** This element with one more attribute. */
    public Element with(String attribute, String value) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(new Attribute(attribute, value));
        return new Element(name, more, content);
    }

    /** This element with one more attribute. */
    public Element with(String attribute, int value) {
        return with(attribute, Integer.toString(value));
    }

    /** This element as one of a class. */
    public Element in(String styleClass) {
        return with("class", styleClass);
    }

    /** Whether it has neither content nor an end. */
    boolean isVoid() {
        return VOID.contains(name);
    }

    /**
     * An attribute.
     *
     * @param name its name
     * @param value its value
     */
    public record Attribute(String name, String value) {
        /**
         * Checks the name, and that a reference stays in the page.
         *
         * @throws IllegalArgumentException if no page of this library has such an attribute
         */
        public Attribute {
            if (!ATTRIBUTES.contains(name) || (name.equals("href") && !value.startsWith("#"))) {
                throw new IllegalArgumentException("attribute " + name);
            }
        }
    }
}
