package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.render.html.Element;
import io.github.dmdsc.extend.render.html.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Draws a topology as SVG: a box for each node, and a line from each box to the shared disks. */
final class HtmlTopology {
    private static final int ROW = 4;
    private static final int GAP = 22;
    private static final int RAIL = 14;
    private static final int PADDING = 12;
    private static final int LINE = 19;
    private static final int BOX_HEIGHT = 2 * PADDING + 4 * LINE + 4;
    private static final int COLUMN = 44;
    // The width of a character. It is wider than a digit of any common font at 13 px, so that no text is wider than its
    // box.
    private static final int CHARACTER = 8;

    private final String id;
    private final String title;
    private final List<Topology.Node> nodes;
    private final List<String> disks;
    private final int boxWidth;
    private final int diskWidth;
    private final List<Element> drawn = new ArrayList<>();

    private HtmlTopology(String id, String title, List<Topology.Node> nodes, List<String> disks, int boxWidth) {
        this.id = id;
        this.title = title;
        this.nodes = nodes;
        this.disks = disks;
        this.boxWidth = boxWidth;
        this.diskWidth = disks.stream().mapToInt(HtmlTopology::width).max().orElse(0) + 2 * PADDING;
    }

    /** Returns the drawings of the cluster before and after the extension. */
    static Element of(Topology topology, Labels labels) {
        List<String> shared = topology.disks().stream()
                .map(disk -> labels.of("html.disk." + disk.kind()) + " " + disk.path())
                .toList();
        // Both drawings use the same width, so that the old nodes look the same in both.
        int boxWidth =
                topology.nodes().stream().mapToInt(HtmlTopology::widest).max().orElse(0) + 2 * PADDING;
        HtmlTopology before = new HtmlTopology("before", labels.of("html.before"), topology.before(), shared, boxWidth);
        HtmlTopology after = new HtmlTopology("after", labels.of("html.after"), topology.nodes(), shared, boxWidth);
        return Element.of("div", before.figure(labels), after.figure(labels)).styleClass("topologies");
    }

    private static int widest(Topology.Node node) {
        return Stream.concat(
                        Stream.of(width(node.host()) + 5 * CHARACTER),
                        node.endpoints().stream().map(each -> COLUMN + width(named(each))))
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
    }

    private static int width(String text) {
        return CHARACTER
                * text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    }

    private static String named(Topology.Endpoint endpoint) {
        return endpoint.name() + endpoint.port().map(port -> " : " + port).orElse("");
    }

    private Element figure(Labels labels) {
        int columns = Math.min(ROW, nodes.size());
        int rows = (nodes.size() + ROW - 1) / ROW;
        int right = Math.max(RAIL + GAP + columns * (boxWidth + GAP), RAIL + GAP + diskWidth + GAP);
        int rowHeight = BOX_HEIGHT + 2 * GAP;
        int disksTop = rows * rowHeight + 4;
        int bottom = disksTop + LINE * disks.size() + 3 * PADDING;
        for (int row = 0; row < rows; row++) {
            int in = Math.min(ROW, nodes.size() - row * ROW);
            int bus = row * rowHeight + BOX_HEIGHT + GAP;
            drawn.add(line(RAIL, bus, RAIL + GAP + (in - 1) * (boxWidth + GAP) + boxWidth / 2, bus));
        }
        drawn.add(line(RAIL, BOX_HEIGHT + GAP, RAIL, disksTop + PADDING + LINE));
        drawn.add(line(RAIL, disksTop + PADDING + LINE, RAIL + GAP, disksTop + PADDING + LINE));
        for (int i = 0; i < nodes.size(); i++) {
            node(nodes.get(i), RAIL + GAP + i % ROW * (boxWidth + GAP), i / ROW * rowHeight + 2, labels);
        }
        disks(RAIL + GAP, disksTop, right - RAIL - 2 * GAP, bottom - disksTop - PADDING);
        Element svg = Element.of("svg", drawn)
                .with("viewBox", "0 0 " + right + " " + bottom)
                .with("width", right)
                .with("height", bottom)
                .with("role", "img")
                .with("aria-labelledby", id);
        return Element.of(
                        "div",
                        Element.of("h3", title).with("id", id),
                        Element.of("div", svg).styleClass("scroll"))
                .styleClass("topology");
    }

    private static Element line(int x1, int y1, int x2, int y2) {
        return Element.of("line")
                .styleClass("wire")
                .with("x1", x1)
                .with("y1", y1)
                .with("x2", x2)
                .with("y2", y2);
    }

    private void node(Topology.Node node, int x, int y, Labels labels) {
        int middle = x + boxWidth / 2;
        drawn.add(line(middle, y + BOX_HEIGHT, middle, y + BOX_HEIGHT + GAP - 2));
        List<Element> box = new ArrayList<>();
        box.add(Element.of("rect")
                .with("x", x)
                .with("y", y)
                .with("width", boxWidth)
                .with("height", BOX_HEIGHT)
                .with("rx", 8));
        int line = y + PADDING + LINE - 5;
        box.add(text(x + PADDING, line, node.host(), "host"));
        if (node.fresh()) {
            box.add(text(x + boxWidth - PADDING, line, labels.of("html.new"), "new")
                    .with("text-anchor", "end"));
        }
        line += 4;
        for (Topology.Endpoint endpoint : node.endpoints()) {
            line += LINE;
            box.add(text(x + PADDING, line, endpoint.type().name(), "type"));
            box.add(text(x + PADDING + COLUMN, line, named(endpoint), "endpoint"));
        }
        drawn.add(Element.of("g", box).styleClass(node.fresh() ? "node fresh" : "node"));
    }

    private void disks(int x, int y, int width, int height) {
        List<Element> box = new ArrayList<>();
        box.add(Element.of("rect")
                .with("x", x)
                .with("y", y)
                .with("width", width)
                .with("height", height)
                .with("rx", 16));
        for (int i = 0; i < disks.size(); i++) {
            box.add(text(x + PADDING, y + PADDING + LINE * (i + 1) - 4, disks.get(i), "endpoint"));
        }
        drawn.add(Element.of("g", box).styleClass("disks"));
    }

    private static Element text(int x, int y, String text, String styleClass) {
        return Element.of("text", List.of(Node.text(text)))
                .styleClass(styleClass)
                .with("x", x)
                .with("y", y);
    }
}
