package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.PlanResult;
import io.github.dmdsc.extend.plan.Decision;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.rehearse.Ending;
import io.github.dmdsc.extend.rehearse.Fault;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.render.html.Element;
import io.github.dmdsc.extend.render.html.HtmlPrinter;
import io.github.dmdsc.extend.render.html.Node;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Renders a plan as one HTML page in English or Chinese: the runbook with drawings, with the differences of the files
 * side by side, and with a filter by host. The page loads no other resource. Without JavaScript it shows everything;
 * JavaScript adds the filter and buttons to copy commands.
 */
public final class HtmlPage {
    private static final String STYLE = Resources.text("plan.css");
    private static final String SCRIPT = Resources.text("plan.js");
    private static final String POLICY = "default-src 'none'; style-src " + Resources.source(STYLE) + "; script-src "
            + Resources.source(SCRIPT) + "; base-uri 'none'; form-action 'none'";

    private final ExtendPlan plan;
    private final RehearsalResult rehearsal;
    private final List<Finding> notes;
    private final Locale locale;
    private final Labels labels;
    private final Hosts hosts;

    private HtmlPage(PlanResult.Planned planned, Locale locale) {
        this.plan = planned.plan();
        this.rehearsal = planned.rehearsal();
        this.notes = planned.notes();
        this.locale = locale;
        this.labels = new Labels(locale);
        this.hosts = Hosts.of(plan);
    }

    /**
     * Returns the page of a plan. A Chinese locale gives Chinese, any other locale English. The same plan gives the
     * same page.
     */
    public static String of(PlanResult.Planned planned, Locale locale) {
        return HtmlPrinter.page(new HtmlPage(planned, locale).root());
    }

    private Element root() {
        return Element.of("html", head(), body())
                .with("lang", locale.getLanguage().equals("zh") ? "zh-CN" : "en");
    }

    private Element head() {
        return Element.of(
                "head",
                Element.of("meta").with("charset", "utf-8"),
                Element.of("meta").with("http-equiv", "Content-Security-Policy").with("content", POLICY),
                Element.of("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
                Element.of("title", title()),
                Element.of("style", Node.verbatim(STYLE)));
    }

    private String title() {
        return labels.with(
                "title",
                Map.of(
                        "oguid", plan.identity().oguid(),
                        "host", plan.newNode().host(),
                        "nodes", plan.nodes().size() + 1));
    }

    private Element body() {
        List<Section> sections = new ArrayList<>();
        sections.add(section("topology", "heading.topology", HtmlTopology.of(Topology.of(plan), labels)));
        sections.add(section("overview", "html.time-line", new HtmlTimeLine(hosts, labels).of(plan.steps())));
        sections.add(section("values", "heading.decisions", decisions()));
        if (!notes.isEmpty()) {
            sections.add(section("notes", "heading.notes", notes()));
        }
        sections.add(section("rehearsal", "heading.rehearsal", rehearsal()));
        sections.add(
                new Section("steps", "heading.steps", new HtmlSteps(plan, hosts, locale, "step-").of(plan.steps())));
        List<Element> rescue = new ArrayList<>();
        rescue.add(Element.of("p", labels.of("reinitialise.intro")));
        rescue.addAll(new HtmlSteps(plan, hosts, locale, "rescue-").of(plan.reinitialise()));
        sections.add(new Section("reinitialise", "heading.reinitialise", rescue));
        sections.add(new Section("files", "heading.files", files()));
        sections.add(section("sign-off", "heading.signoff", signOff()));
        return Element.of(
                "body",
                header(),
                contents(sections),
                filter(),
                Element.of("main", sections.stream().map(this::element).toList()),
                Element.of("script", Node.verbatim(SCRIPT)));
    }

    /** A part of the page under a heading of level 2. */
    private record Section(String id, String heading, List<Element> content) {}

    private static Section section(String id, String heading, Element content) {
        return new Section(id, heading, List.of(content));
    }

    private Element element(Section section) {
        List<Node> all = new ArrayList<>();
        all.add(Element.of("h2", labels.of(section.heading())));
        all.addAll(section.content());
        return Element.of("section", all).with("id", section.id());
    }

    private Element contents(List<Section> sections) {
        List<Element> links = sections.stream()
                .map(section -> Element.of(
                        "li", Element.of("a", labels.of(section.heading())).with("href", "#" + section.id())))
                .toList();
        return Element.of("nav", Element.of("ol", links))
                .styleClass("contents")
                .with("aria-label", labels.of("html.contents"));
    }

    private Element header() {
        String purpose = labels.with(
                "purpose",
                Map.of(
                        "db", plan.newNode().db(),
                        "host", plan.newNode().host(),
                        "before", plan.nodes().size(),
                        "after", plan.nodes().size() + 1,
                        "edition", labels.of("edition." + plan.edition())));
        return Element.of(
                "header",
                Element.of("h1", title()),
                Element.of("p", purpose),
                Element.of(
                                "dl",
                                Element.of("dt", labels.of("plan")),
                                Element.of("dd", Element.code(plan.planId())),
                                Element.of("dt", labels.of("dcr")),
                                Element.of("dd", Element.code(plan.identity().dcrPath())))
                        .styleClass("identity"),
                Element.of("p", labels.of("suspension")).styleClass("suspension"),
                Element.of("p", labels.of("programs")));
    }

    /**
     * Returns the links of the filter. They are hidden until the script shows them, because they have no effect without
     * it.
     */
    private Element filter() {
        List<Node> all = new ArrayList<>();
        all.add(Element.of("span", labels.of("host")));
        all.add(choice(0, labels.of("html.all-hosts")).with("aria-current", "true"));
        for (int i = 1; i <= hosts.names().size(); i++) {
            all.add(choice(i, hosts.names().get(i - 1)));
        }
        all.add(Element.of("span", labels.of("html.filtered"))
                .styleClass("filtered")
                .with("role", "status")
                .with("hidden", ""));
        return Element.of("nav", all)
                .with("id", "filter")
                .with("aria-label", labels.of("html.filter"))
                .with("hidden", "");
    }

    private static Element choice(int number, String name) {
        return Element.of("a", name).with("href", "#host-" + number);
    }

    private Element rehearsal() {
        String carriedOut = labels.with(
                "rehearsal",
                Map.of(
                        "steps", rehearsal.stepsExecuted(),
                        "states", rehearsal.statesVisited(),
                        "rules", rehearsal.requirements().size()));
        String faults = rehearsal.faults().isEmpty()
                ? labels.of("rehearsal.no-faults")
                : labels.with(
                        "rehearsal.faults", Map.of("faults", rehearsal.faults().size()));
        List<Node> rows = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            for (Ending ending : Ending.values()) {
                long count = rehearsal.count(fault, ending);
                if (count > 0) {
                    rows.add(Element.of(
                            "tr",
                            Element.of("td", labels.of("fault." + fault)),
                            Element.of("td", labels.of("ending." + ending)),
                            Element.of("td", Long.toString(count))));
                }
            }
        }
        List<Node> all = new ArrayList<>(List.of(Element.of("p", carriedOut + labels.space() + faults)));
        if (!rows.isEmpty()) {
            all.add(Element.of("table", Element.of("tbody", rows)));
        }
        return Element.of("div", all);
    }

