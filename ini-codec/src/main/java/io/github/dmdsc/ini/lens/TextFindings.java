package io.github.dmdsc.ini.lens;

import io.github.dmdsc.ini.EditRefusedException;
import io.github.dmdsc.ini.IniDialect;
import io.github.dmdsc.ini.IniDocument;
import io.github.dmdsc.ini.IniEntry;
import io.github.dmdsc.ini.IniLine;
import io.github.dmdsc.ini.IniSection;
import io.github.dmdsc.model.FileId;
import io.github.dmdsc.model.Location;
import io.github.dmdsc.model.base.VisibleText;
import io.github.dmdsc.model.check.Finding;
import io.github.dmdsc.model.check.FindingBuilder;
import io.github.dmdsc.model.check.FindingKind;
import io.github.dmdsc.model.check.Input;
import io.github.dmdsc.model.check.Messages;
import io.github.dmdsc.model.check.Severity;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The findings about the lines and the charset of a document, and about texts that cannot be written to it. */
final class TextFindings {
    private static final Messages MESSAGES = Messages.beside(TextFindings.class);

    private static final FindingKind UNDECODABLE = FindingKind.of(MESSAGES, "INI-0102", Severity.ERROR);
    private static final FindingKind MALFORMED_LINE = FindingKind.of(MESSAGES, "INI-0103", Severity.ERROR);
    private static final FindingKind NO_INI_FILE = FindingKind.of(MESSAGES, "INI-0104", Severity.ERROR);
    private static final FindingKind MORE_MALFORMED = FindingKind.of(MESSAGES, "INI-0110", Severity.ERROR);
    private static final FindingKind HEADER = FindingKind.of(MESSAGES, "INI-0112", Severity.ERROR);
    private static final FindingKind WIDE = FindingKind.of(MESSAGES, "INI-0113", Severity.ERROR);
    private static final FindingKind GUESSED = FindingKind.of(MESSAGES, "INI-0114", Severity.WARNING);
    private static final FindingKind AMBIGUOUS_EDIT = FindingKind.of(MESSAGES, "INI-0115", Severity.ERROR);
    private static final FindingKind INVISIBLE = FindingKind.of(MESSAGES, "INI-0121", Severity.ERROR);
    private static final FindingKind OPEN_QUOTE = FindingKind.of(MESSAGES, "INI-0122", Severity.ERROR);
    private static final FindingKind NOT_WRITABLE = FindingKind.of(MESSAGES, "INI-0116", Severity.ERROR);

    /**
     * If a file has more malformed lines than this, and more than entries, it is no INI file, and there is one finding.
     */
    private static final int TOO_MANY_MALFORMED = 3;

    /** The greatest number of malformed lines that are reported one by one. */
    private static final int MAX_MALFORMED = 20;

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset LATIN = Charset.forName("windows-1252");

    private TextFindings() {}

    static List<Finding> of(IniDocument document, FileId file) {
        List<Finding> findings = new ArrayList<>();
        if (!document.isEditable()) {
            findings.add(wide(document, file));
        }
        document.firstUndecodableLine().ifPresent(line -> findings.add(undecodable(document, file, line)));
        if (document.charsetIsAmbiguous()) {
            guessed(document, file).ifPresent(findings::add);
        }
        malformed(document, file, findings);
        // The characters of bytes that could not be decoded are unknown.
        if (!document.isUndecodable()) {
            document.sections().forEach(section -> ofTexts(section, file, findings));
        }
        return findings;
    }

