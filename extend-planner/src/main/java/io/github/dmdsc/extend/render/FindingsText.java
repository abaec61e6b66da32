package io.github.dmdsc.extend.render;

import io.github.dmdsc.ini.files.ClusterFiles;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Renders findings as plain text for a terminal, as the command line prints them. For each finding the text has the
 * place, the message, the line of the file with a caret under the value, the related places, and the fix. Control
 * characters from files are made visible, so they cannot move the cursor or change colours. Immutable.
 */
public final class FindingsText {
    private static final String INDENT = "    ";

    private final Locale locale;
    private final ClusterFiles files;
    private final Paint paint;

    private FindingsText(Locale locale, ClusterFiles files, Paint paint) {
        this.locale = locale;
        this.files = files;
        this.paint = paint;
    }

    /**
     * Returns a renderer that shows no lines of files and no colours. A Chinese locale gives Chinese, any other locale
     * English.
     */
    public static FindingsText in(Locale locale) {
        return new FindingsText(locale, ClusterFiles.empty(), new Paint(false));
    }

    /** Returns a copy that shows the lines of these files to which the findings refer. */
    public FindingsText over(ClusterFiles others) {
        return new FindingsText(locale, others, paint);
    }

    /** Returns a copy with or without colours, as SGR escape sequences of a terminal. */
    public FindingsText coloured(boolean yes) {
        return new FindingsText(locale, files, new Paint(yes));
    }

    /**
     * Returns the text of the findings. Each line ends with a line feed. The text is empty if there are no findings.
     */
    public String of(List<Finding> findings) {
        Excerpts excerpts = new Excerpts(files);
        StringBuilder out = new StringBuilder();
        findings.forEach(finding -> finding(finding, excerpts, out));
        return out.toString();
    }

    /**
     * Returns one line, with a line feed, that gives the numbers of errors, warnings, notes and waived findings. A
     * waived finding counts only as waived.
     */
    public String sums(List<Finding> findings) {
        return labels().with(
                                "sums",
                                Map.of(
                                        "errors", count(findings, Severity.ERROR),
                                        "warnings", count(findings, Severity.WARNING),
                                        "notes", count(findings, Severity.INFO),
                                        "waived",
                                                findings.stream()
                                                        .filter(finding ->
                                                                finding.waived().isPresent())
                                                        .count()))
                + "\n";
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding ->
                        finding.severity() == severity && finding.waived().isEmpty())
                .count();
    }

    private void finding(Finding finding, Excerpts excerpts, StringBuilder out) {
        Paint.Colour colour = colour(finding.severity());
        out.append(paint.in(Paint.Colour.BOLD, finding.primary() + ":"))
                .append(' ')
                .append(paint.in(
                        colour,
                        labels().of("severity." + finding.severity())
                                + labels().colon().strip()))
                .append(labels().colon().endsWith(" ") ? " " : "")
                .append(Excerpts.visible(finding.message().in(locale)))
                .append(' ')
                .append(paint.in(Paint.Colour.FAINT, "[" + finding.ruleId() + "]"))
                .append('\n');
        excerpt(excerpts.at(finding.primary()), colour, out);
        for (Location other : finding.related()) {
            line(out, "<-> " + Excerpts.visible(other.toString()));
            excerpt(excerpts.at(other), colour, out);
        }
        line(out, "-> " + Excerpts.visible(finding.fix().in(locale)));
        finding.waived()
                .ifPresent(reason -> line(out, "== " + labels().withColon("waived") + Excerpts.visible(reason)));
    }

    private void excerpt(List<String> lines, Paint.Colour colour, StringBuilder out) {
        for (int i = 0; i < lines.size(); i++) {
            String text = i == 0 ? lines.get(i) : paint.in(colour, lines.get(i));
            line(out, paint.in(Paint.Colour.FAINT, "|") + " " + text);
        }
    }

    private static void line(StringBuilder out, String text) {
        out.append(INDENT).append(text).append('\n');
    }

    private Labels labels() {
        return new Labels(locale);
    }

    private static Paint.Colour colour(Severity severity) {
        return switch (severity) {
            case ERROR -> Paint.Colour.RED;
            case WARNING -> Paint.Colour.YELLOW;
            case INFO -> Paint.Colour.CYAN;
        };
    }
}
