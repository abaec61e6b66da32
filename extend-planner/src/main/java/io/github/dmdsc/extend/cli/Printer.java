package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.infer.Question;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Diagnostic;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Findings and questions as text. */
record Printer(PrintWriter out, Locale locale) {
    void findings(List<Diagnostic> findings) {
        for (Diagnostic finding : findings) {
            out.println(finding.primary() + ": " + finding.severity().name().toLowerCase(Locale.ROOT) + ": "
                    + finding.message().in(locale) + " [" + finding.ruleId() + "]");
            for (Location other : finding.related()) {
                out.println("    <-> " + other);
            }
            out.println("    -> " + finding.fix().in(locale));
            finding.waived().ifPresent(reason -> out.println("    == waived: " + reason));
        }
    }

    void questions(List<Question> questions) {
        for (Question question : questions) {
            out.println(question.option() + ": " + question.text().in(locale));
            question.seen().forEach(seen -> out.println("    " + seen.at() + " = " + seen.value()));
            question.suggestion().ifPresent(value -> out.println("    -> " + value + " ?"));
        }
    }

    static boolean hasErrors(List<Diagnostic> findings) {
        return findings.stream().anyMatch(Diagnostic::isBlocking);
    }
}