    /** Returns the finding for a text that was not written to a file. */
    static Finding unwritable(IniDocument document, FileId file, EditRefusedException refused) {
        return switch (refused.problem().kind()) {
            case WIDE_CHARSET -> wide(document, file);
            case AMBIGUOUS_CHARSET ->
                AMBIGUOUS_EDIT
                        .at(Location.of(file))
                        .with("file", file)
                        .with("text", BindFindings.shortened(refused.text()))
                        .with("charset", document.charset())
                        .with("other", other(document))
                        .with("attribute", named(file, document.charset()))
                        .with("otherwise", named(file, other(document)))
                        .build();
            case OPEN_QUOTE -> notWritable(file, refused).variant("quote").build();
            case BRACKET -> notWritable(file, refused).variant("bracket").build();
            case BYTE_ORDER_MARK -> notWritable(file, refused).variant("mark").build();
            case NOT_ENCODABLE -> notWritable(file, refused).variant("lacks").build();
            case EMPTY, LINE_BREAK, OUTER_BLANK, COMMENT_MARK, EQUALS_SIGN ->
                notWritable(file, refused).build();
        };
    }

    private static FindingBuilder notWritable(FileId file, EditRefusedException refused) {
        return NOT_WRITABLE
                .at(Location.of(file))
                .with("text", BindFindings.shortened(refused.text()))
                .with("problem", refused.problem().kind())
                .with("position", refused.problem().position());
    }

    private static Finding wide(IniDocument document, FileId file) {
        return WIDE.at(Location.of(file)).with("charset", document.charset()).build();
    }

    private static Finding undecodable(IniDocument document, FileId file, int line) {
        FindingBuilder finding =
                UNDECODABLE.at(Location.of(file, line, 0)).with("file", file).with("line", line);
        IniDocument detected = IniDocument.parse(document.toBytes());
        if (!detected.isUndecodable()) {
            finding.variant("named");
        }
        return finding.with("charset", detected.charset())
                .with("attribute", named(file, "<charset>"))
                .build();
    }

    /**
     * Returns the finding for the first name, key or value beyond ASCII, which another charset would read as another
     * text. Comments do not count.
     */
    private static Optional<Finding> guessed(IniDocument document, FileId file) {
        for (IniSection section : document.sections()) {
            if (isBeyondAscii(section.name())) {
                return Optional.of(
                        guessed(document, Location.of(file, section.line(), section.column()), section.name()));
            }
            for (IniEntry entry : section.entries()) {
                if (isBeyondAscii(entry.key())) {
                    return Optional.of(
                            guessed(document, Location.of(file, entry.line(), entry.keyColumn()), entry.key()));
                }
                if (isBeyondAscii(entry.value())) {
                    return Optional.of(
                            guessed(document, Location.of(file, entry.line(), entry.valueColumn()), entry.value()));
                }
            }
        }
        return Optional.empty();
    }

    private static Finding guessed(IniDocument document, Location place, String text) {
        Charset other = other(document);
        FileId file = new FileId(place.host(), place.path());
        return GUESSED.at(place)
                .with("file", file)
                .with("text", BindFindings.shortened(text))
                .with("charset", document.charset())
                .with("otherText", BindFindings.shortened(new String(text.getBytes(document.charset()), other)))
                .with("other", other)
                .with("attribute", named(file, document.charset()))
                .with("otherwise", named(file, other))
                .build();
    }

    private static Input named(FileId file, Object charset) {
        return new Input("charset", file + "=" + charset);
    }

    private static boolean isBeyondAscii(String text) {
        return text.chars().anyMatch(c -> c >= 0x80);
    }

    /** Returns the other charset in which a file with a guessed charset may be. */
    private static Charset other(IniDocument document) {
        return document.charset().equals(StandardCharsets.UTF_8) ? GB18030 : LATIN;
    }

