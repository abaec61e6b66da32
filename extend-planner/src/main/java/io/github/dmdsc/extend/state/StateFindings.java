package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;

/** The findings of the readers, STA-0101 and on. */
final class StateFindings {
    private static final Messages MESSAGES = Messages.beside(StateFindings.class);
    private static final int LONGEST = 120;

    private StateFindings() {}

    static Diagnostic nothing(ToolOutput output) {
        return warning("STA-0101", output.whole())
                .with("tool", output.tool().program())
                .build();
    }

    static Diagnostic row(Placed<String> line) {
        return warning("STA-0102", line.at())
                .with("text", shortened(line.value()))
                .build();
    }

    static Diagnostic headings(Location at, String missing) {
        return warning("STA-0103", at).with("missing", missing).build();
    }

    static Diagnostic group(Location at, String line) {
        return warning("STA-0104", at).with("text", shortened(line.strip())).build();
    }

    static Diagnostic noTable(Location at, String group) {
        return warning("STA-0105", at).with("group", group).build();
    }

    static Diagnostic groupsMissing(Location at, int announced, int shown) {
        return warning("STA-0106", at)
                .with("announced", announced)
                .with("shown", shown)
                .build();
    }

    static Diagnostic unknownWord(Location at, String column, String word) {
        return finding("STA-0107", Severity.INFO, at)
                .with("column", column)
                .with("word", shortened(word))
                .build();
    }

    static Diagnostic again(Location at, Location earlier, String what) {
        return finding("STA-0108", Severity.INFO, at)
                .against(earlier)
                .with("what", what)
                .build();
    }

    static Diagnostic noOutcome(Location at, String command) {
        return warning("STA-0109", at).with("command", shortened(command)).build();
    }

    static Diagnostic unreadable(ToolOutput output) {
        return warning("STA-0110", output.whole())
                .with("tool", output.tool().program())
                .build();
    }

    static Diagnostic listCount(Location at, int announced, int shown) {
        return warning("STA-0111", at)
                .with("announced", announced)
                .with("shown", shown)
                .build();
    }

    private static Finding warning(String id, Location at) {
        return finding(id, Severity.WARNING, at);
    }

    private static Finding finding(String id, Severity severity, Location at) {
        return Diagnostic.finding(MESSAGES, id, severity).at(at);
    }

    /** Keeps a finding readable whatever a text holds. */
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
