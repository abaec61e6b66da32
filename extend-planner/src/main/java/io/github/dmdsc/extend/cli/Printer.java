package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Severity;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * Findings and questions as text, in colour where that is wanted.
 *
 * @param out where to
 * @param locale the language
 * @param ansi whether in colour
 * @param excerpts the files that the findings speak of
 * @param given where a request file gives an attribute, by the name of the attribute
 */
record Printer(PrintWriter out, Locale locale, Ansi ansi, Excerpts excerpts, Map<String, Location> given) {
    private static final String INDENT = "    ";

    Printer(PrintWriter out, Locale locale, Ansi ansi) {
        this(out, locale, ansi, new Excerpts(ClusterFiles.empty()), Map.of());
    }

    /** The same, with lines of these files. */
    Printer over(ClusterFiles files) {
        return new Printer(out, locale, ansi, new Excerpts(files), given);
    }

    /** The same, with lines of a request file. */
    Printer given(Map<String, Location> places) {
        return new Printer(out, locale, ansi, excerpts, places);
    }

    void findings(List<Finding> findings) {
        for (Finding finding : Flags.in(findings, given)) {
            Style colour = colour(finding.severity());
            out.println(paint(Style.bold, finding.primary() + ":") + " "
                    + paint(colour, new Words(locale).of("severity." + finding.severity()) + ":") + " "
                    + Excerpts.shown(finding.message().in(locale)) + " "
                    + paint(Style.faint, "[" + finding.ruleId() + "]"));
            excerpt(finding.primary(), colour);
            for (Location other : finding.related()) {
                out.println(INDENT + "<-> " + Excerpts.shown(other.toString()));
                excerpt(other, colour);
            }
            out.println(INDENT + "-> " + Excerpts.shown(finding.fix().in(locale)));
            finding.waived().ifPresent(reason -> out.println(INDENT + "== waived: " + Excerpts.shown(reason)));
        }
    }

    private void excerpt(Location place, Style colour) {
        List<String> lines = excerpts.at(place);
        for (int i = 0; i < lines.size(); i++) {
            String line = i == 0 ? lines.get(i) : paint(colour, lines.get(i));
            out.println(INDENT + paint(Style.faint, "|") + " " + line);
        }
    }

    void questions(List<Question> questions) {
        for (Question question : questions) {
            out.println(paint(Style.bold, Flags.of(question) + ":") + " "
                    + Excerpts.shown(question.text().in(locale)));
            question.seen().forEach(seen -> out.println(INDENT + Excerpts.shown(seen.at() + " = " + seen.value())));
            question.suggestion().ifPresent(value -> out.println(INDENT + "-> " + Excerpts.shown(value) + " ?"));
        }
    }

    private String paint(Style style, String text) {
        String safe = Excerpts.shown(text);
        // Not by Style.off: many terminals take the end of bold for a double underline.
        return ansi.enabled() ? style.on() + safe + Style.reset.on() : safe;
    }

    private static Style colour(Severity severity) {
        return switch (severity) {
            case ERROR -> Style.fg_red;
            case WARNING -> Style.fg_yellow;
            case INFO -> Style.fg_cyan;
        };
    }

    static boolean hasErrors(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::isBlocking);
    }
}
