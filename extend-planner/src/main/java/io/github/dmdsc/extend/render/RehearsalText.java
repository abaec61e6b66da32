package io.github.dmdsc.extend.render;

import io.github.dmdsc.extend.plan.ExtendPlan;
import io.github.dmdsc.extend.rehearse.Ending;
import io.github.dmdsc.extend.rehearse.Fault;
import io.github.dmdsc.extend.rehearse.Incident;
import io.github.dmdsc.extend.rehearse.RehearsalResult;
import io.github.dmdsc.extend.rehearse.Rescue;
import io.github.dmdsc.model.base.VisibleText;
import java.util.Locale;
import java.util.Map;

/**
 * Renders the result of a rehearsal as plain text for a terminal. A Chinese locale gives Chinese, any other locale
 * English.
 */
public final class RehearsalText {
    private final Labels labels;
    private final Locale locale;
    private final StringBuilder out = new StringBuilder();

    private RehearsalText(Locale locale) {
        this.locale = locale;
        this.labels = new Labels(locale);
    }

    /**
     * Returns the result of a rehearsal: whether the plan passed, the number of faults by their ending, and each fault
     * that has no way out.
     */
    public static String of(RehearsalResult certificate, Locale locale) {
        RehearsalText text = new RehearsalText(locale);
        text.certificate(certificate);
        return VisibleText.ofLines(text.out.toString());
    }

    /** Returns the text of one fault: the cluster before and after it, the ways that were offered, and the ending. */
    public static String of(ExtendPlan plan, Incident incident, Locale locale) {
        RehearsalText text = new RehearsalText(locale);
        text.verdict(incident.verdict());
        text.part("incident.before", incident.before());
        text.part("incident.after", incident.after());
        for (Rescue.Way way : incident.ways()) {
            text.part("ending." + way.to(), StepsText.of(plan, way.steps(), locale));
        }
        return VisibleText.ofLines(text.out.toString());
    }

    /** Returns the sentence that a fault cannot happen at a step. */
    public static String impossible(String step, Fault fault, Locale locale) {
        RehearsalText text = new RehearsalText(locale);
        text.line(step + ": " + text.named(fault) + " - " + text.labels.of("incident.impossible"));
        return VisibleText.ofLines(text.out.toString());
    }

    private void certificate(RehearsalResult certificate) {
        certificate
                .failure()
                .ifPresentOrElse(
                        failure -> line(
                                failure.step() + ": " + failure.requirement().id() + ": "
                                        + failure.why().text().in(locale)),
                        () -> line(labels.with(
                                "rehearsal",
                                Map.of(
                                        "steps", certificate.stepsExecuted(),
                                        "states", certificate.statesVisited(),
                                        "rules", certificate.requirements().size()))));
        if (!certificate.faults().isEmpty()) {
            line(labels.with(
                    "rehearsal.faults", Map.of("faults", certificate.faults().size())));
        }
        for (Fault fault : Fault.values()) {
            for (Ending ending : Ending.values()) {
                long count = certificate.count(fault, ending);
                if (count > 0) {
                    line("  " + count + "  " + named(fault) + " -> " + labels.of("ending." + ending));
                }
            }
        }
        certificate.faults().stream()
                .filter(each -> each.ending() == Ending.STRANDED)
                .forEach(this::verdict);
    }

    private void verdict(RehearsalResult.FaultVerdict verdict) {
        line(verdict.step() + ": " + named(verdict.fault()) + " -> " + labels.of("ending." + verdict.ending()));
        verdict.reason().ifPresent(reason -> line("  " + reason.text().in(locale)));
    }

    /** Returns the description of a fault, with the name of its constant. */
    private String named(Fault fault) {
        return labels.with("fault.named", Map.of("words", labels.of("fault." + fault), "name", fault));
    }

    private void part(String heading, String text) {
        line("--- " + labels.of(heading));
        text.lines().forEach(this::line);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