    private Element decisions() {
        List<Node> rows = new ArrayList<>();
        for (Decision decision : plan.decisions()) {
            rows.add(Element.of(
                    "tr",
                    Element.of("td", Element.code(decision.name())).styleClass("name"),
                    Element.of("td", Element.code(decision.value())),
                    Element.of("td", decision.why().in(locale))));
        }
        Element head = Element.of(
                "tr",
                Element.of("th", labels.of("decision.name")).with("scope", "col"),
                Element.of("th", labels.of("decision.value")).with("scope", "col"),
                Element.of("th", labels.of("decision.why")).with("scope", "col"));
        return Element.of("table", Element.of("thead", head), Element.of("tbody", rows))
                .styleClass("decisions");
    }

    private Element notes() {
        return Element.of(
                "ul",
                notes.stream()
                        .map(note -> Element.of(
                                "li",
                                Element.of("strong", note.ruleId()),
                                Node.text(" " + note.primary() + labels.colon()
                                        + note.message().in(locale) + labels.space()
                                        + note.fix().in(locale))))
                        .toList());
    }

    private List<Element> files() {
        List<Element> links = new ArrayList<>();
        List<Element> files = new ArrayList<>();
        for (int i = 0; i < plan.files().size(); i++) {
            FileChange change = plan.files().get(i);
            String sign = change.kind() == FileChange.Kind.CREATE ? "+ " : "~ ";
            links.add(Element.of(
                            "li",
                            Element.of(
                                    "code",
                                    Node.text(sign),
                                    Element.of("a", Node.breakable(change.file().toString()))
                                            .with("href", "#file-" + (i + 1))))
                    .with("data-host", hosts.number(change.file().host())));
            files.add(new HtmlDiff(change, labels).of(i + 1, hosts));
        }
        List<Element> all = new ArrayList<>();
        all.add(Element.of("p", labels.of("html.signs")).styleClass("label"));
        all.add(Element.of("ul", links).styleClass("changed-files"));
        all.addAll(files);
        return all;
    }

    private Element signOff() {
        List<Element> rows = new ArrayList<>();
        for (String who : List.of("planned", "reviewed", "executed")) {
            rows.add(Element.of(
                    "tr",
                    Element.of("th", labels.of("signoff." + who)).with("scope", "row"),
                    Element.of("td"),
                    Element.of("th", labels.of("signoff.date")).with("scope", "row"),
                    Element.of("td")));
        }
        return Element.of("table", Element.of("tbody", rows)).styleClass("sign-off");
    }
}
