package io.github.dmdsc.extend.cli;

import io.github.dmdsc.extend.plan.Question;
import io.github.dmdsc.extend.render.FindingsText;
import io.github.dmdsc.extend.render.QuestionsText;
import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints findings and questions, with options in place of inputs.
 *
 * @param out the output
 * @param locale the language
 * @param coloured whether the output is coloured
 * @param files the files from which lines are quoted below findings
 * @param given the places in the request file, by the name of the attribute
 */
record Printer(PrintWriter out, Locale locale, boolean coloured, ClusterFiles files, Map<String, Location> given) {
    Printer(PrintWriter out, Locale locale, boolean coloured) {
        this(out, locale, coloured, ClusterFiles.empty(), Map.of());
    }

    /** Returns a printer that quotes lines of these files below findings. */
    Printer over(ClusterFiles others) {
        return new Printer(out, locale, coloured, others, given);
    }

    /** Returns a printer that replaces attributes by their places in the request file. */
    Printer given(Map<String, Location> places) {
        return new Printer(out, locale, coloured, files, places);
    }

    void findings(List<Finding> findings) {
        print(text().of(shown(findings)));
    }

    /** Returns the findings as they are printed: with options, or places in the request file, in place of inputs. */
    List<Finding> shown(List<Finding> findings) {
        return Flags.withOptions(findings, given);
    }

    /** Prints the numbers of errors and warnings. */
    void sums(List<Finding> findings) {
        print(text().sums(findings));
    }

    void questions(List<Question> questions) {
        print(QuestionsText.of(questions, locale, coloured, Flags::optionFor));
    }

    private FindingsText text() {
        return FindingsText.in(locale).over(files).coloured(coloured);
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }

    static boolean hasErrors(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::isBlocking);
    }
}
