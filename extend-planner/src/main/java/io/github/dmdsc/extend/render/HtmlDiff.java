package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.Provenance;
import io.github.dmdsc.extend.render.html.Element;
import io.github.dmdsc.extend.render.html.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Renders a changed file as a table: the lines before, the lines after, and the cause of each changed line. */
final class HtmlDiff {
    private static final int COLUMNS = 5;

    private final Labels labels;
    private final FileChange change;
    private final Causes causes;
    private final SideBySide sides;
    private final boolean carriageReturns;

    HtmlDiff(FileChange change, Labels labels) {
        this.labels = labels;
        this.change = change;
        this.causes = Causes.of(change);
        this.sides = SideBySide.of(change.patch());
        this.carriageReturns = sides.hunks().stream()
                .flatMap(List::stream)
                .flatMap(row -> Stream.concat(row.before().stream(), row.after().stream()))
                .filter(SideBySide.Line::ended)
                .allMatch(line -> line.text().endsWith("\r"));
    }

    Element of(int number, Hosts hosts) {
        List<Node> all = new ArrayList<>();
        all.add(Element.of("h3", Element.code(change.file().toString())));
        all.add(Element.of("p", labels.of("html.kind." + change.kind())).styleClass("label"));
        change.copiedFrom()
                .ifPresent(from -> all.add(
                        Element.of("p", Node.text(labels.of("copiedFrom") + " "), Element.code(from.toString()))));
        all.add(table());
        return Element.of("article", all)
                .styleClass("file")
                .with("id", "file-" + number)
                .with("data-host", hosts.number(change.file().host()));
    }

    private Element table() {
        List<Node> parts = new ArrayList<>();
        parts.add(Element.of(
                "colgroup", column("number"), column("side"), column("number"), column("side"), column("cause")));
        parts.add(Element.of(
                "thead",
                Element.of(
                        "tr",
                        head("html.before").with("colspan", 2),
                        head("html.after").with("colspan", 2),
                        head("html.cause"))));
        for (List<SideBySide.Row> hunk : sides.hunks()) {
            parts.add(Element.of("tbody", hunk.stream().map(this::row).toList()));
        }
        return Element.of("table", parts).styleClass("diff");
    }

    private static Element column(String styleClass) {
        return Element.of("col").styleClass(styleClass);
    }

    private Element head(String label) {
        return Element.of("th", labels.of(label)).with("scope", "col");
    }

    private Element row(SideBySide.Row row) {
        List<Element> cells = new ArrayList<>(COLUMNS);
        Optional<String> before = row.before().map(this::shown);
        Optional<String> after = row.after().map(this::shown);
        Optional<ChangedWords> words = row.changed() && before.isPresent() && after.isPresent()
                ? Optional.of(ChangedWords.of(before.get(), after.get()))
                : Optional.empty();
        side(cells, row.before(), row.changed() ? "removed" : "same", words.map(ChangedWords::before));
        side(cells, row.after(), row.changed() ? "added" : "same", words.map(ChangedWords::after));
        List<String> why = row.changed()
                ? row.after()
                        .map(line -> causes.at(line.number()).stream()
                                .map(Provenance::decision)
                                .distinct()
                                .toList())
                        .orElse(List.of())
                : List.of();
        cells.add(Element.of("td", why.stream().map(HtmlDiff::cause).toList()).styleClass("cause"));
        return Element.of("tr", cells).styleClass(row.changed() ? "changed" : "context");
    }

    private void side(
            List<Element> cells, Optional<SideBySide.Line> line, String kind, Optional<List<ChangedWords.Part>> parts) {
        if (line.isEmpty()) {
            cells.add(Element.of("td").styleClass("number"));
            cells.add(Element.of("td").styleClass("none"));
            return;
        }
        SideBySide.Line present = line.get();
        cells.add(Element.of("td", Integer.toString(present.number())).styleClass("number"));
        List<Node> text = new ArrayList<>();
        text.add(parts.map(HtmlDiff::marked).orElseGet(() -> Element.code(shown(present))));
        if (!present.ended()) {
            text.add(Element.of("small", " " + labels.of("html.no-line-end")));
        }
        cells.add(Element.of("td", text).styleClass(kind));
    }

    /**
     * Marks the changed parts of a line. A line that is changed as a whole gets no mark, because the row already has
     * the colour of a change.
     */
    private static Element marked(List<ChangedWords.Part> parts) {
        return Element.of(
                "code",
                parts.stream()
                        .map(part -> part.changed() && parts.size() > 1
                                ? List.<Node>of(Element.of("mark", Node.breakable(part.text())))
                                : Node.breakable(part.text()))
                        .flatMap(List::stream)
                        .toList());
    }

    /**
     * Removes the carriage return at the end of the line if all shown lines end with CRLF. In other files the carriage
     * return may be the difference, so it stays.
     */
    private String shown(SideBySide.Line line) {
        String text = line.text();
        return carriageReturns && text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private static Element cause(String decision) {
        return Element.of("div", Node.text("← "), Element.code(decision));
    }
}
