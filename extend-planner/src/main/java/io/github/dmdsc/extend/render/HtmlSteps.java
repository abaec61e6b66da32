package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.Change;
import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.plan.FileChange;
import io.github.dmdsc.extend.plan.FileHash;
import io.github.dmdsc.extend.plan.Phase;
import io.github.dmdsc.extend.plan.RollbackClass;
import io.github.dmdsc.extend.plan.Step;
import io.github.dmdsc.extend.render.html.Element;
import io.github.dmdsc.extend.render.html.Node;
import io.github.dmdsc.model.FileId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Renders the steps of a plan, grouped by phase. */
final class HtmlSteps {
    private final List<FileId> files;
    private final Hosts hosts;
    private final Locale locale;
    private final Labels labels;
    private final StepTexts texts;
    private final String anchor;

    /** @param anchor the prefix of the ids of the steps in the page */
    HtmlSteps(ExtendPlan plan, Hosts hosts, Locale locale, String anchor) {
        this.files = plan.files().stream().map(FileChange::file).toList();
        this.hosts = hosts;
        this.locale = locale;
        this.labels = new Labels(locale);
        this.texts = new StepTexts(plan, locale);
        this.anchor = anchor;
    }

    List<Element> of(List<Step> steps) {
        List<Element> phases = new ArrayList<>();
        List<Element> inPhase = new ArrayList<>();
        boolean passed = false;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (!passed && step.rollbackClass() == RollbackClass.POINT_OF_NO_RETURN) {
                inPhase.add(pointOfNoReturn());
                passed = true;
            }
            inPhase.add(step(i + 1, step));
            if (i + 1 == steps.size() || steps.get(i + 1).phase() != step.phase()) {
                phases.add(phase(step.phase(), inPhase));
                inPhase.clear();
            }
        }
        return phases;
    }

    private Element phase(Phase phase, List<Element> content) {
        List<Node> all = new ArrayList<>();
        all.add(Element.of("h3", labels.of("phase." + phase)));
        all.add(Element.of("p", texts.manual(phase)).styleClass("manual"));
        all.addAll(content);
        return Element.of("section", all)
                .styleClass("phase")
                .with("id", anchor + phase.name().toLowerCase(Locale.ROOT));
    }

    private Element pointOfNoReturn() {
        return Element.of(
                        "div",
                        Element.of("strong", labels.of("rollback.POINT_OF_NO_RETURN")),
                        Element.of("p", labels.of("html.no-return")))
                .styleClass("no-return");
    }

    private Element step(int number, Step step) {
        List<Node> all = new ArrayList<>();
        all.add(Element.of(
                "h4",
                Element.of("span", Integer.toString(number)).styleClass("number"),
                Node.text(" " + texts.title(step))));
        texts.gate(step)
                .ifPresent(gate -> all.add(Element.of("p", after(Element.of("strong", labels.of("gate")), " " + gate))
                        .styleClass("gate")));
        all.add(facts(step));
        texts.instructions(step)
                .forEach(each -> all.add(Element.of("p", sentence(each)).styleClass("observe")));
        Quoting.typed(step, locale.getLanguage().equals("zh")).ifPresent(typed -> all.add(command(step, typed)));
        all.add(outcome(step));
        return Element.of("article", all)
                .styleClass("step " + HtmlRollback.styleClass(step.rollbackClass()))
                .with("id", anchor + number)
                .with("data-host", hosts.number(step.host()));
    }

    private Element facts(Step step) {
        return Element.of(
                        "p",
                        HtmlRollback.label(step.rollbackClass(), labels),
                        fact("host", code(step.host()).styleClass("host")),
                        fact("tool", code(step.tool().program())),
                        code(step.id()).styleClass("step-id"))
                .styleClass("facts");
    }

    private Element fact(String label, Element value) {
        return Element.of("span", Node.text(labels.of(label) + " "), value);
    }

    private Element command(Step step, String typed) {
        List<Node> all = new ArrayList<>();
        // A step that copies a file has no command to paste.
        if (!(step.action() instanceof Change.WriteFile)) {
            all.add(Element.of("button", labels.of("html.copy"))
                    .with("type", "button")
                    .styleClass("copy")
                    .with("data-copied", labels.of("html.copied"))
                    .with("hidden", ""));
        }
        all.add(Element.of("pre", Element.code(typed)));
        if (step.action() instanceof Change.WriteFile write
                && write.staged().isEmpty()
                && files.contains(write.file())) {
            all.add(Element.of("a", labels.of("html.see-diff"))
                    .with("href", "#file-" + (files.indexOf(write.file()) + 1)));
        }
        return Element.of("div", all).styleClass("command");
    }

    private Element outcome(Step step) {
        List<Node> all = new ArrayList<>();
        all.add(Element.of("dt", labels.of("verify")));
        all.add(Element.of("dd", sentence(texts.check(step))));
        for (FileHash hash : step.verify().hashes()) {
            all.add(Element.of("dd", code(hash.file().toString()), Node.text(" sha256 "), code(hash.sha256()))
                    .styleClass("hash"));
        }
        if (!step.verify().expected().isEmpty()) {
            all.add(Element.of("dt", labels.of("expected")));
            step.verify().expected().forEach(text -> all.add(Element.of("dd", code(text))));
        }
        all.add(Element.of("dt", labels.of("recovery")));
        all.add(Element.of("dd", sentence(texts.recovery(step))));
        texts.note(step).ifPresent(note -> {
            all.add(Element.of("dt", labels.of("note")));
            all.add(Element.of("dd", sentence(note)));
        });
        return Element.of("dl", all);
    }

    private static Element code(String text) {
        return Element.code(text);
    }

    private static List<Node> after(Node first, String text) {
        List<Node> all = new ArrayList<>(List.of(first));
        all.addAll(sentence(text));
        return all;
    }

    /** Returns a sentence from the message catalogue. Text between back-ticks becomes code. */
    private static List<Node> sentence(String text) {
        List<String> parts = Quoting.parts(text);
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            all.add(i % 2 == 1 ? code(parts.get(i)) : Node.text(parts.get(i)));
        }
        return all;
    }
}
