package io.github.dmdsc.ini.bind;

import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniLine;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.check.Diagnostic;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
import java.util.ArrayList;
import java.util.List;

/** The findings of the lenses, INI-0101 to INI-0112. */
final class BindFindings {
    private static final Messages MESSAGES = Messages.beside(BindFindings.class);

    /** With more malformed lines than this and than entries, the file is something else, and is said so once. */
    private static final int TOO_MANY_MALFORMED = 3;

    /** As many malformed lines as somebody looks at one by one. */
    private static final int MOST_MALFORMED = 20;

    private BindFindings() {}

    /** What keeps a document as a whole from being read: bytes of no known charset, lines that are no INI. */
    static List<Diagnostic> ofText(IniDocument document, FileId file) {
        List<Diagnostic> findings = new ArrayList<>();
        document.firstUndecodableLine()
                .ifPresent(line -> findings.add(error("INI-0102")
                        .at(Location.of(file, line, 0))
                        .with("line", line)
                        .build()));
        List<IniLine> malformed = document.malformed();
        List<IniLine> outside = document.entriesOutsideSections();
        long entries = outside.size()
                + document.sections().stream()
                        .mapToLong(section -> section.entries().size())
                        .sum();
        if (malformed.size() > TOO_MANY_MALFORMED && malformed.size() > entries) {
            findings.add(error("INI-0104")
                    .at(Location.of(
                            file, malformed.get(0).number(), malformed.get(0).column()))
                    .with("count", malformed.size())
                    .with("entries", (int) entries)
                    .build());
        } else {
            int told = Math.min(malformed.size(), MOST_MALFORMED);
            for (int i = 0; i < told; i++) {
                IniLine line = malformed.get(i);
                if (line.isMalformedHeader()) {
                    int end = nextHeader(malformed, i + 1);
                    long count = outside.stream()
                            .filter(entry -> entry.number() > line.number() && entry.number() < end)
                            .count();
                    findings.add(malformedHeader(file, line, (int) count));
                } else {
                    findings.add(error("INI-0103")
                            .at(Location.of(file, line.number(), line.column()))
                            .with("text", shortened(line.text().strip()))
                            .build());
                }
            }
            if (told < malformed.size()) {
                findings.add(moreMalformed(file, malformed.get(told), malformed.size() - told));
            }
        }
        return findings;
    }

    private static int nextHeader(List<IniLine> malformed, int from) {
        return malformed.subList(from, malformed.size()).stream()
                .filter(IniLine::isMalformedHeader)
                .mapToInt(IniLine::number)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /** Not INI-0103: made a comment, the line would give its entries to the section before. */
    private static Diagnostic malformedHeader(FileId file, IniLine line, int entries) {
        String text = line.text().strip();
        int bracket = text.indexOf(']');
        Finding finding = error("INI-0112")
                .at(Location.of(file, line.number(), line.column()))
                .with("text", shortened(text))
                .with("count", entries);
        if (bracket < 0) {
            finding.saying("open");
        } else if (text.substring(1, bracket).isBlank()) {
            finding.saying("nameless");
        }
        return finding.build();
    }

    static Diagnostic badValue(FileId file, IniEntry entry, String allowed) {
        return error("INI-0101")
                .at(at(file, entry))
                .with("key", IniDialect.canonical(entry.key()))
                .with("value", shortened(entry.value()))
                .with("allowed", allowed)
                .build();
    }

    static Diagnostic repeated(FileId file, IniEntry first, IniEntry again) {
        return error("INI-0105")
                .at(at(file, again))
                .against(at(file, first))
                .with("key", IniDialect.canonical(again.key()))
                .with("first", shortened(first.value()))
                .with("again", shortened(again.value()))
                .build();
    }

    static Diagnostic noGroup(FileId file, IniSection section) {
        return error("INI-0106")
                .at(Location.of(file, section.line(), section.column()))
                .with("section", section.name())
                .build();
    }

    static Diagnostic unexpectedSection(FileId file, IniSection section) {
        return error("INI-0107")
                .at(Location.of(file, section.line(), section.column()))
                .with("section", section.name())
                .build();
    }

    static Diagnostic reservedName(FileId file, IniEntry entry) {
        return error("INI-0108").at(at(file, entry)).with("name", entry.value()).build();
    }

    /** Not read at all: no file of a cluster comes near so many lines, and each costs memory. */
    static Diagnostic tooManyLines(FileId file, int limit) {
        return error("INI-0109").at(Location.of(file)).with("limit", limit).build();
    }

    /** Those that a reader has no use for any more. */
    private static Diagnostic moreMalformed(FileId file, IniLine next, int count) {
        return error("INI-0110")
                .at(Location.of(file, next.number(), next.column()))
                .with("count", count)
                .build();
    }

    /** Likewise, of any sort. */
    static Diagnostic more(FileId file, Diagnostic next, int count) {
        return error("INI-0111")
                .at(next.primary())
                .with("file", file)
                .with("count", count)
                .build();
    }

    private static Location at(FileId file, IniEntry entry) {
        return Location.of(file, entry.line(), entry.valueColumn());
    }

    private static Finding error(String id) {
        return Diagnostic.finding(MESSAGES, id, Severity.ERROR);
    }

    /** Keeps a finding readable whatever a file holds. */
    private static String shortened(String text) {
        int limit = 120;
        return text.codePointCount(0, text.length()) <= limit
                ? text
                : text.substring(0, text.offsetByCodePoints(0, limit)) + "…";
    }
}
