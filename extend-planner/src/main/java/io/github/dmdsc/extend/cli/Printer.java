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
 * Prints findings and questions with options in the place of inputs.
 *
 * @param out where to
 * @param locale the language
 * @param coloured whether in colour
 * @param files the files that the findings speak of
 * @param given where a request file gives an attribute, by the name of the attribute
 */
record Printer(PrintWriter out, Locale locale, boolean coloured, ClusterFiles files, Map<String, Location> given) {
    Printer(PrintWriter out, Locale locale, boolean coloured) {
        this(out, locale, coloured, ClusterFiles.empty(), Map.of());
    }

    /** The same, with lines of these files. */
    Printer over(ClusterFiles others) {
        return new Printer(out, locale, coloured, others, given);
    }

    /** The same, with lines of a request file. */
    Printer given(Map<String, Location> places) {
        return new Printer(out, locale, coloured, files, places);
    }

    void findings(List<Finding> findings) {
        print(text().of(shown(findings)));
    }

    /** The findings with options and places of a request file in the place of inputs. */
    List<Finding> shown(List<Finding> findings) {
        return Flags.in(findings, given);
    }

    /** How many errors and warnings there are. */
    void sums(List<Finding> findings) {
        print(text().sums(findings));
    }

    void questions(List<Question> questions) {
        print(QuestionsText.of(questions, locale, coloured, Flags::answer));
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
