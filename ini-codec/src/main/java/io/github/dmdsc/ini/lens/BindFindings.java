package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;

/** The findings of the lenses about values and sections, and helpers that {@link TextFindings} uses, too. */
final class BindFindings {
    private static final Messages MESSAGES = Messages.beside(BindFindings.class);

    private static final FindingKind REFUSED_VALUE = FindingKind.of(MESSAGES, "INI-0101", Severity.ERROR);
    private static final FindingKind REPEATED = FindingKind.of(MESSAGES, "INI-0105", Severity.ERROR);
    private static final FindingKind REPEATED_IN_DM_INI = FindingKind.of(MESSAGES, "INI-0124", Severity.WARNING);
    private static final FindingKind SAME_AGAIN = FindingKind.of(MESSAGES, "INI-0123", Severity.WARNING);
    private static final FindingKind NO_GROUP =
            FindingKind.of(MESSAGES, "INI-0106", Severity.ERROR).causedBy("DSC-0103");
    private static final FindingKind UNEXPECTED_SECTION = FindingKind.of(MESSAGES, "INI-0107", Severity.ERROR);
    private static final FindingKind RESERVED_NAME = FindingKind.of(MESSAGES, "INI-0108", Severity.ERROR);
    private static final FindingKind TOO_MANY_LINES = FindingKind.of(MESSAGES, "INI-0109", Severity.ERROR);
    private static final FindingKind MORE = FindingKind.of(MESSAGES, "INI-0111", Severity.WARNING);

    private BindFindings() {}

    static Finding badValue(FileId file, IniEntry entry, String allowed) {
        FindingBuilder finding = REFUSED_VALUE
                .at(at(file, entry))
                .with("key", IniDialect.canonical(entry.key()))
                .with("value", shortened(entry.value()))
                .with("allowed", allowed);
        // A number alone holds no text that could be a comment.
        if (entry.value().matches("[-+]?[0-9]+")) {
            finding.variant("number");
        }
        entry.value()
                .codePoints()
                .filter(BindFindings::looksLikeBlank)
                .findFirst()
                .ifPresent(character -> finding.variant("blank").with("character", "U+%04X".formatted(character)));
        return finding.build();
    }

    /** Whether a character looks like a blank, but is another one, such as the no-break space U+00A0. */
    private static boolean looksLikeBlank(int character) {
        return character != ' ' && Character.getType(character) == Character.SPACE_SEPARATOR;
    }

    /**
     * Returns the finding for a parameter that is repeated with another value. For dm.ini it is a warning, because the
     * manual allows a repeated key there. It does not say which line is used.
     */
    static Finding repeated(FileId file, IniEntry first, IniEntry again, boolean inDmIni) {
        return (inDmIni ? REPEATED_IN_DM_INI : REPEATED)
                .at(at(file, again))
                .against(at(file, first))
                .with("key", IniDialect.canonical(again.key()))
                .with("first", shortened(first.value()))
                .with("again", shortened(again.value()))
                .build();
    }

    static Finding sameAgain(FileId file, IniEntry first, IniEntry again) {
        return SAME_AGAIN
                .at(at(file, again))
                .against(at(file, first))
                .with("key", IniDialect.canonical(again.key()))
                .with("value", shortened(first.value()))
                .build();
    }

    static Finding noGroup(FileId file, IniSection section) {
        return NO_GROUP.at(Location.of(file, section.line(), section.column()))
                .with("section", section.name())
                .build();
    }

    static Finding unexpectedSection(FileId file, IniSection section) {
        return UNEXPECTED_SECTION
                .at(Location.of(file, section.line(), section.column()))
                .with("section", section.name())
                .build();
    }

    static Finding reservedName(FileId file, IniEntry entry) {
        return RESERVED_NAME.at(at(file, entry)).with("name", entry.value()).build();
    }

    /**
     * Returns the finding for a file that is not read. No file of a cluster has nearly so many lines, and each line
     * needs memory.
     */
    static Finding tooManyLines(FileId file, int limit) {
        return TOO_MANY_LINES.at(Location.of(file)).with("limit", limit).build();
    }

    /** Returns the finding that counts the findings of a file that are not reported. */
    static Finding more(FileId file, Finding next, int count) {
        return MORE.at(next.primary()).with("file", file).with("count", count).build();
    }

    private static Location at(FileId file, IniEntry entry) {
        return Location.of(file, entry.line(), entry.valueColumn());
    }

    /** Returns a text of at most 120 characters, so that a finding stays readable. */
    static String shortened(String text) {
        int limit = 120;
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit)) + "…";
    }
}
