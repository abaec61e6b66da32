package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniLine;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.check.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A file while a lens reads it, with the findings so far. Not thread-safe. */
final class FileReading {
    /** The file of a document that is read only for a comparison. */
    static final FileId NOWHERE = new FileId("", "");

    private static final Comparator<Finding> IN_FILE = Comparator.<Finding>comparingInt(
                    finding -> finding.primary().line())
            .thenComparingInt(finding -> finding.primary().column());

    private final FileId file;
    private final IniDocument document;
    private final List<IniLine> malformed;
    private final List<Finding> findings;

    FileReading(IniDocument document, FileId file) {
        this.file = file;
        this.document = document;
        this.malformed = document.malformed();
        this.findings = new ArrayList<>(TextFindings.of(document, file));
    }

    /** Returns a reading of a document whose findings are not used. */
    static FileReading silent(IniDocument document) {
        return new FileReading(document, NOWHERE);
    }

    FileId file() {
        return file;
    }

    /** Returns the findings in the order of the file. */
    List<Finding> findings() {
        return findings.stream().sorted(IN_FILE).toList();
    }

    void report(Finding finding) {
        findings.add(finding);
    }

    /** Returns the keys with which the malformed lines of a section begin. */
    Set<String> malformedKeys(IniSection section) {
        Set<String> keys = new TreeSet<>();
        if (!malformed.isEmpty()) {
            List<IniSection> sections = document.sections();
            int from = section.index() == 0 ? 1 : section.line();
            int end = section.index() + 1 < sections.size()
                    ? sections.get(section.index() + 1).line()
                    : Integer.MAX_VALUE;
            for (IniLine line : malformed) {
                if (line.number() >= from && line.number() < end) {
                    keys.add(firstWord(IniDialect.canonical(line.text().strip())));
                }
            }
        }
        return keys;
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return text.substring(0, end);
    }
}
