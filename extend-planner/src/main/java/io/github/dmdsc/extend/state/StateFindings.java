package io.github.dmdsc.extend.state;

import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
import java.util.List;

/** The findings about the outputs of tools, from STA-0101. */
final class StateFindings {
    private static final Messages MESSAGES = Messages.beside(StateFindings.class);

    private static final FindingKind NOT_RECOGNISED = FindingKind.of(MESSAGES, "STA-0101", Severity.WARNING);
    private static final FindingKind ROW = FindingKind.of(MESSAGES, "STA-0102", Severity.WARNING);
    private static final FindingKind HEADINGS = FindingKind.of(MESSAGES, "STA-0103", Severity.WARNING);
    private static final FindingKind GROUP = FindingKind.of(MESSAGES, "STA-0104", Severity.WARNING);
    private static final FindingKind NO_TABLE = FindingKind.of(MESSAGES, "STA-0105", Severity.WARNING);
    private static final FindingKind GROUPS_MISSING = FindingKind.of(MESSAGES, "STA-0106", Severity.WARNING);
    private static final FindingKind UNKNOWN_WORD = FindingKind.of(MESSAGES, "STA-0107", Severity.INFO);
    private static final FindingKind REPEATED = FindingKind.of(MESSAGES, "STA-0108", Severity.INFO);
    private static final FindingKind NO_OUTCOME = FindingKind.of(MESSAGES, "STA-0109", Severity.WARNING);
    private static final FindingKind UNREADABLE = FindingKind.of(MESSAGES, "STA-0110", Severity.WARNING);
    private static final FindingKind LIST_COUNT = FindingKind.of(MESSAGES, "STA-0111", Severity.WARNING);
    private static final FindingKind NOT_WELL = FindingKind.of(MESSAGES, "STA-0201", Severity.ERROR);
    private static final FindingKind NOT_SHOWN = FindingKind.of(MESSAGES, "STA-0202", Severity.ERROR);
    private static final FindingKind OTHER = FindingKind.of(MESSAGES, "STA-0203", Severity.ERROR);
    private static final FindingKind LITTLE_SPACE =
            FindingKind.of(MESSAGES, "STA-0204", Severity.WARNING).manual("DM8 DMDSC, chapter 14, step 2");
    private static final int LONGEST = 120;

    private StateFindings() {}

    static Finding notRecognised(ToolOutput output) {
        return NOT_RECOGNISED
                .at(output.whole())
                .with("tool", output.tool().program())
                .build();
    }

    static Finding row(Placed<String> line) {
        return ROW.at(line.at()).with("text", shortened(line.value())).build();
    }

    static Finding headings(Location at, String missing) {
        return HEADINGS.at(at).with("missing", missing).build();
    }

    static Finding group(Location at, String line) {
        return GROUP.at(at).with("text", shortened(line.strip())).build();
    }

    static Finding noTable(Location at, String group) {
        return NO_TABLE.at(at).with("group", group).build();
    }

    static Finding groupsMissing(Location at, int announced, int shown) {
        return GROUPS_MISSING
                .at(at)
                .with("announced", announced)
                .with("shown", shown)
                .build();
    }

    static Finding unknownWord(Location at, String column, String word) {
        return UNKNOWN_WORD
                .at(at)
                .with("column", column)
                .with("word", shortened(word))
                .build();
    }

    static Finding repeated(Location at, Location earlier, String what) {
        return REPEATED.at(at).against(earlier).with("what", what).build();
    }

    static Finding noOutcome(Location at, String command) {
        return NO_OUTCOME.at(at).with("command", shortened(command)).build();
    }

    static Finding unreadable(ToolOutput output) {
        return UNREADABLE
                .at(output.whole())
                .with("tool", output.tool().program())
                .build();
    }

    static Finding listCount(Location at, int announced, int shown) {
        return LIST_COUNT
                .at(at)
                .with("announced", announced)
                .with("shown", shown)
                .build();
    }

    static Finding notWell(VerdictReason reason) {
        return NOT_WELL.at(reason.at()).with("reason", reason).build();
    }

    static Finding notShown(Location at, List<String> subjects) {
        return NOT_SHOWN.at(at).with("subjects", subjects).build();
    }

    static Finding otherGroup(Location at, String shown, Location inFiles, String name) {
        return OTHER.at(at)
                .against(inFiles)
                .variant("group")
                .with("shown", shown)
                .with("name", name)
                .build();
    }

    static Finding otherEndpoint(Location at, String shown, String group) {
        return OTHER.at(at).with("shown", shown).with("group", group).build();
    }

    static Finding otherNumber(Location at, String name, int shown, Location inFiles, int number) {
        return OTHER.at(at)
                .against(inFiles)
                .variant("number")
                .with("name", name)
                .with("shown", shown)
                .with("number", number)
                .build();
    }

    static Finding littleSpace(Location at, Location file, String group, long free, long size, int files) {
        return LITTLE_SPACE
                .at(at)
                .against(file)
                .with("group", group)
                .with("free", free)
                .with("size", size)
                .with("files", files)
                .build();
    }

    /** Shortens a text, so that the message of a finding stays readable. */
    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
