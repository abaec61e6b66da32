package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.html.Element;
import io.github.dmdsc.extend.render.html.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Renders an overview of all steps: a row for each phase with a coloured link for each step, and a legend of the
 * colours.
 */
final class HtmlTimeLine {
    private final Hosts hosts;
    private final Labels labels;

    HtmlTimeLine(Hosts hosts, Labels labels) {
        this.hosts = hosts;
        this.labels = labels;
    }

    Element of(List<Step> steps) {
        List<Node> rows = new ArrayList<>();
        List<Element> chips = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            chips.add(chip(i + 1, steps.get(i)));
            Phase phase = steps.get(i).phase();
            if (i + 1 == steps.size() || steps.get(i + 1).phase() != phase) {
                rows.add(Element.of(
                        "li",
                        Element.of("a", labels.of("phase." + phase))
                                .styleClass("phase-name")
                                .with("href", "#step-" + phase.name().toLowerCase(Locale.ROOT)),
                        Element.of("span", chips).styleClass("chips")));
                chips.clear();
            }
        }
        return Element.of("div", legend(), Element.of("ol", rows).styleClass("time-line"));
    }

    private Element legend() {
        return Element.of(
                        "p",
                        Arrays.stream(RollbackClass.values())
                                .map(each -> HtmlRollback.label(each, labels))
                                .toList())
                .styleClass("legend");
    }

    private Element chip(int number, Step step) {
        return Element.of("a", HtmlRollback.sign(step.rollbackClass()), Node.text(Integer.toString(number)))
                .styleClass("chip " + HtmlRollback.styleClass(step.rollbackClass()))
                .with("href", "#step-" + number)
                .with("aria-label", number + ": " + labels.of("rollback." + step.rollbackClass()))
                .with("data-host", hosts.number(step.host()));
    }
}