    private static void malformed(IniDocument document, FileId file, List<Finding> findings) {
        List<IniLine> malformed = document.malformed();
        if (malformed.isEmpty()) {
            return;
        }
        IniLine first = malformed.get(0);
        List<IniLine> outside = document.entriesOutsideSections();
        int entries = outside.size()
                + document.sections().stream()
                        .mapToInt(section -> section.entries().size())
                        .sum();
        if (malformed.size() > TOO_MANY_MALFORMED && malformed.size() > entries) {
            findings.add(NO_INI_FILE
                    .at(Location.of(file, first.number(), first.column()))
                    .with("count", malformed.size())
                    .with("entries", entries)
                    .build());
            return;
        }
        int told = Math.min(malformed.size(), MAX_MALFORMED);
        for (IniLine line : malformed.subList(0, told)) {
            findings.add(line.isMalformedHeader() ? header(file, line, malformed, outside) : malformed(file, line));
        }
        if (told < malformed.size()) {
            IniLine next = malformed.get(told);
            findings.add(MORE_MALFORMED
                    .at(Location.of(file, next.number(), next.column()))
                    .with("count", malformed.size() - told)
                    .build());
        }
    }

    private static Finding malformed(FileId file, IniLine line) {
        return MALFORMED_LINE
                .at(Location.of(file, line.number(), line.column()))
                .with("text", BindFindings.shortened(line.text().strip()))
                .build();
    }

    /**
     * Returns the finding for a malformed header. The fix of INI-0103 does not fit: if the line were a comment, its
     * entries would belong to the section before.
     */
    private static Finding header(FileId file, IniLine line, List<IniLine> malformed, List<IniLine> outside) {
        String text = line.text().strip();
        int bracket = text.indexOf(']');
        int end = numbers(malformed)
                .filter(number -> number > line.number())
                .findFirst()
                .orElse(Integer.MAX_VALUE);
        long entries = outside.stream()
                .filter(entry -> entry.number() > line.number() && entry.number() < end)
                .count();
        FindingBuilder finding = HEADER.at(Location.of(file, line.number(), line.column()))
                .with("text", BindFindings.shortened(text))
                .with("count", (int) entries);
        if (bracket < 0) {
            finding.variant("open");
        } else if (text.substring(1, bracket).chars().allMatch(c -> c == ' ' || c == '\t')) {
            finding.variant("nameless");
        }
        return finding.build();
    }

    private static IntStream numbers(List<IniLine> malformed) {
        return malformed.stream().filter(IniLine::isMalformedHeader).mapToInt(IniLine::number);
    }

    /**
     * Adds the findings for texts that can be read but are mistakes: invisible characters, and quotes that are not
     * closed.
     */
    private static void ofTexts(IniSection section, FileId file, List<Finding> findings) {
        String name = section.name();
        VisibleText.firstInvisible(name)
                .ifPresent(at -> findings.add(
                        invisible(file, section.line(), section.column(), "[" + name + "]", name.codePointAt(at))));
        for (IniEntry entry : section.entries()) {
            String key = IniDialect.canonical(entry.key());
            String value = entry.value();
            OptionalInt inKey = VisibleText.firstInvisible(key);
            OptionalInt inValue = VisibleText.firstInvisible(value);
            if (inKey.isPresent()) {
                int at = inKey.getAsInt();
                int column = entry.keyColumn() + key.codePointCount(0, at);
                findings.add(invisible(file, entry.line(), column, key, key.codePointAt(at)));
            } else if (inValue.isPresent()) {
                int at = inValue.getAsInt();
                int column = entry.valueColumn() + value.codePointCount(0, at);
                findings.add(invisible(file, entry.line(), column, key, value.codePointAt(at)));
            } else if (entry.hasOpenQuote()) {
                findings.add(OPEN_QUOTE
                        .at(Location.of(file, entry.line(), entry.valueColumn()))
                        .with("key", key)
                        .with("value", BindFindings.shortened(value))
                        .build());
            }
        }
    }

    /** Returns whether {@link #of} has reported the value of an entry. */
    static boolean isRefused(IniEntry entry) {
        return VisibleText.firstInvisible(entry.key() + entry.value()).isPresent() || entry.hasOpenQuote();
    }

    private static Finding invisible(FileId file, int line, int column, String what, int character) {
        return INVISIBLE
                .at(Location.of(file, line, column))
                .with("what", BindFindings.shortened(what))
                .with("character", "U+%04X".formatted(character))
                .build();
    }
}
