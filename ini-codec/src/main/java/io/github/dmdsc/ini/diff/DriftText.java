package io.github.dmdsc.ini.diff;

import io.github.dmdsc.model.base.VisibleText;
import java.util.Locale;
import java.util.Map;

/**
 * Renders the differences between the nodes of a cluster as text for people: each unexpected difference, and the number
 * of the expected ones.
 */
final class DriftText {
    private DriftText() {}

    /** Returns the differences as text, in Chinese for a Chinese locale, otherwise in English. */
    static String of(Drift drift, Locale locale) {
        Words words = new Words(locale);
        StringBuilder text = new StringBuilder();
        for (Drift.Difference difference : drift.unexplained()) {
            text.append(difference.file())
                    .append(": ")
                    .append(subject(difference, words))
                    .append('\n');
            for (Drift.OnNode node : difference.nodes()) {
                text.append("    ")
                        .append(node.at())
                        .append("  ")
                        .append(node.texts()
                                .map(texts -> String.join(" | ", texts))
                                .orElse(words.of("absent")))
                        .append('\n');
            }
        }
        int unexplained = drift.unexplained().size();
        if (unexplained > 0 || drift.isComplete()) {
            text.append(words.with(
                            "drift",
                            Map.of(
                                    "unexplained",
                                    unexplained,
                                    "ofTheNode",
                                    drift.differences().size() - unexplained)))
                    .append('\n');
        }
        if (!drift.isComplete()) {
            text.append(words.of("incomplete")).append('\n');
        }
        return VisibleText.ofLines(text.toString());
    }

    private static String subject(Drift.Difference difference, Words words) {
        String subject = (words.part(difference.kind(), difference.part()) + difference.key()).strip();
        return subject.isEmpty() ? words.of("file") : subject;
    }
}
